"""Tables in Markdown: a row is a line, and the text of a cell stays text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from mhgraph.tables import render, simple_table
from tests.tables.cases import CELLS, PLAIN, table_of


def test_a_table() -> None:
    assert render(PLAIN, "md") == (
        "| event | label | count | organizers |\n"
        "| --- | --- | --- | --- |\n"
        "| event:a | First, “event” | 3 | X; Y |\n"
        "| event:b |  | 1.5 |  |\n"
    )


@given(CELLS)
def test_a_row_is_a_line_of_markdown(rows: list[list[str]]) -> None:
    lines = render(table_of(rows), "md").split("\n")
    assert len(lines) == len(rows) + 3
    for line in lines[:-1]:
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 3


@pytest.mark.parametrize(
    "markup", ["[bold]x[/bold]", "<b>x</b>", "a|b", "`x`", "*x*", "# x", "~~x~~", "\\|", "![i](u)"]
)
def test_markup_is_text(markup: str) -> None:
    shown = render(simple_table(("a",), [(markup,)]), "md").splitlines()[2]
    assert re.sub(r"\\(.)", r"\1", shown) == f"| {markup} |"
    assert not re.search(r"(?<!\\)[`*_{}\[\]<>#~]", shown.replace("\\\\", ""))
