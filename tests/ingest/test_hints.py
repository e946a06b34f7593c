"""What is odd about a captured text."""

from __future__ import annotations

import pytest

from mhgraph.ingest.hints import describe_oddities, find_ordinals, furniture_reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Skip to main content", "navigation"),
        ("Home > Events > 2031", "navigation"),
        ("Compartir", None),
        ("Share this page", "navigation"),
        ("Page 3 of 12", "boilerplate"),
        ("- 4 -", "boilerplate"),
        ("31. We commit", None),
        ("Home is where care begins.", None),
    ],
)
def test_furniture(line: str, reason: str | None) -> None:
    assert furniture_reason(line) == reason


def odd(*paragraphs: str) -> str:
    return " | ".join(describe_oddities(paragraphs, "en"))


def test_words_cut_at_the_end_of_lines() -> None:
    assert "middle of a word (1, 3)" in odd("We look after the vil-", "lages of the", "val-", "ley.")


def test_wrapped_lines() -> None:
    lines = [
        "This is a text that was",
        "wrapped by whoever",
        "copied it, so that",
        "each line ends",
        "somewhere and goes",
        "on below",
    ]
    assert "5 lines go on in the next one" in odd(*lines)
    assert "go on" not in odd(*(f"({letter}) an item;" for letter in "abcdef"))


def test_running_heads_page_numbers_and_menus() -> None:
    pages = [
        text
        for number in range(1, 4)
        for text in (f"A/RES/{number}", "A long sentence that says something.", str(number))
    ]
    said = odd(*pages)
    assert "'A/RES/#' stands 3 times" in said
    assert "page numbers: paragraphs 3, 6, 9" in said
    assert "a menu? (paragraphs 1 to 4)" in odd("News", "Our work", "Where we work", "Get involved", "Then a sentence.")


def test_lines_whose_place_is_known_are_no_menu() -> None:
    assert list(describe_oddities(["A", "B", "C", "D"], "en", placed=range(1, 5))) == []


def test_another_language() -> None:
    assert "another language (fr): 2" in odd(
        "The villages of the valley met.", "Les villages de la vallée et le Conseil."
    )


def test_ordinals_in_three_languages() -> None:
    text = "the 71st session, la troisième réunion, la segunda reunión, the Twenty-second meeting"
    assert find_ordinals(text) == ["71st session", "troisième réunion", "segunda reunión", "Twenty-second meeting"]
