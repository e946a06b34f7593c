"""A document was captured again: a new state of a copy, or a copy at another address. Nothing that was read is lost.

A new state is a capture of its own. The passages that it still shows move to it: they get its numbers and digests, and
keep their names and all that stands in them. A passage whose words have changed moves, too, and awaits reading. One
that is gone stays in the state that showed it, and awaits reading. What is new is described, unread.

A copy at another address changes nothing that was read elsewhere: what only that copy shows is described, unread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from mhgraph.errors import CapturedAlready, CommentInData, InvalidValue, UnknownName
from mhgraph.files import read_text, write_atomic
from mhgraph.graph import BaseGraph
from mhgraph.graph.captures import RecordedCapture, read_captures
from mhgraph.graph.changes import PassageChange
from mhgraph.graph.labels import short_name
from mhgraph.ingest.recapture import NewCapture, Recapture
from mhgraph.project.canonical import canonical
from mhgraph.rdf.turtle.parse import parse_text
from mhgraph.rdf.turtle.positions import read_layout
from mhgraph.text.folder import HeldText
from mhgraph.text.likeness import nearest_names


@dataclass(frozen=True)
class UpdatedSource:
    """What was written: the file, the name of the capture ("" if nothing was), and what became of the passages.

    `added` names the new passages, `revived` those that an earlier state showed and that are back, `waiting` those that
    await reading, `same_text` the captures of the source that have the same text.
    """

    path: Path
    capture: str = ""
    changes: tuple[PassageChange, ...] = ()
    added: tuple[str, ...] = ()
    revived: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    same_text: tuple[str, ...] = ()


def update_source(
    graph: BaseGraph, key: str, text: HeldText, new: NewCapture, *, older: Sequence[HeldText] = ()
) -> UpdatedSource:
    """Write a new capture of a source into its file; `older` holds the text of the state before, if it is at hand.

    Of several older texts, that of the state before is found by its digest. If the text is that of the latest state,
    nothing is written. Raises what reading, parsing and `write_atomic` raise, too, and CommentInData for a file with a
    comment, which would be lost.

    Returns:
        What was written.

    Raises:
        UnknownName: there is no source of that key.
        InvalidValue: a field has the wrong form, the text is empty, or it is not clear of which address it is.
        CapturedAlready: another source has this text.
    """
    new.require_valid()
    graph.project.require_writable()
    every = read_captures(graph.store)
    path = graph.project.root / "data" / "sources" / f"{key}.trig"
    if key not in every or not path.is_file():
        raise UnknownName(key, nearest_names(key, list(every)), expected="source")
    if not text.lines:
        raise InvalidValue("text", "", "a text with at least one paragraph")
    owner = next((one.iri for k, listed in every.items() if k != key for one in listed if one.digest == text.whole), "")
    if owner:
        raise CapturedAlready(short_name(owner))
    states = _find_states(every[key], new.address)
    same = tuple(one.name for one in every[key] if one.digest == text.whole)
    if states and states[-1].digest == text.whole:
        return UpdatedSource(path, same_text=same)
    work = Recapture(key, _read_quads(path), every[key], states, text, _find_older(states, older))
    work.describe_capture(new)
    if new.standing != "altered":
        work.align()
    write_atomic(path, canonical(work.collect_quads(), key=key))
    return UpdatedSource(
        path,
        work.capture.value.partition("#")[2],
        work.told,
        tuple(work.added),
        tuple(work.revived),
        tuple(work.waiting),
        same,
    )


def _find_older(states: Sequence[RecordedCapture], older: Sequence[HeldText]) -> HeldText | None:
    """Return the text of the latest state; a text that is alone need not be just that."""
    found = next((text for text in older if states and text.whole == states[-1].digest), None)
    return found or (older[0] if len(older) == 1 else None)


def _read_quads(path: Path) -> list[Quad]:
    content = read_text(path)
    comments = read_layout(content).comments
    if comments:
        raise CommentInData(path, comments[0])
    return parse_text(content, path)


def _find_states(captures: Sequence[RecordedCapture], address: str | None) -> list[RecordedCapture]:
    """Return the captures of an address, the latest last; none for another address.

    Raises:
        InvalidValue: no address is given, and there are several.
    """
    known = {one.address for one in captures}
    if address is None and len(known) > 1:
        raise InvalidValue("address", "", f"one of {', '.join(sorted(known - {''}))}")
    return [one for one in captures if address in (None, one.address)]
