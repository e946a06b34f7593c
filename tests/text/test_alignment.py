"""Alignment: what became of each paragraph is named, with digests alone and with an older copy at hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhgraph.text.alignment import Change, Fate, RecordedParagraph, align, use_older_copy
from mhgraph.text.passages import digest_normal, split_paragraphs

OLD = [
    "Village Health Compact launched",
    "On 2 April the Board launched the Compact at the mill.",
    'Mara Venn said: "Water is the first medicine" - and left.',
    "The Board urges the villages to test every well twice a year.",
    "It also wants a boat. The boat carries the clinic.",
    "About 120 people came.",
    "Hillside leads the workstream.",
    "Questions are answered at the desk.",
]


def record(texts: Sequence[str], words: int = 0) -> list[RecordedParagraph]:
    """Return paragraphs as the graph has them: a digest, a number, and at most the first and last words."""
    found = []
    for number, text in enumerate(texts, start=1):
        opening, closing = (" ".join(part) for part in (text.split()[:words], text.split()[-words:] if words else []))
        found.append(RecordedParagraph(digest_normal(text), number, opening=opening, closing=closing))
    return found


def tell(changes: Sequence[Change]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    """Return changes with numbers of paragraphs from 1."""
    return [(c.fate.value, tuple(place + 1 for place in c.recorded), c.lines) for c in changes]


def changed(changes: Sequence[Change]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [told for told in tell(changes) if told[0] != "same"]


def test_the_same_text_is_the_same() -> None:
    assert tell(align(record(OLD), OLD)) == [("same", (number,), (number,)) for number in range(1, 9)]


def test_a_line_at_the_top_changes_nothing_else() -> None:
    assert changed(align(record(OLD), ["News", *OLD])) == [("inserted", (), (1,))]


RECAPTURED = [
    "About 120 people came.",
    "Village Health Compact launched",
    "On 3 April the Board launched the Compact at the mill.",
    "Mara Venn said: “Water is the first medicine” – and left.",
    "The Board urges the villages to test every well twice a year.",
    "It also wants a boat.",
    "The boat carries the clinic.",
    "A paragraph that is new.",
    "Hillside leads the workstream. Questions are answered at the desk.",
]


def test_each_kind_of_change_is_named() -> None:
    changes = align(record(OLD), RECAPTURED)
    assert changed(changes) == [
        ("moved", (6,), (1,)),
        ("differs", (2,), (3,)),
        ("differs only in typography", (3,), (4,)),
        ("split", (5,), (6, 7)),
        ("inserted", (), (8,)),
        ("merged", (7, 8), (9,)),
    ]
    assert [change.detail for change in changes if change.fate is Fate.TYPOGRAPHY] == ["quotes, dashes"]


def test_with_an_older_copy_it_is_said_how_alike_they_are() -> None:
    old = use_older_copy(record(OLD), OLD)
    changes = align(old, RECAPTURED)
    assert changed(changes) == changed(align(record(OLD), RECAPTURED))
    assert [change.detail for change in changes if change.fate is Fate.DIFFERS] == ["98% alike: “2” is now “3”"]


def test_what_is_missing_is_named_after_the_paragraph_before_it() -> None:
    assert changed(align(record(OLD), [*OLD[:3], *OLD[4:]])) == [("missing", (4,), ())]
    assert changed(align(record(OLD), OLD[:-1])) == [("missing", (8,), ())]
    assert changed(align(record(OLD), [])) == [("missing", (number,), ()) for number in range(1, 9)]


def test_a_changed_and_a_new_paragraph_side_by_side_are_told_apart_by_first_and_last_words() -> None:
    lines = [*OLD[:1], "On the new site, this.", OLD[1].replace("2 April", "3 April"), *OLD[2:]]
    assert changed(align(record(OLD), lines)) == [("differs", (2,), (2, 3))]
    assert changed(align(record(OLD, words=1), lines)) == [("differs", (2,), (3,)), ("inserted", (), (2,))][::-1]
    assert changed(align(use_older_copy(record(OLD), OLD), lines)) == [("inserted", (), (2,)), ("differs", (2,), (3,))]


def test_one_end_is_enough_between_known_neighbours_and_not_elsewhere() -> None:
    lines = [*OLD[:1], "On the new site, this.", "Elsewhere the Board launched it at the mill.", *OLD[2:]]
    recorded = record(OLD)
    recorded[1] = RecordedParagraph(recorded[1].digest, 2, closing="at the mill.")
    assert ("differs", (2,), (3,)) in changed(align(recorded, lines))


def test_several_that_were_rewritten_are_not_guessed_at() -> None:
    lines = [*OLD[:2], "One.", "Two.", "Three.", *OLD[4:]]
    assert changed(align(record(OLD), lines)) == [("differs", (3, 4), (3, 4, 5))]
    lines = [*OLD[:2], "One.", "Two.", *OLD[4:]]
    assert changed(align(record(OLD), lines)) == [("differs", (3,), (3,)), ("differs", (4,), (4,))]
    old = use_older_copy(record(OLD), OLD)
    assert {told[0] for told in changed(align(old, lines))} == {"missing", "inserted"}


def test_three_in_one_and_one_in_three() -> None:
    texts = ["One two.", "Three.", "Four five six.", "Seven"]
    assert changed(align(record(texts), [" ".join(texts[:3]), "Seven"])) == [("merged", (1, 2, 3), (1,))]
    assert changed(align(record([" ".join(texts[:3]), "Seven"]), texts)) == [("split", (1,), (1, 2, 3))]


def test_what_is_split_and_moved_says_so() -> None:
    texts = ["One two.", "Three.", "Four.", "Five."]
    (split,) = [c for c in align(record(texts), [*texts[1:], "One", "two."]) if c.fate is Fate.SPLIT]
    assert (split.lines, split.detail) == ((4, 5), "moved")


def test_paragraphs_that_share_a_line_are_told_together() -> None:
    line = " ".join(OLD[:2])
    both = [RecordedParagraph(digest_normal(line), 1), RecordedParagraph(digest_normal(line), 1)]
    assert tell(align([*both, RecordedParagraph(digest_normal("x"), 2)], [line, "x"])) == [
        ("same", (1, 2), (1,)),
        ("same", (3,), (2,)),
    ]


def test_a_passage_of_several_lines() -> None:
    row = RecordedParagraph(digest_normal("Hillside\n2031\njoined"), 2, 4)
    recorded = [RecordedParagraph(digest_normal("Head"), 1), row, RecordedParagraph(digest_normal("Foot"), 5)]
    assert tell(align(recorded, ["Head", "New", "Hillside", "2031", "joined", "Foot"])) == [
        ("same", (1,), (1,)),
        ("inserted", (), (2,)),
        ("same", (2,), (3, 4, 5)),
        ("same", (3,), (6,)),
    ]
    assert changed(align(recorded, ["Head", "Hillside", "2032", "joined", "Foot"])) == [("differs", (2,), (2, 3, 4))]


def test_alike_lines_are_matched_one_by_one() -> None:
    texts = ["Read more", "Wells", "Read more", "Boats", "Read more"]
    assert changed(align(record(texts), texts[2:])) == [("missing", (2,), ()), ("missing", (3,), ())]
    assert changed(align(record(texts), [*texts, "Read more"])) == [("inserted", (), (6,))]


def test_an_excerpt_has_no_order_and_no_rest() -> None:
    texts = ["Para four.", "Para twelve (b).", "Para thirteen: “wells”.", "Gone"]
    recorded = [RecordedParagraph(digest_normal(text)) for text in texts]
    lines = ["Something else", 'Para thirteen: "wells".', "Para twelve", "(b).", "Para four.", "The end"]
    assert sorted(tell(align(recorded, lines))) == [
        ("differs only in typography", (3,), (2,)),
        ("missing", (4,), ()),
        ("same", (1,), (5,)),
        ("split", (2,), (3, 4)),
    ]


def test_a_row_of_an_excerpt_has_several_lines() -> None:
    recorded = [RecordedParagraph(digest_normal("Hillside\n2031"))]
    assert tell(align(recorded, ["x", "Hillside", "2031"])) == [("same", (1,), (2, 3))]


def test_lines_of_other_passages_are_left_alone() -> None:
    assert changed(align(record(["One"]), ["One", "Two", "Three"], known={digest_normal("Two")})) == [
        ("inserted", (), (3,))
    ]


@pytest.mark.parametrize("fate", Fate)
def test_what_keeps_its_words(fate: Fate) -> None:
    assert fate.keeps_words == (fate not in (Fate.DIFFERS, Fate.MISSING, Fate.INSERTED))


WORDS = st.lists(st.sampled_from(["a", "b", "c d", "e", "“f”", "- g"]), max_size=7)


@given(WORDS, WORDS, st.booleans())
def test_each_paragraph_and_each_line_is_told_of_once(old: list[str], new: list[str], is_old_at_hand: bool) -> None:
    recorded = record(old)
    changes = align(use_older_copy(recorded, old) if is_old_at_hand else recorded, new)
    assert sorted(place for change in changes for place in change.recorded) == list(range(len(old)))
    if old:
        assert sorted(line for change in changes for line in change.lines) == list(range(1, len(new) + 1))


@given(WORDS)
def test_a_text_is_the_same_as_itself(old: list[str]) -> None:
    assert {change.fate for change in align(record(old), old)} <= {Fate.SAME}


def test_lines_are_counted_as_texts_are_split() -> None:
    lines = split_paragraphs("One\n\n  Two\u00a0three ")
    assert tell(align(record(["One", "Two three"]), lines)) == [("same", (1,), (1,)), ("same", (2,), (2,))]
