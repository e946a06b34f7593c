"""What the page says as numbered lists: a thing, a term, a ground or a passage is said once, and has a number.

So the page is small. Nothing here is markup; the page shows every text as text. The graph is asked in batches: what the
numbers refer to gets its names and places when all of it is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.evidence import Support, source_of
from mhgraph.graph.labels import LANGUAGES, read_names, short_name, texts_by_language
from mhgraph.model import (
    ADDRESSED_TO,
    ADDRESSES,
    AUDIENCE,
    BEARS_ON,
    BINDS,
    CITES,
    CONCERNS,
    CONTAINED_IN,
    DATE,
    END_DATE,
    EVENT_OF,
    FORCE,
    HAS_PLACE,
    HOST,
    IN_SERIES,
    INTERPRETS,
    IS_ARRANGED_BY,
    IS_HELD_BY,
    IS_MEMBERSHIP_OF,
    ISSUED_BY,
    KIND,
    MADE_AT,
    ORGANIZER,
    PART_OF_EVENT,
    PARTICIPANT,
    PERIOD_LABEL,
    PLEDGED_BY,
    RESTATES,
    ROLE,
    SAYS,
    SOURCE_CLASS,
    SPONSOR,
    START_DATE,
    STATUS,
    TOPIC,
)
from mhgraph.namespaces import CONCEPT, MH, OWL, SOURCE, passage_name, to_curie
from mhgraph.rdf.terms import LABEL, TYPE, Term, sort_triples

Json: TypeAlias = Any
"""What JSON can hold."""

LEDGERS = tuple(ledger.value for ledger in Ledger)
_ORDER = (
    *(SAYS, START_DATE, DATE, END_DATE, PERIOD_LABEL, HAS_PLACE, STATUS, IS_ARRANGED_BY, HOST, ORGANIZER, SPONSOR),
    *(KIND, FORCE, BINDS, ISSUED_BY, ADDRESSED_TO, IS_HELD_BY, PLEDGED_BY, CONCERNS, AUDIENCE, ADDRESSES, BEARS_ON),
    *(TOPIC, RESTATES, INTERPRETS, CITES, CONTAINED_IN, MADE_AT, IN_SERIES, PART_OF_EVENT),
)
"""The order in which a card tells what is said: what it says, when, where, who, how strongly, about whom and what."""
_RANKS = {predicate: rank for rank, predicate in enumerate(_ORDER)}
_ADDRESS = ("http://", "https://")


@dataclass
class _Numbered:
    """A list in which each thing stands once, at the position of its key."""

    items: list[Json] = field(default_factory=list)
    positions: dict[object, int] = field(default_factory=dict)

    def get(self, key: object) -> int | None:
        return self.positions.get(key)

    def add(self, key: object, item: Json) -> int:
        self.positions[key] = len(self.items)
        self.items.append(item)
        return self.positions[key]


class Encoder:
    """Numbers terms, relations, sources, passages, grounds and statements as they come; the things have theirs already.

    Statements about things come first, `count` of them; the others are premises of what rules conclude.
    """

    def __init__(self, graph: BaseGraph, things: Mapping[str, int]) -> None:
        self._graph = graph
        self._things = things
        self._supports = graph.statements()
        self._relations = _Numbered()
        self._terms = _Numbered()
        self._grounds = _Numbered()
        self._passages = _Numbered()
        self._sources = _Numbered()
        self._statements = _Numbered()
        self.count = self._number_statements()

    def thing(self, iri: str) -> int | None:
        """Return the number of a thing under its canonical name; None if it is none of the page."""
        name = self._graph.identities.canonical.get(NamedNode(iri))
        return self._things.get(iri if name is None else name.value)

    def statement(self, triple: Triple | None) -> int:
        """Return the number of a statement, under whatever names it is given; -1 if the page has none such."""
        merged = None if triple is None else self._graph.identities.merge(triple)
        number = None if merged is None else self._statements.get(merged)
        return -1 if number is None else number

    def statement_between(self, edge: tuple[str, str, str]) -> int:
        """Return the number of the statement that an edge of the network stands for; -1 if it is structure."""
        subject, value, predicate = edge
        return self.statement(Triple(NamedNode(subject), NamedNode(predicate), NamedNode(value)))

    def word(self, iri: str) -> int:
        """Return the word of a line: n is a relation, -1 - n the term n, a role."""
        name = NamedNode(iri)
        return -1 - self.term(name) if iri.startswith(CONCEPT) else self.relation(name)

    def relation(self, predicate: NamedNode) -> int:
        """Return the number of a relation."""
        known = self._relations.get(predicate.value)
        if known is not None:
            return known
        said: dict[str, Json] = {"naming": True} if predicate in (TYPE, LABEL) else {}
        said["rank"] = _RANKS.get(predicate, len(_RANKS))
        if predicate in (EVENT_OF, PARTICIPANT, IS_MEMBERSHIP_OF, ROLE):
            said["part"] = True
        inverse = {tag: phrase for tag in LANGUAGES if (phrase := self._graph.model.inverse(predicate, tag))}
        if inverse:
            said["inverse"] = inverse
        return self._relations.add(predicate.value, {"id": to_curie(predicate.value), **said})

    def value(self, term: Term) -> Json:
        """Return a value: n is the thing of this number, -1 - n the term n, and a literal is a literal."""
        if isinstance(term, Literal):
            kind = "" if term.language else to_curie(term.datatype.value)
            return {"text": term.value, "lang": term.language or "", "type": "" if kind == "xsd:string" else kind}
        number = self.thing(term.value) if isinstance(term, NamedNode) else None
        return -1 - self.term(term) if number is None else number

    def term(self, term: Term) -> int:
        """Return the number of a term: a concept, or something that is no thing of the page."""
        iri = term.value if isinstance(term, NamedNode) else str(term)
        known = self._terms.get(iri)
        if known is not None:
            return known
        item: dict[str, Json] = {"id": short_name(iri)}
        ours = iri.startswith((CONCEPT, MH, OWL)) or to_curie(iri) != iri
        if not ours and iri.startswith(_ADDRESS):
            item["link"] = iri
        return self._terms.add(iri, item)

    def source(self, iri: str) -> int:
        """Return the number of a source."""
        known = self._sources.get(iri)
        return self._sources.add(iri, {"key": iri.removeprefix(SOURCE)}) if known is None else known

    def finish(self, sources: Mapping[str, Json]) -> dict[str, list[Json]]:
        """Return the lists, each with what was left to ask for; `sources` has what is known of each source, by IRI."""
        for iri, item in zip(self._sources.positions, self._sources.items, strict=True):
            item.update(sources[str(iri)])
        self._locate_passages()
        self._name()
        return {
            "relations": self._relations.items,
            "terms": self._terms.items,
            "sources": self._sources.items,
            "passages": self._passages.items,
            "grounds": self._grounds.items,
            "statements": self._statements.items,
        }

    def _number_statements(self) -> int:
        """Return how many statements are about a thing; these get the first numbers, then premises."""
        premises = self._find_premises()
        waiting: list[Triple] = []

        def add(triple: Triple) -> None:
            supports = []
            for support in self._supports.get(triple, ()):
                for since in premises.get((triple, support.ground), [()]):
                    waiting.extend(since)
                    supports.append((self._ground(support), since))
            subject, relation = self.value(triple.subject), self.relation(triple.predicate)
            self._statements.add(triple, [subject, relation, self.value(triple.object), supports])

        about = [triple for triple in self._supports if self._is_thing(triple.subject) or self._is_thing(triple.object)]
        for triple in sort_triples(about):
            add(triple)
        while waiting:
            triple = waiting.pop()
            if self._statements.get(triple) is None:
                add(triple)
        positions = self._statements.positions
        for statement in self._statements.items:
            statement[3] = [[ground, *(positions[premise] for premise in since)] for ground, since in statement[3]]
        return len(about)

    def _find_premises(self) -> dict[tuple[Triple, str], list[tuple[Triple, ...]]]:
        """Return the premises from which each rule, by IRI, infers a statement: a list for each derivation."""
        inferred = [
            triple
            for triple, supports in self._supports.items()
            if any(support.ledger is Ledger.INFERRED for support in supports)
        ]
        found: dict[tuple[Triple, str], list[tuple[Triple, ...]]] = {}
        for triple, derivations in self._graph.explain(inferred).items():
            for derivation in derivations:
                found.setdefault((triple, derivation.rule.value), []).append(derivation.premises)
        return {key: sorted(listed, key=str) for key, listed in found.items()}

    def _is_thing(self, term: Term) -> bool:
        return isinstance(term, NamedNode) and term.value in self._things

    def _ground(self, support: Support) -> int:
        merged = support.written is not None
        key = (support.ledger, support.ground, support.passages, support.confidence, merged)
        known = self._grounds.get(key)
        if known is not None:
            return known
        passages = [self._passage(iri) for iri in support.passages]
        rank, name = LEDGERS.index(support.ledger.value), short_name(support.ground)
        return self._grounds.add(key, [rank, name, support.reason, passages, support.confidence, int(merged)])

    def _passage(self, iri: str) -> int:
        known = self._passages.get(iri)
        if known is not None:
            return known
        return self._passages.add(iri, [self.source(source_of(iri)), passage_name(iri).partition("#")[2]])

    def _locate_passages(self) -> None:
        """Add to each passage the document's own label, the paragraph's number and the link."""
        located = self._graph.locate(str(iri) for iri in self._passages.positions)
        for iri, passage in zip(self._passages.positions, self._passages.items, strict=True):
            location = located[str(iri)]
            link = location.link if location.link.lower().startswith(_ADDRESS) else ""
            passage.extend((location.label, location.number or 0, link))

    def _name(self) -> None:
        """Add their labels to relations and terms."""
        named = [str(iri) for iri in (*self._relations.positions, *self._terms.positions)]
        names = read_names(self._graph.store, named)
        for things in (self._relations, self._terms):
            for iri, thing in zip(things.positions, things.items, strict=True):
                thing["labels"] = texts_by_language(names.get(str(iri), ()))


def list_sources(graph: BaseGraph) -> Iterable[str]:
    """Return all sources, by IRI."""
    rows = graph.select(f"SELECT DISTINCT ?x WHERE {{ ?x a {SOURCE_CLASS} }} ORDER BY ?x").rows
    return [source.value for (source,) in rows if isinstance(source, NamedNode)]
