"""Tables: rows of cells, each value as machines and as people read it.

What stands in a cell is text wherever it is shown: control characters are made visible, markup is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from mhgraph.text.characters import visible

SEPARATOR = "; "
"""What stands between several values of a cell."""


class Value(NamedTuple):
    """One value of a cell: `exact` for machines (an IRI, a number), `shown` for people (a label, a CURIE)."""

    exact: str | int | float
    shown: str


Cell: TypeAlias = tuple[Value, ...]


class Table(NamedTuple):
    """Rows to print. `many` names the columns whose cells are lists even when they hold one value."""

    columns: tuple[str, ...]
    many: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


def simple_table(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Table:
    """Return a table of plain values; None is an empty cell, a tuple a list of values.

    >>> simple_table(("class", "count"), [("skos:Concept", 3)]).rows
    [((Value(exact='skos:Concept', shown='skos:Concept'),), (Value(exact=3, shown='3'),))]
    """
    return Table(columns, (), [tuple(_cell(value) for value in row) for row in rows])


def shown_rows(table: Table) -> list[list[str]]:
    """Return the cells as people read them, several values joined by a semicolon."""
    return [[visible(SEPARATOR.join(value.shown for value in cell)) for cell in row] for row in table.rows]


def _cell(value: object) -> Cell:
    if value is None:
        return ()
    if isinstance(value, Value):  # itself a tuple, so it comes first
        return (value,)
    if isinstance(value, tuple):
        return tuple(part for item in value for part in _cell(item))
    return (Value(value if isinstance(value, int | float) else str(value), str(value)),)
