"""What became of passages in another copy of their document, in words for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mhgraph.graph.captures import RecordedPassage
from mhgraph.text.alignment import Change, Fate


@dataclass(frozen=True)
class PassageChange:
    """What became of passages in a text: `passages` are their names, `places` what people call them.

    `lines` are the paragraphs of the text, from 1; `detail` says more.
    """

    fate: Fate
    passages: tuple[str, ...]
    places: tuple[str, ...]
    lines: tuple[int, ...]
    detail: str = ""

    def __str__(self) -> str:
        """Return one sentence for people."""
        return _describe(self)


def tell_change(change: Change, passages: Sequence[RecordedPassage]) -> PassageChange:
    """Return a change with the names of the passages that were aligned."""
    told = [passages[place] for place in change.recorded]
    names, places = tuple(passage.name for passage in told), tuple(_name_place(passage) for passage in told)
    return PassageChange(change.fate, names, places, change.lines, change.detail)


def _name_place(passage: RecordedPassage) -> str:
    if passage.number is None:
        return f"paragraph '{passage.label or passage.name}'"
    if passage.last is not None and passage.last > passage.number:
        return f"paragraphs {passage.number} to {passage.last}"
    return f"paragraph {passage.number}"


def _describe(change: PassageChange) -> str:
    what = " and ".join(dict.fromkeys(change.places))
    several = len(change.places) > 1 or " to " in what
    now = _name_lines(change.lines)
    detail = f" ({change.detail})" if change.detail else ""
    are, have = ("are", "have") if several else ("is", "has")
    differ = "differ" if several else "differs"
    sentences = {
        Fate.SAME: f"{what} {are} the same",
        Fate.MOVED: f"{what} {have} moved and {are} now {now}",
        Fate.TYPOGRAPHY: f"{what} {differ} only in typography{detail}, now {now}",
        Fate.SPLIT: f"{what} {have} been split and {are} now {now}{detail}",
        Fate.MERGED: f"{what} have been merged into {now}{detail}",
        Fate.DIFFERS: f"{what} {differ}{detail}, now {now}",
        Fate.MISSING: f"{what} {are} missing",
        Fate.INSERTED: f"{now} of the text {'is' if len(change.lines) == 1 else 'are'} not recorded",
    }
    return sentences[change.fate]


def _name_lines(lines: Sequence[int]) -> str:
    if not lines:
        return ""
    return f"paragraph {lines[0]}" if len(lines) == 1 else f"paragraphs {lines[0]} to {lines[-1]}"
