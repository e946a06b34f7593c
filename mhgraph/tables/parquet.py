"""Tables as Parquet (https://parquet.apache.org), for data frames. This module is the owner of pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import IO, NamedTuple

from mhgraph.optional import load_extra
from mhgraph.tables.delimited import list_records
from mhgraph.tables.table import Cell, Table

_BATCH = 20_000
"""How many rows are held at a time."""


class Field(NamedTuple):
    """A column of a Parquet file: `text`, `number` or `count` (a whole number), and whether its cells are lists."""

    name: str
    type: str = "text"
    many: bool = False


def write_rows(fields: Sequence[Field], rows: Iterable[Mapping[str, object]], file: IO[bytes]) -> None:
    """Write rows (value, or list of values, by name of the field) as Parquet. Raises MissingLibrary without pyarrow."""
    arrow = load_extra("pyarrow", wish="Parquet", extra="parquet")
    writer = load_extra("pyarrow.parquet", wish="Parquet", extra="parquet")
    types = {"text": arrow.string(), "number": arrow.float64(), "count": arrow.int64()}
    schema = arrow.schema(
        [(field.name, arrow.list_(types[field.type]) if field.many else types[field.type]) for field in fields]
    )
    waiting = iter(rows)
    with writer.ParquetWriter(file, schema) as target:
        while batch := list(islice(waiting, _BATCH)):
            target.write_table(arrow.Table.from_pylist(batch, schema=schema))


def render_parquet(table: Table) -> bytes:
    """Return a table as Parquet: exact values, lists where a cell can have several. Raises MissingLibrary.

    A column of numbers holds numbers, any other one texts.
    """
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    fields = [
        Field(name, _choose_type(cells), many=name in table.many or any(len(cell) > 1 for cell in cells))
        for name, cells in zip(table.columns, columns, strict=True)
    ]
    file = io.BytesIO()
    write_rows(
        fields,
        ({field.name: _fit(record[field.name], field) for field in fields} for record in list_records(table)),
        file,
    )
    return file.getvalue()


def _choose_type(cells: Iterable[Cell]) -> str:
    """Return of which type the values of some cells are; of several types, or of none, text."""
    types = {type(value.exact) for cell in cells for value in cell}
    if types == {int}:
        return "count"
    return "number" if types and types <= {int, float} else "text"


def _fit(value: object, field: Field) -> object:
    """Return a value, or a list of values, as a column holds it."""
    if field.many:
        values = value if isinstance(value, list) else [] if value is None else [value]
        return [_fit(one, field._replace(many=False)) for one in values]
    return str(value) if field.type == "text" and value is not None else value
