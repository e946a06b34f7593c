"""Tables as plain text: aligned where they fit, wrapped or in blocks where they do not."""

from __future__ import annotations

import pytest

from mhgraph.tables import render, simple_table
from tests.tables.cases import PLAIN


def test_columns_are_aligned() -> None:
    assert render(PLAIN, "table") == (
        "event    label           count  organizers\n"
        "-------  --------------  -----  ----------\n"
        "event:a  First, “event”  3      X; Y\n"
        "event:b                  1.5\n"
    )


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


@pytest.mark.parametrize("markup", ["[bold]x[/bold]", "<b>x</b>", "a|b", "`x`"])
def test_markup_is_text(markup: str) -> None:
    assert markup in render(simple_table(("a",), [(markup,)]), "table")


def test_names_of_columns_that_are_longer_than_a_line() -> None:
    long = "v" * 200
    assert render(simple_table((long, "b"), [("x", "y " * 100)]), "table").startswith(f"{long}  x\nb")


def test_a_row_without_columns_is_said_to_be_there() -> None:
    """`SELECT * {}` has one solution, and nothing in it."""
    assert render(simple_table((), [(), ()]), "table") == "(a row without columns)\n" * 2
    assert render(simple_table((), []), "table") == ""
