"""Which queries, rules and shapes are ours: those of the installed release. All others are a stranger's.

What is ours is tested, and runs in this process; what is not runs in a child with limits. The release is the copy that
is installed with the package or, where the package runs from a checkout, that checkout. Each file is compared by
itself, so that a project folder with its queries unchanged loses nothing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from mhgraph.files import read_text
from mhgraph.project.folders import Project, installed_project

_DEPTHS = (2, 3, 4)
"""How many names lead to a file from the root: shapes/a.ttl, ontology/rules/a.rq, queries/theme/more/a.rq."""


def is_released(path: Path, text: str) -> bool:
    """Return whether the text of a file is, to the letter, that of the file at the same place in the installed release.

    >>> is_released(Path("queries/own.rq"), "SELECT * { ?s ?p ?o }")
    False
    """
    project = _release()
    if project is None:
        return False
    twins = (project.root.joinpath(*path.parts[-depth:]) for depth in _DEPTHS)
    return any(read_text(twin) == text for twin in twins if twin.is_file())


@cache
def _release() -> Project | None:
    return installed_project()
