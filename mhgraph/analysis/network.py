"""The graph as a network: entities are nodes, statements between two entities are edges, and edges keep their evidence.

`everything` is the whole; every other network of this package (`mhgraph.analysis.projections`) is made from it. This package
is the owner of networkx.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
from pyoxigraph import Literal, NamedNode, Quad, Triple

from mhgraph.graph import Corpus, Ledger
from mhgraph.graph.entities import LANGUAGES, language_key
from mhgraph.graph.evidence import premise_passages, support_by
from mhgraph.namespaces import CONCEPT, DCTERMS, MH, SKOS, to_curie
from mhgraph.model import mh
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE, natural_key

if TYPE_CHECKING:
    Network: TypeAlias = nx.MultiDiGraph[str]
else:
    Network = nx.MultiDiGraph

PART_OF = f"{DCTERMS}isPartOf"
NODE_CONCEPTS = ("topic", "constituency")
"""The schemes whose concepts can be nodes; all other concepts are attributes."""
HAPPENS_IN = ("event", "madeAt", "heldIn", "containedIn", "partOfEvent", "onMarginsOf", "occasion")
"""The relations that place their subject in their object, in time too."""

_EVIDENCE = frozenset({"EvidenceUnit", "Source", "Passage", "Judgement", "Rule", "View"})
_OTHER_NAMES = (f"{SKOS}altLabel", f"{SKOS}notation", f"{DCTERMS}identifier")
_LASTING = frozenset(
    (
        "Organization",
        "CoordinationBody",
        "Person",
        "Place",
        "Provision",
        "Practice",
        "Process",
        "EventSeries",
        "Concept",
    )
)
"""Things that last: their span, if one is known, does not date the relations in which they stand."""

Fact: TypeAlias = tuple[str, str, str]
"""Subject, predicate and object of a statement between two IRIs."""


@dataclass(frozen=True)
class Ground:
    """One ground on which an edge stands, in the words of `mhgraph.graph.evidence.Support`, as plain text.

    `ledger` is stated, judged or inferred; `graph` the IRI of the passage, judgement or rule; `passages` the IRIs of
    the passages that it is, rests on, or draws on; `reason` the rationale of a judgement or the label of a rule.
    """

    ledger: str
    graph: str
    passages: tuple[str, ...]
    reason: str = ""


def everything(corpus: Corpus, *, languages: Collection[str] = LANGUAGES, concepts: bool = False) -> Network:
    """Return all entities and all relations between them: a directed network with parallel edges, in a fixed order.

    A node is an entity of a class of the model (sources, passages, judgements and rules are evidence, not nodes), keyed
    by its IRI. A provision is a node only if a statement has it as subject or object, or if such a provision is a part
    of it. Topics and constituencies are nodes of class Concept only with `concepts`; other concepts never are.
    Node attributes:

    - `curie`; `cls`, the local name of the class; `labels`, language → label, of `languages` (of any language if there
      is none of these); `acronyms` and `alt`, other names; `kinds`, the concept IRIs of `mh:kind`;
    - `concepts`, CURIE of the predicate → concept IRIs, for every other concept that is said of it (status, topic …);
    - `earliest` and `latest`, ISO dates or None.

    An edge is a statement (or the part-whole structure of provisions), from subject to object, keyed by the IRI of the
    predicate. Edge attributes:

    - `relation`, the CURIE of the predicate, and `labels`, language → its label;
    - `ledger`, the strongest that supports it (stated, judged, inferred; "" for structure, which is a name, no claim);
    - `grounds`, a tuple of Ground, strongest first, and `passages`, the IRIs of all their passages;
    - `earliest` and `latest`: the date of a relation is that of its subject; a subject without a date has that of what
      it happens in (HAPPENS_IN: a participation has that of its event); bodies, people, places, provisions, series and
      processes last, so they date nothing, and taking part has the date of the event; None where nothing is known.

    >>> from mhgraph.graph import load_corpus
    >>> from mhgraph.project.folders import find_project
    >>> network = everything(load_corpus(find_project()))
    >>> network.nodes["https://w3id.org/mhgraph/provision/gcm-15"]["curie"]
    'provision:gcm-15'
    """
    grounds = _grounds(corpus)
    facts = {**_structure(corpus), **grounds}
    nodes = _nodes(corpus, facts, _mentioned(corpus), concepts=concepts)
    kept = [fact for fact in facts if fact[0] in nodes and fact[2] in nodes and fact[1] != f"{MH}kind"]
    network: Network = nx.MultiDiGraph()
    for iri in sorted(nodes, key=natural_key):
        network.add_node(iri, **_node_attributes(corpus, iri, nodes[iri], languages))
    dates = _Dates(network, kept)
    predicates: dict[str, dict[str, str]] = {}
    for fact in sorted(kept, key=_fact_key):
        subject, predicate, value = fact
        if predicate not in predicates:
            predicates[predicate] = _labels(corpus, predicate, languages)
        network.add_edge(
            subject,
            value,
            key=predicate,
            relation=to_curie(predicate),
            labels=predicates[predicate],
            **_evidence(facts[fact]),
            **dict(zip(("earliest", "latest"), dates.of_relation(fact), strict=True)),
        )
    return network


def label(attributes: Mapping[str, Any], language: str = LANGUAGES[0]) -> str:
    """Return the label of a node or edge in a language, else in English, else in any; else its CURIE.

    >>> label({"labels": {"en": "Objective 15", "fr": "Objectif 15"}, "curie": "provision:gcm-15"}, "es")
    'Objective 15'
    """
    labels: Mapping[str, str] = attributes["labels"]
    if not labels:
        return str(attributes.get("curie") or attributes["relation"])
    return labels[min(labels, key=lambda tag: (tag.split("-")[0] != language, tag.split("-")[0] != LANGUAGES[0], tag))]


def strongest_ledger(grounds: Iterable[Ground]) -> str:
    """Return the strongest ledger among grounds; "" if there are none."""
    return min((ground.ledger for ground in grounds), key=lambda name: Ledger(name).rank, default="")


def passages_of(grounds: Iterable[Ground]) -> tuple[str, ...]:
    """Return the passages of grounds, each once, sorted."""
    return tuple(sorted({passage for ground in grounds for passage in ground.passages}, key=natural_key))


class _Dates:
    """The dates of relations: of the subject, of what it happens in, or, for taking part, of the event."""

    def __init__(self, network: Network, facts: Iterable[Fact]) -> None:
        self._own = {
            iri: (data["earliest"], data["latest"])
            for iri, data in network.nodes(data=True)
            if data["cls"] not in _LASTING
        }
        self._places: dict[str, set[str]] = {}
        placing = {f"{MH}{name}" for name in HAPPENS_IN}
        for subject, predicate, value in facts:
            if predicate in placing:
                self._places.setdefault(subject, set()).add(value)

    def of_relation(self, fact: Fact) -> tuple[str | None, str | None]:
        """Return the earliest and the latest day of a relation."""
        subject, predicate, value = fact
        if predicate == PART_OF:
            return None, None
        return self._of(value if predicate == f"{MH}takesPartIn" else subject, frozenset())

    def _of(self, iri: str, seen: frozenset[str]) -> tuple[str | None, str | None]:
        earliest, latest = self._own.get(iri, (None, None))
        if earliest is not None or latest is not None or iri not in self._own:
            return earliest, latest
        found = [self._of(place, seen | {iri}) for place in self._places.get(iri, ()) if place not in seen]
        return (
            min((each for each, _ in found if each is not None), default=None),
            max((each for _, each in found if each is not None), default=None),
        )


def _grounds(corpus: Corpus) -> dict[Fact, list[Ground]]:
    """Return every statement between two IRIs with its grounds, strongest first."""
    found: dict[Fact, list[Ground]] = {}
    for graph, ledger in corpus.ledger_of_graph.items():
        shared: Ground | None = None
        for quad in corpus.store.quads_for_pattern(None, None, None, graph):
            fact = _fact(quad)
            if fact is None:
                continue
            if shared is None or ledger is Ledger.INFERRED:
                shared = _ground(corpus, graph, quad.triple)
            found.setdefault(fact, []).append(shared)
    for grounds in found.values():
        grounds.sort(key=lambda ground: (Ledger(ground.ledger).rank, natural_key(ground.graph)))
    return found


def _ground(corpus: Corpus, graph: NamedNode, statement: Triple) -> Ground:
    """Return the ground that a graph lends to a statement. Of an inferred one, only its own rule is asked."""
    if corpus.ledger_of_graph[graph] is Ledger.INFERRED:
        rule = next(rule for rule in corpus.rules if rule.name == graph)
        passages = premise_passages(corpus, rule.derivations(corpus.engine, statement))
        return Ground(Ledger.INFERRED.value, graph.value, passages, rule.label)
    support = support_by(corpus, graph, statement)
    return Ground(support.ledger.value, support.graph, support.passages, support.reason)


def _structure(corpus: Corpus) -> dict[Fact, list[Ground]]:
    """Return the parts of instruments and provisions, which the entity files name and no ledger claims."""
    found: dict[Fact, list[Ground]] = {}
    for quad in corpus.store.quads_for_pattern(None, TYPE, mh("Provision"), DEFAULT):
        for part in corpus.store.quads_for_pattern(quad.subject, NamedNode(PART_OF), None, DEFAULT):
            fact = _fact(part)
            if fact is not None:
                found[fact] = []
    return found


def _mentioned(corpus: Corpus) -> set[str]:
    """Return every IRI that is the subject or the object of a statement."""
    return {
        term.value
        for graph in corpus.ledger_of_graph
        for quad in corpus.store.quads_for_pattern(None, None, None, graph)
        for term in (quad.subject, quad.object)
        if isinstance(term, NamedNode)
    }


def _nodes(corpus: Corpus, facts: Iterable[Fact], mentioned: set[str], *, concepts: bool) -> dict[str, str]:
    """Return the nodes: IRI → local name of the class."""
    classes: dict[str, str] = {}
    for quad in corpus.store.quads_for_pattern(None, TYPE, None, DEFAULT):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            iri, name = quad.subject.value, quad.object.value.removeprefix(MH)
            if name != quad.object.value and name not in _EVIDENCE:
                classes[iri] = min(name, classes.get(iri, name))
    parents: dict[str, list[str]] = {}
    for subject, predicate, value in facts:
        if predicate == PART_OF:
            parents.setdefault(subject, []).append(value)
    wanted = {iri for iri, name in classes.items() if name != "Provision" or iri in mentioned}
    queue = sorted(wanted)
    while queue:
        for parent in parents.get(queue.pop(), ()):
            if parent in classes and parent not in wanted:
                wanted.add(parent)
                queue.append(parent)
    nodes = {iri: classes[iri] for iri in wanted}
    if concepts:
        prefixes = tuple(f"{CONCEPT}{scheme}-" for scheme in NODE_CONCEPTS)
        nodes.update({iri: "Concept" for iri in mentioned if iri.startswith(prefixes)})
    return nodes


def _node_attributes(corpus: Corpus, iri: str, name: str, languages: Collection[str]) -> dict[str, Any]:
    texts: dict[str, set[str]] = {}
    concepts: dict[str, set[str]] = {}
    for quad in corpus.store.quads_for_pattern(NamedNode(iri), None, None, DEFAULT):
        if isinstance(quad.object, Literal):
            texts.setdefault(quad.predicate.value, set()).add(quad.object.value)
        elif isinstance(quad.object, NamedNode) and quad.object.value.startswith(CONCEPT):
            concepts.setdefault(to_curie(quad.predicate.value), set()).add(quad.object.value)
    return {
        "curie": to_curie(iri),
        "cls": name,
        "labels": _labels(corpus, iri, languages),
        "acronyms": tuple(sorted(texts.get(f"{MH}acronym", ()))),
        "alt": tuple(sorted({text for each in _OTHER_NAMES for text in texts.get(each, ())})),
        "kinds": tuple(sorted(concepts.pop("mh:kind", ()))),
        "concepts": {relation: tuple(sorted(found)) for relation, found in sorted(concepts.items())},
        "earliest": min(texts.get(f"{MH}earliest", ()), default=None),
        "latest": max(texts.get(f"{MH}latest", ()), default=None),
    }


def _labels(corpus: Corpus, iri: str, languages: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for quad in corpus.store.quads_for_pattern(NamedNode(iri), LABEL, None, DEFAULT):
        if isinstance(quad.object, Literal):
            tag = quad.object.language or ""
            found[tag] = min(quad.object.value, found.get(tag, quad.object.value))
    wished = {tag: text for tag, text in found.items() if tag.split("-")[0] in languages}
    chosen = wished or found
    order = sorted(chosen, key=lambda tag: language_key(Literal(chosen[tag], language=tag or "und"), LANGUAGES[0]))
    return {tag: chosen[tag] for tag in order}


def _evidence(grounds: list[Ground]) -> dict[str, Any]:
    return {"ledger": strongest_ledger(grounds), "grounds": tuple(grounds), "passages": passages_of(grounds)}


def _fact(quad: Quad) -> Fact | None:
    if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
        return quad.subject.value, quad.predicate.value, quad.object.value
    return None


def _fact_key(fact: Fact) -> tuple[object, ...]:
    return (natural_key(fact[0]), fact[1], natural_key(fact[2]))


def neighbours(network: Network, iri: str) -> Iterator[str]:
    """Yield the nodes that share an edge with a node, each once, in a fixed order."""
    yield from sorted({*network.successors(iri), *network.predecessors(iri)} - {iri}, key=natural_key)
