"""How alike two texts are: the owner of rapidfuzz."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mhgraph.namespaces import to_curie

_LEAST = 75.0
_CLOSE = 80


def score_likeness(words: str, texts: Iterable[str], *, whole: bool = False) -> list[tuple[str, float]]:
    """Return the texts that are near some words, each with its score (0 to 100), best first.

    With `whole`, every text is scored, as a whole, whatever the order of its words. Else near means a score of 75 or
    more (rapidfuzz's WRatio, which finds words in longer texts); a text of fewer than three letters has to be equal.

    >>> score_likeness("firewals", ["firewalls", "doors"])[0][0]
    'firewalls'
    """
    from rapidfuzz import fuzz, process

    scorer = fuzz.token_sort_ratio if whole else fuzz.WRatio
    least = 0.0 if whole else _LEAST
    found = process.extract(words, list(dict.fromkeys(texts)), scorer=scorer, limit=None, score_cutoff=least)
    return [(text, score) for text, score, _ in found if whole or text == words or min(len(text), len(words)) >= 3]


def measure_likeness(one: str, other: str) -> float:
    """Return how alike two texts are letter by letter, from 0 to 1, whatever the order of their words and the case.

    >>> measure_likeness("Riverside Health Board", "Health Board of Riverside") > 0.9
    True
    """
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(one.casefold(), other.casefold()) / 100


def find_common_order(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest run of equal items that two lists have in one order, as pairs of places (from 0).

    >>> find_common_order(["a", "b", "c"], ["c", "a", "x", "b"])
    [(0, 1), (1, 3)]
    """
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.opcodes(first, second)
    return [
        pair
        for block in blocks
        if block.tag == "equal"
        for pair in zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
    ]


def pair_alike(first: Sequence[str], second: Sequence[str], least: float) -> list[tuple[int, int, float]]:
    """Return pairs of texts of two lists that are alike, letter by letter, with their likeness, 0 to 1; best first.

    Each text is in one pair at most. `least` is how alike two must be.

    >>> pair_alike(["test the wells", "boats"], ["a road", "test each well"], 0.6)
    [(0, 1, 0.79)]
    """
    from rapidfuzz import fuzz, process

    scored = [
        (round(score / 100, 2), -row, -column)
        for row, text in enumerate(first)
        for _, score, column in process.extract(
            text, list(second), scorer=fuzz.ratio, score_cutoff=least * 100, limit=None
        )
    ]
    taken: list[tuple[int, int, float]] = []
    rows, columns = set[int](), set[int]()
    for score, row, column in sorted(scored, reverse=True):
        if -row not in rows and -column not in columns:
            rows.add(-row)
            columns.add(-column)
            taken.append((-row, -column, score))
    return taken


def nearest_names(name: str, known: Sequence[str], count: int = 3) -> list[str]:
    """Return the known names that are most like a name, best first.

    >>> nearest_names("evnts", ["events", "bodies"], 1)
    ['events']
    """
    from rapidfuzz import process

    return [text for text, _, _ in process.extract(name, list(known), limit=count)]


def nearest(iri: str, known: Iterable[str]) -> str | None:
    """Return the known IRI whose last part is most like that of `iri`, or None if none is close.

    >>> nearest("http://schema.org/sameas", ["https://schema.org/sameAs", "https://schema.org/url"])
    'https://schema.org/sameAs'
    >>> nearest("https://schema.org/about", ["https://schema.org/url"]) is None
    True
    """
    from rapidfuzz import fuzz, process

    names = sorted(known)
    last_parts = [_last_part(name) for name in names]
    found = process.extractOne(_last_part(iri), last_parts, scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return names[found[2]] if found else None


def did_you_mean(iri: str, known: Iterable[str]) -> str:
    """Return " (did you mean …?)" with the nearest known IRI, or "".

    >>> did_you_mean("https://w3id.org/mhgraph/actor/uclgg", ["https://w3id.org/mhgraph/actor/uclg"])
    ' (did you mean actor:uclg?)'
    """
    found = nearest(iri, known)
    if found is None:
        return ""
    same_space = found.removesuffix(_last_part(found)) == iri.removesuffix(_last_part(iri))
    return f" (did you mean {to_curie(found) if same_space else f'<{found}>'}?)"


def _last_part(iri: str) -> str:
    return re.split("[/#]", iri)[-1]
