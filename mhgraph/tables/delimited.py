"""Tables for machines: CSV, TSV, JSON and JSON lines, with exact values. Modules are imported when they are needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from mhgraph.tables.table import SEPARATOR, Cell, Table


def render_csv(table: Table) -> str:
    """Return comma-separated values with a header; several values of a cell are joined by a semicolon."""
    return _separate(table, ",")


def render_tsv(table: Table) -> str:
    """Return tab-separated values with a header; several values of a cell are joined by a semicolon."""
    return _separate(table, "\t")


def render_json(table: Table) -> str:
    """Return a JSON list with an object for each row."""
    import json

    return json.dumps(list_records(table), ensure_ascii=False, indent=2) + "\n"


def render_json_lines(table: Table) -> str:
    """Return a JSON object a line for each row."""
    import json

    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in list_records(table))


def separate(columns: Iterable[str], rows: Iterable[Iterable[Cell]], delimiter: str = ",") -> Iterator[str]:
    """Yield the lines of separated values, the header first: exact values, several of a cell joined by a semicolon.

    >>> from mhgraph.tables.table import Value
    >>> rows = [[(Value("a, b", "a"),), (Value(3, "3"), Value(4, "4"))]]
    >>> [line.strip() for line in separate(["name", "counts"], rows)]
    ['name,counts', '"a, b",3; 4']
    """
    import csv
    import io

    line = io.StringIO(newline="")
    writer = csv.writer(line, delimiter=delimiter, lineterminator="\r\n")  # so that CR in a cell is quoted
    exact = ([SEPARATOR.join(str(value.exact) for value in cell) for cell in row] for row in rows)
    for row in chain([columns], exact):
        writer.writerow(row)
        yield line.getvalue().removesuffix("\r\n") + "\n"
        line.seek(0)
        line.truncate()


def _separate(table: Table, delimiter: str) -> str:
    return "".join(separate(table.columns, table.rows, delimiter))


def list_records(table: Table) -> list[dict[str, Any]]:
    """Return a record for each row: exact values by column, a list where there can be several, None for an empty cell.

    >>> from mhgraph.tables.table import simple_table
    >>> list_records(simple_table(("class", "count"), [("skos:Concept", 3), (None, 4)]))
    [{'class': 'skos:Concept', 'count': 3}, {'class': None, 'count': 4}]
    """
    return [
        {
            name: [value.exact for value in cell]
            if name in table.many or len(cell) > 1
            else (cell[0].exact if cell else None)
            for name, cell in zip(table.columns, row, strict=True)
        }
        for row in table.rows
    ]
