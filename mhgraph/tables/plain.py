"""Tables as plain text, for people: as wide as what they read it on."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from mhgraph.tables.table import Table, shown_rows

WIDTH = 120
"""How wide a table may be where nobody says so: in a pipe or a file."""

_GAP = 2
_FIRST = 2
"""How many times the room of another column the first one keeps."""
_LEAST = 10
"""How narrow a column may become, in characters, before rows are shown one below the other."""


def render_plain(table: Table, width: int = WIDTH, most_lines: int | None = None) -> str:
    """Return aligned columns that fit `width` characters, or a block for each row where they cannot.

    A cell that is longer than its column is wrapped; with `most_lines`, it is cut after so many, and ends in "…".
    Without, no word is broken: a link stays whole, even beyond the width. A table without rows is an empty text. Rows
    without columns, the answer to `SELECT * {}`, are said to be there.
    """
    rows = shown_rows(table)
    if not rows:
        return ""
    if not table.columns:
        return "(a row without columns)\n" * len(rows)
    columns = list(zip(table.columns, *rows, strict=True))
    widths = _fit(columns, width - _GAP * (len(columns) - 1), breaks_words=most_lines is not None)
    if widths is None:
        return _render_blocks(table.columns, rows, width)
    rule = ["-" * most for most in widths]
    return "".join(_render_row(cells, widths, most_lines) for cells in [table.columns, rule, *rows])


def _fit(columns: Sequence[Sequence[str]], width: int, *, breaks_words: bool) -> list[int] | None:
    """Return a width for each column, together at most `width`; None if they cannot be as narrow.

    The widest are narrowed first, so that short columns stay as they are; the first column says what a row is about,
    and keeps more room than another.
    """
    natural = [max(map(len, cells)) for cells in columns]
    words = [len(cells[0]) if breaks_words else _longest_word(cells) for cells in columns]
    least = [min(most, max(_LEAST, word)) for most, word in zip(natural, words, strict=True)]
    widths = [min(most, max(width, low)) for most, low in zip(natural, least, strict=True)]
    if sum(least) > width:
        return None
    while sum(widths) > width:
        places = [i for i, (most, low) in enumerate(zip(widths, least, strict=True)) if most > low]
        widest = max(places, key=lambda place: widths[place] / (_FIRST if place == 0 else 1))
        widths[widest] -= 1
    return widths


def _longest_word(cells: Sequence[str]) -> int:
    return max((len(word) for text in cells for word in text.split()), default=0)


def _render_row(cells: Sequence[str], widths: Sequence[int], most_lines: int | None) -> str:
    wrapped = [_wrap(text, width, most_lines) for text, width in zip(cells, widths, strict=True)]
    gap = " " * _GAP
    return "".join(
        gap.join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() + "\n"
        for line in zip_longest(*wrapped, fillvalue="")
    )


def _wrap(text: str, width: int, most_lines: int | None) -> list[str]:
    if len(text) <= width:
        return [text]
    if most_lines is None:
        return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return textwrap.wrap(text, width, max_lines=most_lines, placeholder=" …")


def _render_blocks(names: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Return a block for each row: a line for each column, wrapped below itself."""
    margin = max(map(len, names)) + _GAP
    room = max(width - margin, width // 3)  # a name may be longer than a line
    blocks = [
        [_render_line(name.ljust(margin), text, room) for name, text in zip(names, row, strict=True)] for row in rows
    ]
    return "\n".join(map("".join, blocks))


def _render_line(before: str, text: str, width: int) -> str:
    """Return what stands before a text, and the text; what is longer than `width` goes on below itself."""
    if len(text) <= width:  # so are most, and wrapping is slow
        return f"{before}{text}".rstrip() + "\n"
    wrapped = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
    return "".join(f"{before if i == 0 else ' ' * len(before)}{line}".rstrip() + "\n" for i, line in enumerate(wrapped))
