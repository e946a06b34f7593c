"""Characters that nobody sees: the list is what the Unicode data says."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from mhgraph.text.characters import INVISIBLE, visible, visible_lines

IN_FRONT_OF_NUMBERS = {0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
"""Format characters that are seen: signs that span the digits after them."""
IGNORABLE = {
    *(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0),
    *(*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000)),
}
"""What DerivedCoreProperties.txt calls Default_Ignorable_Code_Point beside format characters."""


def test_the_list_is_that_of_the_unicode_data() -> None:
    for point in range(sys.maxunicode + 1):
        category = unicodedata.category(chr(point))
        expected = category in ("Cc", "Cf", "Cs", "Zl", "Zp") and point not in IN_FRONT_OF_NUMBERS
        listed = INVISIBLE.match(chr(point)) is not None
        if category == "Cn" and point not in IGNORABLE:  # newer Unicode data than this Python has may assign it
            continue
        assert listed == (expected or point in IGNORABLE), f"{point:x} is {category}"


@pytest.mark.parametrize(
    "text", ["Ghyslaine’s “health” – 100 %", "Santé à l’étranger", "صحة المهاجرين", "健康", "\u00a0", "😀"]
)
def test_what_people_write_stays(text: str) -> None:
    assert visible(text) == visible_lines(text) == text


def test_lines_stay_only_where_they_are_meant() -> None:
    assert visible("a\nb\tc\r") == "a b\ufffdc\ufffd"
    assert visible_lines("a\nb\tc\r\x1b") == "a\nb\tc\ufffd\ufffd"
