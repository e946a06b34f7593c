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
