"""Paragraphs: the recipe n2, and digests."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhgraph.text.passages import digest_paragraph, digest_text, name_paragraph, normalise, split_paragraphs

AWKWARD = st.text(
    alphabet=st.sampled_from(
        "aeéﬁ½ \t\u00a0\u00ad\u0301\u0323\u2003\u2028\u200b\u200d\u202e\u034f\ufe0f\ufeff\u3000\r\n\u1e9bA©"
    ),
    max_size=30,
)
FORMS: tuple[Literal["NFC", "NFD", "NFKC", "NFKD"], ...] = ("NFC", "NFD", "NFKC", "NFKD")
ANY_TEXT = st.one_of(st.text(max_size=60), AWKWARD)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("ﬁnance ½ ①", "finance 1⁄2 1"),  # compatibility forms
        ("e\u0301tat", "état"),  # composed
        ("ser\u00advi\u00adces", "services"),  # soft hyphens
        ("a\u00ad\u0301", "á"),  # a soft hyphen between a letter and its accent
        ("a\u00a0b\u2003c\u3000d\te", "a b c d e"),  # white space of every kind
        ("  a \r", "a"),  # the rest of a CRLF
        ("a\u2028b\x0bc\x85d", "a b c d"),  # line ends that are not LF
        ("a\u2060b\u200bc\ufeffd\u200de", "abcde"),  # of width zero, the byte order mark among them
        ("\u202aa\u202c \u2066b\u2069\u200f", "a b"),  # marks of direction
        ("❤\ufe0f a\u034fb c\U000e0061\U000e0100", "❤ ab c"),  # variation selectors, joiners of graphemes, tags
        ("\u200b", ""),
        ("", ""),
    ],
)
def test_normalise(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


@given(ANY_TEXT)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_no_character_is_normalised_to_another_form_the_second_time() -> None:
    assigned = [
        char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) not in ("Cn", "Co", "Cs")
    ]
    forms = [normalise(f"e{char}\u0301") for char in assigned]
    assert [form for form in forms if normalise(form) != form] == []


@given(ANY_TEXT)
def test_normal_form_has_single_spaces_and_nothing_invisible(text: str) -> None:
    form = normalise(text)
    assert form == form.strip()
    assert not any(char in form for char in "\u00ad\u200b\u200d\ufeff\ufe0f")
    assert form.split() == (form.split(" ") if form else [])
    assert unicodedata.is_normalized("NFKC", form)


@given(ANY_TEXT)
def test_digests_do_not_depend_on_the_unicode_form(text: str) -> None:
    for form in FORMS:
        other = unicodedata.normalize(form, text)
        assert digest_text(other) == digest_text(text)
        assert digest_paragraph(other) == digest_paragraph(text)


@given(st.lists(st.text(alphabet="ab é", max_size=6), max_size=5), st.sampled_from([" ", "\t", "\u00a0", "\u2003", ""]))
def test_digests_do_not_depend_on_white_space(lines: list[str], space: str) -> None:
    plain = "\n".join(lines)
    loose = "\r\n".join(f"{space}{line.replace(' ', '  ')}{space}\n{space}" for line in lines)
    assert split_paragraphs(loose) == split_paragraphs(plain)
    assert digest_text(loose) == digest_text(plain)


@given(st.text(alphabet="abc .", min_size=1, max_size=20), st.integers(min_value=0, max_value=19))
def test_another_letter_is_another_digest(text: str, where: int) -> None:
    at = where % len(text)
    changed = f"{text[:at]}Z{text[at + 1 :]}"
    assert digest_paragraph(changed) != digest_paragraph(text)
    assert digest_text(changed) != digest_text(text)


def test_digests_are_sha256_of_the_normal_form() -> None:
    assert digest_paragraph("  One\u00a0two ") == hashlib.sha256(b"One two").hexdigest()
    assert digest_text(" One \n\n\u00adTwo\n") == hashlib.sha256(b"One\nTwo").hexdigest()
    assert digest_text("") == hashlib.sha256(b"").hexdigest()


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    assert split_paragraphs("\n  One\r\n\t\u00a0\n\u00ad\nTwo\u2028three") == ["One", "Two three"]


def test_slugs_have_two_digits_or_more() -> None:
    assert [name_paragraph(number) for number in (1, 10, 100)] == ["p01", "p10", "p100"]
