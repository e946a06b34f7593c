"""Every format: what goes in comes out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from mhgraph.tables import FORMATS, Table, render
from tests.tables.cases import CELLS, PLAIN, table_of


def test_the_formats() -> None:
    assert FORMATS == ("table", "csv", "tsv", "json", "jsonl", "md")


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("table", ""),
        ("csv", "a,b\n"),
        ("tsv", "a\tb\n"),
        ("json", "[]\n"),
        ("jsonl", ""),
        ("md", "| a | b |\n| --- | --- |\n"),
    ],
)
def test_empty_tables(form: str, text: str) -> None:
    assert render(Table(("a", "b"), (), []), form) == text


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_its_lines(form: str) -> None:
    text = render(PLAIN, form)
    assert text.endswith("\n")
    assert "\r" not in text
    assert not any(line != line.rstrip(" ") for line in text.splitlines())


@given(CELLS)
def test_people_see_no_control_characters(rows: list[list[str]]) -> None:
    for form in ("table", "md"):
        text = render(table_of(rows), form)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", text)


def test_an_unknown_format() -> None:
    with pytest.raises(KeyError):
        render(PLAIN, "xml")
