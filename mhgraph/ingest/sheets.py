"""The rows of a list: cells of a sheet (CSV), or of the lines of a text, each with the paragraphs that hold it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mhgraph.errors import UnreadableFile
from mhgraph.ingest.known import words_of
from mhgraph.text.characters import drop_hidden
from mhgraph.text.passages import normalise

_CELL_BORDER = re.compile(r"\t+|\s+[|]\s+| {2,}")
_BULLET = re.compile(r"^(?:[•·▪◦‣*–—-]\s+|\d{1,3}[.)]\s+)")
_DELIMITERS = ",;\t|"


@dataclass(frozen=True)
class Row:
    """The cells of a row, and the first and last paragraph that hold it."""

    cells: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True)
class Sheet:
    """A list: the head, if there is one, its rows, and the rows that a text does not hold (from 1).

    `is_text` says that the sheet itself is the captured text.
    """

    head: Row | None
    rows: tuple[Row, ...]
    missing: tuple[int, ...] = ()
    is_text: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the columns; empty without a head."""
        return self.head.cells if self.head else ()


def read_sheet(text: str, path: Path) -> Sheet:
    r"""Return a sheet whose text is CSV, with commas, semicolons, tabs or bars; `path` stands in errors.

    Raises:
        UnreadableFile: it has no head with two columns, or no row below it.

    >>> sheet = read_sheet("Date,Place\n2 April 2031,Riverside\n", Path("a.csv"))
    >>> sheet.labels, sheet.rows[0].cells, sheet.rows[0].first
    (('Date', 'Place'), ('2 April 2031', 'Riverside'), 2)
    """
    head_line = text.lstrip("\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head_line.count)
    numbers, counted = [0], 0
    for line in text.split("\n"):  # paragraph n is the n-th line that is not empty
        counted += bool(normalise(line))
        numbers.append(counted)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    rows, before = [], 0
    try:
        for record in reader:
            first, before = before + 1, reader.line_num
            cells = tuple(normalise(drop_hidden(cell)) for cell in record)
            if any(cells):
                rows.append(Row(cells, numbers[first - 1] + 1, numbers[reader.line_num]))
    except csv.Error as error:
        raise UnreadableFile(path, f"not CSV: {error}", "save the sheet as CSV again", line=reader.line_num) from error
    if len(rows) < 2 or len(rows[0].cells) < 2:
        raise UnreadableFile(
            path, "no sheet with a head, two columns and a row", "save the sheet as CSV, with its head"
        )
    return Sheet(rows[0], tuple(rows[1:]))


def align_sheet(sheet: Sheet, paragraphs: Sequence[str]) -> Sheet:
    """Return a sheet whose rows say which paragraphs of a text hold them, in the order of the text.

    A row that a copy has broken into lines, one for each cell, holds all of these.
    """
    keys = [" ".join(words_of(text)) for text in paragraphs]
    rows, missing, cursor = [], [], 0
    head = _place(sheet.head, keys, 0) if sheet.head else None
    if head is not None:
        cursor = head.last
    for number, row in enumerate(sheet.rows, start=1):
        placed = _place(row, keys, cursor)
        if placed is None:
            missing.append(number)
            continue
        rows.append(placed)
        cursor = placed.last
    return Sheet(head or (Row(sheet.labels, 0, 0) if sheet.head else None), tuple(rows), tuple(missing))


def _place(row: Row, keys: Sequence[str], cursor: int) -> Row | None:
    """Return a row with the paragraphs from `cursor` on that hold its cells; None if there are none.

    These are the paragraphs that have its words, no others, and in this order; else one that has all its cells.
    """
    cells = [" ".join(words_of(cell)) for cell in row.cells if words_of(cell)]
    whole = " ".join(cells)
    for start in range(cursor, len(keys)):
        joined = ""
        for last in range(start, len(keys)):
            joined = f"{joined} {keys[last]}".strip()
            if joined == whole:
                return Row(row.cells, start + 1, last + 1)
            if not whole.startswith(joined):
                break
        if all(f" {cell} " in f" {keys[start]} " for cell in cells):
            return Row(row.cells, start + 1, start + 1)
    return None


def read_rows(lines: Sequence[str]) -> Sheet:
    r"""Return the rows that the lines of a text make: those with as many cells as most, or else its bulleted lines.

    `lines` are the paragraphs as the text has them, for cells stand between tabs, bars or wide blanks.

    >>> [row.cells for row in read_rows(["Meetings", "2 April\tRiverside", "9 May\tLakeside"]).rows]
    [('2 April', 'Riverside'), ('9 May', 'Lakeside')]
    """
    split = [tuple(normalise(drop_hidden(cell)) for cell in _CELL_BORDER.split(line.strip())) for line in lines]
    counts = Counter(len(cells) for cells in split if len(cells) > 1)
    if counts:
        most = counts.most_common(1)[0][0]
        rows = [Row(cells, number, number) for number, cells in enumerate(split, start=1) if len(cells) == most]
    else:
        rows = [
            Row((_BULLET.sub("", normalise(drop_hidden(line))).rstrip(" ;,."),), number, number)
            for number, line in enumerate(lines, start=1)
            if _BULLET.match(normalise(line))
        ]
    return Sheet(None, tuple(rows))
