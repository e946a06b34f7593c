"""An answer: the rows of a question as RDF terms, as a table that people read, and as one for machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import LANGUAGES
from mhgraph.graph.references import Reference
from mhgraph.graph.second_hand import Telling, list_tellers
from mhgraph.questions.cells import explain_cell, make_cell
from mhgraph.questions.evidence import Row, subject_of
from mhgraph.questions.question import Column, Question
from mhgraph.rdf.terms import Term
from mhgraph.tables import Cell, Table, Value

_LOOKED_UP = ("reference", "link", "told_by")
"""The columns of evidence that are looked up when somebody wants to see them, and are not in the rows."""


@dataclass(frozen=True)
class Answer:
    """The rows of a question, in its order.

    A row has the terms of each cell by column: one at most, unless the column folds. `values` is what the parameters
    were taken to mean, `query` what was asked. References, links and who tells it at second hand are no part of the
    rows: they are looked up when they are first asked for.
    """

    graph: BaseGraph
    question: Question
    rows: Sequence[Row]
    language: str = LANGUAGES[0]
    values: Mapping[str, tuple[NamedNode | Literal, ...]] = field(default_factory=dict)
    query: str = ""

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What the things in the rows are called, by IRI: one query for 5,000."""
        unnamed = ("passage", *_LOOKED_UP)
        named = [column.name for column in self.question.columns if column.type == "iri" and column.name not in unnamed]
        things = {iri for row in self.rows for name in named for iri in _iris(row[name])}
        return self.graph.labels(things, self.language)

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """The passages on which the rows rest, as footnotes cite them, by IRI: three queries."""
        return self.graph.cite({iri for row in self.rows for iri in _iris(row.get("passage", ()))}, self.language)

    @cached_property
    def tellers(self) -> Mapping[Telling, tuple[str, ...]]:
        """Who tells at second hand what the passages of the rows say of their subjects: one query."""
        return self.graph.tellers((self._subject(row), iri) for row in self.rows for iri in _iris(row["passage"]))

    @cached_property
    def teller_names(self) -> Mapping[str, str]:
        """What those are called, by IRI: one query."""
        return self.graph.labels({iri for listed in self.tellers.values() for iri in listed}, self.language)

    def table(self, columns: Iterable[str] | None = None) -> Table:
        """Return the answer as people read it, with names and dates as they are known.

        Without `columns`, it has those that people came for; of a question that marks none, all that it selects.
        """
        known = {column.name: column for column in self.question.columns}
        chosen = [known[name] for name in columns] if columns is not None else self.question.first
        rows = [tuple(self._cell(column, row) for column in chosen) for row in self.rows]
        return Table(tuple(column.name for column in chosen), _list_many(chosen), rows)

    def data(self) -> Table:
        """Return the answer for machines: every column, names beside addresses, days and precision beside dates.

        A column `organizers` of things is followed by `organizers_label`; a column `date` of dates by `date_first`,
        `date_last` (the first and the last day that it can mean) and `date_precision` (year, month or day).
        """
        columns = self.question.columns
        names = tuple(name for column in columns for name in column.names)
        many = tuple(name for column in columns if column.many for name in column.names)
        rows = [tuple(cell for column in columns for cell in self._cells(column, row)) for row in self.rows]
        return Table(names, many, rows)

    def _cell(self, column: Column, row: Row) -> Cell:
        """Return a cell as people read it; its exact value is that of machines."""
        if column.is_evidence and column.name in _LOOKED_UP:
            return self._look_up(column.name, row)
        return make_cell(column, row[column.name], self.names)

    def _cells(self, column: Column, row: Row) -> list[Cell]:
        """Return a cell and those that explain it, for machines."""
        return explain_cell(column, self._cell(column, row), row.get(column.name, ()))

    def _look_up(self, name: str, row: Row) -> Cell:
        if name == "told_by":
            tellers = list_tellers(self.tellers, self._subject(row), _iris(row["passage"]))
            return tuple(Value(iri, self.teller_names[iri]) for iri in tellers)
        found = [self.references[iri] for iri in _iris(row["passage"])]
        texts = [str(one) if name == "reference" else one.link for one in found]
        return tuple(Value(text, text) for text in dict.fromkeys(texts) if text)

    def _subject(self, row: Row) -> str:
        statement = self.question.statement
        return subject_of(row, statement) if statement else ""


def _list_many(columns: Iterable[Column]) -> tuple[str, ...]:
    return tuple(column.name for column in columns if column.many)


def _iris(terms: Iterable[Term]) -> list[str]:
    return [term.value for term in terms if isinstance(term, NamedNode)]
