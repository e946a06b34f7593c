"""The one way in which benchmarks print: tables in Markdown, on the screen and in the page that they write."""

from __future__ import annotations

from collections.abc import Iterable

from mhgraph.tables import render, simple_table

Cell = str | int | float | None


def make_table(columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> str:
    """Return a table; numbers with two digits that tell something.

    >>> print(make_table(("work", "s"), [("load", 0.1234), ("page", 12.34)]), end="")
    | work | s |
    | --- | --- |
    | load | 0.12 |
    | page | 12 |
    """
    return render(simple_table(columns, [tuple(map(show_number, row)) for row in rows]), "md")


def print_table(columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> None:
    """Print a table."""
    print(make_table(columns, rows), flush=True)


def show_number(cell: Cell) -> str:
    """Return a number as people read it: whole ones with commas, others with two digits, or all before the point.

    >>> show_number(1234), show_number(0.001234), show_number(1234.5), show_number(None)
    ('1,234', '0.0012', '1,234', '')
    """
    if cell is None or isinstance(cell, str):
        return cell or ""
    if isinstance(cell, int) or abs(cell) >= 10:
        return f"{cell:,.0f}"
    return f"{float(f'{cell:.2g}'):.4f}".rstrip("0").rstrip(".") if abs(cell) < 1 else f"{cell:.1f}"
