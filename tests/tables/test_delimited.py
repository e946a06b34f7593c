"""Tables for machines read back as they were written."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given

from mhgraph.tables import render
from tests.tables.cases import CELLS, PLAIN, table_of


def test_separated_values() -> None:
    assert render(PLAIN, "csv") == (
        'event,label,count,organizers\nhttps://e/a,"First, “event”",3,https://e/x; https://e/y\nhttps://e/b,,1.5,\n'
    )
    assert render(PLAIN, "tsv") == (
        "event\tlabel\tcount\torganizers\n"
        "https://e/a\tFirst, “event”\t3\thttps://e/x; https://e/y\n"
        "https://e/b\t\t1.5\t\n"
    )


def test_records() -> None:
    records = [
        {"event": "https://e/a", "label": "First, “event”", "count": 3, "organizers": ["https://e/x", "https://e/y"]},
        {"event": "https://e/b", "label": None, "count": 1.5, "organizers": []},
    ]
    assert json.loads(render(PLAIN, "json")) == records
    assert [json.loads(line) for line in render(PLAIN, "jsonl").splitlines()] == records


def test_types_of_json() -> None:
    records = json.loads(render(PLAIN, "json"))
    assert [type(record["count"]) for record in records] == [int, float]
    assert [type(record["organizers"]) for record in records] == [list, list]
    assert "“event”" in render(PLAIN, "json")  # not escaped


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
@given(rows=CELLS)
def test_separated_values_read_back(form: str, delimiter: str, rows: list[list[str]]) -> None:
    text = render(table_of(rows), form)
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)) == [["a", "b"], *rows]


@given(CELLS)
def test_json_reads_back(rows: list[list[str]]) -> None:
    records = [dict(zip("ab", row, strict=True)) for row in rows]
    assert json.loads(render(table_of(rows), "json")) == records
    assert [json.loads(line) for line in render(table_of(rows), "jsonl").split("\n") if line] == records
