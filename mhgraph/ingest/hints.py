"""What is odd about a captured text, so that a curator looks twice: wrapped lines, running heads, menus, languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, pairwise

from mhgraph.text.languages import guess_language

_PAGE_NUMBER = re.compile(r"(?:page\s)?[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s?(?:/|of|de|sur)\s?\d{1,4})?", re.IGNORECASE)
_FURNITURE = frozenset(
    """about us|accessibility|accueil|back|back to top|buscar|contact us|cookies|download|español|français|home|inicio
    |log in|login|menu|next|previous|print|print this page|privacy policy|read more|rechercher|search|share|share this
    |share this page|sign in|site map|sitemap|skip to content|skip to main content|subscribe|terms of use""".replace(
        "\n", ""
    ).split("|")
)
"""Lines that only lead elsewhere, as they stand alone on pages of every publisher."""

_TRAIL = re.compile(r"(?:home|accueil|inicio)\s?[>»/›|].+", re.IGNORECASE)
_HYPHEN_END = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")
_LEAST_WRAPPED = 5
_LEAST_HYPHENS = 2
_LEAST_REPEATED = 3
_LEAST_MENU = 4
_MOST_WORDS_OF_A_MENU_LINE = 4
_ORDINALS = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th|er|re|e|ème|º|ª)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-\s])?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teenth|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth|premi(?:er|ère)|\w+ième|primer[ao]?"
    r"|segund[oa]|tercera?|cuart[oa]|quint[oa]|sext[oa]|séptim[oa]|octav[oa]|noven[oa]|décim[oa])\s[^\W\d_]+",
    re.IGNORECASE,
)


def is_furniture(paragraph: str) -> bool:
    """Return whether a line only leads elsewhere on a site, or is the number of a page.

    >>> is_furniture("Skip to main content"), is_furniture("3 / 12"), is_furniture("Home is where care begins.")
    (True, True, False)
    """
    plain = paragraph.strip(" .|›»>").casefold()
    return plain in _FURNITURE or bool(_TRAIL.fullmatch(paragraph) or _PAGE_NUMBER.fullmatch(paragraph))


def furniture_reason(paragraph: str) -> str | None:
    """Return why a line holds no statement, as the notation of a concept; None if it is no furniture of the page."""
    if not is_furniture(paragraph):
        return None
    return "boilerplate" if _PAGE_NUMBER.fullmatch(paragraph) else "navigation"


def find_menus(paragraphs: Sequence[str]) -> list[tuple[int, int]]:
    """Return the first and last number of each run of at least four short lines that end no sentence."""

    def is_short(numbered: tuple[int, str]) -> bool:
        text = numbered[1]
        return len(text.split()) <= _MOST_WORDS_OF_A_MENU_LINE and not text.endswith((".", ":", ";", "!", "?"))

    found = []
    for short, group in groupby(enumerate(paragraphs, start=1), key=is_short):
        run = [number for number, text in group if short and not re.match(r"\W?\d", text)]
        if short and len(run) >= _LEAST_MENU:
            found.append((run[0], run[-1]))
    return found


def find_ordinals(text: str) -> list[str]:
    """Return the ordinals of a text, each with the word that it counts.

    >>> find_ordinals("The Second session of the Seventy-first Assembly")
    ['Second session', 'Seventy-first Assembly']
    """
    return [match.group() for match in _ORDINALS.finditer(text)]


def describe_oddities(paragraphs: Sequence[str], language: str, placed: Collection[int] = ()) -> Iterator[str]:
    """Yield in words what is odd about the lines of a text; those with a known place (`placed`) are no menu or head."""
    wrapped = _count_wrapped(paragraphs)
    hyphens = [number for number, text in enumerate(paragraphs, start=1) if _HYPHEN_END.search(text)]
    if len(hyphens) >= _LEAST_HYPHENS:
        yield f"lines end in the middle of a word ({_list(hyphens)}): join them, for a line is a paragraph"
    elif wrapped >= _LEAST_WRAPPED and wrapped * 3 > len(paragraphs):
        yield f"{wrapped} lines go on in the next one: the text is wrapped; join the lines of each paragraph"
    pages = [number for number, text in enumerate(paragraphs, start=1) if _PAGE_NUMBER.fullmatch(text)]
    if pages:
        yield f"page numbers: paragraphs {_list(pages)}"
    free = [text for number, text in enumerate(paragraphs, start=1) if number not in placed]
    heads = Counter(re.sub(r"\d+", "#", text) for text in free if not _PAGE_NUMBER.fullmatch(text))
    for text, count in heads.items():
        if count >= _LEAST_REPEATED:
            yield f"'{_cut(text)}' stands {count} times: a running head?"
    for first, last in find_menus(paragraphs):
        if not set(range(first, last + 1)) <= set(placed):
            yield f"short lines that end no sentence: a menu? (paragraphs {first} to {last})"
    others = [(guess_language(text), number) for number, text in enumerate(paragraphs, start=1)]
    for other in sorted({code for code, _ in others if code not in (None, language)}, key=str):
        numbers = [number for code, number in others if code == other]
        yield f"paragraphs in another language ({other}): {_list(numbers)}"


def _count_wrapped(paragraphs: Sequence[str]) -> int:
    """Return how many lines end no sentence and are followed by one that begins with a small letter."""
    return sum(
        after[0].islower() and (before[-1].isalnum() or before[-1] in ",-") and not re.match(r"[a-z]{1,3}\s?\)", after)
        for before, after in pairwise(paragraphs)
    )


def _list(numbers: Sequence[int], most: int = 8) -> str:
    shown = ", ".join(map(str, numbers[:most]))
    return shown + (f" and {len(numbers) - most} more" if len(numbers) > most else "")


def _cut(text: str, most: int = 50) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
