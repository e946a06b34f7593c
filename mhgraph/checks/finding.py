"""Findings: what a check has to say about the data. A finding is a value; it is never raised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from pyoxigraph import NamedNode


class Severity(Enum):
    """How much a finding matters; the order is from most to least severe."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """The place in the order: 0 for the most severe."""
        return list(Severity).index(self)


@dataclass(frozen=True)
class Finding:
    """One thing that a check found.

    `check` is the IRI of a shape or the name of a rule, `focus` the IRI it is about (or ""), `path` the property
    concerned (or ""), `value` the offending term as text (or ""), `file` and `line` (from 1) where to look,
    `constraint` the IRI of the SHACL constraint component that was not met (for a shape).
    """

    check: str
    severity: Severity
    message: str
    focus: str = ""
    path: str = ""
    value: str = ""
    file: Path | None = None
    line: int | None = None
    constraint: str = ""

    def sort_key(self) -> tuple[int, str, int, str, str, str]:
        """Return the order of reports: most severe first, then by place."""
        return (self.severity.rank, str(self.file or ""), self.line or 0, self.focus, self.check, self.value)


def show_term(term: object) -> str:
    """Return a term as findings have it: an IRI as it is, anything else in N-Triples form.

    >>> show_term(NamedNode("http://e.example/a"))
    'http://e.example/a'
    """
    return term.value if isinstance(term, NamedNode) else str(term)
