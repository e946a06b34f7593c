"""Tables in HTML, for notebooks: every text is escaped, and only addresses on the web are links."""

from __future__ import annotations

from html import escape

from mhgraph.tables.table import Cell, Table, Value
from mhgraph.text.characters import visible

_WEB = ("http://", "https://")
_CELL = "text-align:left;vertical-align:top;white-space:normal"


def render_html(table: Table, *, caption: str = "", summary: str = "", most_rows: int | None = None) -> str:
    """Return a table as HTML that can stand in any page: no script, no style sheet, no markup from the values.

    A value whose exact form is an address on the web is a link to it, with what people read as its text; any other
    exact form is shown to whoever points at the text. `caption` stands above the table, `summary` below; of more than
    `most_rows` rows, only the first are shown.

    >>> from mhgraph.tables.table import simple_table
    >>> print(render_html(simple_table(("name",), [("<b>",)])))
    <table>
    <thead><tr><th style="...">name</th></tr></thead>
    <tbody>
    <tr><td style="...">&lt;b&gt;</td></tr>
    </tbody>
    </table>
    """
    head = "".join(f'<th style="{_CELL}">{_escape(name)}</th>' for name in table.columns)
    rows = (f"<tr>{''.join(map(_render_cell, row))}</tr>" for row in table.rows[:most_rows])
    lines = ["<table>", f"<thead><tr>{head}</tr></thead>", "<tbody>", *rows, "</tbody>", "</table>"]
    if caption:
        lines.insert(1, f'<caption style="text-align:left">{_escape(caption)}</caption>')
    if summary:
        lines.append(f"<p>{_escape(summary)}</p>")
    return "\n".join(lines)


def _render_cell(cell: Cell) -> str:
    return f'<td style="{_CELL}">{"<br>".join(map(_render_value, cell))}</td>'


def _render_value(value: Value) -> str:
    exact, shown = _escape(str(value.exact)), _escape(value.shown)
    if str(value.exact).startswith(_WEB):
        return f'<a href="{exact}" target="_blank" rel="noopener noreferrer">{shown}</a>'
    return shown if exact == shown else f'<span title="{exact}">{shown}</span>'


def _escape(text: str) -> str:
    return escape(visible(text))
