"""What a rule of integrity yields, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from mhgraph.project.statements import ROLES, Iri, ParsedProject, ProjectFile, Statement


@dataclass(frozen=True)
class Breach:
    """What breaks a rule, and where: a statement, or a file (`line` then says where in it, if it is known).

    `focus` is what it is about, if that is not the subject of the statement.
    """

    place: Statement | Path
    message: str
    line: int | None = None
    focus: Iri | None = None


Rule: TypeAlias = Callable[[ParsedProject], Iterator[Breach]]
"""A rule yields what breaks it; its name is kept in the table of rules."""


def data_files(parsed: ParsedProject) -> list[ProjectFile]:
    """Return the files of `data/`."""
    return parsed.of(*ROLES[1:])


def source_of(passage: Iri) -> Iri:
    """Return the source of a passage, from its name.

    >>> source_of("https://w3id.org/mhgraph/source/k#p08")
    'https://w3id.org/mhgraph/source/k'
    """
    return passage.partition("#")[0]
