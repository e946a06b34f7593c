"""What a new source file is made of, before it is written: passages in their order, and what is to be said there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad, Triple

from mhgraph.graph.labels import LANGUAGES
from mhgraph.ingest.marks import Mark
from mhgraph.model import (
    DIGEST,
    DOCUMENT_LABEL,
    FRAGMENT,
    HOLDS_NO_STATEMENT,
    INDEX_SUFFIX,
    IS_SEEN_IN,
    LAST_NUMBER,
    NUMBER,
    PASSAGE,
    READ_WITH,
    RECORD,
)
from mhgraph.namespaces import CONCEPT, DCTERMS, SOURCE, XSD, passage_iri
from mhgraph.project.todo import todo_text
from mhgraph.rdf.terms import PART_OF, TYPE
from mhgraph.text.characters import drop_hidden
from mhgraph.text.contact import holds_contact
from mhgraph.text.dates import FoundDate, find_dates
from mhgraph.text.fragments import make_fragment
from mhgraph.text.passages import digest_text, name_paragraph

FIRST_CAPTURE = "c1"

_FIRST_YEAR, _LAST_YEAR = "1800", "2099"
"""The years that the shapes take."""


@dataclass
class PassageDraft:
    """A passage to be written: paragraphs `first` to `last`, and what is to be said in its graphs.

    `nothing` is the notation of the reason why it holds no statement. A passage that is not linked gets no text
    fragment. `language` is its own, if that is not the one of the text.
    """

    first: int
    last: int
    text: str
    name: str = ""
    label: str | None = None
    mark: Mark | None = None
    nothing: str | None = None
    language: str | None = None
    is_linked: bool = True
    read_with: list[str] = field(default_factory=list)
    statements: list[Triple] = field(default_factory=list)
    filing: list[Triple] = field(default_factory=list)

    def say(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        """Add a statement to the graph of the passage; a text that may not stand in data is left to the curator."""
        if isinstance(value, Literal) and value.language and holds_contact(value.value):
            value = todo_text("a name without an e-mail address or telephone number", value.language)
        self.statements.append(Triple(subject, predicate, value))


@dataclass
class Draft:
    """A source to be written: its passages, what its file says of the source, and the entity files that go with it.

    `record` is said where the text itself does not print it.
    """

    key: str
    language: str
    passages: list[PassageDraft]
    about_source: list[tuple[NamedNode, NamedNode | Literal]] = field(default_factory=list)
    lost_fields: list[str] = field(default_factory=list)
    entities: dict[str, list[Quad]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    record: list[Triple] = field(default_factory=list)

    def find_dates(self, text: str, passage: PassageDraft | None = None) -> list[FoundDate]:
        """Return the dates of a text with a year that data can have; in the language of the source or of the house.

        What is found in another language only tells that of the passage.
        """
        own = passage.language if passage else None
        for tongue in dict.fromkeys((own or self.language, self.language, *LANGUAGES)):
            dates = [date for date in find_dates(text, tongue) if _FIRST_YEAR <= date.first[:4] <= _LAST_YEAR]
            if dates:
                if passage and own is None and tongue != self.language:
                    passage.language = tongue
                return dates
        return []

    def name(self, passage: PassageDraft, name: str, label: str | None) -> None:
        """Give a passage a name and the document's label, if that may stand in data."""
        passage.name, passage.label = name, None if label and holds_contact(label) else label

    def settle_names(self) -> None:
        """Name by its number each passage that has no name, or one that another has as well, which a remark says."""
        names = [passage.name for passage in self.passages]
        shared = {name for name in names if name and names.count(name) > 1}
        for passage in self.passages:
            if not passage.name or passage.name in shared:
                passage.name = name_paragraph(passage.first)
        if shared:
            listed = ", ".join(sorted(shared))
            self.remarks.append(f"named by number, for more than one passage would have the name: {listed}")

    def declare(self, kind: str, thing: NamedNode, *said: tuple[NamedNode, NamedNode | Literal]) -> None:
        """Add a thing to the entity file of a kind that goes with the source."""
        self.entities.setdefault(kind, []).extend(Quad(thing, predicate, value) for predicate, value in said)

    def describe_record(self) -> Iterator[Quad]:
        """Yield the quads of the record, where the text itself does not print what is said of it."""
        node = NamedNode(passage_iri(self.key, "record"))
        if self.record:
            yield Quad(node, TYPE, RECORD)
            yield Quad(node, PART_OF, NamedNode(f"{SOURCE}{self.key}"))
            yield Quad(node, IS_SEEN_IN, NamedNode(passage_iri(self.key, FIRST_CAPTURE)))
        for triple in self.record:
            yield Quad(triple.subject, triple.predicate, triple.object, node)

    def describe_passages(self, paragraphs: list[str], *, is_linked: bool) -> Iterator[Quad]:
        """Yield the quads of the passages: what is said of them, and in them."""
        for passage in self.passages:
            yield from self._describe(passage, paragraphs)
            if is_linked and passage.is_linked and passage.nothing is None:
                fragment = make_fragment(paragraphs, passage.first, passage.last)
                if fragment:
                    yield Quad(NamedNode(passage_iri(self.key, passage.name)), FRAGMENT, Literal(fragment))

    def _describe(self, passage: PassageDraft, paragraphs: list[str]) -> Iterator[Quad]:
        node = NamedNode(passage_iri(self.key, passage.name))
        lines = paragraphs[passage.first - 1 : passage.last]
        yield Quad(node, TYPE, PASSAGE)
        yield Quad(node, NUMBER, Literal(passage.first))
        if passage.last > passage.first:
            yield Quad(node, LAST_NUMBER, Literal(passage.last))
        yield Quad(node, PART_OF, NamedNode(f"{SOURCE}{self.key}"))
        yield Quad(node, IS_SEEN_IN, NamedNode(passage_iri(self.key, FIRST_CAPTURE)))
        yield Quad(node, DIGEST, Literal(digest_text("\n".join(lines))))
        if passage.label:
            yield Quad(node, DOCUMENT_LABEL, Literal(passage.label))
        if passage.language:
            yield Quad(node, NamedNode(f"{DCTERMS}language"), Literal(passage.language))
        if passage.nothing:
            yield Quad(node, HOLDS_NO_STATEMENT, NamedNode(f"{CONCEPT}nothing-{passage.nothing}"))
        for name in passage.read_with:
            yield Quad(node, READ_WITH, NamedNode(passage_iri(self.key, name)))
        for triple in passage.statements:
            yield Quad(triple.subject, triple.predicate, triple.object, node)
        index = NamedNode(f"{node.value}{INDEX_SUFFIX}")
        for triple in passage.filing:
            yield Quad(triple.subject, triple.predicate, triple.object, index)


def make_passages(paragraphs: Iterable[str]) -> list[PassageDraft]:
    """Return a passage for each paragraph, unnamed and unread."""
    return [PassageDraft(number, number, drop_hidden(text)) for number, text in enumerate(paragraphs, start=1)]


def date_literal(text: str) -> Literal:
    """Return a day, month or year in ISO 8601 as a literal of its precision.

    >>> date_literal("2031-04").datatype.value.rpartition("#")[2]
    'gYearMonth'
    """
    kind = {4: "gYear", 7: "gYearMonth"}.get(len(text), "date")
    return Literal(text, datatype=NamedNode(f"{XSD}{kind}"))
