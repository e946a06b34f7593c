"""Text fragments, which a browser of our own looks up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhgraph.files import read_text
from mhgraph.text.fragments import make_fragment
from mhgraph.text.passages import split_paragraphs
from tests.conftest import SMALL

TEXTS = sorted((SMALL / "texts").glob("*.txt"))


def look_up(page: Sequence[str], fragment: str) -> tuple[int, int] | None:
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


def count_words(fragment: str) -> int:
    return sum(len(unquote(term).split()) for term in fragment.removeprefix("#:~:text=").split(","))


def check(page: Sequence[str], number: int, fragment: str) -> None:
    assert look_up(page, fragment) == (number, number), f"{fragment} does not find paragraph {number} of {page}"
    assert count_words(fragment) <= 8


def test_the_small_project_has_texts() -> None:
    assert len(TEXTS) == 4


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_browser_finds_every_paragraph_of_the_small_texts(path: Path) -> None:
    page = split_paragraphs(read_text(path))
    fragments = {number: make_fragment(page, number) for number in range(1, len(page) + 1)}
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
        fragment = make_fragment(page, number)
        if fragment is not None:
            check(page, number, fragment)


def test_a_fragment_grows_until_it_is_unique() -> None:
    page = ["one two three, four five six", "one two nine, three four five six", "one two nine, four five six"]
    fragments = [make_fragment(page, number) for number in (1, 2, 3)]
    assert fragments == ["#:~:text=one,six", "#:~:text=one%20two%20nine%2C,five%20six", None]


def test_eight_words_at_most_then_none() -> None:
    page = ["a b c d e f g h i j", "a b c d e f g h i j"]
    assert make_fragment(page, 1) is not None
    assert make_fragment(page, 2) is None


def test_signs_of_the_syntax_are_encoded() -> None:
    page = ["So-called rights, and & more of them - at last: 50%"]
    fragment = make_fragment(page, 1)
    assert fragment == "#:~:text=So%2Dcalled,50%25"
    assert make_fragment(["Health, for-all & more"], 1) == "#:~:text=Health%2C%20for%2Dall%20%26%20more"


def test_a_list_mark_is_no_part_of_the_text() -> None:
    assert make_fragment(["• to keep a boat"], 1) == "#:~:text=to%20keep%20a%20boat"
