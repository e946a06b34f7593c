"""Text fragments, which a browser of our own looks up; a real one does in `tests/browser/test_fragments.py`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhgraph.files import read_text
from mhgraph.project.folders import Project
from mhgraph.text.fragments import DIRECTIVE, join_address, make_fragment
from mhgraph.text.passages import split_paragraphs
from tests.conftest import SMALL

TEXTS = sorted((SMALL / "texts").glob("*.txt"))
Place = tuple[int, int]
"""A paragraph (from 0), and an offset in it."""


def look_up(page: Sequence[str], fragment: str) -> tuple[int, int] | None:
    """Return the paragraphs (from 1) in which the highlighted text begins and ends, or None if nothing is found.

    Our own reading of https://wicg.github.io/scroll-to-text-fragment/: a term is matched without regard to case, within
    one block, on word boundaries, the start at its first place and the end at the first place after it; prefix and
    suffix stand next to them, in the same block or in the one beside it.
    """
    prefix, start, end, suffix = read_terms(fragment)
    for begin, begun in find(page, start, (0, 0)):
        if prefix and not any(joins(page, after, begin) for _, after in find(page, prefix, (0, 0))):
            continue
        for ending, finish in find(page, end, begun) if end else [(begin, begun)]:
            if not suffix or any(joins(page, finish, before) for before, _ in find(page, suffix, finish)):
                return begin[0] + 1, ending[0] + 1
    return None


def read_terms(fragment: str) -> tuple[str, str, str, str]:
    terms = fragment.removeprefix(f"#{DIRECTIVE}").split(",")
    prefix = terms.pop(0).removesuffix("-") if terms[0].endswith("-") else ""
    suffix = terms.pop().removeprefix("-") if terms[-1].startswith("-") else ""
    start, end = [*terms, ""][:2]
    assert len(terms) in (1, 2)
    return unquote(prefix), unquote(start), unquote(end), unquote(suffix)


def find(page: Sequence[str], term: str, start: Place) -> Iterator[tuple[Place, Place]]:
    wanted = term.casefold()
    for number in range(start[0], len(page)):
        text = page[number].casefold()
        for at in range(start[1] if number == start[0] else 0, len(text) - len(wanted) + 1):
            before, after = text[at - 1 : at], text[at + len(wanted) : at + len(wanted) + 1]
            if text[at : at + len(wanted)] == wanted and not _in_word(before) and not _in_word(after):
                yield (number, at), (number, at + len(wanted))


def joins(page: Sequence[str], end: Place, start: Place) -> bool:
    """Return whether nothing stands between two places."""
    if end > start:
        return False
    if end[0] == start[0]:
        return not page[end[0]][end[1] : start[1]].strip()
    between = "".join(page[end[0] + 1 : start[0]])
    return not (page[end[0]][end[1] :] + between + page[start[0]][: start[1]]).strip()


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def check(page: Sequence[str], number: int, fragment: str) -> None:
    assert look_up(page, fragment) == (number, number), f"{fragment} does not find paragraph {number} of {page}"
    _, start, end, _ = read_terms(fragment)
    assert len([*start.split(), *end.split()]) <= 8


def test_the_small_project_has_texts() -> None:
    assert [path.stem for path in TEXTS] == [path.stem for path in Project(SMALL).sources]


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
    page = [
        "one two three, four five six.",
        "one two nine, three four five six.",
        "one two nine, four five six.",
        "End.",
    ]
    fragments = [make_fragment(page, number) for number in (1, 2, 3)]
    assert fragments == [
        "#:~:text=one,six.",
        "#:~:text=one%20two%20nine%2C,six.",
        "#:~:text=one%20two%20nine%2C%20four,six.",
    ]


def test_alike_paragraphs_are_told_apart_by_their_neighbours() -> None:
    page = ["Wells", "Read more", "Boats", "Read more", "Roads", "Read more"]
    fragments = [make_fragment(page, number) for number in (2, 4, 6)]
    assert fragments == ["#:~:text=Read,more", "#:~:text=Boats-,Read,more", "#:~:text=Roads-,Read,more"]


def test_none_where_neighbours_are_alike_too() -> None:
    page = ["a b c", "d e f", "a b c", "d e f", "a b c"]
    assert [make_fragment(page, number) is None for number in range(1, 6)] == [False, False, False, True, True]


def test_a_label_and_its_value_may_be_two_blocks() -> None:
    """No term of a short line has more words than it needs, and none reaches over a colon."""
    assert make_fragment(["Date 5 May 2022"], 1) == "#:~:text=Date,2022"
    page = ["Place: the mill of Riverside", "Place: the mill of Hillside", "Place: the mill of Hillside, later"]
    assert make_fragment(page, 2) == "#:~:text=Riverside-,Place%3A,Hillside"
    assert make_fragment(page, 3) == "#:~:text=Hillside-,Place%3A,later"


def test_a_row_whose_first_cell_stands_twice_is_told_by_the_row_before() -> None:
    page = ["Country Year State", "Hillside 2019 joined", "Hillside 2021 joined"]
    assert make_fragment(page, 3) == "#:~:text=joined-,Hillside,joined"


def test_a_passage_of_several_lines_ends_with_the_last() -> None:
    page = ["Hillside", "2019", "joined", "Lakeside", "2021", "joined"]
    assert make_fragment(page, 4, 6) == "#:~:text=Lakeside,joined"


def test_two_blocks_that_a_copy_glued_together_are_no_term() -> None:
    assert make_fragment(["Our WorkAs the Network grows, so do its tasks."], 1) == "#:~:text=Our,tasks."
    assert make_fragment(["HomeAbout us and what we do."], 1) == "#:~:text=us,do."


def test_accents_and_quotes_are_no_difference_to_a_browser() -> None:
    page = ["La sante des gens, et plus.", "La santé des gens d’ici, et plus.", "La sante des gens d'ici."]
    assert make_fragment(page, 2) == "#:~:text=La%20sant%C3%A9%20des%20gens%20d%E2%80%99ici%2C,plus."
    assert make_fragment(page, 3) == "#:~:text=La%20sante%20des%20gens%20d%27ici."


@pytest.mark.parametrize(
    ("paragraph", "fragment"),
    [
        ("Здоровье мигрантов важно", ("Здоровье", "важно")),
        ("التزام الدول بتوفير الخدمات الصحية", ("التزام", "الصحية")),
        ("移徙者有权获得基本服务，不论其身份如何。各国应当提供保健。", ("移徙者有权获得基本服务", "各国应当提供保健")),
        ("ผู้ย้ายถิ่นมีสิทธิ ได้รับบริการสุขภาพ", ("ผู้ย้ายถิ่นมีสิทธิ", "ได้รับบริการสุขภาพ")),
    ],
)
def test_other_scripts(paragraph: str, fragment: tuple[str, str]) -> None:
    found = make_fragment(["1", paragraph, "2"], 2)
    assert found is not None
    assert read_terms(found)[1:3] == fragment


def test_no_sentence_of_a_script_without_spaces_is_quoted() -> None:
    assert make_fragment(["移" * 60 + "。" + "徙" * 60], 1) is None


def test_signs_of_the_syntax_are_encoded() -> None:
    page = ["So-called rights, and & more of them - at last: 50%"]
    assert make_fragment(page, 1) == "#:~:text=So%2Dcalled,50%25"


def test_a_mark_of_a_list_is_no_part_of_the_text() -> None:
    assert make_fragment(["• to keep a boat"], 1) == "#:~:text=to,boat"
    assert make_fragment(["3. (a) to keep a boat"], 1) == "#:~:text=to,boat"
    assert make_fragment(["(a)"], 1) == "#:~:text=%28a%29"


def test_nothing_that_holds_contact_data_is_pointed_at() -> None:
    page = ["Write to", "someone@host.example today"]
    assert make_fragment(page, 2) is None
    assert make_fragment(page, 1, 2) is None


@pytest.mark.parametrize(
    ("address", "joined"),
    [
        ("", ""),
        ("https://e.example/a", "https://e.example/a#:~:text=b"),
        ("https://e.example/#/route", "https://e.example/#/route:~:text=b"),
        ("https://e.example/a#part-2", "https://e.example/a#part-2:~:text=b"),
        ("https://e.example/a#", "https://e.example/a#:~:text=b"),
        ("https://e.example/a#:~:text=old", "https://e.example/a#:~:text=b"),
        ("https://e.example/#/route:~:text=old", "https://e.example/#/route:~:text=b"),
    ],
)
def test_an_address_keeps_its_own_fragment(address: str, joined: str) -> None:
    assert join_address(address, "#:~:text=b") == joined
    assert join_address(address, "") == address
