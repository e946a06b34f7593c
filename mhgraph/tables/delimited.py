"""Tables for machines: CSV, TSV, JSON and JSON lines, with exact values. Modules are imported when they are needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mhgraph.tables.table import SEPARATOR, Table


def render_csv(table: Table) -> str:
    """Return comma-separated values with a header; several values of a cell are joined by a semicolon."""
    return _separate(table, ",")


def render_tsv(table: Table) -> str:
    """Return tab-separated values with a header; several values of a cell are joined by a semicolon."""
    return _separate(table, "\t")


def render_json(table: Table) -> str:
    """Return a JSON list with an object for each row."""
    import json

    return json.dumps(list(_records(table)), ensure_ascii=False, indent=2) + "\n"


def render_json_lines(table: Table) -> str:
    """Return a JSON object a line for each row."""
    import json

    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in _records(table))


def _separate(table: Table, delimiter: str) -> str:
    import csv
    import io

    exact = [[SEPARATOR.join(str(value.exact) for value in cell) for cell in row] for row in table.rows]
    lines = []
    for row in (table.columns, *exact):
        line = io.StringIO(newline="")
        csv.writer(line, delimiter=delimiter, lineterminator="\r\n").writerow(row)  # so that CR in a cell is quoted
        lines.append(line.getvalue().removesuffix("\r\n") + "\n")
    return "".join(lines)


def _records(table: Table) -> Iterator[Mapping[str, object]]:
    for row in table.rows:
        yield {
            name: [value.exact for value in cell]
            if name in table.many or len(cell) > 1
            else (cell[0].exact if cell else None)
            for name, cell in zip(table.columns, row, strict=True)
        }
