"""The marks of a text."""

from __future__ import annotations

import pytest

from mhgraph.ingest.marks import find_irregular_marks, read_marks


def labels(*paragraphs: str) -> list[str | None]:
    return [mark.label if mark else None for mark in read_marks(paragraphs)]


def names(*paragraphs: str) -> list[str | None]:
    return [mark.name if mark else None for mark in read_marks(paragraphs)]


@pytest.mark.parametrize("letters", [("(a)", "(b)", "(c)"), ("a)", "b)", "c)"), ("( a )", "(b )", "( c)")])
def test_letters_as_they_are_printed(letters: tuple[str, ...]) -> None:
    text = ["31. We commit:", *(f"{letter} something" for letter in letters)]
    assert labels(*text) == ["para. 31", "para. 31 (a)", "para. 31 (b)", "para. 31 (c)"]
    assert names(*text) == ["para-31", "para-31-a", "para-31-b", "para-31-c"]


def test_a_roman_number_is_told_from_a_letter() -> None:
    text = ["1. So:", "(g) seven", "(h) eight", "(i) nine", "(j) ten:", "(i) first", "(ii) second", "(k) eleven"]
    assert names(*text)[3:] == ["para-1-i", "para-1-j", "para-1-j-i", "para-1-j-ii", "para-1-k"]


def test_articles_hold_numbers_and_letters() -> None:
    text = ["Article 12", "1. The States", "2. The steps:", "(c) the third", "Artículo 13: De las aguas"]
    assert labels(*text) == ["art. 12", "art. 12.1", "art. 12.2", "art. 12.2 (c)", "art. 13"]
    assert names(*text)[3] == "art-12-2-c"
    assert [mark.notation for mark in read_marks(text) if mark] == ["12", "12.1", "12.2", "12.2(c)", "13"]


@pytest.mark.parametrize(
    "text",
    [
        "Article 12 of the Covenant says so.",
        "(Pacific) islands",
        "2018. A year is no number of a paragraph",
        "Part of the work is done",
        "A. J. Smith spoke.",
        "Section A of the report says more.",
        "31 people came",
        "I. Who spoke first, and for whom.",
    ],
)
def test_what_only_looks_like_a_mark(text: str) -> None:
    assert labels(text) == [None]


def test_headings() -> None:
    text = ["II. Scope", "A. People", "B. Places", "III. Time", "C. Years", "Objective 15: Provide access", "Annex II"]
    marks = read_marks(text)
    assert labels(*text) == ["II", "II.A", "II.B", "III", "III.C", "Objective 15", "Annex ii"]
    assert all(mark and mark.is_heading for mark in marks)


def test_numbers_begin_again_in_an_annex() -> None:
    assert names("1. One", "Annex", "1. One again", "(a) a part") == [
        "para-1",
        "annex",
        "annex-para-1",
        "annex-para-1-a",
    ]


def test_footnotes_and_operative_paragraphs() -> None:
    lines = ["¹⁴ See the letter", "[3] Ibid.", "7 Voir la lettre", "OP1. Urges", "PP2 Recalling"]
    paragraphs = ["14 See the letter", *lines[1:]]
    marks = read_marks(paragraphs, lines)
    assert [mark.name for mark in marks if mark] == ["fn-14", "fn-3", "fn-7", "op-1", "pp-2"]


def test_items_without_a_number_above_them() -> None:
    assert labels("The Board asks:", "(a) for boats", "(1) for one", "(2) for two")[1:3] == ["(a)", "para. 1"]


def test_several_marks_on_a_line() -> None:
    assert names("1. (a) Urges", "(b) Calls", "2. (1) One", "(a) below it") == [
        "para-1-a",
        "para-1-b",
        "para-2-1",
        "para-2-1-a",
    ]


def test_marks_that_repeat_or_leave_gaps() -> None:
    text = ["17. So:", "(a) one", "(d) four", "18. Then:", "(i) one", "(iii) three", "18. Again", "21. Last"]
    assert find_irregular_marks(read_marks(text)) == [
        "para. 17 is the first of its row",
        "para. 17 (b) to para. 17 (c) are missing before para. 17 (d)",
        "para. 18 (ii) is missing before para. 18 (iii)",
        "para. 18 stands twice (paragraphs 4, 7)",
        "para. 19 to para. 20 are missing before para. 21",
    ]
