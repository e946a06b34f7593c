"""Tables in each format that somebody can ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mhgraph.tables.delimited import render_csv, render_json, render_json_lines, render_tsv
from mhgraph.tables.markdown import render_markdown
from mhgraph.tables.plain import render_plain
from mhgraph.tables.table import Table

_RENDERERS: Mapping[str, Callable[[Table], str]] = {
    "table": render_plain,
    "csv": render_csv,
    "tsv": render_tsv,
    "json": render_json,
    "jsonl": render_json_lines,
    "md": render_markdown,
}
FORMATS = tuple(_RENDERERS)
"""The names of the formats that are text."""
FILE_FORMATS = ("xlsx", "parquet")
"""The names of the formats that are none, and belong into a file."""


def render(table: Table, name: str) -> str:
    """Return the table in the format `name` (one of FORMATS), ending in a line feed unless it is empty.

    An empty table has no rows but keeps its header where the format has one.

    >>> from mhgraph.tables.table import simple_table
    >>> print(render(simple_table(("class", "count"), [("skos:Concept", 3)]), "csv"), end="")
    class,count
    skos:Concept,3
    """
    return _RENDERERS[name](table)


def render_file(table: Table, name: str) -> bytes:
    """Return the table in the format `name` (one of FILE_FORMATS).

    Raises MissingLibrary, and what the format raises for what it cannot hold. Libraries are loaded when needed.
    """
    if name == "xlsx":
        from mhgraph.tables.spreadsheet import render_workbook

        return render_workbook(table)
    from mhgraph.tables.parquet import render_parquet

    return render_parquet(table)
