"""Tables: every table that anybody sees is made and rendered here."""

from mhgraph.tables.delimited import list_records
from mhgraph.tables.plain import render_plain
from mhgraph.tables.render import FILE_FORMATS, FORMATS, render, render_file
from mhgraph.tables.table import SEPARATOR, Cell, Table, Value, shown_rows, simple_table

__all__ = [
    "FILE_FORMATS",
    "FORMATS",
    "SEPARATOR",
    "Cell",
    "Table",
    "Value",
    "list_records",
    "render",
    "render_file",
    "render_plain",
    "shown_rows",
    "simple_table",
]
