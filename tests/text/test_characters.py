"""Characters that nobody sees: the list is what the Unicode data says."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from mhgraph.text.characters import INVISIBLE, find_fault, find_hidden, visible, visible_lines

IN_FRONT_OF_NUMBERS = {0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
"""Format characters that are seen: signs that span the digits after them."""
JOINERS = {0x200C, 0x200D}
"""Format characters without which some languages cannot be written."""
IGNORABLE = {
    *(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0),
    *(*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000)),
}
"""What DerivedCoreProperties.txt calls Default_Ignorable_Code_Point beside format characters."""
BLANKS = {0x2800}
"""Symbols that are drawn as nothing."""


def test_the_list_is_that_of_the_unicode_data() -> None:
    for point in range(sys.maxunicode + 1):
        category = unicodedata.category(chr(point))
        expected = category in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp") and point not in IN_FRONT_OF_NUMBERS | JOINERS
        listed = INVISIBLE.match(chr(point)) is not None
        if category == "Cn" and point not in IGNORABLE:  # newer Unicode data than this Python has may assign it
            continue
        assert listed == (expected or point in IGNORABLE | BLANKS), f"{point:x} is {category}"


def test_every_mark_of_direction_is_in_it() -> None:
    directions = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    marks = [chr(code) for code in range(0x3000) if unicodedata.bidirectional(chr(code)) in directions]
    assert len(marks) >= 9
    assert all(map(INVISIBLE.match, marks))


@pytest.mark.parametrize(
    "text",
    [
        *("Ghyslaine’s “health” – 100 %", "Santé à l’étranger", "صحة المهاجرين", "健康", "😀"),
        *("Ελλάδα", "هدف ۱۵", "ثبت دره\u200cها", "क्\u200dष", "a\u00a0b", "\u0600"),
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert visible(text) == visible_lines(text) == text
    assert find_fault(text) == ""


def test_lines_stay_only_where_they_are_meant() -> None:
    assert visible("a\nb\tc\r") == "a b\ufffdc\ufffd"
    assert visible_lines("a\nb\tc\r\x1b") == "a\nb\tc\ufffd\ufffd"


def test_each_is_named_with_its_place() -> None:
    assert list(find_hidden("a\u202eb\U000e0041")) == [(1, "U+202E"), (3, "U+E0041")]
