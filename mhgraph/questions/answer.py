"""An answer: the rows of a question as RDF terms, and as a table that people read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import Literal

from mhgraph.graph.labels import short_name
from mhgraph.questions.question import Column, Question
from mhgraph.rdf.terms import Term
from mhgraph.tables import Table, Value

Row: TypeAlias = Mapping[str, tuple[Term, ...]]
"""The terms of each cell, by column: one at most, unless the column folds."""

_NAMED = ("name", "source")


@dataclass(frozen=True)
class Answer:
    """The rows of a question, in its order, and what the things in them are called, by IRI."""

    question: Question
    rows: list[Row]
    names: Mapping[str, str]

    def table(self) -> Table:
        """Return the answer as a table, with IRIs as they are and as people read them."""
        columns = self.question.columns
        return Table(
            tuple(column.name for column in columns),
            tuple(column.name for column in columns if column.many or column.type in ("source", "passage", "reason")),
            [
                tuple(tuple(self._value(column, term) for term in row[column.name]) for column in columns)
                for row in self.rows
            ],
        )

    def _value(self, column: Column, term: Term) -> Value:
        if isinstance(term, Literal):
            return Value(_number(term.value) if column.type == "number" else term.value, term.value)
        iri = getattr(term, "value", str(term))
        return Value(iri, self.names.get(iri, iri) if shows_names(column) else short_name(iri))


def shows_names(column: Column) -> bool:
    """Return whether people read the things of a column by their labels, and not by their CURIEs."""
    return column.type in _NAMED


def _number(text: str) -> int | float:
    return int(text) if text.lstrip("-").isdigit() else float(text)
