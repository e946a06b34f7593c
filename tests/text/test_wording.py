"""Words of ours that are the text's."""

from __future__ import annotations

from mhgraph.text.wording import MOST_WORDS, Wording

LINES = ["The Board urges the villages to test every well twice a year.", "Water is the first medicine, Mara said."]


def test_six_words_in_a_row_are_too_many() -> None:
    wording = Wording(LINES)
    assert MOST_WORDS == 5
    assert wording.find_shared("villages to test every well") == ""
    assert wording.find_shared("villages to test every well twice") == "villages to test every well twice"
    assert (
        wording.find_shared("So: “Water is the first medicine, Mara said”") == "water is the first medicine mara said"
    )


def test_the_longest_run_is_told() -> None:
    ours = "urges the villages to test every, or: the villages to test every well twice"
    assert Wording(LINES).find_shared(ours) == "the villages to test every well twice"


def test_words_of_two_paragraphs_are_no_run() -> None:
    assert Wording(LINES).find_shared("every well twice a year water is the") == ""


def test_case_typography_and_signs_do_not_matter() -> None:
    wording = Wording(["“Nobody’s wells” – they said – are closed in winter"])
    assert wording.find_shared("NOBODY'S wells, they said, are closed") == "nobody's wells they said are closed"


def test_a_name_is_nobodys_wording() -> None:
    text = ["It launched the Village Health Compact of the Seven Hills in spring"]
    ours = "Launch of the Village Health Compact of the Seven Hills"
    assert Wording(text).find_shared(ours) == "the village health compact of the seven hills"
    assert Wording(text, ["Village Health Compact of the Seven Hills"]).find_shared(ours) == ""
    assert Wording(text, ["VHC 1: Village Health Compact of the Seven Hills"]).find_shared(ours) == ""


def test_words_on_both_sides_of_a_name_do_not_add_up() -> None:
    text = ["she asked all of the Riverside Health Board to come to the mill"]
    names = ["Riverside Health Board"]
    assert Wording(text, names).find_shared("asked all of the Riverside Health Board to come to") == ""
    assert Wording(text, names).find_shared("she asked all of the Riverside Health Board to come to the mill") == ""


def test_nothing_in_nothing() -> None:
    assert Wording([]).find_shared("") == ""
    assert Wording(LINES).find_shared("") == ""
