"""Typography: variants of a line, what two lines differ in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhgraph.text.passages import normalise
from mhgraph.text.typography import fold_typography, name_differences, write_variants

PAIRS = [
    ('She said "no".', "She said “no”.", "quotes"),
    ('"No", she said, "never"', "« No », she said, « never »", "quotes"),
    ("it's the villages' own", "it’s the villages’ own", "quotes"),
    ("a 'well' and it's deep", "a ‘well’ and it’s deep", "quotes"),
    ('"It\'s deep"', "“It’s deep”", "quotes"),
    ("wells - and boats", "wells – and boats", "dashes"),
    ("wells - and boats", "wells—and boats", "dashes"),
    ("from 2018-2020", "from 2018–2020", "dashes"),
    ("well-kept", "well\u2010kept", "dashes"),
    ("Trois mots : un, deux", "Trois mots: un, deux", "spaces"),
    ("un coeur, une oeuvre", "un cœur, une œuvre", "ligatures"),
    ("to test every well", "• to test every well", "the mark of the list"),
    ("- to test every well", "• to test every well", "the mark of the list"),
]


@pytest.mark.parametrize(("one", "other", "difference"), PAIRS)
def test_two_typographies_of_one_paragraph(one: str, other: str, difference: str) -> None:
    assert fold_typography(one) == fold_typography(other)
    assert other in set(write_variants(one))
    assert one in set(write_variants(other))
    assert difference in name_differences(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("wells", "Wells"), ("3 wells", "2 wells"), ("wells.", "wells"), ("a, b", "a b"), ("(a) b", "b"), ("1. b", "b")],
)
def test_other_words_signs_and_numbers_are_no_typography(one: str, other: str) -> None:
    assert fold_typography(one) != fold_typography(other)
    assert other not in set(write_variants(one))


def test_a_paragraph_comes_first_among_its_variants_and_they_end() -> None:
    text = "• \"It's\" - 'a' : œ " * 40
    variants = list(write_variants(text))
    assert variants[0] == text
    assert len(variants) == len(set(variants)) <= 5_000


@given(st.text(alphabet="ab \"'“”‘’«»-–—:;œ•", max_size=30))
def test_variants_differ_in_typography_alone(text: str) -> None:
    paragraph = normalise(text)
    letters = {"".join(filter(str.isalnum, fold_typography(variant))) for variant in write_variants(paragraph)}
    assert len(letters) == 1
