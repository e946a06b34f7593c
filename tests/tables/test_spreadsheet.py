"""Workbooks, in which nothing runs."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from mhgraph.errors import MhgraphError
from mhgraph.tables import Table, Value, render_file, simple_table

RUN_BY_SPREADSHEETS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://e.example/","x")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "http://e.example/",
    "mailto:a@e.example",
    "{=1+1}",
    "0123",
    "1e5",
    "TRUE",
    "2018-12-10",
]
NAME = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_sheet(data: bytes) -> tuple[ET.Element, list[str]]:
    """Return the sheet of a workbook, and its texts."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = set(book.namelist())
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
        texts = ET.fromstring(book.read("xl/sharedStrings.xml"))
    assert not {name for name in names if "externalLinks" in name or "vba" in name.lower() or "sheet1.xml.rels" in name}
    return sheet, ["".join(item.itertext()) for item in texts]


@pytest.mark.parametrize("text", RUN_BY_SPREADSHEETS)
def test_a_text_is_text_whatever_it_begins_with(text: str) -> None:
    sheet, texts = read_sheet(render_file(simple_table(("a",), [(text,)]), "xlsx"))
    cells = list(sheet.iter(f"{NAME}c"))
    assert [cell.attrib["t"] for cell in cells] == ["s", "s"]
    assert sheet.findall(f".//{NAME}f") == sheet.findall(f".//{NAME}hyperlink") == []
    assert texts[1].replace("_x000D_", "\r") == text


def test_numbers_are_numbers_and_lists_are_joined() -> None:
    table = Table(
        ("n", "x", "many", "none"), (), [((Value(3, "3"),), (Value(1.5, "1.5"),), (Value("a", "A"), Value(2, "2")), ())]
    )
    sheet, texts = read_sheet(render_file(table, "xlsx"))
    cells = {cell.attrib["r"]: cell for cell in sheet.iter(f"{NAME}c")}
    assert [cells[place].findtext(f"{NAME}v") for place in ("A2", "B2")] == ["3", "1.5"]
    assert [cells[place].attrib.get("t") for place in ("A2", "B2", "C2")] == [None, None, "s"]
    assert texts[int(str(cells["C2"].findtext(f"{NAME}v")))] == "a; 2"
    assert "D2" not in cells


def test_equal_tables_are_equal_bytes() -> None:
    one, other = (render_file(simple_table(("a",), [("b",)]), "xlsx") for _ in range(2))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as book:
        assert b"2000-01-01T00:00:00Z" in book.read("docProps/core.xml")


def test_what_a_workbook_cannot_hold_is_refused() -> None:
    with pytest.raises(MhgraphError, match=r"a cell has 32,768 characters, and a workbook holds 32,767; write CSV"):
        render_file(simple_table(("a",), [("x" * 32_768,)]), "xlsx")
    many = Table(("a",), (), [()] * 2**20)
    with pytest.raises(MhgraphError, match=r"a workbook holds fewer than 1,048,576 rows"):
        render_file(many, "xlsx")


def test_a_table_without_rows_keeps_its_header() -> None:
    _, texts = read_sheet(render_file(simple_table(("a", "b"), []), "xlsx"))
    assert texts == ["a", "b"]
