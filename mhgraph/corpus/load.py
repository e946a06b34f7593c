"""Loading: files in, a store out, with facts in the default graph and evidence in named graphs beside it.

The ledgers are chosen here: the flat view, the date bounds and the rules are computed from the chosen ledgers as if the
others did not exist, so that no conclusion outlives its premises.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from mhgraph.corpus.rules import Derivation, Rule, apply_rules, load_rules
from mhgraph.engines.memory import MemoryEngine
from mhgraph.errors import InvalidValue
from mhgraph.namespaces import RDFS, SKOS
from mhgraph.project import Project
from mhgraph.rdf import DEFAULT, TYPE, date_bounds, load_file, mh, parse_file

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import Triple

_FLATTEN = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
_DATES: tuple[tuple[str, bool, bool, str | None], ...] = (
    ("date", True, True, None),
    ("startDate", True, False, "endDate"),
    ("endDate", False, True, "startDate"),
)
"""Each date property, whether it gives the earliest and the latest day, and its counterpart."""
_LABELS = f"INSERT {{ ?s <{RDFS}label> ?l }} WHERE {{ ?s <{SKOS}prefLabel> ?l }}"


class Ledger(Enum):
    """On what ground a statement stands; the order is from strongest to weakest."""

    STATED = "stated"
    JUDGED = "judged"
    INFERRED = "inferred"

    @property
    def evidence_class(self) -> NamedNode:
        """The class of the graphs of this ledger."""
        return mh({"stated": "Passage", "judged": "Judgement", "inferred": "Rule"}[self.value])

    @property
    def rank(self) -> int:
        """Return 0 for the strongest."""
        return list(Ledger).index(self)


ALL_LEDGERS = frozenset(Ledger)


def parse_ledgers(text: str) -> frozenset[Ledger]:
    """Return the ledgers named in a comma-separated list. Raises InvalidValue.

    >>> sorted(ledger.value for ledger in parse_ledgers("stated,judged"))
    ['judged', 'stated']
    """
    names = [name.strip() for name in text.split(",") if name.strip()]
    known = {ledger.value: ledger for ledger in Ledger}
    wrong = [name for name in names if name not in known]
    if wrong or not names:
        raise InvalidValue("--ledger", text, "one or more of " + ", ".join(known))
    return frozenset(known[name] for name in names)


@dataclass(frozen=True)
class Corpus:
    """A loaded project: its store, and the ledgers and rules it was loaded with."""

    project: Project
    ledgers: frozenset[Ledger]
    rules: tuple[Rule, ...]
    engine: MemoryEngine

    @property
    def store(self) -> Store:
        """The pyoxigraph store: facts and names in the default graph, evidence in named graphs."""
        return self.engine.store

    @cached_property
    def ledger_of_graph(self) -> dict[NamedNode, Ledger]:
        """The ledger of each graph that carries evidence (paragraphs without statements included)."""
        return {
            quad.subject: ledger
            for ledger in Ledger
            for quad in self.store.quads_for_pattern(None, TYPE, ledger.evidence_class, DEFAULT)
            if isinstance(quad.subject, NamedNode)
        }

    def derivations(self, conclusion: Triple) -> list[Derivation]:
        """Return every derivation of an inferred triple, rule by rule; none for a triple that no rule yields."""
        return [each for rule in self.rules for each in rule.derivations(self.engine, conclusion)]

    def flat(self) -> bytes:
        """Return the flat view (facts, names, schema) as N-Triples in UTF-8, in no fixed order."""
        return self.store.dump(format=RdfFormat.N_TRIPLES, from_graph=DEFAULT) or b""

    def graph(self) -> rdflib.Graph:
        """Return the flat view (facts, names, schema) as an rdflib Graph.

        It is a copy: changing it changes nothing in the corpus. What rdflib would log of ill-typed literals is kept off
        standard error: `integrity` reports them.
        """
        import logging

        import rdflib

        logging.getLogger("rdflib").addHandler(logging.NullHandler())
        graph = rdflib.Graph()
        graph.parse(data=self.flat(), format="nt")
        return graph


def load_corpus(project: Project, ledgers: Iterable[Ledger] = ALL_LEDGERS) -> Corpus:
    """Return the corpus of a project, with the flat view of the chosen ledgers.

    Raises UnreadableFile, RDFSyntaxError or InvalidHeader for a file that cannot be read.

    >>> from mhgraph.project import find_project
    >>> corpus = load_corpus(find_project(), [Ledger.STATED])
    >>> corpus.ledgers == {Ledger.STATED}
    True
    """
    chosen = frozenset(ledgers)
    rules = tuple(load_rules(project.rules)) if Ledger.INFERRED in chosen else ()
    corpus = Corpus(project, chosen, rules, MemoryEngine(Store()))
    store = corpus.store
    for path in [*project.ontology, *project.entities]:
        load_file(store, path)
    for path in project.sources:
        if Ledger.STATED in chosen:
            load_file(store, path)
        else:  # sources and paragraphs are always there, because judgements rest on them
            store.extend(quad for quad in parse_file(path) if quad.graph_name == DEFAULT)
    for path in project.judgements if Ledger.JUDGED in chosen else ():
        load_file(store, path)
    store.update(_LABELS)
    store.update(_FLATTEN)
    apply_rules(corpus.engine, rules)
    store.extend(_date_bounds(store))
    return corpus


def _date_bounds(store: Store) -> list[Quad]:
    """Return `mh:earliest` and `mh:latest` for every dated thing, in the graph of the date and in the default graph.

    A start gives the first day and an end the last; where only one of them is known, it gives both.
    """
    bounds: list[Quad] = []
    for name, gives_earliest, gives_latest, other in _DATES:
        for quad in store.quads_for_pattern(None, mh(name), None, None):
            days = date_bounds(quad.object) if isinstance(quad.object, Literal) else None
            if days is None:
                continue
            alone = other is None or not any(store.quads_for_pattern(quad.subject, mh(other), None, DEFAULT))
            if gives_earliest or alone:
                bounds.append(Quad(quad.subject, mh("earliest"), days[0], quad.graph_name))
            if gives_latest or alone:
                bounds.append(Quad(quad.subject, mh("latest"), days[1], quad.graph_name))
    return bounds
