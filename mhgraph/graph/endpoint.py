"""The graph behind a SPARQL endpoint: that it is there, what it holds, and how its plain patterns mean facts.

A dump says in a graph of its own, and nowhere else, which ledgers it holds. So an endpoint that says so in its default
graph too has for default graph the union of all its graphs: there the flat view has to be a named graph.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from mhgraph.errors import EndpointFailed
from mhgraph.graph.asked_names import AskedNames
from mhgraph.graph.base import BaseGraph
from mhgraph.graph.coverage import CONFORMS_TO, VERSION
from mhgraph.graph.identity import read_identities
from mhgraph.graph.ledgers import Ledger, list_ledgers
from mhgraph.graph.rules import load_rules
from mhgraph.model import HAS_LEDGER
from mhgraph.namespaces import DATASET, DESCRIPTION_GRAPH, FACTS_GRAPH
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_ontology
from mhgraph.rdf.terms import Term
from mhgraph.stores import Store
from mhgraph.stores.remote import SECONDS, RemoteStore

_OPENING = f"SELECT DISTINCT ?g ?p ?o WHERE {{ {{ GRAPH ?g {{ <{DATASET}> ?p ?o }} }} UNION {{ <{DATASET}> ?p ?o }} }}"


class Holding(NamedTuple):
    """What an endpoint holds: the version of the data, that of the ontology, the ledgers, and where its facts are."""

    version: str
    ontology: str
    ledgers: frozenset[Ledger]
    facts: str


def open_endpoint(
    url: str, project: Project, ledgers: Iterable[Ledger] | None = None, *, seconds: float = SECONDS
) -> BaseGraph:
    """Return the graph behind an endpoint; questions, ontology and rules are those of the project: two requests.

    Without `ledgers`, the graph has those that the endpoint holds. Raises what a store of that address raises, and what
    a file of the ontology that cannot be read raises.

    Raises:
        EndpointFailed: there is no graph of ours, not all of it, or another one than that asked for.
    """
    store = RemoteStore(url, seconds=seconds)
    holding = read_holding(store, store.address)
    parsed = parse_ontology(project)
    expected = parsed.model.version
    if holding.ontology != expected:
        problem = f"speaks in another version of the ontology ({holding.ontology or 'unknown'}, here {expected})"
        raise EndpointFailed(store.address, problem, "use the mhgraph with which it was built, or load its dump anew")
    wanted = holding.ledgers if ledgers is None else frozenset(ledgers)
    if wanted != holding.ledgers:
        problem = f"holds other ledgers ({list_ledgers(holding.ledgers)}) than those asked for"
        raise EndpointFailed(store.address, problem, f"load a dump that was built from these: {list_ledgers(wanted)}")
    store.facts = holding.facts
    rules = tuple(load_rules(project.rules)) if Ledger.INFERRED in wanted else ()
    identities = read_identities(store)
    names = AskedNames(store, identities)
    return BaseGraph(store, wanted, parsed.model, rules, project, identities, names=names, is_remote=True)


def read_holding(store: Store, address: str) -> Holding:
    """Return what a store holds, as the dump says that was loaded into it.

    Raises:
        EndpointFailed: it holds no dump, only a part of one, or one that is for other stores.
    """
    found: dict[str, list[tuple[Term | None, Term | None]]] = {}
    for graph, predicate, value in store.select(_OPENING).rows:
        found.setdefault(_text(graph), []).append((predicate, value))
    said, facts = found.get(DESCRIPTION_GRAPH, []), found.get(FACTS_GRAPH, [])
    if not said:
        problem = "holds facts without their evidence" if found else "holds no graph of mhgraph"
        raise EndpointFailed(address, problem, "load the dump mhgraph.nq, or mhgraph-union.nq")
    if not facts and "" not in found:
        raise EndpointFailed(address, "holds evidence without the facts", "load the whole of a dump")
    if not facts and any(predicate == HAS_LEDGER for predicate, _ in found[""]):
        problem = "has for default graph the union of all its graphs, and the facts are no graph of their own"
        raise EndpointFailed(address, problem, "load the dump mhgraph-union.nq in its place")
    return Holding(
        version=max((_text(value) for predicate, value in said if predicate == VERSION), default=""),
        ontology=max((_text(value) for predicate, value in said if predicate == CONFORMS_TO), default=""),
        ledgers=frozenset(ledger for ledger in Ledger if (HAS_LEDGER, ledger.concept) in said),
        facts=FACTS_GRAPH if facts else "",
    )


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Literal | NamedNode) else ""
