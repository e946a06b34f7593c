"""The graph as a network: entities are nodes, statements between two entities are edges, and edges keep their evidence.

`entity_network` is the whole; every other network of this package (`mhgraph.analysis.projections`) is made from it.
Code compares full IRIs; names for people (labels, CURIEs) stand beside them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.evidence import Support, passages_of, strongest
from mhgraph.graph.identity import surest
from mhgraph.graph.labels import LANGUAGES, choose_text, language_key, read_names, texts_by_language
from mhgraph.model import ACRONYM, EARLIEST, KIND, LATEST, PROVISION, SAYS, TAKES_PART_IN, Model
from mhgraph.namespaces import CONCEPT, DCTERMS, SKOS, to_curie
from mhgraph.rdf.terms import natural_key

if TYPE_CHECKING:
    Network: TypeAlias = nx.MultiDiGraph[str]
else:
    Network = nx.MultiDiGraph

PART_OF = f"{DCTERMS}isPartOf"
CONCEPT_CLASS = f"{SKOS}Concept"
_OTHER_NAMES = (f"{SKOS}altLabel", f"{SKOS}notation", f"{DCTERMS}identifier")
_TEXTS = frozenset((*_OTHER_NAMES, ACRONYM.value, EARLIEST.value, LATEST.value))
"""The predicates whose literals are attributes of a node."""

Fact: TypeAlias = tuple[str, str, str]
"""Subject, predicate and object of a statement between two IRIs."""
Facts: TypeAlias = dict[Fact, tuple[Support, ...]]
"""Statements between two IRIs with their supports, strongest first."""


def entity_network(
    graph: BaseGraph,
    *,
    languages: Collection[str] = LANGUAGES,
    concepts: bool = False,
    every_provision: bool = False,
) -> Network:
    """Return all entities and all relations between them: a directed network with parallel edges, in a fixed order.

    A node is an entity of a class of the model (sources, passages, judgements and rules are evidence, not nodes), keyed
    by its IRI. A provision is a node only if a statement has it as subject or object, or if such a provision is a part
    of it; all of them are with `every_provision`. Concepts are nodes, of class `skos:Concept`, only with `concepts`,
    and only those of the schemes that the ontology marks (the trait `node`: topics, constituencies).
    Node attributes:

    - `curie`; `type`, the IRI of the class; `labels`, language → label, of `languages` (of any language if there is
      none of these); `acronyms` and `alt`, other names; `kinds`, the IRIs of its kinds;
    - `concepts`, IRI of the predicate → concept IRIs, for every other concept that is said of it (status, topic …);
    - `says`, what a provision lays down, by passage and in the first of `languages` that has it;
    - `earliest` and `latest`, ISO dates or None.

    An edge is a statement (or the part-whole structure of provisions), from subject to object, keyed by the IRI of the
    predicate; that two names mean one thing is no edge. Edge attributes:

    - `predicate`, its IRI again; `labels`, language → how it reads between two names;
    - `ledger`, the strongest that supports it (stated, indexed, judged, inferred; "" for structure: a name, no claim);
    - `confidence`, high, medium or low, that of the surest support of this ledger; "" if it needs no judgement;
    - `supports`, a tuple of Support, strongest first, and `passages`, the IRIs of all their passages;
    - `earliest` and `latest`: the date of a relation is that of its subject; a subject without a date has that of what
      it happens in (a participation has that of its event); what lasts (bodies, people, places, provisions, series,
      processes) dates nothing, and taking part has the date of the event; None where nothing is known.

    >>> from mhgraph.graph import load_graph
    >>> from mhgraph.project.folders import find_project
    >>> network = entity_network(load_graph(find_project()))
    >>> network.nodes["https://w3id.org/mhgraph/provision/gcm-15"]["curie"]
    'provision:gcm-15'
    """
    statements = graph.statements()
    facts = {**_read_structure(graph), **_between_iris(statements, graph.model.marked("identity"))}
    mentioned = _mentioned(statements)
    classes = _read_classes(graph)
    types = classes if every_provision else _choose_nodes(classes, facts, mentioned)
    if concepts:
        types.update(dict.fromkeys(_read_concepts(graph) & mentioned, CONCEPT_CLASS))
    kept = [fact for fact in facts if fact[0] in types and fact[2] in types and fact[1] != KIND.value]
    predicates = {fact[1] for fact in kept}
    names = read_names(graph.store, [*types, *predicates])
    texts = {iri: texts_by_language(names.get(iri, ()), languages) for iri in (*types, *predicates)}
    network: Network = nx.MultiDiGraph()
    said = _read_attributes(graph, types)
    says = _read_says(graph, next(iter(languages), LANGUAGES[0]))
    for iri in sorted(types, key=natural_key):
        network.add_node(
            iri,
            curie=to_curie(iri),
            type=types[iri],
            labels=texts[iri],
            **_node_attributes(said.get(iri, {})),
            says=says.get(iri, ()),
        )
    dates = _Dates(network, graph.model, kept)
    for fact in sorted(kept, key=_fact_key):
        subject, predicate, value = fact
        earliest, latest = dates.of_relation(fact)
        network.add_edge(
            subject,
            value,
            key=predicate,
            predicate=predicate,
            labels=texts[predicate],
            **evidence_attributes(facts[fact]),
            earliest=earliest,
            latest=latest,
        )
    return network


def choose_label(attributes: Mapping[str, Any], language: str = LANGUAGES[0]) -> str:
    """Return the label of a node or edge in a language, else in English, else in any; else its CURIE.

    >>> choose_label({"labels": {"en": "Objective 15", "fr": "Objectif 15"}, "curie": "provision:gcm-15"}, "es")
    'Objective 15'
    """
    labels: Mapping[str, str] = attributes["labels"]
    text = choose_text(labels, language)
    return text if text is not None else str(attributes.get("curie") or to_curie(attributes["predicate"]))


def evidence_attributes(supports: Sequence[Support]) -> dict[str, Any]:
    """Return the attributes of an edge that stands on some supports, the strongest of them first."""
    ledger = supports[0].ledger.value if supports else ""
    passages = supports[0].passages if len(supports) == 1 else passages_of(supports)
    confidence = surest(support.confidence for support in strongest(supports))
    return {"ledger": ledger, "confidence": confidence, "supports": tuple(supports), "passages": passages}


def strongest_ledger(ledgers: Iterable[str]) -> str:
    """Return the strongest of some ledgers by name, "" (structure) left out; "" if there are none."""
    return min((name for name in ledgers if name), key=lambda name: Ledger(name).rank, default="")


def list_neighbours(network: Network, iri: str) -> list[str]:
    """Return the nodes that share an edge with a node, each once, in a fixed order."""
    return sorted({*network.successors(iri), *network.predecessors(iri)} - {iri}, key=natural_key)


def read_pairs(graph: BaseGraph, query: str) -> list[tuple[str, str]]:
    """Return the rows of a SELECT query of two columns in which both terms are IRIs, as text."""
    rows = graph.select(query).rows
    return [(a.value, b.value) for a, b in rows if isinstance(a, NamedNode) and isinstance(b, NamedNode)]


def nodes_of(network: nx.Graph[str], types: Iterable[NamedNode]) -> Iterator[str]:
    """Yield the nodes of some classes, in the order of the network."""
    wanted = {term.value for term in types}
    yield from (iri for iri, data in network.nodes(data=True) if data["type"] in wanted)


class _Dates:
    """The dates of relations: of the subject, of what it happens in, or, for taking part, of the event."""

    def __init__(self, network: Network, model: Model, facts: Iterable[Fact]) -> None:
        lasting = {term.value for term in model.marked("lasting")}
        self._own = {
            iri: (data["earliest"], data["latest"])
            for iri, data in network.nodes(data=True)
            if data["type"] not in lasting
        }
        self._places: dict[str, set[str]] = {}
        placing = {term.value for term in model.marked("places")}
        for subject, predicate, value in facts:
            if predicate in placing:
                self._places.setdefault(subject, set()).add(value)

    def of_relation(self, fact: Fact) -> tuple[str | None, str | None]:
        """Return the earliest and the latest day of a relation."""
        subject, predicate, value = fact
        if predicate == PART_OF:
            return None, None
        return self._of(value if predicate == TAKES_PART_IN.value else subject, frozenset())

    def _of(self, iri: str, seen: frozenset[str]) -> tuple[str | None, str | None]:
        earliest, latest = self._own.get(iri, (None, None))
        if earliest is not None or latest is not None or iri not in self._own:
            return earliest, latest
        found = [self._of(place, seen | {iri}) for place in self._places.get(iri, ()) if place not in seen]
        return (
            min((first for first, _ in found if first is not None), default=None),
            max((last for _, last in found if last is not None), default=None),
        )


def _between_iris(statements: Mapping[Triple, tuple[Support, ...]], left_out: Collection[NamedNode]) -> Facts:
    """Return the statements between two IRIs, but those with some properties."""
    return {
        (triple.subject.value, triple.predicate.value, triple.object.value): supports
        for triple, supports in statements.items()
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode)
        if triple.predicate not in left_out
    }


def _read_structure(graph: BaseGraph) -> Facts:
    """Return the parts of instruments and provisions, which the entity files name and no ledger claims."""
    query = f"SELECT DISTINCT ?part ?whole WHERE {{ ?part a {PROVISION} ; <{PART_OF}> ?whole }}"
    return {(part, PART_OF, whole): () for part, whole in read_pairs(graph, query)}


def _read_classes(graph: BaseGraph) -> dict[str, str]:
    """Return the class of every entity, evidence left out; the first by name, if it has several."""
    classes = {term.value for term in graph.model.classes - graph.model.marked("evidence")}
    rows = read_pairs(graph, "SELECT DISTINCT ?x ?class WHERE { ?x a ?class }")
    found: dict[str, str] = {}
    for iri, cls in rows:
        if cls in classes:
            found[iri] = min(cls, found.get(iri, cls))
    return found


def _mentioned(statements: Iterable[Triple]) -> set[str]:
    """Return every IRI that is the subject or the object of a statement."""
    terms = (term for triple in statements for term in (triple.subject, triple.object))
    return {term.value for term in terms if isinstance(term, NamedNode)}


def _read_concepts(graph: BaseGraph) -> set[str]:
    """Return the concepts that can be nodes."""
    schemes = ", ".join(map(str, sorted(graph.model.marked("node"), key=str)))
    query = f"SELECT DISTINCT ?x WHERE {{ ?x <{SKOS}inScheme> ?scheme . FILTER(?scheme IN ({schemes})) }}"
    rows = graph.select(query).rows
    return {concept.value for (concept,) in rows if isinstance(concept, NamedNode)}


def _choose_nodes(classes: Mapping[str, str], facts: Iterable[Fact], mentioned: set[str]) -> dict[str, str]:
    """Return the nodes, concepts left out: IRI → IRI of the class."""
    wholes: dict[str, list[str]] = {}
    for subject, predicate, value in facts:
        if predicate == PART_OF:
            wholes.setdefault(subject, []).append(value)
    wanted = {iri for iri, cls in classes.items() if cls != PROVISION.value or iri in mentioned}
    waiting = list(wanted)
    while waiting:
        new = {whole for whole in wholes.get(waiting.pop(), ()) if whole in classes} - wanted
        wanted |= new
        waiting += new
    return {iri: classes[iri] for iri in wanted}


def _read_attributes(graph: BaseGraph, nodes: Collection[str]) -> dict[str, dict[str, set[str]]]:
    """Return predicate → values for each node: texts of the predicates in _TEXTS, concept IRIs of all others."""
    texts = ", ".join(f"<{iri}>" for iri in sorted(_TEXTS))
    query = f"""SELECT DISTINCT ?x ?p ?o WHERE {{ ?x ?p ?o .
      FILTER(IF(isIRI(?o), STRSTARTS(STR(?o), "{CONCEPT}"), ?p IN ({texts}))) }}"""
    found: dict[str, dict[str, set[str]]] = {}
    for node, predicate, value in graph.select(query).rows:
        iri, relation = getattr(node, "value", ""), getattr(predicate, "value", "")
        if iri in nodes and (relation in _TEXTS) == isinstance(value, Literal):
            found.setdefault(iri, {}).setdefault(relation, set()).add(getattr(value, "value", ""))
    return found


def _read_says(graph: BaseGraph, language: str) -> dict[str, tuple[str, ...]]:
    """Return what each provision lays down, in a language if anything is said in it, else in one that comes next."""
    found: dict[str, list[Literal]] = {}
    for provision, text in graph.select(f"SELECT DISTINCT ?x ?text WHERE {{ ?x {SAYS} ?text }}").rows:
        if isinstance(provision, NamedNode) and isinstance(text, Literal):
            found.setdefault(provision.value, []).append(text)
    best = {iri: min(texts, key=lambda text: language_key(text, language)).language for iri, texts in found.items()}
    return {iri: tuple(sorted(t.value for t in texts if t.language == best[iri])) for iri, texts in found.items()}


def _node_attributes(said: Mapping[str, set[str]]) -> dict[str, Any]:
    """Return the attributes of a node from what is said of it: predicate → texts or concept IRIs."""
    concepts = {predicate: tuple(sorted(said[predicate])) for predicate in sorted(said) if predicate not in _TEXTS}
    return {
        "acronyms": tuple(sorted(said.get(ACRONYM.value, ()))),
        "alt": tuple(sorted({text for predicate in _OTHER_NAMES for text in said.get(predicate, ())})),
        "kinds": concepts.pop(KIND.value, ()),
        "concepts": concepts,
        "earliest": min(said.get(EARLIEST.value, ()), default=None),
        "latest": max(said.get(LATEST.value, ()), default=None),
    }


def _fact_key(fact: Fact) -> tuple[object, ...]:
    return (natural_key(fact[0]), fact[1], natural_key(fact[2]))
