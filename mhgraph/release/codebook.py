"""The codebook: what each column of each table means, with its type and an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from mhgraph.questions.question import Column
from mhgraph.release.dump_table import DumpTable
from mhgraph.tables import SEPARATOR, Cell, simple_table
from mhgraph.tables.delimited import separate

_COLUMNS = ("table", "column", "type", "several", "meaning", "term", "example")
_TYPES = {"iri": "address"}
_EXPLAINING = {
    "label": ("text", "The name of {name}, in English where there is one."),
    "first": ("day", "The first day that {name} can mean."),
    "last": ("day", "The last day that {name} can mean."),
    "precision": ("text", "How precise {name} is: year, month or day."),
}
"""Type and meaning of the columns that explain another, by the end of their names."""


def write_codebook(tables: Iterable[DumpTable], file: IO[bytes]) -> None:
    """Write a row for each column of each table, as CSV in UTF-8."""
    rows = simple_table(_COLUMNS, (row for table in tables for row in _describe(table))).rows
    file.writelines(line.encode() for line in separate(_COLUMNS, rows))


def _describe(table: DumpTable) -> Iterator[tuple[str, ...]]:
    examples = _find_examples(table)
    for column in table.columns:
        term = table.terms.get(column.name, "")
        several = "yes" if column.many else "no"
        for name in column.names:
            kind, meaning = _explain(column, name)
            yield table.name, name, kind, several, meaning, term, examples.get(name, "")


def _explain(column: Column, name: str) -> tuple[str, str]:
    """Return the type and the meaning of a column, or of one that explains it."""
    if name == column.name:
        return _TYPES.get(column.type, column.type), column.description
    kind, meaning = _EXPLAINING[name.removeprefix(f"{column.name}_")]
    return kind, meaning.format(name=column.name)


def _find_examples(table: DumpTable) -> dict[str, str]:
    """Return the first value of each column that has one, by the name of the column."""
    found: dict[str, str] = {}
    missing = set(table.columns)
    for row in table.rows():
        for column in [one for one in missing if row.get(one.name)]:
            missing.discard(column)
            found |= {
                name: _show(cell) for name, cell in zip(column.names, table.explain(column, row), strict=True) if cell
            }
        if not missing:
            break
    return found


def _show(cell: Cell) -> str:
    return SEPARATOR.join(str(value.exact) for value in cell)
