"""Which queries, rules and shapes are ours: those of the installed release. All others are a stranger's.

What is ours is tested, and runs in this process; what is not runs in a child with limits. The release is the copy that
is installed with the package or, where the package runs from a checkout, that checkout. What belongs to it is told by
digest, file by file, so that a project folder with its queries unchanged loses nothing.
"""

from __future__ import annotations

import hashlib
from functools import cache

from mhgraph.files import read_text
from mhgraph.project.folders import installed_project


def is_released(text: str) -> bool:
    """Return whether a text is, to the byte, that of a query, a rule or a file of shapes of the installed release.

    >>> is_released("SELECT * { ?s ?p ?o }")
    False
    """
    return _digest(text) in _release_digests()


@cache
def _release_digests() -> frozenset[bytes]:
    project = installed_project()
    if project is None:
        return frozenset()
    paths = (*project.queries, *project.rules, *project.shapes)
    return frozenset(_digest(read_text(path)) for path in paths)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
