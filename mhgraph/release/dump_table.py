"""A table of a release: its columns, what they mean, and its rows, which are made when they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from mhgraph.questions.cells import explain_cell, make_cell
from mhgraph.questions.evidence import Row
from mhgraph.questions.question import Column
from mhgraph.tables import Cell
from mhgraph.tables.delimited import separate

if TYPE_CHECKING:
    from mhgraph.tables.parquet import Field


@dataclass(frozen=True)
class DumpTable:
    """A table: `rows` makes its rows anew each time, with the terms of each column; `labels` has names by IRI.

    `terms` tells which term of the ontology a column is about, by the name of the column.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterator[Row]]
    labels: Mapping[str, str]
    terms: Mapping[str, str]

    @property
    def names(self) -> list[str]:
        """The names of the columns and of those that explain them, as the file has them."""
        return [name for column in self.columns for name in column.names]

    def cells(self) -> Iterator[list[Cell]]:
        """Yield the cells of each row, one for each of `names`."""
        for row in self.rows():
            yield [cell for column in self.columns for cell in self.explain(column, row)]

    def explain(self, column: Column, row: Row) -> list[Cell]:
        """Return the cells of a column in a row, one for each of `column.names`."""
        terms = row.get(column.name, ())
        return explain_cell(column, make_cell(column, terms, self.labels), terms)

    def write_csv(self, file: IO[bytes]) -> None:
        """Write the table as CSV in UTF-8, several values of a cell joined by a semicolon."""
        file.writelines(line.encode() for line in separate(self.names, self.cells()))

    def write_parquet(self, file: IO[bytes]) -> None:
        """Write the table as Parquet: numbers are numbers, what may be several is a list.

        Raises MissingLibrary without pyarrow.
        """
        from mhgraph.tables.parquet import Field, write_rows

        fields = [
            Field(name, "number" if column.type == "number" else "text", column.many)
            for column in self.columns
            for name in column.names
        ]
        rows = (
            {field.name: _pick(field, cell) for field, cell in zip(fields, row, strict=True)} for row in self.cells()
        )
        write_rows(fields, rows, file)


def _pick(field: Field, cell: Cell) -> object:
    """Return a cell as Parquet has it. A text where numbers belong has no place there, and is left out."""
    is_number = field.type == "number"
    values = [value.exact if is_number else str(value.exact) for value in cell]
    kept = [value for value in values if not (is_number and isinstance(value, str))]
    if field.many:
        return kept
    return kept[0] if kept else None
