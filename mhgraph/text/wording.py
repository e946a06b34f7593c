"""Wording: whether our own words are those of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from mhgraph.text.typography import fold_typography

MOST_WORDS = 5
"""How many words in a row may be those of the text."""

_PLACES = 3
_SHOWN = 8
_WORD = re.compile(r"\w+(?:'\w+)*")
_BREAK = ""
_PART = re.compile(r"[:;()\"]| - ")


class Wording:
    """The words of a text, to compare ours with; names and official titles are nobody's wording.

    >>> wording = Wording(["The Board urges the villages to test every well."], ["Riverside Health Board"])
    >>> wording.find_shared("It urges the villages to test every well")
    'urges the villages to test every well'
    >>> wording.find_shared("The villages test their wells")
    ''
    """

    def __init__(self, lines: Iterable[str], names: Iterable[str] = ()) -> None:
        self._runs = {run for line in lines for run in _runs(_split(line))}
        self._names: dict[str, set[tuple[str, ...]]] = {}
        for name in names:
            for part in (name, *_PART.split(fold_typography(name))):
                words = tuple(_split(part))
                if len(words) > 1:
                    self._names.setdefault(words[0], set()).add(words)

    def find_shared(self, ours: str) -> str:
        """Return the longest run of more than five words that the text has too, "" if there is none."""
        words = self._without_names(_split(ours))
        shared = [run in self._runs for run in _runs(words)]
        best = (0, 0)
        start = None
        for place, is_shared in enumerate([*shared, False]):
            if is_shared and start is None:
                start = place
            elif not is_shared and start is not None:
                best = max(best, (place - start + MOST_WORDS, -start))
                start = None
        length, begin = best
        return " ".join(words[-begin : length - begin])

    def _without_names(self, words: list[str]) -> list[str]:
        """Return words with a break in place of each name, so that no run of words reaches over it."""
        found, place = [], 0
        while place < len(words):
            known = self._names.get(words[place], ())
            longest = max((len(name) for name in known if tuple(words[place : place + len(name)]) == name), default=0)
            found.append(_BREAK if longest else words[place])
            place += longest or 1
        return found


def compare_wording(old: str, new: str) -> str:
    """Return which words of a paragraph became which, the first three places, for people.

    >>> compare_wording("On 2 April the Board met.", "On 3 April the whole Board met.")
    '“2” is now “3”; “whole” is new'
    """
    first, second = old.split(), new.split()
    told = []
    for kind, begin, end, start, stop in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        before, after = _quote(first[begin:end]), _quote(second[start:stop])
        if kind == "replace":
            told.append(f"{before} is now {after}")
        elif kind != "equal":
            told.append(f"{before} is gone" if kind == "delete" else f"{after} is new")
    return "; ".join([*told[:_PLACES], *(["…"] if len(told) > _PLACES else [])])


def _quote(words: Sequence[str]) -> str:
    shown = [*words[:_SHOWN], "…", words[-1]] if len(words) > _SHOWN + 1 else words
    return f"“{' '.join(shown)}”"


def _split(text: str) -> list[str]:
    return _WORD.findall(fold_typography(text).casefold())


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of one word more than may be shared; one with a break in it is empty."""
    size = MOST_WORDS + 1
    for place in range(len(words) - size + 1):
        run = tuple(words[place : place + size])
        yield () if _BREAK in run else run
