"""Tests: characters that nobody sees."""

from __future__ import annotations

import unicodedata

import pytest

from mhgraph.text.characters import find_hidden, is_hidden


@pytest.mark.parametrize(
    "char",
    [
        "\x00", "\n", "\x7f", "\x85", "\u00ad", "\u061c", "\u200b", "\u200e", "\u200f", "\u202a", "\u202e", "\u2028",
        "\u2029", "\u2060", "\u2066", "\u2069", "\u3164", "\ufe0f", "\ufeff", "\ue000", "\ufff9", "\U000e0001",
        "\U000e0041", "\U000e0100", "\U000f0000", "\ud800",
    ],
)  # fmt: skip
def test_what_nobody_sees_is_hidden(char: str) -> None:
    assert is_hidden(char)


@pytest.mark.parametrize(
    "text", ["Système de santé", "Ελλάδα", "目标15", "هدف ۱۵", "ثبت دره\u200cها", "क्\u200dष", "a\u00a0b", "\u0600"]
)
def test_what_a_name_needs_is_not(text: str) -> None:
    assert list(find_hidden(text)) == []


def test_every_control_and_mark_of_direction_of_the_unicode_data_is_hidden() -> None:
    marks = [chr(code) for code in range(0x3000) if unicodedata.bidirectional(chr(code)) in _DIRECTIONS]
    assert len(marks) >= 9
    assert all(map(is_hidden, marks))


_DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def test_each_is_named_with_its_place() -> None:
    assert list(find_hidden("a\u202eb\U000e0041")) == [(1, "U+202E"), (3, "U+E0041")]
