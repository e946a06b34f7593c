"""Text fragments: the end of an address that makes a browser show a paragraph of the page, and mark it.

See https://wicg.github.io/scroll-to-text-fragment/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from mhgraph import bounds
from mhgraph.text.contact import holds_contact

_LIST_MARK = re.compile(r"^(?:[•·▪◦‣*–—-]\s+)+")
_MAX_WORDS = 8


def make_fragment(paragraphs: Sequence[str], number: int) -> str | None:
    """Return the text fragment that finds paragraph `number` (from 1) among the paragraphs of a page, or None.

    The form is `#:~:text=start,end` (or `#:~:text=start` for a short paragraph), in at most eight words, grown until
    the first match on the page is this paragraph; see https://wicg.github.io/scroll-to-text-fragment/. None if eight
    words do not suffice or are longer than a fragment may be, or if the paragraph holds an e-mail address or a
    telephone number. A list mark at the start is left out: a browser shows it, but it is not part of the text.

    >>> make_fragment(["Skip", "Migrants have a right to health care wherever they live today"], 2)
    '#:~:text=Migrants,today'
    """
    paragraph = paragraphs[number - 1]
    words = _LIST_MARK.sub("", paragraph).split()
    if not any(letter.isalnum() for letter in "".join(words)) or holds_contact(paragraph):
        return None
    shown = [_LIST_MARK.sub("", other).casefold() for other in paragraphs]
    page = " ".join(shown)
    begin = len(" ".join([*shown[: number - 1], ""]))
    finish = begin + len(" ".join(words).casefold())
    if len(words) <= _MAX_WORDS // 2 and _first(page, " ".join(words).casefold(), 0) == begin:
        return _join(words)
    for head, tail in _sizes(len(words)):
        start = " ".join(words[:head]).casefold()
        end = " ".join(words[-tail:]).casefold()
        if _first(page, start, 0) == begin:
            found = _first(page, end, begin + len(start))
            if found is not None and found + len(end) == finish:
                return _join(words[:head], words[-tail:])
    return None


def _join(*parts: Sequence[str]) -> str | None:
    fragment = f"#:~:text={','.join(map(_encoded, parts))}"
    return fragment if len(fragment) <= bounds.FRAGMENT else None


def _sizes(count: int) -> Iterator[tuple[int, int]]:
    for total in range(2, min(_MAX_WORDS, count) + 1):
        yield (total + 1) // 2, total // 2


def _first(page: str, words: str, start: int) -> int | None:
    match = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(page, start)
    return match.start() if match else None


def _encoded(words: Sequence[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
