"""What is recorded of the copies in which the documents were read: captures, and the passages seen in each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from mhgraph.model import (
    CAPTURE,
    DIGEST,
    DOCUMENT_LABEL,
    EXTENT,
    FRAGMENT,
    IS_CAPTURE_OF,
    IS_SEEN_IN,
    LAST_NUMBER,
    NUMBER,
    PASSAGE,
)
from mhgraph.namespaces import CONCEPT, SCHEMA, SOURCE
from mhgraph.rdf.terms import Term, natural_key
from mhgraph.stores import Store
from mhgraph.text.alignment import RecordedParagraph
from mhgraph.text.fragments import read_fragment

_EXTENT = f"{CONCEPT}extent-"
_LONGEST_NUMBER = 9  # digits; Python refuses to read very long ones, and no text has as many paragraphs


class RecordedPassage(NamedTuple):
    """A passage with a digest; `number` is None where only parts of the text were seen."""

    iri: str
    digest: str
    number: int | None = None
    last: int | None = None
    label: str = ""
    fragment: str = ""

    @property
    def name(self) -> str:
        """Its name in its source."""
        return self.iri.partition("#")[2]

    def sort_key(self) -> tuple[object, ...]:
        """Return its place in the document, as far as it is known."""
        return (self.number is None, self.number or 0, natural_key(self.label), natural_key(self.iri))

    def paragraph(self) -> RecordedParagraph:
        """Return what an alignment needs to know of it."""
        opening, closing = read_fragment(self.fragment)
        return RecordedParagraph(self.digest, self.number, self.last, opening, closing)


class RecordedCapture(NamedTuple):
    """A copy: the digest of its text and its address, "" if unknown, and the passages seen in it, in order."""

    iri: str
    digest: str
    extent: str
    address: str
    passages: tuple[RecordedPassage, ...] = ()

    @property
    def name(self) -> str:
        """Its name in its source."""
        return self.iri.partition("#")[2]

    @property
    def is_text(self) -> bool:
        """Whether the running text was at hand as a whole, so that its paragraphs have numbers."""
        return self.extent in ("whole", "body-only")


def read_captures(store: Store) -> dict[str, tuple[RecordedCapture, ...]]:
    """Return the captures of each source, by key, in the order of their names: two queries.

    Of several values (which is a finding) the first by text is taken.
    """
    passages = _read_passages(store)
    found: dict[str, dict[str, RecordedCapture]] = {}
    query = f"""SELECT DISTINCT ?source ?capture ?extent ?digest ?url WHERE {{
      ?capture a {CAPTURE} ; {IS_CAPTURE_OF} ?source .
      OPTIONAL {{ ?capture {EXTENT} ?extent }} OPTIONAL {{ ?capture {DIGEST} ?digest }}
      OPTIONAL {{ ?capture <{SCHEMA}url> ?url }} }}"""
    for source, capture, extent, digest, url in _sort(store.select(query).rows):
        if isinstance(source, NamedNode) and isinstance(capture, NamedNode):
            listed = tuple(sorted(passages.get(capture.value, {}).values(), key=RecordedPassage.sort_key))
            one = RecordedCapture(capture.value, _text(digest), _text(extent).removeprefix(_EXTENT), _text(url), listed)
            found.setdefault(source.value.removeprefix(SOURCE), {}).setdefault(capture.value, one)
    return {
        key: tuple(captures[iri] for iri in sorted(captures, key=natural_key))
        for key, captures in sorted(found.items())
    }


def _read_passages(store: Store) -> dict[str, dict[str, RecordedPassage]]:
    """Return the passages of each capture, by IRI. A record is none: it is no part of the text."""
    found: dict[str, dict[str, RecordedPassage]] = {}
    query = f"""SELECT DISTINCT ?passage ?capture ?digest ?number ?last ?label ?fragment WHERE {{
      ?passage a {PASSAGE} ; {IS_SEEN_IN} ?capture ; {DIGEST} ?digest .
      OPTIONAL {{ ?passage {NUMBER} ?number }} OPTIONAL {{ ?passage {LAST_NUMBER} ?last }}
      OPTIONAL {{ ?passage {DOCUMENT_LABEL} ?label }} OPTIONAL {{ ?passage {FRAGMENT} ?fragment }} }}"""
    for passage, capture, digest, number, last, label, fragment in _sort(store.select(query).rows):
        if isinstance(passage, NamedNode) and isinstance(capture, NamedNode):
            one = RecordedPassage(
                passage.value, _text(digest), _number(number), _number(last), _text(label), _text(fragment)
            )
            found.setdefault(capture.value, {}).setdefault(passage.value, one)
    return found


def _sort(rows: Iterable[tuple[Term | None, ...]]) -> list[tuple[Term | None, ...]]:
    return sorted(rows, key=lambda row: [str(term) for term in row])


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _number(term: Term | None) -> int | None:
    text = term.value if isinstance(term, Literal) else ""
    return int(text) if text.isdecimal() and 0 < len(text) <= _LONGEST_NUMBER else None
