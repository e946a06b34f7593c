"""In which language a text is, told by its script or by its commonest words.

A detector with a model is a hundred times as large as this package, and takes three words of French for Catalan. What a
curator needs is a hint that a text changes its language, and no hint where that is doubtful.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

_SCRIPTS = {
    "ARABIC": "ar",
    "BENGALI": "bn",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "THAI": "th",
}
"""Scripts, as the names of their letters begin, with the language that most texts in them have."""

_COMMON_WORDS = {
    "de": "der die das und den von mit ist im für auf nicht des dem ein eine zu wird sich auch bei",
    "en": "the of and to in for is that on with as by are this be from at their or have which it",
    "es": "el la los las de del y en que con para por una un se su al como más lo sus es",
    "fr": "le la les de des du et en que qui pour par une un dans sur au aux est avec ce sont à",
    "it": "il la gli le di del della e in che con per una un nel alla sono dei delle è",
    "pt": "o a os as de do da dos das e em que com para por uma um no na ao não são",
}
_COMMON: Mapping[str, frozenset[str]] = {code: frozenset(words.split()) for code, words in _COMMON_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 3
_LEAD = 1.5


def guess_language(text: str) -> str | None:
    """Return the language of a text as a code of ISO 639-1; None if too little speaks for one of them.

    >>> guess_language("The villages of the valley met in the mill"), guess_language("Les villages de la vallée")
    ('en', 'fr')
    >>> guess_language("Riverside Health Board") is None
    True
    """
    letters = [letter for letter in text if letter.isalpha()]
    scripts = Counter(unicodedata.name(letter, "?").partition(" ")[0] for letter in letters)
    script, count = scripts.most_common(1)[0] if scripts else ("LATIN", 0)
    if script in _SCRIPTS and count * 2 > len(letters):
        return "ja" if scripts["HIRAGANA"] else _SCRIPTS[script]
    words = [word.lower() for word in _WORD.findall(text)]
    counts = sorted(((sum(word in common for word in words), code) for code, common in _COMMON.items()), reverse=True)
    (best, code), (second, _) = counts[0], counts[1]
    return code if best >= _LEAST_WORDS and best >= _LEAD * second else None
