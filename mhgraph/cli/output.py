"""How commands print: rows on standard output, remarks on standard error."""

from __future__ import annotations

import sys

from mhgraph.cli.terminal import unguarded
from mhgraph.tables import Table, render, shown_rows
from mhgraph.text.characters import visible


def print_table(table: Table, form: str) -> None:
    """Print rows: coloured for people on a terminal, plain text in a pipe, or the format asked for."""
    if form == "table" and sys.stdout.isatty() and table.rows and table.columns:
        _print_rich(table)
    else:
        sys.stdout.write(render(table, form))


def note(text: str) -> None:
    """Print a remark on standard error, where it does not mix with rows."""
    print(f"mhgraph: {visible(text)}", file=sys.stderr)


def _print_rich(table: Table) -> None:
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    console = Console(file=unguarded(sys.stdout))
    rows = shown_rows(table)
    natural = sum(max(len(text) for text in column) + 3 for column in zip(table.columns, *rows, strict=True))
    if natural <= console.width:
        grid = RichTable(*table.columns)
        for row in rows:
            grid.add_row(*(Text(text) for text in row))
        console.print(grid)
        return
    for row in rows:
        block = RichTable(box=None, show_header=False, pad_edge=False)
        block.add_column(style="dim", no_wrap=True)
        block.add_column(overflow="fold")
        for name, text in zip(table.columns, row, strict=True):
            block.add_row(Text(name), Text(text))
        console.print(block)
        console.print()
