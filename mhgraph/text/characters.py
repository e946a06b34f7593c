"""Characters that nobody sees: they change how a name reads, sorts or is found, and not how it looks.

Which they are is taken from the Unicode data: controls, format characters (among them marks of direction and tags),
private use, surrogates, separators of lines and paragraphs. A few others are invisible too, and some are needed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")  # Persian and the scripts of India cannot be written without them
_VISIBLE_SIGNS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Signs of Arabic, Syriac and Kaithi that enclose numbers: format characters by their category, but printed."""
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
"""Fillers, and selectors of Mongolian: letters, marks or symbols by their category, but blank."""
_SELECTORS = (("\ufe00", "\ufe0f"), ("\U000e0100", "\U000e01ef"))
"""The ranges of variation selectors."""


@lru_cache(maxsize=2**12)
def is_hidden(char: str) -> bool:
    r"""Return whether a character is invisible, and needed in no name. A line break and a tabulator are.

    >>> is_hidden("\u202e"), is_hidden("\U000e0041"), is_hidden("é"), is_hidden(" ")
    (True, True, False, False)
    """
    if unicodedata.category(char) in _HIDDEN_CATEGORIES:
        return char not in _JOINERS and char not in _VISIBLE_SIGNS
    return char in _FILLERS or any(first <= char <= last for first, last in _SELECTORS)


def find_hidden(text: str) -> Iterator[tuple[int, str]]:
    r"""Yield the hidden characters of a text: place (from 0), and name for people, such as `U+202E`.

    >>> list(find_hidden("a\u202eb"))
    [(1, 'U+202E')]
    """
    if not any(map(is_hidden, set(text))):  # nearly all texts, and quick to tell
        return
    for place, char in enumerate(text):
        if is_hidden(char):
            yield place, f"U+{ord(char):04X}"


def drop_hidden(text: str) -> str:
    r"""Return a text on one line, without hidden characters: controls and borders of lines become blanks.

    >>> drop_hidden("one\ntwo\u202e")
    'one two'
    """
    kept = (char if not is_hidden(char) else "" if unicodedata.category(char) == "Cf" else " " for char in text)
    return " ".join("".join(kept).split())
