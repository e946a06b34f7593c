"""A canned query: the question, what a reader may fill in, what the answer shows, and the SPARQL behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

PARAMETER_TYPES = ("entity", "concept", "date", "year", "integer", "text", "choice")
EVIDENCE_COLUMNS = ("ledger", "confidence", "source", "passage", "reason")
COLUMN_TYPES = ("iri", "name", "label", "text", "date", "number", *EVIDENCE_COLUMNS)
_MARKED = re.compile(r"(?P<text>.*?)\s*#[ \t]*parameter\b[ \t]*(?P<name>.*?)\s*\Z")
_BLOCK = re.compile(r"\s*VALUES\s+\?(?P<variable>\w+)\s*\{(?P<terms>.*)\}\Z")


class Parameter(NamedTuple):
    """What a reader may fill in. `classes` (CURIEs) for entity, `scheme` for concept, `choices` for choice."""

    name: str
    type: str
    description: str
    required: bool = False
    classes: tuple[str, ...] = ()
    scheme: str | None = None
    choices: tuple[str, ...] = ()
    default: str | None = None

    @property
    def may_be_left_out(self) -> bool:
        """Whether there may be no value: its lines are then left out of the query."""
        return not self.required and self.default is None


class Column(NamedTuple):
    """A column of the answer. `many`: several values are folded into one cell; labels and evidence always are."""

    name: str
    type: str
    description: str
    many: bool = False

    @property
    def is_evidence(self) -> bool:
        """Whether the runner fills it in; the query returns the others."""
        return self.type in EVIDENCE_COLUMNS

    @property
    def folds(self) -> bool:
        """Whether rows that differ only in this column are one row of the answer."""
        return self.many or self.type == "label" or self.is_evidence


class Line(NamedTuple):
    """A line of a query: its text without the mark, and the parameter that it belongs to (None: to none)."""

    text: str
    parameter: str | None

    @property
    def variable(self) -> str | None:
        """The variable of a `VALUES` block; None on another line, and on one that belongs to no parameter."""
        block = _BLOCK.match(self.text)
        return block["variable"] if block and self.parameter is not None else None

    @property
    def terms(self) -> str:
        """The content of a `VALUES` block."""
        block = _BLOCK.match(self.text)
        return block["terms"].strip() if block else ""


@dataclass(frozen=True)
class Question:
    """A canned query with its header.

    `statement` are the three parts (`?variable` or CURIE) of the statement that the evidence columns are about;
    `is_released` tells that the file is ours, to the byte: all others run in the guarded child.
    """

    path: Path
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    statement: tuple[str, str, str] | None
    body: str
    is_released: bool = False

    @property
    def name(self) -> str:
        """The name of the question: its file name without ending."""
        return self.path.stem

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the query."""
        return tuple(_read_line(line) for line in self.body.splitlines())

    @property
    def examples(self) -> dict[str, str]:
        """The example of each parameter: the terms in its `VALUES` block, as SPARQL."""
        return {line.parameter: line.terms for line in self.lines if line.parameter and line.variable}

    def fill(self, terms: Mapping[str, str]) -> str:
        """Return the query with the blocks of these parameters filled (name → SPARQL terms as text).

        The lines of a parameter that is not among them are left out.
        """
        kept = [line for line in self.lines if line.parameter is None or line.parameter in terms]
        return "".join(
            f"  VALUES ?{line.variable} {{ {terms[line.parameter]} }}\n"
            if line.parameter and line.variable
            else f"{line.text}\n"
            for line in kept
        )


def _read_line(text: str) -> Line:
    marked = _MARKED.match(text)
    return Line(marked["text"], marked["name"]) if marked else Line(text, None)
