"""Paragraphs: the recipe n1, digests, and text fragments, which a browser of our own looks up."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhgraph.files import read_text
from mhgraph.text.passages import (
    address_holds_contact,
    holds_contact,
    normalise,
    paragraph_digest,
    paragraphs,
    passage_slug,
    text_digest,
    text_fragment,
)
from tests.conftest import SMALL

TEXTS = sorted((SMALL / "texts").glob("*.txt"))
AWKWARD = st.text(
    alphabet=st.sampled_from("aeéﬁ½ \t\u00a0\u00ad\u0301\u0323\u2003\u2028\u200b\u3000\r\n\u1e9bA©"), max_size=30
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
        ("\u200b", "\u200b"),  # a zero-width space is no white space in Unicode
        ("", ""),
    ],
)
def test_normalise(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


@given(ANY_TEXT)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(ANY_TEXT)
def test_normal_form_has_single_spaces_and_no_soft_hyphen(text: str) -> None:
    form = normalise(text)
    assert form == form.strip()
    assert "\u00ad" not in form
    assert form.split() == (form.split(" ") if form else [])
    assert unicodedata.is_normalized("NFKC", form)


@given(ANY_TEXT)
def test_digests_do_not_depend_on_the_unicode_form(text: str) -> None:
    for form in FORMS:
        other = unicodedata.normalize(form, text)
        assert text_digest(other) == text_digest(text)
        assert paragraph_digest(other) == paragraph_digest(text)


@given(st.lists(st.text(alphabet="ab é", max_size=6), max_size=5), st.sampled_from([" ", "\t", "\u00a0", "\u2003", ""]))
def test_digests_do_not_depend_on_white_space(lines: list[str], space: str) -> None:
    plain = "\n".join(lines)
    loose = "\r\n".join(f"{space}{line.replace(' ', '  ')}{space}\n{space}" for line in lines)
    assert paragraphs(loose) == paragraphs(plain)
    assert text_digest(loose) == text_digest(plain)


@given(st.text(alphabet="abc .", min_size=1, max_size=20), st.integers(min_value=0, max_value=19))
def test_another_letter_is_another_digest(text: str, where: int) -> None:
    at = where % len(text)
    changed = f"{text[:at]}Z{text[at + 1 :]}"
    assert paragraph_digest(changed) != paragraph_digest(text)
    assert text_digest(changed) != text_digest(text)


def test_digests_are_sha256_of_the_normal_form() -> None:
    assert paragraph_digest("  One\u00a0two ") == hashlib.sha256(b"One two").hexdigest()
    assert text_digest(" One \n\n\u00adTwo\n") == hashlib.sha256(b"One\nTwo").hexdigest()
    assert text_digest("") == hashlib.sha256(b"").hexdigest()


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    assert paragraphs("\n  One\r\n\t\u00a0\n\u00ad\nTwo\u2028three") == ["One", "Two three"]


def test_slugs_have_two_digits_or_more() -> None:
    assert [passage_slug(number) for number in (1, 10, 100)] == ["p01", "p10", "p100"]


@pytest.mark.parametrize(
    "text",
    [
        "write to desk.one@mail.example.org",
        "call +41 22 717 91 11",
        "Tel. 0041 (22) 717-9111",
        "+1 (212) 555-0100 today",
        "022 555 01 00",
        "0225550100",
        "ask at 01 23 45 67 89.",
        "at 022/555 01 00",
        "020 7946 0958",
        "tel. 022 555 1234",
        "Tel: 555 0100",
        "Tél. : 55 50 10",
        "teléfono 912 345 678",
        "Phone (22) 555 01",
        "fax 5550100",
        "call us on 555 01 00",
        "(212) 555-0100",
        "(022) 555 01 00",
        "212-555-0100",
        "jane.doe (at) mail.example",
        "jane.doe[at]mail.example",
        "jane { at } mail (dot) example",
    ],
)
def test_contact_is_noticed(text: str) -> None:
    assert holds_contact(text)
    assert text_fragment([text, "another paragraph"], 1) is None


@pytest.mark.parametrize(
    "text",
    [
        "resolution 1244 (1999)",
        "in 2018-2019",
        "about 1 200 000 people",
        "a @ b",
        "2030+",
        "A/RES/73/195",
        "A/RES/71/280 (2017), A/HRC/35/25",
        "WHA70.15",
        "resolutions 70.15 (2017) and 61.17 (2008)",
        "paras. 15 (e), 16 (c) and 31 (212) 2018-2019",
        "01.02.2018",
        "from 01/02/2018 to 03/02/2018",
        "01 02 2018",
        "2018-12-10",
        "from 09.30-10.30 2018",
        "0.5, 0.75 and 0.125 456",
        "call 2018-2019",
        "Call 1 200 000 people home",
        "a call of 2018: 193 States",
        "telephone survey of 2018/2019: 1 200 000 answers",
        "phone: 10/12/2018",
        "ISBN 978-92-4-151234-5",
        "ISSN 0028-0836",
        "SARS-CoV-2, COVID-19",
        "talks at (the) example.org",
        "look [at example.org]",
    ],
)
def test_numbers_and_signs_are_no_contact(text: str) -> None:
    assert not holds_contact(text)


@pytest.mark.parametrize(
    "iri",
    [
        "mailto:desk@mail.example",
        "TEL:5550100",
        "sms:5550100",
        "https://wa.me/41225550100",
        "https://mail.example/ask?to=jane.doe@mail.example",
        "https://mail.example/ask?to=jane.doe%40mail.example",
        "https://mail.example/call/%2B41225550100",
        "https://jane@mail.example/",
    ],
)
def test_contact_in_an_address_is_noticed(iri: str) -> None:
    assert address_holds_contact(iri)


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/@channel",
        "https://example.org/record/0012345678",
        "https://example.org/2018/01/02/0225550100",
        "https://example.org/A/RES/73/195?year=2018-2019",
        "https://example.org/photos/12345678@N00/page",
        "https://example.org/?q=health+2018+2019+2020",
        "https://example.org/telephone:5550100",
    ],
)
def test_numbers_and_signs_in_an_address_are_no_contact(iri: str) -> None:
    assert not address_holds_contact(iri)


def browser(page: Sequence[str], fragment: str) -> tuple[int, int] | None:
    """Return the paragraphs (from 1) in which the highlighted text begins and ends, or None if nothing is found.

    Our own reading of https://wicg.github.io/scroll-to-text-fragment/: a term is matched without regard to case, within
    one block, on word boundaries, the start at its first place and the end at the first place after it.
    """
    terms = [unquote(term) for term in fragment.removeprefix("#:~:text=").split(",")]
    begin = _find(page, terms[0], 0, 0)
    if begin is None:
        return None
    if len(terms) == 1:
        return begin[0] + 1, begin[0] + 1
    end = _find(page, terms[1], begin[0], begin[1] + len(terms[0].casefold()))
    return None if end is None else (begin[0] + 1, end[0] + 1)


def _find(page: Sequence[str], term: str, block: int, offset: int) -> tuple[int, int] | None:
    wanted = term.casefold()
    for number in range(block, len(page)):
        text = page[number].casefold()
        for at in range(offset if number == block else 0, len(text) - len(wanted) + 1):
            before, after = text[at - 1 : at], text[at + len(wanted) : at + len(wanted) + 1]
            if text[at : at + len(wanted)] == wanted and not _in_word(before) and not _in_word(after):
                return number, at
    return None


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def words_in(fragment: str) -> int:
    return sum(len(unquote(term).split()) for term in fragment.removeprefix("#:~:text=").split(","))


def check(page: Sequence[str], number: int, fragment: str) -> None:
    assert browser(page, fragment) == (number, number), f"{fragment} does not find paragraph {number} of {page}"
    assert words_in(fragment) <= 8


def test_the_corpus_has_texts() -> None:
    assert len(TEXTS) == 3


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_browser_finds_every_paragraph_of_the_small_texts(path: Path) -> None:
    page = paragraphs(read_text(path))
    fragments = {number: text_fragment(page, number) for number in range(1, len(page) + 1)}
    for number, fragment in fragments.items():
        if fragment is not None:
            check(page, number, fragment)
    assert [number for number, fragment in fragments.items() if fragment is None] == []


@given(
    st.lists(
        st.lists(st.sampled_from(["a", "b", "A", "b-c", "d,", "(e)", "é", "•"]), min_size=1, max_size=9), max_size=6
    )
)
def test_what_is_pointed_at_is_found(rows: list[list[str]]) -> None:
    page = [" ".join(row) for row in rows]
    for number in range(1, len(page) + 1):
        fragment = text_fragment(page, number)
        if fragment is not None:
            check(page, number, fragment)


def test_a_fragment_grows_until_it_is_unique() -> None:
    page = ["one two three, four five six", "one two nine, three four five six", "one two nine, four five six"]
    fragments = [text_fragment(page, number) for number in (1, 2, 3)]
    assert fragments == ["#:~:text=one,six", "#:~:text=one%20two%20nine%2C,five%20six", None]


def test_eight_words_at_most_then_none() -> None:
    page = ["a b c d e f g h i j", "a b c d e f g h i j"]
    assert text_fragment(page, 1) is not None
    assert text_fragment(page, 2) is None


def test_signs_of_the_syntax_are_encoded() -> None:
    page = ["So-called rights, and & more of them - at last: 50%"]
    fragment = text_fragment(page, 1)
    assert fragment == "#:~:text=So%2Dcalled,50%25"
    assert text_fragment(["Health, for-all & more"], 1) == "#:~:text=Health%2C%20for%2Dall%20%26%20more"


def test_a_list_mark_is_no_part_of_the_text() -> None:
    assert text_fragment(["• to keep a boat"], 1) == "#:~:text=to%20keep%20a%20boat"
