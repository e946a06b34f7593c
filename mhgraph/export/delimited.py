"""Nodes and edges as two files of delimited text, for spreadsheets, R and databases."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from mhgraph.analysis.projections import AnyNetwork
from mhgraph.export.records import EDGE_FIELDS, NODE_FIELDS, edge_records, join_list, node_records


def write_csv(network: AnyNetwork) -> dict[str, bytes]:
    """Return nodes and edges as CSV (UTF-8, comma, double quotes doubled), lists joined by a semicolon."""
    files = {"-nodes": (NODE_FIELDS, node_records(network)), "-edges": (EDGE_FIELDS, edge_records(network))}
    return {
        end: write_rows(fields, ([join_list(record[field]) for field in fields] for record in records))
        for end, (fields, records) in files.items()
    }


def write_rows(fields: Iterable[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a header and rows as CSV with line feeds; a row with a carriage return is quoted throughout."""
    out = io.StringIO()
    plain = csv.writer(out, lineterminator="\n")
    quoted = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    plain.writerow(fields)
    for row in rows:  # a lone carriage return is not quoted by the library, and would end the row for its readers
        (quoted if any("\r" in cell for cell in row) else plain).writerow(row)
    return out.getvalue().encode()
