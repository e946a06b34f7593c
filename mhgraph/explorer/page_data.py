"""What the page says: entities, relations, and every statement about them with its evidence, as plain lists and texts.

Everything is numbered, so that the page is small: an entity, a term, a ground or a passage is said once and referred to
by its position. Nothing here is markup; the page shows every text as text. The graph is asked in batches: what the
numbers refer to gets its names and places when all of it is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.analysis.network import PART_OF, Network
from mhgraph.analysis.paths import DAMPING, LEDGER_COST, LOOSE_COST
from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.evidence import Support, source_of
from mhgraph.graph.labels import BATCH, LANGUAGES, TITLE, language_key, read_names, short_name, texts_by_language
from mhgraph.model import ACRONYM, COMPUTED, SOURCE_CLASS, local_name
from mhgraph.namespaces import CONCEPT, DCTERMS, MH, OWL, SOURCE, passage_name, to_curie
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import LABEL, TYPE, Term, sort_triples, term_key

Json: TypeAlias = Any
"""What JSON can hold."""

LEDGERS = tuple(ledger.value for ledger in Ledger)
_HIDDEN_NAMES = frozenset((TYPE, LABEL, ACRONYM, *COMPUTED))
_PUBLISHER = NamedNode(f"{DCTERMS}publisher")
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


def collect_page_data(graph: BaseGraph, network: Network) -> dict[str, Json]:
    """Return what the page says of a network, ready for JSON.

    - `nodes`: for each node, in order: `id` (CURIE), `class`, `labels`, `acronyms` (text, language), `alt`, `kinds` and
      `concepts` (positions in `terms`), `from` and `to` (ISO dates or ""), `names` (predicate, value: no claims);
    - `edges`: subject, object, relation, statement (or -1 for structure), and the first and last day;
    - `statements`: subject, relation, value, supports. The first `count` of them have an entity of
      the page as subject or object; the others are premises of inferred ones. A value or subject is the number of a
      node, or -1 - n for the term n, or a literal. A support is a ground, then the statements that are its premises
      (what is inferred in two ways has two supports); a premise without supports is a name;
    - `allLedgers`: the ledgers, the strongest first; `ledgers`: the chosen ones;
    - `grounds`: the position of the ledger, the name, the reason, the passages, the confidence, and whether the ground
      speaks under another name, so that it takes a judgement that both mean one thing;
    - `costs`: what makes a path dear, as in `mhgraph.analysis.paths`;
    - `relations`, `terms`, `passages`, `sources`: what the numbers refer to. A relation has an `inverse`,
      language → how it reads from the value to the subject, and is `naming` if it only says what a thing is or how it
      is called.
    """
    return _Collector(graph, network).collect()


class _Collector:
    def __init__(self, graph: BaseGraph, network: Network) -> None:
        self._graph = graph
        self._network = network
        self._number = {iri: index for index, iri in enumerate(network)}
        self._supports = graph.statements()
        self._titles, self._publishers = _read_sources(graph)
        self._relations = _Numbered()
        self._terms = _Numbered()
        self._grounds = _Numbered()
        self._passages = _Numbered()
        self._sources = _Numbered()
        self._statements = _Numbered()

    def collect(self) -> dict[str, Json]:
        nodes = self._list_nodes()
        count = self._number_statements()
        edges = [self._edge(subject, value, key) for subject, value, key in self._network.edges(keys=True)]
        self._locate_passages()
        classes = self._name_things()
        loose = sorted(to_curie(term.value) for term in self._graph.model.marked("loose"))
        return {
            "dated": self._graph.date,
            "allLedgers": list(LEDGERS),
            "ledgers": [ledger.value for ledger in Ledger if ledger in self._graph.ledgers],
            "complete": self._graph.is_complete,
            "costs": {"damping": DAMPING, "ledger": LEDGER_COST, "relation": dict.fromkeys(loose, LOOSE_COST)},
            "classes": classes,
            "relations": self._relations.items,
            "terms": self._terms.items,
            "sources": self._sources.items,
            "passages": self._passages.items,
            "grounds": self._grounds.items,
            "nodes": nodes,
            "edges": edges,
            "statements": self._statements.items,
            "count": count,
        }

    def _list_nodes(self) -> list[Json]:
        names: dict[str, list[tuple[NamedNode, Term]]] = {}
        for iri, predicate, value in _read_names(self._graph, self._network):
            names.setdefault(iri, []).append((predicate, value))
        acronyms: dict[str, list[list[str]]] = {}
        for node, acronym in self._graph.select(f"SELECT DISTINCT ?x ?name WHERE {{ ?x {ACRONYM} ?name }}").rows:
            if isinstance(node, NamedNode) and isinstance(acronym, Literal):
                acronyms.setdefault(node.value, []).append([acronym.value, acronym.language or ""])
        return [self._node(iri, acronyms.get(iri, []), names.get(iri, [])) for iri in self._network]

    def _node(self, iri: str, acronyms: list[list[str]], names: Iterable[tuple[NamedNode, Term]]) -> Json:
        data = self._network.nodes[iri]
        others = {concept for found in data["concepts"].values() for concept in found}
        return {
            "id": data["curie"],
            "class": local_name(NamedNode(data["type"])),
            "labels": data["labels"],
            "acronyms": sorted(acronyms),
            "alt": list(data["alt"]),
            "kinds": [self._term(NamedNode(kind)) for kind in data["kinds"]],
            "concepts": [self._term(NamedNode(concept)) for concept in sorted(others)],
            "from": data["earliest"] or "",
            "to": data["latest"] or "",
            "names": [
                [self._relation(predicate), self._value(value)]
                for predicate, value in sorted(names, key=lambda name: (name[0].value, term_key(name[1])))
                if predicate.value != PART_OF or not self._is_node(value)
            ],
        }

    def _number_statements(self) -> int:
        """Return how many statements are about an entity of the network; these get the first numbers, then premises."""
        premises = self._find_premises()
        waiting: list[Triple] = []

        def add(triple: Triple) -> None:
            supports = []
            for support in self._supports.get(triple, ()):
                for since in premises.get((triple, support.ground), [()]):
                    waiting.extend(since)
                    supports.append((self._ground(support), since))
            subject, relation = self._value(triple.subject), self._relation(triple.predicate)
            self._statements.add(triple, [subject, relation, self._value(triple.object), supports])

        about = [triple for triple in self._supports if self._is_node(triple.subject) or self._is_node(triple.object)]
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

    def _edge(self, subject: str, value: str, predicate: str) -> Json:
        data = self._network.edges[subject, value, predicate]
        statement = self._statements.get(Triple(NamedNode(subject), NamedNode(predicate), NamedNode(value)))
        return [
            self._number[subject],
            self._number[value],
            self._relation(NamedNode(predicate)),
            -1 if statement is None else statement,
            data["earliest"] or "",
            data["latest"] or "",
        ]

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
        return self._passages.add(iri, [self._source(source_of(iri)), passage_name(iri).partition("#")[2]])

    def _source(self, iri: str) -> int:
        known = self._sources.get(iri)
        if known is not None:
            return known
        title = self._titles.get(iri, Literal(""))
        publishers = [self._value(publisher) for publisher in self._publishers.get(iri, ())]
        item = {"key": iri.removeprefix(SOURCE), "title": title.value, "lang": title.language or ""}
        return self._sources.add(iri, {**item, "publishers": publishers})

    def _relation(self, predicate: NamedNode) -> int:
        known = self._relations.get(predicate.value)
        if known is not None:
            return known
        said: dict[str, Json] = {"naming": True} if predicate in (TYPE, LABEL) else {}
        inverse = {tag: phrase for tag in LANGUAGES if (phrase := self._graph.model.inverse(predicate, tag))}
        if inverse:
            said["inverse"] = inverse
        return self._relations.add(predicate.value, {"id": to_curie(predicate.value), **said})

    def _value(self, term: Term) -> Json:
        if isinstance(term, Literal):
            kind = "" if term.language else to_curie(term.datatype.value)
            return {"text": term.value, "lang": term.language or "", "type": "" if kind == "xsd:string" else kind}
        if isinstance(term, NamedNode) and term.value in self._number:
            return self._number[term.value]
        return -1 - self._term(term)

    def _term(self, term: Term) -> int:
        iri = term.value if isinstance(term, NamedNode) else str(term)
        known = self._terms.get(iri)
        if known is not None:
            return known
        item: dict[str, Json] = {"id": short_name(iri)}
        ours = iri.startswith((CONCEPT, MH, OWL)) or to_curie(iri) != iri
        if not ours and iri.startswith(_ADDRESS):
            item["link"] = iri
        return self._terms.add(iri, item)

    def _is_node(self, term: Term) -> bool:
        return isinstance(term, NamedNode) and term.value in self._number

    def _locate_passages(self) -> None:
        """Add to each passage the document's own label, the paragraph's number and the link."""
        located = self._graph.locate(str(iri) for iri in self._passages.positions)
        for iri, passage in zip(self._passages.positions, self._passages.items, strict=True):
            location = located[str(iri)]
            link = location.link if location.link.lower().startswith(_ADDRESS) else ""
            passage.extend((location.label, location.number or 0, link))

    def _name_things(self) -> list[Json]:
        """Return the classes with their labels, after adding theirs to relations and terms."""
        classes = sorted({data["type"] for _, data in self._network.nodes(data=True)})
        named = [*self._relations.positions, *self._terms.positions, *classes]
        names = read_names(self._graph.store, [str(iri) for iri in named])
        labels = {iri: texts_by_language(names.get(str(iri), ())) for iri in named}
        for things in (self._relations, self._terms):
            for iri, thing in zip(things.positions, things.items, strict=True):
                thing["labels"] = labels[iri]
        return [{"name": local_name(NamedNode(iri)), "labels": labels[iri]} for iri in classes]


def _read_names(graph: BaseGraph, iris: Iterable[str]) -> Iterator[tuple[str, NamedNode, Term]]:
    """Yield what entities have without a claim: other names, numbers, the same thing elsewhere; in no fixed order."""
    wanted = sorted(iris)
    for start in range(0, len(wanted), BATCH):
        block = values_block(["x"], [[NamedNode(iri)] for iri in wanted[start : start + BATCH]])
        unclaimed = "?x ?p ?o . FILTER NOT EXISTS { GRAPH ?g { ?x ?p ?o } }"
        for node, predicate, value in graph.select(f"SELECT ?x ?p ?o WHERE {{ {block} {unclaimed} }}").rows:
            if predicate in _HIDDEN_NAMES or value is None:
                continue
            if isinstance(node, NamedNode) and isinstance(predicate, NamedNode):
                yield node.value, predicate, value


def _read_sources(graph: BaseGraph) -> tuple[Mapping[str, Literal], Mapping[str, list[NamedNode]]]:
    """Return the title of each source, the English one if there are several, and its publishers."""
    query = f"SELECT DISTINCT ?x ?p ?o WHERE {{ ?x a {SOURCE_CLASS} ; ?p ?o . FILTER(?p IN ({TITLE}, {_PUBLISHER})) }}"
    titles: dict[str, Literal] = {}
    publishers: dict[str, list[NamedNode]] = {}
    for source, predicate, value in graph.select(query).rows:
        iri = getattr(source, "value", "")
        if predicate == TITLE and isinstance(value, Literal):
            titles[iri] = min(value, titles.get(iri, value), key=lambda title: language_key(title, LANGUAGES[0]))
        elif predicate == _PUBLISHER and isinstance(value, NamedNode):
            publishers[iri] = sorted([*publishers.get(iri, ()), value], key=str)
    return titles, publishers
