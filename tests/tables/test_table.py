"""Rows in every format: what goes in comes out, and nothing in a cell is obeyed."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhgraph.tables import FORMATS, Table, Value, render, shown_rows, simple_table, visible

PLAIN = Table(
    ("event", "label", "count", "organizers"),
    ("organizers",),
    [
        (
            (Value("https://e/a", "event:a"),),
            (Value("First, “event”", "First, “event”"),),
            (Value(3, "3"),),
            (Value("https://e/x", "X"), Value("https://e/y", "Y")),
        ),
        ((Value("https://e/b", "event:b"),), (), (Value(1.5, "1.5"),), ()),
    ],
)
ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
CELLS = st.lists(st.lists(ANY, min_size=2, max_size=2), max_size=4)


def table_of(rows: list[list[str]]) -> Table:
    return simple_table(("a", "b"), [tuple(row) for row in rows])


def test_the_formats() -> None:
    assert FORMATS == ("table", "csv", "tsv", "json", "jsonl", "md")
    assert render(PLAIN, "table") == (
        "event    label           count  organizers\n"
        "-------  --------------  -----  ----------\n"
        "event:a  First, “event”  3      X; Y\n"
        "event:b                  1.5\n"
    )
    assert render(PLAIN, "csv") == (
        'event,label,count,organizers\nhttps://e/a,"First, “event”",3,https://e/x; https://e/y\nhttps://e/b,,1.5,\n'
    )
    assert render(PLAIN, "tsv") == (
        "event\tlabel\tcount\torganizers\n"
        "https://e/a\tFirst, “event”\t3\thttps://e/x; https://e/y\n"
        "https://e/b\t\t1.5\t\n"
    )
    records = [
        {"event": "https://e/a", "label": "First, “event”", "count": 3, "organizers": ["https://e/x", "https://e/y"]},
        {"event": "https://e/b", "label": None, "count": 1.5, "organizers": []},
    ]
    assert json.loads(render(PLAIN, "json")) == records
    assert [json.loads(line) for line in render(PLAIN, "jsonl").splitlines()] == records
    assert render(PLAIN, "md") == (
        "| event | label | count | organizers |\n"
        "| --- | --- | --- | --- |\n"
        "| event:a | First, “event” | 3 | X; Y |\n"
        "| event:b |  | 1.5 |  |\n"
    )


def test_types_of_json() -> None:
    records = json.loads(render(PLAIN, "json"))
    assert [type(record["count"]) for record in records] == [int, float]
    assert [type(record["organizers"]) for record in records] == [list, list]
    assert "“event”" in render(PLAIN, "json")  # not escaped


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


@given(CELLS)
def test_people_see_no_control_characters(rows: list[list[str]]) -> None:
    for form in ("table", "md"):
        text = render(table_of(rows), form)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", text)


@given(CELLS)
def test_a_row_is_a_line_of_markdown(rows: list[list[str]]) -> None:
    lines = render(table_of(rows), "md").split("\n")
    assert len(lines) == len(rows) + 3
    for line in lines[:-1]:
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 3


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("a\nb\tc\rd", "a b\ufffdc\ufffdd"),
        ("\u202edrawkcab", "\ufffddrawkcab"),
        ("\u2066a\u2069\u200e", "\ufffda\ufffd\ufffd"),
        ("\x9b31m", "\ufffd31m"),
        ("é 😀 \u200d", "é 😀 \u200d"),
    ],
)
def test_control_characters_are_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert shown in render(simple_table(("a",), [(text,)]), "table")


@pytest.mark.parametrize(
    "markup", ["[bold]x[/bold]", "<b>x</b>", "a|b", "`x`", "*x*", "# x", "~~x~~", "\\|", "![i](u)"]
)
def test_markup_is_text(markup: str) -> None:
    assert markup in render(simple_table(("a",), [(markup,)]), "table")
    shown = render(simple_table(("a",), [(markup,)]), "md").splitlines()[2]
    assert re.sub(r"\\(.)", r"\1", shown) == f"| {markup} |"
    assert not re.search(r"(?<!\\)[`*_{}\[\]<>#~]", shown.replace("\\\\", ""))


def test_plain_values() -> None:
    table = simple_table(("a", "b", "c", "d"), iter([(None, ("x", None, 2), Value("iri", "curie"), True)]))
    assert table.rows == [((), (Value("x", "x"), Value(2, "2")), (Value("iri", "curie"),), (Value(True, "True"),))]
    assert shown_rows(table) == [["", "x; 2", "curie", "True"]]


def test_a_long_last_cell_is_wrapped() -> None:
    words = " ".join(["word"] * 40)
    lines = render(simple_table(("key", "text"), [("k", words)]), "table").splitlines()
    assert len(lines) > 3
    assert all(len(line) <= 120 for line in lines)
    assert all(line.startswith("     word") for line in lines[3:])
    assert " ".join(" ".join(lines[2:]).split()) == f"k {words}"


def test_wide_tables_become_blocks() -> None:
    long = "x" * 90
    text = render(simple_table(("one", "another"), [(long, long), ("a", " ".join(["word"] * 60))]), "table")
    blocks = text.split("\n\n")
    assert len(blocks) == 2
    assert blocks[0] == f"one      {long}\nanother  {long}"
    assert all(len(line) <= 120 for line in text.splitlines())
    assert blocks[1].splitlines()[2].startswith("         word")


def test_an_unbreakable_word_stays_whole() -> None:
    link = "https://e.example/" + "x" * 150
    assert link in render(simple_table(("a", "b"), [("k", link)]), "table")


def test_an_unknown_format() -> None:
    with pytest.raises(KeyError):
        render(PLAIN, "xml")
