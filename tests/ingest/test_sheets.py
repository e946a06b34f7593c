"""Rows of a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.errors import UnreadableFile
from mhgraph.ingest.sheets import align_sheet, read_rows, read_sheet

CSV = Path("a.csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    sheet = read_sheet(f"Day{delimiter}Place\n1 May{delimiter}Here\n\n2 May{delimiter}There\n", CSV)
    assert sheet.labels == ("Day", "Place")
    assert [(row.cells, row.first, row.last) for row in sheet.rows] == [
        (("1 May", "Here"), 2, 2),
        (("2 May", "There"), 3, 3),
    ]


def test_a_cell_with_line_breaks_takes_several_paragraphs() -> None:
    sheet = read_sheet('Day,Place\n1 May,"Here,\nor there"\n2 May,Where\n', CSV)
    assert [(row.cells[1], row.first, row.last) for row in sheet.rows] == [("Here, or there", 2, 3), ("Where", 4, 4)]


@pytest.mark.parametrize("text", ["", "Day,Place\n", "Day\n1 May\n"])
def test_what_is_no_sheet(text: str) -> None:
    with pytest.raises(UnreadableFile, match="a head, two columns and a row"):
        read_sheet(text, CSV)


def test_rows_are_found_in_a_text() -> None:
    sheet = read_sheet("Day,Place\n1 May,Here\n2 May,There\n3 May,Nowhere\n", CSV)
    placed = align_sheet(sheet, ["A title", "Day", "Place", "1 May", "Here", "2 May | There", "The end"])
    assert placed.head
    assert (placed.head.first, placed.head.last) == (2, 3)
    assert [(row.cells[0], row.first, row.last) for row in placed.rows] == [("1 May", 4, 5), ("2 May", 6, 6)]
    assert placed.missing == (3,)


def test_rows_of_bullets_where_no_line_has_cells() -> None:
    sheet = read_rows(["Members", "• The Board;", "• The Network.", "Said in May."])
    assert [(row.cells, row.first) for row in sheet.rows] == [(("The Board",), 2), (("The Network",), 3)]
