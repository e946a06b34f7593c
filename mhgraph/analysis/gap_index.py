"""What gaps are looked up in: statements by what they are about, and what files say outside statements, read once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from mhgraph.analysis.network import PART_OF, Network, read_pairs
from mhgraph.graph import BaseGraph
from mhgraph.graph.evidence import Support, passages_of
from mhgraph.graph.labels import choose_text, language_key, read_names, short_name
from mhgraph.model import IS_CAPTURE_OF, LOST_FIELD, PROVISION, SOURCE_CLASS, SOURCE_OF, STANDS_FOR, TOUCHES
from mhgraph.namespaces import DCTERMS, SCHEMA, SKOS
from mhgraph.rdf.terms import Term

_PUBLISHER = f"<{DCTERMS}publisher>"
_ADDRESS = f"<{SCHEMA}url>"
_Entry: TypeAlias = tuple[NamedNode, Term, tuple[Support, ...]]


@dataclass(frozen=True)
class Fact:
    """What is known of a thing: a relation (a property, or words in English) and a value; `back` if it points to it."""

    subject: str
    relation: NamedNode | str
    object: Term
    back: bool = False
    supports: tuple[Support, ...] = field(default=(), compare=False)

    @property
    def object_iri(self) -> str:
        """The IRI of the value; "" if it is a literal."""
        return self.object.value if isinstance(self.object, NamedNode) else ""


class GapIndex:
    """The statements of a graph by subject and by object, and the class (IRI) of each thing that is no evidence."""

    def __init__(self, graph: BaseGraph, network: Network) -> None:
        self.model = graph.model
        self.dates = self.model.marked("first-day") | self.model.marked("last-day")
        self._graph = graph
        self._network = network
        self._out: dict[str, list[_Entry]] = {}
        self._into: dict[str, list[_Entry]] = {}
        for triple, supports in graph.statements().items():
            if isinstance(triple.subject, NamedNode):
                self._out.setdefault(triple.subject.value, []).append((triple.predicate, triple.object, supports))
                if isinstance(triple.object, NamedNode):
                    entry = (triple.predicate, triple.subject, supports)
                    self._into.setdefault(triple.object.value, []).append(entry)
        evidence = self.model.marked("evidence")
        things = {term.value for term in self.model.classes if term not in evidence}
        rows = read_pairs(graph, "SELECT DISTINCT ?x ?class WHERE { ?x a ?class }")
        self.classes = {iri: cls for iri, cls in sorted(rows, reverse=True) if cls in things}

    def members(self, *classes: NamedNode) -> list[str]:
        """Return the things of some classes, or of classes below them."""
        wanted = {below.value for cls in classes for below in self.model.below(cls)}
        return [iri for iri, cls in self.classes.items() if cls in wanted]

    def narrower(self, concept: str) -> set[str]:
        """Return a concept and all that are narrower, at any depth: one query."""
        rows = self._graph.select(f"SELECT DISTINCT ?x WHERE {{ ?x <{SKOS}broader>* <{concept}> }}").rows
        return {value.value for (value,) in rows if isinstance(value, NamedNode)}

    def out(self, iri: str, predicates: Collection[NamedNode]) -> list[Fact]:
        """Return what is said of a thing with some properties."""
        return [Fact(iri, *entry[:2], False, entry[2]) for entry in self._out.get(iri, []) if entry[0] in predicates]

    def into(self, iri: str, predicates: Collection[NamedNode]) -> list[Fact]:
        """Return what points to a thing with some properties."""
        return [Fact(iri, *entry[:2], True, entry[2]) for entry in self._into.get(iri, []) if entry[0] in predicates]

    def wholes(self, iri: str) -> list[str]:
        """Return a thing, and for a provision what it is part of, and so on up to the instrument."""
        chain = [iri]
        while (above := self._wholes.get(chain[-1])) is not None and above not in chain:
            chain.append(above)
        return chain

    def passages(self, iri: str) -> tuple[str, ...]:
        """Return the passages that say something of a thing; if there are none, those that point to it."""
        said = self._out.get(iri) or self._into.get(iri, [])
        return passages_of(support for *_, supports in said for support in supports)

    def count_later(self, iri: str) -> int:
        """Return how many things that can take a provision up touch one that a thing touches, and are later than it."""
        if iri not in self._network:
            return 0
        touching = {term.value for term in self.model.below(TOUCHES)}
        takers = {cls.value for cls in self.model.marked("taker")}
        own = list(self._network.out_edges(iri, keys=True, data=True))
        latest = max((data["latest"] for *_, data in own if data["latest"]), default="")
        touched = {value for _, value, key, _ in own if key in touching} if latest else set()
        later = {
            subject
            for value in touched
            for subject, _, key, data in self._network.in_edges(value, keys=True, data=True)
            if key in touching and self._network.nodes[subject]["type"] in takers and (data["earliest"] or "") > latest
        }
        return len(later)

    def choose_language(self, facts: Iterable[Fact], language: str) -> tuple[Fact, ...]:
        """Return facts, each once; of texts that say one thing in several languages the one in a language."""
        best: dict[object, Fact] = {}
        for fact in facts:
            texts = isinstance(fact.object, Literal) and fact.object.language
            key = (fact.subject, fact.relation) if texts else fact
            best[key] = min(best.get(key, fact), fact, key=lambda one: _rank(one, language))
        return tuple(best.values())

    def word_facts(self, facts: Iterable[tuple[str, Fact]], language: str) -> dict[tuple[str, Fact], str]:
        """Return facts in words, each for a reader of a thing: one query for the labels in all of them."""
        listed = list(dict.fromkeys(facts))
        things = {iri for _, fact in listed for iri in (fact.subject, fact.object_iri) if iri}
        labels = self._graph.labels(things, language)

        def say(thing: str, fact: Fact) -> str:
            value = labels.get(fact.object_iri) or str(getattr(fact.object, "value", ""))
            words = f"{self._word_relation(fact, language)} {value}"
            return words if fact.subject == thing else f"“{labels[fact.subject]}” {words}"

        return {(thing, fact): say(thing, fact) for thing, fact in listed}

    def _word_relation(self, fact: Fact, language: str) -> str:
        if isinstance(fact.relation, str):
            return fact.relation
        texts = self.model.inverses(fact.relation) if fact.back else self.model.labels(fact.relation)
        return choose_text(texts, language) or short_name(fact.relation.value)

    @cached_property
    def used(self) -> set[str]:
        """Everything that a statement, or a description of something else, mentions."""
        rows = self._graph.select("SELECT DISTINCT ?x WHERE { ?s ?p ?x . FILTER(isIRI(?x)) }").rows
        return {value.value for (value,) in rows if isinstance(value, NamedNode)} | self._out.keys()

    @cached_property
    def languages(self) -> dict[str, set[str]]:
        """The languages in which each thing has a label; regions of a language count for it."""
        names = read_names(self._graph.store, self.classes)
        return {iri: {(name.language or "").split("-")[0] for name in found} - {""} for iri, found in names.items()}

    @cached_property
    def publishers(self) -> dict[str, list[Term]]:
        """The publishers of the sources of things, by the thing."""
        return self._read_of_sources(_PUBLISHER)

    @cached_property
    def source_dates(self) -> dict[str, list[Term]]:
        """The dates of the sources of things, by the thing."""
        return self._read_of_sources(f"<{DCTERMS}issued>|<{DCTERMS}modified>")

    @cached_property
    def sources(self) -> dict[str, list[Fact]]:
        """The sources, each with its publishers, and with the addresses at which copies of it were read."""
        query = f"""SELECT DISTINCT ?source ?publisher ?copy WHERE {{ ?source a {SOURCE_CLASS} .
          OPTIONAL {{ ?source {_PUBLISHER} ?publisher }}
          OPTIONAL {{ ?capture {IS_CAPTURE_OF} ?source ; {_ADDRESS} ?copy }} }}"""
        found: dict[str, set[Fact]] = {}
        for source, publisher, copy in self._graph.select(query).rows:
            iri = getattr(source, "value", "")
            pairs = (("publisher:", publisher), ("copy at:", copy))
            found.setdefault(iri, set()).update(Fact(iri, words, term) for words, term in pairs if term is not None)
        return {iri: sorted(facts, key=lambda fact: (fact.relation, str(fact.object))) for iri, facts in found.items()}

    @cached_property
    def addressed(self) -> set[str]:
        """The sources with an official address."""
        query = f"SELECT DISTINCT ?source WHERE {{ ?source a {SOURCE_CLASS} ; {_ADDRESS} ?url }}"
        rows = self._graph.select(query).rows
        return {source.value for (source,) in rows if isinstance(source, NamedNode)}

    @cached_property
    def lost_fields(self) -> dict[str, dict[str, list[Term]]]:
        """The fields of each source whose values a copy lost, each with the properties for which it stands.

        A label is looked up among the field labels of the source's publisher, in any language.
        """
        query = f"""SELECT DISTINCT ?source ?label ?property WHERE {{
          ?capture {IS_CAPTURE_OF} ?source ; {LOST_FIELD} ?label .
          OPTIONAL {{
            ?source {_PUBLISHER} ?publisher .
            ?field {_PUBLISHER} ?publisher ; <{SKOS}prefLabel>|<{SKOS}altLabel> ?name ; {STANDS_FOR} ?property .
            FILTER(STR(?name) = STR(?label))
          }} }}"""
        found: dict[str, dict[str, list[Term]]] = {}
        for source, label, stands_for in sorted(self._graph.select(query).rows, key=str):
            fields = found.setdefault(getattr(source, "value", ""), {})
            fields.setdefault(getattr(label, "value", ""), []).extend([] if stands_for is None else [stands_for])
        return found

    @cached_property
    def _wholes(self) -> dict[str, str]:
        query = f"SELECT DISTINCT ?part ?whole WHERE {{ ?part a {PROVISION} ; <{PART_OF}> ?whole }}"
        return dict(sorted(read_pairs(self._graph, query), reverse=True))  # of several the first by name

    def _read_of_sources(self, path: str) -> dict[str, list[Term]]:
        """Return the values of a property path of the sources of things, by the thing, sorted."""
        found: dict[str, list[Term]] = {}
        query = f"SELECT DISTINCT ?x ?o WHERE {{ ?source {SOURCE_OF} ?x ; {path} ?o }}"
        for thing, value in self._graph.select(query).rows:
            if isinstance(thing, NamedNode) and value is not None:
                found[thing.value] = sorted([*found.get(thing.value, []), value], key=str)
        return found


def _rank(fact: Fact, language: str) -> tuple[object, ...]:
    return language_key(fact.object, language) if isinstance(fact.object, Literal) else ()
