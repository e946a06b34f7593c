"""Tables as values, and what people see of a text."""

from __future__ import annotations

import pytest

from mhgraph.tables import Value, render, shown_rows, simple_table
from mhgraph.text.characters import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("a\nb\tc\rd", "a b\ufffdc\ufffdd"),
        ("\u202edrawkcab", "\ufffddrawkcab"),
        ("\u2066a\u2069\u200e", "\ufffda\ufffd\ufffd"),
        ("\x9b31m", "\ufffd31m"),
        ("é 😀 \u200b", "é 😀 \ufffd"),
        ("a\U000e0041b\u200bc", "a\ufffdb\ufffdc"),
    ],
)
def test_control_characters_are_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert shown in render(simple_table(("a",), [(text,)]), "table")


def test_plain_values() -> None:
    table = simple_table(("a", "b", "c", "d"), iter([(None, ("x", None, 2), Value("iri", "curie"), True)]))
    assert table.rows == [((), (Value("x", "x"), Value(2, "2")), (Value("iri", "curie"),), (Value(True, "True"),))]
    assert shown_rows(table) == [["", "x; 2", "curie", "True"]]
