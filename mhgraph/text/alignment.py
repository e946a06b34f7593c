"""What became of the paragraphs of a text in another copy of it.

Of a paragraph that was read the graph keeps its digest, its place, and at most its first and last words. That is
enough to tell most of what happens to a page:

- **same, moved**: a line has the digest. The longest run of such lines that both copies have in one order stays; the
  others have moved.
- **split, merged**: neighbouring lines, joined by a space, have the digest of one paragraph; or a line falls apart, at
  borders of words, into pieces that have the digests of several.
- **typography**: a line has the digest once its quotes, dashes, spaces, ligatures or list mark are written as pages
  write them.
- **differs, missing, inserted**: what is left between two lines that are known stands in place of what is left there of
  the paragraphs. First and last words tell which is which; else one for one; else all in place of all.

Where the wording of the older copy is at hand too, likeness decides the last, and typography may be mixed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from typing import TypeAlias

from mhgraph.text.fragments import skip_marks
from mhgraph.text.likeness import find_common_order, pair_alike
from mhgraph.text.passages import digest_normal
from mhgraph.text.typography import fold_typography, name_differences, write_variants
from mhgraph.text.wording import compare_wording

_Anchor: TypeAlias = tuple[tuple[int, int], tuple[int, ...]]

_MOST_JOINED = 12
_ALIKE = 0.6


class Fate(Enum):
    """What became of paragraphs."""

    SAME = "same"
    MOVED = "moved"
    TYPOGRAPHY = "differs only in typography"
    SPLIT = "split"
    MERGED = "merged"
    DIFFERS = "differs"
    MISSING = "missing"
    INSERTED = "inserted"

    @property
    def keeps_words(self) -> bool:
        """Whether the new copy has every word, so that what was read there still holds."""
        return self in (Fate.SAME, Fate.MOVED, Fate.TYPOGRAPHY, Fate.SPLIT, Fate.MERGED)


@dataclass(frozen=True)
class RecordedParagraph:
    """What is recorded of a passage: digest, first and last line (None where only parts of the text were seen).

    `opening` and `closing` are the words with which it begins and ends, "" if unknown; `text` is its wording, where an
    older copy is at hand.
    """

    digest: str
    number: int | None = None
    last: int | None = None
    opening: str = ""
    closing: str = ""
    text: str | None = None

    @property
    def span(self) -> int:
        """How many lines it has."""
        return max(self.last or 0, self.number or 0) - (self.number or 0) + 1


@dataclass(frozen=True)
class Change:
    """What became of paragraphs (places in the list of recorded ones) in a text: `lines` are numbers from 1.

    One paragraph has one line, but for those of several lines, and for what was split or merged. Of `DIFFERS` there may
    be several of both, if nobody can tell which is which. `detail` says more.
    """

    fate: Fate
    recorded: tuple[int, ...]
    lines: tuple[int, ...]
    detail: str = ""


def align(recorded: Sequence[RecordedParagraph], lines: Sequence[str], *, known: Collection[str] = ()) -> list[Change]:
    """Return what became of recorded paragraphs in the normal paragraphs of a text, in its order.

    Each recorded paragraph is in one change, and each line too, except those of which `known` has the digest (they
    belong to other passages), and, if no recorded paragraph has a number, those that nothing is said of: there only
    parts of the document were recorded.

    >>> texts = ["a", "b c", "d", "e"]
    >>> old = [RecordedParagraph(digest_normal(text), number) for number, text in enumerate(texts, start=1)]
    >>> [(change.fate.value, change.recorded, change.lines) for change in align(old, ["e", "a", "b", "c", "x"])]
    [('moved', (3,), (1,)), ('same', (0,), (2,)), ('split', (1,), (3, 4)), ('differs', (2,), (5,))]
    """
    return _Alignment(recorded, lines, known).align()


class _Alignment:
    """The work of `align`: what is not yet told of is in `_open` (places of recorded ones) and `_free` (lines)."""

    def __init__(self, recorded: Sequence[RecordedParagraph], lines: Sequence[str], known: Collection[str]) -> None:
        self._recorded = recorded
        self._lines = lines
        self._known = known
        self._digests = [digest_normal(line) for line in lines]
        self._is_excerpt = all(paragraph.number is None for paragraph in recorded)
        self._groups = _group(recorded)
        self._open = set(self._groups)
        self._free = set(range(1, len(lines) + 1))
        self._changes: list[Change] = []

    def align(self) -> list[Change]:
        self._find_same()
        self._free -= {line for line in self._free if self._digests[line - 1] in self._known}
        for mapping, key in self._keys():
            self._find_split(mapping, key)
            self._find_merged(mapping, key)
        self._find_typography()
        self._mark_moved()
        self._find_alike()
        self._find_by_words()
        self._find_by_place()
        return sorted(self._changes, key=self._order)

    def _find_same(self) -> None:
        """Tell of lines that have a recorded digest; those of several lines are looked for first."""
        units = self._cut_units()
        ordered = sorted(self._open, key=self._rank)
        wanted = [self._recorded[place].digest for place in ordered]
        pairs = find_common_order(wanted, [digest for _, digest in units])
        for place, unit in pairs:
            self._tell(Fate.SAME, [ordered[place]], units[unit][0])
        for place in ordered:
            for unit_lines, digest in units if place in self._open else ():
                if digest == self._recorded[place].digest and self._free.issuperset(unit_lines):
                    self._tell(Fate.SAME, [place], unit_lines)
                    break
        if self._is_excerpt:  # a paragraph that was recorded twice has one line
            for place in list(self._open):
                for number, digest in enumerate(self._digests, start=1):
                    if digest == self._recorded[place].digest:
                        self._tell(Fate.SAME, [place], [number])
                        break

    def _cut_units(self) -> list[tuple[tuple[int, ...], str]]:
        """Return the lines of the text, several as one where a recorded passage of several lines has their digest."""
        starts: dict[int, tuple[int, str]] = {}
        taken: set[int] = set()
        for place in sorted(self._open, key=self._rank):
            paragraph = self._recorded[place]
            for start in range(1, len(self._lines) - paragraph.span + 2) if paragraph.span > 1 else ():
                window = range(start, start + paragraph.span)
                if taken.isdisjoint(window) and digest_normal(self._join(window, "\n")) == paragraph.digest:
                    starts[start] = paragraph.span, paragraph.digest
                    taken.update(window)
                    break
        units: list[tuple[tuple[int, ...], str]] = []
        units += [((line,), self._digests[line - 1]) for line in sorted(self._free - taken)]
        units += [(tuple(range(start, start + span)), digest) for start, (span, digest) in starts.items()]
        return sorted(units)

    def _keys(self) -> Iterator[tuple[Mapping[str, int], Callable[[str], str]]]:
        """Yield ways to know a paragraph again: by digest, and, where its wording is at hand, in plain typography."""
        yield {self._recorded[place].digest: place for place in self._open}, digest_normal
        texts = {place: self._recorded[place].text for place in self._open}
        yield {fold_typography(text): place for place, text in texts.items() if text}, fold_typography

    def _find_split(self, mapping: Mapping[str, int], key: Callable[[str], str]) -> None:
        """Tell of paragraphs that neighbouring lines make together. In an excerpt, a row of several lines is one."""
        for run in _runs(sorted(self._free)) if mapping else ():
            for start in range(len(run)):
                for end in range(start + 2, min(len(run), start + _MOST_JOINED) + 1):
                    window = run[start:end]
                    if not self._free.issuperset(window):
                        break
                    place = mapping.get(key(self._join(window, " ")))
                    if place in self._open:
                        self._tell(Fate.SPLIT, [place], window)
                    elif (
                        self._is_excerpt and (row := mapping.get(digest_normal(self._join(window, "\n")))) in self._open
                    ):
                        self._tell(Fate.SAME, [row], window)

    def _find_merged(self, mapping: Mapping[str, int], key: Callable[[str], str]) -> None:
        """Tell of lines that fall apart into recorded paragraphs."""
        for line in sorted(self._free) if len(mapping) > 1 else ():
            pieces = self._take_apart(self._lines[line - 1].split(), mapping, key)
            if len(pieces) > 1:
                self._tell(Fate.MERGED, pieces, [line])

    def _take_apart(self, words: list[str], mapping: Mapping[str, int], key: Callable[[str], str]) -> list[int]:
        """Return the places of recorded paragraphs that make up some words, in order; none if they do not."""
        reached: dict[int, list[int]] = {0: []}
        for start in range(len(words)):
            if start not in reached:
                continue
            for end in range(start + 1, len(words) + 1):
                place = mapping.get(key(" ".join(words[start:end])))
                if place in self._open and place not in reached[start]:
                    reached.setdefault(end, [*reached[start], place])
        return reached.get(len(words), [])

    def _find_typography(self) -> None:
        wanted = {self._recorded[place].digest: place for place in self._open}
        plain = {fold_typography(text): p for p in self._open if (text := self._recorded[p].text)}
        for line in sorted(self._free):
            text = self._lines[line - 1]
            place = plain.get(fold_typography(text))
            old = self._recorded[place].text if place is not None else None
            for variant in write_variants(text) if place is None and wanted else ():
                place, old = wanted.get(digest_normal(variant)), variant
                if place is not None:
                    break
            if place in self._open and old:
                self._tell(Fate.TYPOGRAPHY, [place], [line], ", ".join(name_differences(old, text)))

    def _mark_moved(self) -> None:
        """Say of what is known again whether it has left its order; in an excerpt nobody knows the order."""
        kept = {lines for _, lines in self._find_anchors()}
        for at, change in enumerate(self._changes) if not self._is_excerpt else ():
            if change.lines in kept:
                continue
            is_same = change.fate is Fate.SAME
            detail = "" if is_same else ", ".join(filter(None, (change.detail, "moved")))
            self._changes[at] = replace(change, fate=Fate.MOVED if is_same else change.fate, detail=detail)

    def _find_alike(self) -> None:
        """Tell of lines that are like a paragraph whose wording is at hand, wherever they stand."""
        places = [place for place in sorted(self._open, key=self._rank) if self._recorded[place].text]
        lines = sorted(self._free)
        texts = [fold_typography(self._recorded[place].text or "") for place in places]
        found = pair_alike(texts, [fold_typography(self._lines[line - 1]) for line in lines], _ALIKE)
        for place, line, likeness in found:
            words = compare_wording(texts[place], fold_typography(self._lines[lines[line] - 1]))
            self._tell(Fate.DIFFERS, [places[place]], [lines[line]], f"{likeness:.0%} alike: {words}")

    def _find_by_words(self) -> None:
        """Tell of lines that begin and end as a paragraph does; between known neighbours one of the two will do."""
        plain = {line: skip_marks(fold_typography(self._lines[line - 1]).casefold()) for line in self._free}
        for least in (2, 1):
            gaps = self._find_gaps()
            for place in sorted(self._open, key=self._rank):
                paragraph = self._recorded[place]
                ends = [fold_typography(words).casefold() for words in (paragraph.opening, paragraph.closing)]
                first, last = (0, len(self._lines)) if least == 2 or self._is_excerpt else gaps[place]
                near = (line for line in sorted(self._free) if first < line <= last) if any(ends) else ()
                fitting = [line for line in near if _count_ends(plain[line], *ends) >= least]
                if len(fitting) == 1:
                    self._tell(Fate.DIFFERS, [place], fitting)

    def _find_by_place(self) -> None:
        """Tell of what is left: one for one where there are as many lines as paragraphs between two that are known."""
        beside: dict[tuple[int, int], list[int]] = {}
        for place, gap in sorted(self._find_gaps().items(), key=lambda item: self._rank(item[0])):
            beside.setdefault((0, 0) if self._is_excerpt else gap, []).append(place)
        for (first, last), places in beside.items():
            lines = [line for line in range(first + 1, last + 1) if line in self._free]
            if not lines or any(self._recorded[place].text for place in places):  # else likeness would have told
                for place in places:
                    self._tell(Fate.MISSING, [place], [])
            elif len(places) == len(lines):
                for place, line in zip(places, lines, strict=True):
                    self._tell(Fate.DIFFERS, [place], [line])
            else:
                self._tell(Fate.DIFFERS, places, lines)
        for line in sorted(self._free) if not self._is_excerpt else ():
            self._tell(Fate.INSERTED, [], [line])

    def _find_gaps(self) -> dict[int, tuple[int, int]]:
        """Return for each open paragraph the line of the nearest before it that is known, and the last before the next.

        Both neighbours are in order.
        """
        anchors = self._find_anchors()
        ranks = [rank for rank, _ in anchors]
        gaps = {}
        for place in self._open:
            at = bisect_left(ranks, self._rank(place))
            first = anchors[at - 1][1][-1] if at else 0
            last = anchors[at][1][0] - 1 if at < len(anchors) else len(self._lines)
            gaps[place] = (first, last)
        return gaps

    def _find_anchors(self) -> list[_Anchor]:
        """Return the ranks and lines of most of what is told, such that lines go up as ranks do."""
        told = (change for change in self._changes if change.lines)
        return _keep_order(sorted((self._rank(place), change.lines) for change in told for place in change.recorded))

    def _tell(self, fate: Fate, places: Sequence[int | None], lines: Iterable[int], detail: str = "") -> None:
        told = [place for place in places if place is not None]
        every = tuple(member for place in told for member in self._groups[place])
        self._changes.append(Change(fate, every, tuple(lines), detail))
        self._open.difference_update(told)
        self._free.difference_update(self._changes[-1].lines)

    def _rank(self, place: int) -> tuple[int, int]:
        return (self._recorded[place].number or 0, place)

    def _order(self, change: Change) -> tuple[int, int]:
        """Return the place of a change: of its first line, or behind the line of the paragraph before it."""
        if change.lines:
            return (change.lines[0], 1)
        before = [
            other.lines[-1]
            for other in self._changes
            if other.lines and other.recorded and self._rank(other.recorded[0]) < self._rank(change.recorded[0])
        ]
        return (max(before, default=0), 2)

    def _join(self, window: Iterable[int], between: str) -> str:
        return between.join(self._lines[line - 1] for line in window)


def use_older_copy(recorded: Sequence[RecordedParagraph], lines: Sequence[str]) -> list[RecordedParagraph]:
    """Return recorded paragraphs with their wording, where an older copy has it: there the digest is equal.

    >>> use_older_copy([RecordedParagraph(digest_normal("One"), 1)], ["One", "Two"])[0].text
    'One'
    """
    texts = dict.fromkeys(range(len(recorded)), "")
    for change in align(recorded, lines):
        if change.fate in (Fate.SAME, Fate.MOVED):
            for place in change.recorded:
                texts[place] = " ".join(lines[line - 1] for line in change.lines)
    return [replace(paragraph, text=texts[place] or None) for place, paragraph in enumerate(recorded)]


def _count_ends(text: str, opening: str, closing: str) -> int:
    """Return how many of the first and last words of a paragraph a text has in their place."""
    begins = bool(opening) and f"{text} ".startswith(f"{opening} ")
    return begins + (bool(closing) and f" {text}".endswith(f" {closing}"))


def _group(recorded: Sequence[RecordedParagraph]) -> dict[int, tuple[int, ...]]:
    """Return the places of paragraphs by that of the first of them with the same lines: merged ones share theirs."""
    by_lines: dict[object, list[int]] = {}
    for place, paragraph in enumerate(recorded):
        lines = (paragraph.number, paragraph.last, paragraph.digest) if paragraph.number else place
        by_lines.setdefault(lines, []).append(place)
    return {places[0]: tuple(places) for places in by_lines.values()}


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Return numbers in runs without a gap."""
    keyed = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    return [[number for _, number in run] for _, run in keyed]


def _keep_order(pairs: Sequence[_Anchor]) -> list[_Anchor]:
    """Return the longest sequence of pairs in which lines go up as ranks do (patience sorting)."""
    heads: list[int] = []
    chains: list[list[int]] = []
    for place, (_, lines) in enumerate(pairs):
        at = bisect_left(heads, lines[0])
        chain = [*(chains[at - 1] if at else []), place]
        heads[at : at + 1] = [lines[0]]
        chains[at : at + 1] = [chain]
    return [pairs[place] for place in (chains[-1] if chains else [])]
