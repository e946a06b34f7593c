"""Tables: every table that anybody sees is made and rendered here."""

from mhgraph.tables.plain import render_plain
from mhgraph.tables.render import FORMATS, render
from mhgraph.tables.table import SEPARATOR, Cell, Table, Value, shown_rows, simple_table

__all__ = ["FORMATS", "SEPARATOR", "Cell", "Table", "Value", "render", "render_plain", "shown_rows", "simple_table"]
