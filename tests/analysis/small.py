"""Small networks made by hand, with the attributes that `entity_network` gives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx

from mhgraph.analysis.network import Network, evidence_attributes
from mhgraph.analysis.projections import WeightedNetwork
from mhgraph.graph import Ledger
from mhgraph.graph.evidence import Support
from mhgraph.namespaces import from_curie

BASE = "https://w3id.org/mhgraph/"


def iri(curie: str) -> str:
    """The IRI of a CURIE of the house."""
    found = from_curie(curie)
    assert found is not None
    return found


def entities(*names: str, cls: str = "mh:Organization") -> Network:
    """A network of entities without relations; see `add`."""
    network: Network = nx.MultiDiGraph()
    for name in names:
        add(network, name, cls)
    return network


def add(network: Network, name: str, cls: str = "mh:Organization", **attributes: Any) -> None:
    """Add an entity, its class given as a CURIE; its name is its key and its label."""
    given: dict[str, Any] = {"curie": name, "type": iri(cls), "labels": {"en": name}, "acronyms": (), "alt": ()}
    given |= {"kinds": (), "concepts": {}, "earliest": None, "latest": None}
    network.add_node(name, **{**given, **attributes})


def say(
    network: Network,
    subject: str,
    relation: str,
    value: str,
    ledger: Ledger = Ledger.STATED,
    *,
    earliest: str | None = None,
    latest: str | None = None,
) -> None:
    """Add a statement, its relation given as a CURIE, in a passage of its own."""
    predicate, name = iri(relation), relation.partition(":")[2]
    passage = f"{BASE}source/k#{subject}-{name}-{value}"
    network.add_edge(
        subject,
        value,
        key=predicate,
        predicate=predicate,
        labels={"en": name},
        **evidence_attributes([Support(ledger, passage, passage, (passage,))]),
        earliest=earliest,
        latest=latest,
    )


def joined(pairs: Iterable[tuple[str, str]], *alone: str) -> Network:
    """Bodies joined pair by pair with `mh:isPartOfBody`; and some that stand alone."""
    listed = list(pairs)
    network = entities(*dict.fromkeys([name for pair in listed for name in pair] + list(alone)))
    for one, other in listed:
        say(network, one, "mh:isPartOfBody", other)
    return network


def star(leaves: int) -> Network:
    """One body in the middle, `hub`, joined with leaves that are joined with nothing else."""
    return joined(("hub", f"leaf{number}") for number in range(leaves))


def barbell(size: int) -> Network:
    """Two circles in each of which all are joined, and one bridge between `a0` and `b0`."""
    circle = [(one, other) for one in range(size) for other in range(one)]
    pairs = [(f"{side}{one}", f"{side}{other}") for side in "ab" for one, other in circle]
    return joined([*pairs, ("a0", "b0")])


def ties(pairs: Iterable[tuple[str, str, int]]) -> WeightedNetwork:
    """A plain weighted network."""
    graph: WeightedNetwork = nx.Graph()
    for one, other, weight in pairs:
        graph.add_edge(one, other, weight=weight)
    for name in graph:
        graph.nodes[name].update({"type": iri("mh:Organization"), "concepts": {}})
    return graph
