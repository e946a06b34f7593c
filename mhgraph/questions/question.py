"""A canned query: the question, what a reader may fill in, what the answer shows, and the SPARQL behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

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


_EXPLAINED = {"iri": ("label",), "date": ("first", "last", "precision")}
"""What explains a thing or a date to machines, in columns of their own."""


class Column(NamedTuple):
    """A column of the answer: what a thing is (`iri`), a `label`, a `text`, a `date` or a `number`.

    `many`: several values are folded into one cell; `first`: people see it without asking for more; `is_evidence`: the
    runner fills it in.
    """

    name: str
    type: str
    description: str
    many: bool = False
    first: bool = False
    is_evidence: bool = False

    @property
    def folds(self) -> bool:
        """Whether rows that differ only in this column are one row of the answer."""
        return self.many or self.type == "label" or self.is_evidence

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the column and of those that explain it to machines.

        >>> Column("date", "date", "When it was.").names
        ('date', 'date_first', 'date_last', 'date_precision')
        """
        return (self.name, *(f"{self.name}_{suffix}" for suffix in _EXPLAINED.get(self.type, ())))


_EVIDENCE = (
    Column("how_known", "text", "Whether a document says so, or on what other ground we know it.", first=True),
    Column("reference", "text", "The paragraphs, as a footnote cites them.", many=True),
    Column("link", "text", "Where the paragraphs can be read.", many=True),
    Column("told_by", "iri", "Who tells it, where it is not said in the text itself but in another.", many=True),
    Column("ledger", "text", "On what ground we know it: stated, indexed, judged or inferred."),
    Column("confidence", "text", "How sure a curator is, where it takes a judgement: high, medium or low."),
    Column("source", "iri", "The document.", many=True),
    Column("passage", "iri", "The paragraph.", many=True),
    Column("reason", "text", "Why it was so judged or inferred.", many=True),
)
EVIDENCE = tuple(column._replace(is_evidence=True) for column in _EVIDENCE)
"""The columns that the runner adds to every question that is about a statement."""


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

    `wording` is the question by language; `selected` are the columns that the query returns; `statement` are the three
    parts (`?variable` or CURIE) of the statement that the evidence is about; `is_released` tells that the file is ours,
    to the byte: all others run in the guarded child.
    """

    path: Path
    wording: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    selected: tuple[Column, ...]
    statement: tuple[str, str, str] | None
    body: str
    is_released: bool = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the answer: what the query selects and, if it is about a statement, the evidence for it."""
        return self.selected if self.statement is None else (*self.selected, *EVIDENCE)

    @property
    def first(self) -> tuple[Column, ...]:
        """The columns that people came for; of a question that marks none, all that the query selects."""
        is_marked = any(column.first for column in self.selected)
        return tuple(column for column in self.columns if column.first or not (is_marked or column.is_evidence))

    @property
    def question(self) -> str:
        """The question in English."""
        return self.wording["en"]

    @property
    def theme(self) -> str:
        """The theme of the question: the name of its folder."""
        return self.path.parent.name

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
