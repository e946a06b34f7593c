"""What the page says: entities, relations, and every statement about them with its evidence, as plain lists and texts.

Everything is numbered, so that the page is small: an entity, a term, a ground or a passage is said once and referred to
by its position. Nothing here is markup; the page shows every text as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.graph import ALL_LEDGERS, Corpus, Ledger
from mhgraph.graph.entities import LANGUAGES, language_key
from mhgraph.graph.coverage import data_date
from mhgraph.graph.evidence import Support, deep_link, source_of, statements_of, support_by, supports
from mhgraph.namespaces import CONCEPT, DCTERMS, MH, OWL, SOURCE, passage_name, to_curie
from mhgraph.analysis.paths import DAMPING, LEDGER_COST, RELATION_COST, phrase
from mhgraph.analysis.network import Network
from mhgraph.model import mh
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE, Term, natural_key, term_key

Json: TypeAlias = Any
"""What JSON can hold."""

LEDGERS = tuple(ledger.value for ledger in Ledger)
_HIDDEN_NAMES = (TYPE, LABEL, mh("acronym"))
_ADDRESS = ("http://", "https://")
_BOUNDS = frozenset((mh("earliest"), mh("latest")))


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


def content(corpus: Corpus, network: Network) -> dict[str, Json]:
    """Return what the page says of a network, ready for JSON.

    - `nodes`: for each node, in order: `id` (CURIE), `class`, `labels`, `acronyms` (text, language), `alt`, `kinds` and
      `concepts` (positions in `terms`), `from` and `to` (ISO dates or ""), `names` (predicate, value: no claims);
    - `edges`: subject, object, relation, statement (or -1 for structure), and the first and last day;
    - `statements`: subject, relation, value, supports. The first `count` of them have an entity of
      the page as subject or object; the others are premises of inferred ones. A value or subject is the number of a
      node, or -1 - n for the term n, or a literal. A support is a ground, then the statements that are its premises;
    - `allLedgers`: the ledgers, the strongest first: a ground begins with the position of its own; `ledgers`: the chosen;
    - `costs`: what makes a path dear, as in `mhgraph.analysis.paths`;
    - `relations`, `terms`, `grounds`, `passages`, `sources`: what the numbers refer to. A relation is `naming` if it only
      says what a thing is or how it is called.
    """
    return _Content(corpus, network).written()


class _Content:
    def __init__(self, corpus: Corpus, network: Network) -> None:
        self._corpus = corpus
        self._network = network
        self._number = {iri: index for index, iri in enumerate(network)}
        self._relations = _Numbered()
        self._terms = _Numbered()
        self._grounds = _Numbered()
        self._passages = _Numbered()
        self._sources = _Numbered()
        self._statements = _Numbered()
        self._premises: list[Triple] = []

    def written(self) -> dict[str, Json]:
        nodes = [self._node(iri) for iri in self._network]
        for triple, found in self._about().items():
            self._statement(triple, found)
        count = len(self._statements.items)
        while self._premises:
            triple = self._premises.pop()
            if self._statements.get(triple) is None:
                self._statement(triple, supports(self._corpus, triple))
        for statement in self._statements.items:
            statement[3] = [self._numbered_premises(each) for each in statement[3]]
        edges = [self._edge(subject, value, key) for subject, value, key in self._network.edges(keys=True)]
        return {
            "dated": data_date(self._corpus),
            "allLedgers": list(LEDGERS),
            "ledgers": [each for each in LEDGERS if Ledger(each) in self._corpus.ledgers],
            "complete": self._corpus.ledgers == ALL_LEDGERS,
            "costs": {"damping": DAMPING, "ledger": LEDGER_COST, "relation": RELATION_COST},
            "classes": self._classes(),
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

    def _about(self) -> dict[Triple, list[Support]]:
        """Return every statement about an entity of the network with its supports, in a fixed order."""
        found: dict[Triple, list[Support]] = {}
        for graph in sorted(self._corpus.ledger_of_graph, key=lambda each: natural_key(each.value)):
            for triple in statements_of(self._corpus, graph):
                if self._is_node(triple.subject) or self._is_node(triple.object):
                    found.setdefault(triple, []).append(support_by(self._corpus, graph, triple))
        for each in found.values():
            each.sort(key=lambda support: (support.ledger.rank, natural_key(support.graph)))
        order = sorted(
            found, key=lambda t: (term_key(t.subject), t.predicate != TYPE, t.predicate.value, term_key(t.object))
        )
        return {triple: found[triple] for triple in order}

    def _is_node(self, term: Term) -> bool:
        return isinstance(term, NamedNode) and term.value in self._number

    def _node(self, iri: str) -> Json:
        data = self._network.nodes[iri]
        others = {each for found in data.get("concepts", {}).values() for each in found}
        return {
            "id": data["curie"],
            "class": data["cls"],
            "labels": data["labels"],
            "acronyms": self._acronyms(iri),
            "alt": list(data["alt"]),
            "kinds": [self._term(NamedNode(each)) for each in data["kinds"]],
            "concepts": [self._term(NamedNode(each)) for each in sorted(others)],
            "from": data["earliest"] or "",
            "to": data["latest"] or "",
            "names": self._names(iri),
        }

    def _acronyms(self, iri: str) -> list[list[str]]:
        quads = self._corpus.store.quads_for_pattern(NamedNode(iri), mh("acronym"), None, DEFAULT)
        return sorted(
            [quad.object.value, quad.object.language or ""] for quad in quads if isinstance(quad.object, Literal)
        )

    def _names(self, iri: str) -> list[Json]:
        """Return what is said of an entity without being a claim: other names, numbers, the same thing elsewhere."""
        quads = [
            quad
            for quad in self._corpus.store.quads_for_pattern(NamedNode(iri), None, None, DEFAULT)
            if quad.predicate not in _HIDDEN_NAMES and quad.predicate not in _BOUNDS and not self._is_claim(quad.triple)
        ]
        quads.sort(key=lambda quad: (quad.predicate.value, term_key(quad.object)))
        return [
            [self._relation(quad.predicate), self._value(quad.object)]
            for quad in quads
            if quad.predicate.value != f"{DCTERMS}isPartOf" or not self._is_node(quad.object)
        ]

    def _is_claim(self, triple: Triple) -> bool:
        quads = self._corpus.store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        return any(quad.graph_name in self._corpus.ledger_of_graph for quad in quads)

    def _edge(self, subject: str, value: str, predicate: str) -> Json:
        data = self._network.edges[subject, value, predicate]
        triple = Triple(NamedNode(subject), NamedNode(predicate), NamedNode(value))
        statement = self._statements.get(triple)
        relation = self._relation(NamedNode(predicate))
        self._relations.items[relation]["phrases"] = {each: phrase(data, each) for each in LANGUAGES}
        return [
            self._number[subject],
            self._number[value],
            relation,
            -1 if statement is None else statement,
            data["earliest"] or "",
            data["latest"] or "",
        ]

    def _statement(self, triple: Triple, found: Sequence[Support]) -> int:
        number = self._statements.add(triple, [])
        written = []
        for support in found:
            premises = sorted({each for one in support.derivations for each in one.premises}, key=str)
            self._premises.extend(premises)
            written.append((self._ground(support), premises))
        self._statements.items[number].extend(
            (self._value(triple.subject), self._relation(triple.predicate), self._value(triple.object), written)
        )
        return number

    def _numbered_premises(self, support: tuple[int, list[Triple]]) -> list[int]:
        ground, premises = support
        return [ground, *(self._statements.positions[each] for each in premises)]

    def _ground(self, support: Support) -> int:
        key = (support.graph, support.passages)
        known = self._grounds.get(key)
        if known is not None:
            return known
        passages = [self._passage(each) for each in support.passages]
        ground = [LEDGERS.index(support.ledger.value), _short(support.graph), support.reason, passages]
        return self._grounds.add(key, ground)

    def _passage(self, iri: str) -> int:
        known = self._passages.get(iri)
        if known is not None:
            return known
        label = self._texts(iri, f"{MH}documentLabel")
        number = self._texts(iri, f"{MH}number")
        return self._passages.add(
            iri,
            [
                self._source(source_of(iri)),
                passage_name(iri).partition("#")[2],
                label[0] if label else "",
                int(number[0]) if number and number[0].isdecimal() else 0,
                _safe(deep_link(self._corpus, iri) or ""),
            ],
        )

    def _source(self, iri: str) -> int:
        known = self._sources.get(iri)
        if known is not None:
            return known
        quads = self._corpus.store.quads_for_pattern(NamedNode(iri), NamedNode(f"{DCTERMS}title"), None, DEFAULT)
        titles = [quad.object for quad in quads if isinstance(quad.object, Literal)]
        title = min(titles, key=lambda each: language_key(each, LANGUAGES[0]), default=Literal(""))
        publishers = self._corpus.store.quads_for_pattern(
            NamedNode(iri), NamedNode(f"{DCTERMS}publisher"), None, DEFAULT
        )
        bodies = sorted(quad.object.value for quad in publishers if isinstance(quad.object, NamedNode))
        return self._sources.add(
            iri,
            {
                "key": iri.removeprefix(SOURCE),
                "title": title.value,
                "lang": title.language or "",
                "publishers": [self._value(NamedNode(each)) for each in bodies],
            },
        )

    def _relation(self, predicate: NamedNode) -> int:
        known = self._relations.get(predicate.value)
        if known is not None:
            return known
        named: dict[str, Json] = {"id": to_curie(predicate.value), "labels": self._labels(predicate.value)}
        if predicate in (TYPE, LABEL):
            named["naming"] = True
        return self._relations.add(predicate.value, named)

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
        ours = iri.startswith((CONCEPT, MH, OWL)) or to_curie(iri) != iri
        item: dict[str, Json] = {
            "id": passage_name(iri) if iri.startswith(SOURCE) else to_curie(iri),
            "labels": self._labels(iri) if isinstance(term, NamedNode) else {},
        }
        if not ours and iri.startswith(_ADDRESS):
            item["link"] = iri
        return self._terms.add(iri, item)

    def _classes(self) -> list[Json]:
        names = sorted({data["cls"] for _, data in self._network.nodes(data=True)})
        return [{"name": name, "labels": self._labels(f"{MH}{name}")} for name in names]

    def _labels(self, iri: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for predicate in (LABEL, NamedNode(f"{DCTERMS}title")):
            for quad in self._corpus.store.quads_for_pattern(NamedNode(iri), predicate, None, DEFAULT):
                if isinstance(quad.object, Literal):
                    tag = quad.object.language or ""
                    found[tag] = min(quad.object.value, found.get(tag, quad.object.value))
            if found:
                break
        wished = {tag: text for tag, text in found.items() if tag.split("-")[0] in LANGUAGES}
        return dict(sorted((wished or found).items()))

    def _texts(self, iri: str, predicate: str) -> list[str]:
        quads: Iterable[Any] = self._corpus.store.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None, DEFAULT)
        return sorted(quad.object.value for quad in quads if isinstance(quad.object, Literal))


def _short(iri: str) -> str:
    return passage_name(iri) if iri.startswith(SOURCE) else to_curie(iri)


def _safe(address: str) -> str:
    """Return an address that a reader may follow; "" for any other."""
    return address if address.lower().startswith(_ADDRESS) else ""
