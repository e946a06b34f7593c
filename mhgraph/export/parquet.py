"""Nodes and edges as Parquet (https://parquet.apache.org), for data frames. This module is the owner of pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterable

from mhgraph.analysis.projections import AnyNetwork
from mhgraph.export.records import EDGE_FIELDS, LISTS, NODE_FIELDS, Record, edge_records, node_records
from mhgraph.optional import load_extra


def write_parquet(network: AnyNetwork) -> dict[str, bytes]:
    """Return nodes and edges as Parquet; lists are lists. Raises MissingLibrary without pyarrow.

    The bytes are equal for equal networks with the same version of pyarrow, which writes its version into the file.
    """
    arrow = load_extra("pyarrow", wish="Parquet", extra="parquet")
    writer = load_extra("pyarrow.parquet", wish="Parquet", extra="parquet")
    text = arrow.string()
    types = {**dict.fromkeys(LISTS, arrow.list_(text)), "weight": arrow.float64(), "passage_count": arrow.int64()}

    def write_table(fields: Iterable[str], records: Iterable[Record]) -> bytes:
        schema = arrow.schema([(field, types.get(field, text)) for field in fields])
        rows = [
            {field: list(value) if isinstance(value, tuple) else value for field, value in record.items()}
            for record in records
        ]
        out = io.BytesIO()
        writer.write_table(arrow.Table.from_pylist(rows, schema=schema), out)
        return out.getvalue()

    return {
        "-nodes": write_table(NODE_FIELDS, node_records(network)),
        "-edges": write_table(EDGE_FIELDS, edge_records(network)),
    }
