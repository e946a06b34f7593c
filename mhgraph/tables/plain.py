"""Tables as plain text, for people."""

from __future__ import annotations

import textwrap

from mhgraph.tables.table import Table, shown_rows

_WIDTH = 120


def render_plain(table: Table) -> str:
    """Return aligned columns if they fit 120 characters (a long last cell is wrapped), else one block a row.

    A table without rows is an empty text. Rows without columns, the answer to `SELECT * {}`, are said to be there.
    """
    rows = shown_rows(table)
    if not rows:
        return ""
    if not table.columns:
        return "(a row without columns)\n" * len(rows)
    widths = [max(len(text) for text in column) for column in zip(table.columns, *rows, strict=True)]
    rest = _WIDTH - sum(widths[:-1]) - 2 * (len(widths) - 1)
    if rest >= min(widths[-1], _WIDTH // 3):
        widths[-1] = min(widths[-1], rest)
        lines = [list(table.columns), ["-" * width for width in widths], *rows]
        return "".join(_line(line, widths) for line in lines)
    margin = max(len(name) for name in table.columns) + 2
    width = max(_WIDTH - margin, _WIDTH // 3)  # a name may be longer than a line
    return "\n".join(
        "".join(_lines(name.ljust(margin), text, width) for name, text in zip(table.columns, row, strict=True))
        for row in rows
    )


def _line(cells: list[str], widths: list[int]) -> str:
    """Return one line of an aligned table."""
    before = "".join(text.ljust(width + 2) for text, width in zip(cells[:-1], widths[:-1], strict=True))
    return _lines(before, cells[-1], widths[-1])


def _lines(before: str, text: str, width: int) -> str:
    """Return what stands before a text, and the text; what is longer than `width` goes on below itself."""
    if len(text) <= width:  # so are most, and wrapping is slow
        return f"{before}{text}".rstrip() + "\n"
    wrapped = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
    return "".join(f"{before if i == 0 else ' ' * len(before)}{line}".rstrip() + "\n" for i, line in enumerate(wrapped))
