"""What follows from the form of an event page: its title, its fields, what was lost, and what is below the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from mhgraph.ingest.draft import Draft, PassageDraft, date_literal
from mhgraph.ingest.hints import is_furniture
from mhgraph.ingest.known import Field, Known, key_of, kind_of
from mhgraph.model import END_DATE, EVENT, HAS_PLACE, KIND, STATUS
from mhgraph.namespaces import DCTERMS, SOURCE
from mhgraph.project.todo import is_todo, make_slug, todo_name, todo_text

_INLINE = re.compile(r"(?P<label>[A-ZÀ-Þ][^:：.!?]{1,60}?)\s?[:：]\s+(?P<value>\S.*)")
_SEPARATOR = re.compile(r"\s?[;|•·]\s?")
_COMMA = re.compile(r",\s+|\s+(?:and|et|y)\s+|\s+/\s+")
_NUMBERED_VALUE = re.compile(r"(?:[^\W\d]+\s)?(?P<number>\d{1,2}(?:\.\d{1,2})?)\b")
_MOST_WORDS_OF_A_LABEL = 5
_MOST_WORDS_OF_A_VALUE = 15
_LANGUAGE = NamedNode(f"{DCTERMS}language")


@dataclass(frozen=True)
class _Block:
    """A field in a text: its label as printed, the paragraphs that hold it, its values, what the label stands for."""

    label: str
    first: int
    last: int
    values: tuple[str, ...]
    field: Field | None


@dataclass
class EventTemplate:
    """Writes what follows from an event page into a draft: `event` is what the page is about."""

    draft: Draft
    known: Known
    event: NamedNode
    title: str
    publisher: str | None
    unknown: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def fill(self) -> None:
        """Make passages of the fields, name all, and write what fields with known labels state of the event."""
        blocks = {block.first: block for block in self._find_fields()}
        covered = {number for block in blocks.values() for number in range(block.first, block.last + 1)}
        kept = []
        for passage in self.draft.passages:
            if passage.first in blocks:
                block = blocks[passage.first]
                passage.last = block.last
                kept.append(passage)
            elif passage.first not in covered:
                kept.append(passage)
        self.draft.passages[:] = kept
        self._name_places(kept, blocks)
        for passage in kept:
            if passage.first in blocks:
                self._write_field(passage, blocks[passage.first])
        self.draft.settle_names()
        if self.unknown:
            self.draft.remarks.append(
                f"labels that no vocabulary has, so that their fields are unread: {_quote(self.unknown)}"
            )
        if self.foreign:
            self.draft.remarks.append(f"labels read as on the pages of another publisher: {_quote(self.foreign)}")

    def _find_fields(self) -> Iterator[_Block]:
        """Yield the fields of the page: "label: value" on a line, or a label with its values on lines below it."""
        passages = self.draft.passages
        place = 0
        while place < len(passages):
            block = self._read_block(passages, place)
            if block is not None:
                yield block
                place = block.last
            else:
                place += 1

    def _read_block(self, passages: Sequence[PassageDraft], place: int) -> _Block | None:
        text, number = passages[place].text, passages[place].first
        if key_of(text) == key_of(self.title):
            return None
        inline = _INLINE.fullmatch(text)
        if inline and len(inline["label"].split()) <= _MOST_WORDS_OF_A_LABEL:
            label = inline["label"].strip()
            return _Block(label, number, number, (inline["value"],), self.known.field(label, self.publisher))
        label = text.rstrip(":： ")
        known_field = self.known.field(label, self.publisher)
        if known_field is None:
            return None
        values = self._read_values(passages, place)
        return _Block(label, number, number + len(values), values, known_field)

    def _read_values(self, passages: Sequence[PassageDraft], place: int) -> tuple[str, ...]:
        """Return the short line below a label, with others that begin with a number like it, or are known names."""
        lines: list[str] = []
        for passage in passages[place + 1 :]:
            text = passage.text
            is_label = self.known.field(text.rstrip(":： "), self.publisher) is not None
            if is_label or _INLINE.fullmatch(text):
                break
            if len(text.split()) > _MOST_WORDS_OF_A_VALUE or passage.nothing is not None or is_furniture(text):
                break
            if lines and not (lines[0][:1].isdecimal() and text[:1].isdecimal()) and not self.known.named(text):
                break
            lines.append(text)
        return tuple(lines)

    def _name_places(self, passages: Sequence[PassageDraft], blocks: dict[int, _Block]) -> None:
        """Name title, date line, lead and body; what stands before the title and holds little is furniture."""
        title = next(
            (place for place, passage in enumerate(passages) if key_of(passage.text) == key_of(self.title)), None
        )
        if title is not None:
            self.draft.name(passages[title], "title", "title")
            passages[title].say(self.event, STATUS, todo_name("concept"))
            if not any(KIND in (block.field.properties if block.field else ()) for block in blocks.values()):
                passages[title].say(self.event, KIND, self._kind_in_title())
        body = 0
        for place, passage in enumerate(passages):
            if title is None or place <= title or passage.first in blocks or passage.nothing is not None:
                continue
            dates = self.draft.find_dates(passage.text)
            if body == 0 and dates and len(passage.text.split()) <= _MOST_WORDS_OF_A_VALUE:
                self.draft.name(passage, "date-line", "line of date and place")
                self._write_date(passage, passage.text)
                self._write_place(passage)
            elif len(passage.text.split()) > _MOST_WORDS_OF_A_LABEL:
                body += 1
                self.draft.name(passage, "lead" if body == 1 else f"body-{body}", _say_place(body))

    def _kind_in_title(self) -> NamedNode:
        """Return the kind that the title names with its own word; else one that is to be found."""
        words = re.findall(r"[\w-]+", self.title)
        for length in (3, 2, 1):
            for start in range(len(words) - length + 1):
                found = self.known.concept(" ".join(words[start : start + length]), "event")
                if found is not None:
                    return found
        return todo_name("concept")

    def _write_field(self, passage: PassageDraft, block: _Block) -> None:
        self.draft.name(passage, f"field-{make_slug(block.label)}", block.label)
        if block.field and self.draft.language not in block.field.languages:
            passage.language = min(block.field.languages)
        if not block.values:
            passage.nothing = "lost-field"
            self.draft.lost_fields.append(block.label)
            return
        if block.field is None:
            self.unknown.append(block.label)
            return
        if not block.field.is_own:
            self.foreign.append(block.label)
        for predicate in block.field.properties:
            if self.known.takes_dates(predicate):
                self._write_date(passage, " ".join(block.values), block.field.properties)
                return
            self._write_values(passage, block, predicate)

    def _write_date(self, passage: PassageDraft, text: str, properties: Sequence[NamedNode] = ()) -> None:
        """Write the days that a text gives: first and last of the event, or what else the properties of a field say."""
        dates = self.draft.find_dates(text, passage)
        start = self.known.start_of(properties)
        if not dates:
            if not any(triple.predicate == start for other in self.draft.passages for triple in other.statements):
                passage.say(self.event, start, todo_text("the day, as in 2031-04-02; it is not told here", None))
            return
        subject = self.event
        if start in self.known.model.marked("about-record"):
            subject = NamedNode(f"{SOURCE}{self.draft.key}")
        passage.say(subject, start, date_literal(dates[0].first))
        last = dates[0].last or (dates[1].first if len(dates) > 1 else "")
        if last and (END_DATE in properties or not properties):
            passage.say(subject, END_DATE, date_literal(last))

    def _write_place(self, passage: PassageDraft) -> None:
        """Write the place that a line names, if it is one."""
        places = {thing for found in self.known.find_names(passage.text) for thing in found.things}
        found = [thing for thing in places if kind_of(thing) == "place"]
        if len(found) == 1:
            passage.say(self.event, HAS_PLACE, NamedNode(found[0]))

    def _write_values(self, passage: PassageDraft, block: _Block, predicate: NamedNode) -> None:
        if predicate == _LANGUAGE:
            return  # the language of a text is said of the source
        if not self.known.kinds_of(predicate) and predicate in self.known.model.terms:
            passage.say(self.event, predicate, todo_text(f"what the field '{block.label}' says"))
            return
        for words in self._split(block, predicate):
            passage.say(self.event, predicate, self._find_value(words, block.label, predicate))

    def _split(self, block: _Block, predicate: NamedNode) -> list[str]:
        """Return the values of a field one by one; one whole, if it is known as it stands."""
        found: list[str] = []
        for line in block.values:
            for part in _SEPARATOR.split(line):
                is_known = not is_todo(self._find_value(part, block.label, predicate))
                found += [part] if is_known else _COMMA.split(part)
        return [part.strip() for part in found if part.strip()]

    def _find_value(self, words: str, label: str, predicate: NamedNode) -> NamedNode:
        """Return what a value names: by its words, or by its number behind the label in the singular."""
        value = self.known.value(predicate, EVENT, words)
        numbered = _NUMBERED_VALUE.match(words)
        if is_todo(value) and numbered:
            kinds = self.known.kinds_of(predicate)
            for called in (f"{label.removesuffix('s')} {numbered['number']}", numbered.group()):
                found = self.known.resolve(called, kinds)
                if found is not None:
                    return found
        return value


def _quote(labels: Sequence[str]) -> str:
    return ", ".join(f"'{label}'" for label in dict.fromkeys(labels))


def _say_place(place: int) -> str:
    ordinals = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    if place < len(ordinals):
        return f"{ordinals[place]} paragraph below the title"
    return f"paragraph {place} below the title"
