"""Tables as a workbook for spreadsheet programs, in which nothing runs. This module is the owner of XlsxWriter."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from mhgraph.errors import MhgraphError
from mhgraph.optional import load_extra
from mhgraph.tables.table import SEPARATOR, Cell, Table

_CREATED = datetime(2000, 1, 1)
"""Said to be the day of writing, so that equal tables are equal bytes."""
_MOST_CHARACTERS = 32_767
_MOST_ROWS = 2**20
_WIDEST = 60


def render_workbook(table: Table) -> bytes:
    """Return a workbook (.xlsx) of one sheet: numbers as numbers, all else as text, whatever it begins with.

    A cell that begins with `=`, `+`, `-` or `@` is no formula there, and an address no link. Several values of a cell
    are joined by a semicolon. Raises MissingLibrary without XlsxWriter.

    Raises:
        MhgraphError: the table is longer, or the text of a cell, than such a file can hold.
    """
    library = load_extra("xlsxwriter", wish="a workbook", extra="xlsx")
    if len(table.rows) >= _MOST_ROWS:
        raise MhgraphError(f"a workbook holds fewer than {_MOST_ROWS:,} rows", "write CSV, or ask for less")
    file = io.BytesIO()
    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with library.Workbook(file, {"in_memory": True, **as_text}) as book:
        book.set_properties({"created": _CREATED})
        sheet = book.add_worksheet("mhgraph")
        for place, name in enumerate(table.columns):
            sheet.write_string(0, place, name, book.add_format({"bold": True}))
        for number, row in enumerate(table.rows, 1):
            for place, cell in enumerate(row):
                _write(sheet, number, place, cell)
        for place, name in enumerate(table.columns):
            longest = max((len(_join(row[place])) for row in table.rows), default=0)
            sheet.set_column(place, place, min(_WIDEST, max(len(name), longest) + 1))
        sheet.freeze_panes(1, 0)
    return file.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Cell) -> None:
    """Write a cell that holds something.

    Raises:
        MhgraphError: it is longer than a workbook can hold.
    """
    number = cell[0].exact if len(cell) == 1 else None
    if isinstance(number, int | float):
        sheet.write_number(row, column, number)
    elif cell:
        text = _join(cell)
        if len(text) > _MOST_CHARACTERS:
            problem = f"a cell has {len(text):,} characters, and a workbook holds {_MOST_CHARACTERS:,}"
            raise MhgraphError(problem, "write CSV, or a row for each value")
        sheet.write_string(row, column, text)


def _join(cell: Cell) -> str:
    return SEPARATOR.join(str(value.exact) for value in cell)
