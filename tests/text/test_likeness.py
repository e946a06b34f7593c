"""How alike texts are: what is near, in which order, and what is not near at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhgraph.namespaces import BASE
from mhgraph.text.likeness import did_you_mean, nearest, nearest_names, score_likeness

TEXTS = ["Seventh Meeting of the Forum", "Eighth Meeting of the Forum", "Forum", "IOM"]


def test_words_are_found_in_longer_texts_best_first() -> None:
    found = score_likeness("Meeting of the Forum", TEXTS)
    assert {text for text, _ in found[:2]} == {"Seventh Meeting of the Forum", "Eighth Meeting of the Forum"}
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert "IOM" not in [text for text, _ in found]


def test_a_short_text_has_to_be_equal() -> None:
    assert score_likeness("UN", ["UN", "UNN", "IN", "Union"]) == [("UN", 100.0)]
    assert score_likeness("IOM", ["of IOM"])[0][0] == "of IOM"


def test_as_a_whole_every_text_is_scored_whatever_the_order_of_words() -> None:
    found = score_likeness("Forum of the Meeting Seventh", TEXTS, whole=True)
    assert len(found) == len(TEXTS)
    assert found[0] == ("Seventh Meeting of the Forum", 100.0)


@given(st.lists(st.text(max_size=8), max_size=6), st.text(max_size=8))
def test_repetition_changes_nothing(texts: list[str], words: str) -> None:
    assert score_likeness(words, [*texts, *texts]) == score_likeness(words, texts)


def test_names_are_told_apart() -> None:
    assert nearest_names("spekers", ["positions", "speakers", "figures"]) == ["speakers", "figures", "positions"]
    assert nearest_names("x", []) == []


@pytest.mark.parametrize(
    ("iri", "known", "hint"),
    [
        (f"{BASE}actor/uclgg", [f"{BASE}actor/uclg", f"{BASE}actor/who"], " (did you mean actor:uclg?)"),
        (f"{BASE}actor/uclg", [f"{BASE}group/uclg"], f" (did you mean <{BASE}group/uclg>?)"),
        (f"{BASE}actor/uclg", [f"{BASE}actor/who"], ""),
        (f"{BASE}actor/uclg", [], ""),
    ],
)
def test_a_hint_names_what_was_meant(iri: str, known: list[str], hint: str) -> None:
    assert did_you_mean(iri, known) == hint
    assert (nearest(iri, known) is None) == (not hint)
