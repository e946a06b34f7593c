"""Small networks made by hand, with the attributes that `everything` gives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx

from mhgraph.analysis.projections import Ties
from mhgraph.analysis.network import Ground, Network

BASE = "https://w3id.org/mhgraph/"
MH = f"{BASE}ontology#"


def entities(*names: str, cls: str = "Organization") -> Network:
    """A network of entities without relations; see `add`."""
    network: Network = nx.MultiDiGraph()
    for name in names:
        add(network, name, cls)
    return network


def add(network: Network, name: str, cls: str = "Organization", **attributes: Any) -> None:
    """Add an entity; its name is its key and its label."""
    given = {"curie": name, "cls": cls, "labels": {"en": name}, "acronyms": (), "alt": (), "kinds": (), "concepts": {}}
    network.add_node(name, **{**given, "earliest": None, "latest": None, **attributes})


def say(
    network: Network,
    subject: str,
    relation: str,
    value: str,
    ledger: str = "stated",
    *,
    earliest: str | None = None,
    latest: str | None = None,
) -> None:
    """Add a statement `subject mh:relation value`, in a passage of its own."""
    passage = f"{BASE}source/k#{subject}-{relation}-{value}"
    network.add_edge(
        subject,
        value,
        key=f"{MH}{relation}",
        relation=f"mh:{relation}",
        labels={"en": relation},
        ledger=ledger,
        grounds=(Ground(ledger, passage, (passage,)),),
        passages=(passage,),
        earliest=earliest,
        latest=latest,
    )


def joined(pairs: Iterable[tuple[str, str]], *alone: str) -> Network:
    """Bodies joined pair by pair with `mh:partOfBody`; and some that stand alone."""
    listed = list(pairs)
    network = entities(*dict.fromkeys([name for pair in listed for name in pair] + list(alone)))
    for one, other in listed:
        say(network, one, "partOfBody", other)
    return network


def star(leaves: int) -> Network:
    """One body in the middle, `hub`, joined with leaves that are joined with nothing else."""
    return joined(("hub", f"leaf{number}") for number in range(leaves))


def barbell(size: int) -> Network:
    """Two circles in each of which all are joined, and one bridge between `a0` and `b0`."""
    circle = [(one, other) for one in range(size) for other in range(one)]
    pairs = [(f"{side}{one}", f"{side}{other}") for side in "ab" for one, other in circle]
    return joined([*pairs, ("a0", "b0")])


def ties(pairs: Iterable[tuple[str, str, int]]) -> Ties:
    """A plain weighted network."""
    graph: Ties = nx.Graph()
    for one, other, weight in pairs:
        graph.add_edge(one, other, weight=weight)
    for name in graph:
        graph.nodes[name].update({"cls": "Organization", "concepts": {}})
    return graph
