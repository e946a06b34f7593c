"""Cells: terms as machines and as people read them, in answers and in the tables of a release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite

from pyoxigraph import Literal

from mhgraph.graph.labels import short_name
from mhgraph.questions.question import Column
from mhgraph.rdf.terms import Term, date_bounds
from mhgraph.tables import Cell, Value

_PRECISIONS = {4: "year", 7: "month", 10: "day"}
"""How precise a date is, by the length of its text."""


def make_cell(column: Column, terms: Iterable[Term], names: Mapping[str, str]) -> Cell:
    """Return a cell: a thing has its address and its name (`names`, by IRI), a number is one, the rest is text.

    >>> make_cell(Column("count", "number", "How many."), [Literal("8")], {})
    (Value(exact=8, shown='8'),)
    """
    return tuple(_value(column, term, names) for term in terms)


def explain_cell(column: Column, cell: Cell, terms: Iterable[Term]) -> list[Cell]:
    """Return a cell and those that explain it to machines, one for each of `column.names`.

    Beside addresses stand names; beside dates the first and the last day that they can mean, and their precision.
    """
    if column.type == "iri":
        return [cell, tuple(Value(value.shown, value.shown) for value in cell)]
    if column.type == "date":
        return [cell, *_explain_dates(terms)]
    return [cell]


def _value(column: Column, term: Term, names: Mapping[str, str]) -> Value:
    if isinstance(term, Literal):
        return Value(_number(term.value) if column.type == "number" else term.value, term.value)
    iri = getattr(term, "value", str(term))
    return Value(iri, names.get(iri) or short_name(iri))


def _explain_dates(terms: Iterable[Term]) -> list[Cell]:
    """Return the first days, the last days and the precisions of dates."""
    dates = [(term.value, bounds) for term in terms if isinstance(term, Literal) and (bounds := date_bounds(term))]
    return [
        tuple(Value(first.value, first.value) for _, (first, _) in dates),
        tuple(Value(last.value, last.value) for _, (_, last) in dates),
        tuple(Value(_PRECISIONS[len(text)], _PRECISIONS[len(text)]) for text, _ in dates),
    ]


def _number(text: str) -> int | float | str:
    """Return the number that a text means; the text itself, if it means none that every program can write."""
    try:
        number = int(text) if text.lstrip("-").isdecimal() else float(text)
    except ValueError:
        return text
    return text if isinstance(number, float) and not isfinite(number) else number
