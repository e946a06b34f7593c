"""What a new text of a document does to the quads of its source file: passages follow their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.errors import InvalidValue
from mhgraph.graph.captures import RecordedCapture, RecordedPassage
from mhgraph.graph.changes import PassageChange, tell_change
from mhgraph.model import (
    AWAITS_READING,
    CAPTURE,
    DIGEST,
    EXTENT,
    FRAGMENT,
    HOLDS_NO_STATEMENT,
    INDEX_SUFFIX,
    IS_CAPTURE_OF,
    IS_SEEN_IN,
    LAST_NUMBER,
    LOST_FIELD,
    NUMBER,
    PASSAGE,
    STANDING,
)
from mhgraph.namespaces import CONCEPT, DCTERMS, SCHEMA, SOURCE, XSD, passage_iri
from mhgraph.rdf.terms import DEFAULT, PART_OF, TYPE
from mhgraph.text.alignment import Change, Fate, align, use_older_copy
from mhgraph.text.folder import HeldText
from mhgraph.text.fragments import finds_passage, make_fragment
from mhgraph.text.passages import digest_normal, name_paragraph

TEXT_EXTENTS = ("whole", "body-only")
"""The extents of a capture whose paragraphs have numbers."""

STANDINGS = ("publisher", "partner", "repost", "altered")
"""Whose copy a capture may be."""

_Value: TypeAlias = NamedNode | Literal

_URL = NamedNode(f"{SCHEMA}url")
_CREATED = NamedNode(f"{DCTERMS}created")
_LANGUAGE = NamedNode(f"{DCTERMS}language")
_WORDING = NamedNode(f"{CONCEPT}change-wording")
_GONE = NamedNode(f"{CONCEPT}change-gone")
_PUBLISHER = NamedNode(f"{CONCEPT}standing-publisher")
_NAME = re.compile(r"p0*([1-9][0-9]{0,8})")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|^`\\]+\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_PLACE = (NUMBER, LAST_NUMBER, DIGEST, IS_SEEN_IN)


@dataclass(frozen=True)
class NewCapture:
    """Where and when a text was found; what is None is as in the state before.

    `address` may be left out where all captures of the source have one address. A copy at another address needs a
    `standing`.
    """

    address: str | None = None
    day: str | None = None
    extent: str | None = None
    standing: str | None = None

    def require_valid(self) -> None:
        """Check the form of the fields.

        Raises:
            InvalidValue: address, day, extent or standing is not what it must be.
        """
        if self.address and not _ADDRESS.match(self.address):
            raise InvalidValue("address", self.address, "an address that begins with https://, its spaces encoded")
        if self.day and not _DAY.match(self.day):
            raise InvalidValue("day", self.day, "a day like 2031-04-02")
        if self.extent and self.extent not in TEXT_EXTENTS:
            expected = f"{' or '.join(TEXT_EXTENTS)}; the passages of an excerpt are written by hand"
            raise InvalidValue("extent", self.extent, expected)
        if self.standing and self.standing not in STANDINGS:
            raise InvalidValue("standing", self.standing, f"one of {', '.join(STANDINGS)}")


class Recapture:
    """The quads of a source file while a text is worked in; `states` are the captures of its address, in order."""

    def __init__(
        self,
        key: str,
        quads: Iterable[Quad],
        captures: Sequence[RecordedCapture],
        states: Sequence[RecordedCapture],
        text: HeldText,
        older: HeldText | None,
    ) -> None:
        self._key = key
        self._captures = captures
        self._states = states
        self._text = text
        self._older = older
        self._said: defaultdict[object, set[Quad]] = defaultdict(set)
        self._in_graphs: list[Quad] = []
        for quad in quads:
            if quad.graph_name == DEFAULT:
                self._said[quad.subject].add(quad)
            else:
                self._in_graphs.append(quad)
        self._graphs = {quad.graph_name for quad in self._in_graphs}
        self._source = NamedNode(f"{SOURCE}{key}")
        self._names = {node.value.partition("#")[2] for node in self._said if isinstance(node, NamedNode)}
        numbers = [int(one.name[1:]) for one in captures if one.name[1:].isdecimal()]
        self.capture = NamedNode(passage_iri(key, f"c{max(numbers, default=0) + 1}"))
        self.told: tuple[PassageChange, ...] = ()
        self.added: list[str] = []
        self.revived: list[str] = []
        self.waiting: list[str] = []

    def collect_quads(self) -> list[Quad]:
        """Return all quads of the file as they are now."""
        return [*self._in_graphs, *(quad for said in self._said.values() for quad in said)]

    def describe_capture(self, new: NewCapture) -> None:
        """Add the capture; what is not said of it is as in the state before.

        Raises:
            InvalidValue: the copy is at another address and nothing says whose it is, or only parts of it are there.
        """
        before = NamedNode(self._states[-1].iri) if self._states else None
        extent = new.extent or (self._states[-1].extent if self._states else TEXT_EXTENTS[0])
        NewCapture(extent=extent).require_valid()
        standing = NamedNode(f"{CONCEPT}standing-{new.standing}") if new.standing else self._object(before, STANDING)
        if standing is None:
            raise InvalidValue("standing", "", f"whose copy it is: {', '.join(STANDINGS)}")
        address = new.address or (self._states[-1].address if self._states else "")
        said = {
            TYPE: CAPTURE,
            IS_CAPTURE_OF: self._source,
            EXTENT: NamedNode(f"{CONCEPT}extent-{extent}"),
            STANDING: standing,
            DIGEST: Literal(self._text.whole),
            _LANGUAGE: self._object(before, _LANGUAGE) or self._object(self._source, _LANGUAGE),
            _URL: NamedNode(address) if address else None,
            _CREATED: Literal(new.day, datatype=NamedNode(f"{XSD}date")) if new.day else None,
        }
        for predicate, value in said.items():
            self._say(self.capture, predicate, value)
        for quad in self._said[before] if before else ():
            if quad.predicate == LOST_FIELD and getattr(quad.object, "value", "") in self._text.lines:
                self._said[self.capture].add(
                    Quad(self.capture, LOST_FIELD, quad.object)
                )  # its label still has no value beside it

    def align(self) -> None:
        """Find out what became of the passages, and write it down."""
        recorded = self._recorded()
        paragraphs = [passage.paragraph() for passage in recorded]
        if self._older is not None:
            paragraphs = use_older_copy(paragraphs, self._older.lines)
        earlier = {p.digest: p for one in self._states[:-1] for p in one.passages}
        changes = align(paragraphs, self._text.lines, known=earlier)
        covered: set[int] = set()
        for change in changes:
            passages = [recorded[place] for place in change.recorded]
            if self._states:
                covered.update(self._follow(change, passages))
            elif change.fate.keeps_words:
                covered.update(change.lines)
        told = [change for change in changes if self._states or change.fate is not Fate.MISSING]
        lines_told = {line for change in told for line in change.lines}
        for line in sorted(set(range(1, len(self._text.lines) + 1)) - covered):
            back = earlier.pop(self._text.digests[line - 1], None)
            if back is not None:
                self._revive(back, line)
                continue
            self._add_passage(line)
            if line not in lines_told:  # in a text of which only parts were recorded, the rest is new
                told.append(Change(Fate.INSERTED, (), (line,)))
        self.told = tuple(tell_change(change, recorded) for change in told)

    def _recorded(self) -> list[RecordedPassage]:
        """Return the passages that the text is compared with: of the latest state, or else of all captures."""
        if self._states:
            return list(self._states[-1].passages) or [p for one in self._states for p in one.passages]
        return [passage for one in self._captures for passage in one.passages]

    def _follow(self, change: Change, passages: Sequence[RecordedPassage]) -> Sequence[int]:
        """Return the lines that passages have after a change, once they have followed it."""
        is_pair = len({(p.number, p.last) for p in passages}) == 1 and all(
            p.paragraph().span == len(change.lines) or p.number is None for p in passages
        )
        if change.fate.keeps_words or (change.fate is Fate.DIFFERS and is_pair):
            for passage in passages:
                self._move(passage, change.lines)
                if not change.fate.keeps_words:
                    self._mark(passage, _WORDING)
            return change.lines
        for passage in passages:
            self._mark(passage, _GONE)
            self._remove(NamedNode(passage.iri), FRAGMENT)
        return ()

    def _revive(self, passage: RecordedPassage, line: int) -> None:
        """Let a passage come back that an earlier state showed: the text has its words again."""
        self._move(passage, [line])
        self._remove(NamedNode(passage.iri), AWAITS_READING)
        self.revived.append(passage.name)

    def _move(self, passage: RecordedPassage, lines: Sequence[int]) -> None:
        """Say where a passage is in the new text."""
        node = NamedNode(passage.iri)
        self._remove(node, *_PLACE)
        self._place(node, lines)
        fragment = passage.fragment
        if fragment and not finds_passage(fragment, self._text.lines, lines[0], lines[-1]):
            self._remove(node, FRAGMENT)
            self._link(node, lines)

    def _place(self, node: NamedNode, lines: Sequence[int]) -> None:
        digest = digest_normal("\n".join(self._text.lines[line - 1] for line in lines))
        self._say(node, NUMBER, Literal(lines[0]))
        self._say(node, LAST_NUMBER, Literal(lines[-1]) if len(lines) > 1 else None)
        self._say(node, IS_SEEN_IN, self.capture)
        self._say(node, DIGEST, Literal(digest))

    def _add_passage(self, line: int) -> None:
        name = self._make_name(line)
        node = NamedNode(passage_iri(self._key, name))
        self._say(node, TYPE, PASSAGE)
        self._say(node, PART_OF, self._source)
        self._place(node, [line])
        self._link(node, [line])
        self.added.append(name)

    def _make_name(self, line: int) -> str:
        """Return a name that no passage had: by the line, or by the next number that is free.

        Where passages are named by number, a gap in the names would look like a paragraph that was lost.
        """
        numbers = [int(match[1]) for name in self._names if (match := _NAME.fullmatch(name))]
        following = max(numbers, default=0) + 1
        number = line if not numbers or line == following else following
        name = name_paragraph(number)
        self._names.add(name)
        return name

    def _link(self, node: NamedNode, lines: Sequence[int]) -> None:
        """Add a text fragment, if the text is the publisher's, and the publisher's address is known."""
        if self._object(self._source, _URL) and self._object(self.capture, STANDING) == _PUBLISHER:
            fragment = make_fragment(self._text.lines, lines[0], lines[-1])
            self._say(node, FRAGMENT, Literal(fragment) if fragment else None)

    def _mark(self, passage: RecordedPassage, change: NamedNode) -> None:
        """Say that a passage has to be read again; one that nobody has read is unread as it is, unless it is gone."""
        node = NamedNode(passage.iri)
        graphs = {node, NamedNode(f"{passage.iri}{INDEX_SUFFIX}")}
        is_read = self._object(node, HOLDS_NO_STATEMENT) or not graphs.isdisjoint(self._graphs)
        if is_read or change == _GONE:
            self._remove(node, AWAITS_READING)
            self._say(node, AWAITS_READING, change)
            self.waiting.append(passage.name)

    def _object(self, subject: NamedNode | None, predicate: NamedNode) -> _Value | None:
        """Return the value that something has outside graphs, the first by text."""
        said = self._said[subject] if subject else ()
        values = [quad.object for quad in said if quad.predicate == predicate]
        return min((value for value in values if isinstance(value, NamedNode | Literal)), key=str, default=None)

    def _say(self, subject: NamedNode, predicate: NamedNode, value: _Value | None) -> None:
        if value is not None:
            self._said[subject].add(Quad(subject, predicate, value))

    def _remove(self, subject: NamedNode, *predicates: NamedNode) -> None:
        self._said[subject] = {quad for quad in self._said[subject] if quad.predicate not in predicates}
