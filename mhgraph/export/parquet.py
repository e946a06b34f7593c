"""The network as Parquet, for data frames."""

from __future__ import annotations

import io

from mhgraph.analysis.projections import AnyNetwork
from mhgraph.export.records import EDGE_FIELDS, LISTS, NODE_FIELDS, edge_records, node_records
from mhgraph.tables.parquet import Field, write_rows

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
