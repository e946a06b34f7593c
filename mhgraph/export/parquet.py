"""Tables as Parquet (https://parquet.apache.org), for data frames. This module is the owner of pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import IO, NamedTuple

from mhgraph.analysis.projections import AnyNetwork
from mhgraph.export.records import EDGE_FIELDS, LISTS, NODE_FIELDS, edge_records, node_records
from mhgraph.optional import load_extra

_BATCH = 20_000
"""How many rows are held at a time."""


class Field(NamedTuple):
    """A column of a Parquet file: `text`, `number` or `count` (a whole number), and whether its cells are lists."""

    name: str
    type: str = "text"
    many: bool = False


_FIELDS = {"weight": Field("weight", "number"), "passage_count": Field("passage_count", "count")}


def write_parquet(network: AnyNetwork) -> dict[str, bytes]:
    """Return nodes and edges as Parquet; lists are lists. Raises MissingLibrary without pyarrow.

    The bytes are equal for equal networks with the same version of pyarrow, which writes its version into the file.
    """
    files = {"-nodes": (NODE_FIELDS, node_records(network)), "-edges": (EDGE_FIELDS, edge_records(network))}
    written = {}
    for end, (names, records) in files.items():
        out = io.BytesIO()
        write_rows([_FIELDS.get(name, Field(name, many=name in LISTS)) for name in names], records, out)
        written[end] = out.getvalue()
    return written


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
