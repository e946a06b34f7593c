"""How commands print: rows on standard output, remarks on standard error."""

from __future__ import annotations

import shutil
import sys

from mhgraph.tables import Table, render, render_plain
from mhgraph.text.characters import visible

CUT = 2
"""After how many lines a cell of an answer is cut, where people read it."""


def print_table(table: Table, form: str, *, most_lines: int | None = None) -> None:
    """Print rows in the format asked for: for people as wide as their terminal, with cells of so many lines."""
    if form == "table":
        sys.stdout.write(render_plain(table, find_width(), most_lines))
    else:
        sys.stdout.write(render(table, form))


def find_width() -> int:
    """Return how wide a table may be: as wide as the terminal, or as COLUMNS says; else 120 characters."""
    return shutil.get_terminal_size((120, 24)).columns


def note(text: str) -> None:
    """Print a remark on standard error, where it does not mix with rows."""
    print(f"mhgraph: {visible(text)}", file=sys.stderr)
