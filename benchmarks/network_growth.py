"""How the analyses and exports of a network grow with it, up to 100,000 relations, beside plain networkx and igraph.

The networks are made: circles of bodies that organize events, ask for things and address provisions, joined by a few
hubs. Nothing is random. A ratio above 1 says how much longer we take than the peer for the same measure on the same
network, with evidence, rounding and ordering on our side. Every time is the best of RUNS; only the order of magnitude
travels from one machine to another, the exponent of growth does: time grows with the number of relations to that power.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import islice
from math import log
from typing import Any

import igraph  # type: ignore[import-untyped]
import networkx as nx

from mhgraph.analysis import exports, gaps, measures, paths
from mhgraph.analysis.projections import actors_and_provisions, actors_by_events
from mhgraph.analysis.network import Ground, Network

SIZES = (1_000, 10_000, 100_000)
RUNS = 1
_MH = "https://w3id.org/mhgraph/ontology#"


def made_network(relations: int) -> Network:
    """Return a network of about so many relations; the same number gives the same network."""
    network: Network = nx.MultiDiGraph()
    hubs = [_add(network, f"hub-{number}", "Organization") for number in range(8)]
    circle = 0
    while network.number_of_edges() < relations:
        bodies = [_add(network, f"actor-{circle}-{number}", "Organization") for number in range(5)]
        provisions = [_add(network, f"provision-{circle}-{number}", "Provision") for number in range(3)]
        for number in range(4):
            event = _add(network, f"event-{circle}-{number}", "Event", year=2000 + (circle + number) % 25)
            rec = _add(network, f"rec-{circle}-{number}", "Recommendation")
            for offset in range(3):
                _say(network, event, "organizer", bodies[(number + offset) % 5])
            _say(network, event, "addresses", provisions[number % 3])
            _say(network, rec, "issuedBy", bodies[number])
            _say(network, rec, "addresses", provisions[(number + circle) % 3])
            _say(network, rec, "madeAt", event)
        _say(network, bodies[0], "partOfBody", hubs[circle % 8])
        _say(network, f"event-{circle}-0", "organizer", hubs[(circle * 3 + 1) % 8])
        if circle:
            _say(network, f"event-{circle}-1", "before", f"event-{circle - 1}-2")
        circle += 1
    return network


def _add(network: Network, name: str, cls: str, year: int | None = None) -> str:
    days = (f"{year}-01-01", f"{year}-12-31") if year else (None, None)
    names = {"curie": name, "labels": {"en": name}, "acronyms": (), "alt": (), "kinds": (), "concepts": {}}
    network.add_node(name, cls=cls, earliest=days[0], latest=days[1], **names)
    return name


def _say(network: Network, subject: str, relation: str, value: str) -> None:
    passage = f"https://w3id.org/mhgraph/source/made#{subject}"
    evidence = {"ledger": "stated", "grounds": (Ground("stated", passage, (passage,)),), "passages": (passage,)}
    named = {"relation": f"mh:{relation}", "labels": {"en": relation}, "earliest": None, "latest": None}
    network.add_edge(subject, value, key=f"{_MH}{relation}", **named, **evidence)


def _as_igraph(graph: Any) -> Any:
    numbers = {name: number for number, name in enumerate(graph)}
    edges = [(numbers[one], numbers[other]) for one, other in graph.edges]
    weights = [data["weight"] for *_, data in graph.edges(data=True)]
    return igraph.Graph(n=len(numbers), edges=edges, edge_attrs={"weight": weights})


def _best(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def measure(relations: int) -> dict[str, tuple[float, float | None, str]]:
    """Return, for each piece of work, our seconds, those of the peer (None without one), and who the peer is."""
    network = made_network(relations)
    flat = measures.simple(network)
    peer = _as_igraph(flat)
    sampled = max(measures.FEWEST, min(len(flat), measures.WORK // flat.number_of_edges()))
    ends = (
        "actor-0-2",
        max((name for name in network if name.startswith("provision")), key=lambda name: (len(name), name)),
    )
    works: dict[str, tuple[Callable[[], object], Callable[[], object] | None, str]] = {
        "actors by events": (lambda: actors_by_events(network), None, ""),
        "actors and provisions": (lambda: actors_and_provisions(network), None, ""),
        "centrality": (
            lambda: measures.centrality(network),
            lambda: nx.betweenness_centrality(flat, k=sampled, seed=1),
            "networkx, betweenness alone",
        ),
        "brokers": (
            lambda: measures.brokers(network),
            lambda: (nx.betweenness_centrality(flat, k=sampled, seed=1), peer.constraint(weights="weight")),
            "networkx betweenness, igraph constraint",
        ),
        "communities": (
            lambda: measures.communities(network, whole=network),
            lambda: nx.community.louvain_communities(flat, seed=1),
            "networkx, Louvain alone",
        ),
        "path": (
            lambda: paths.connect(network, *ends),
            lambda: list(islice(nx.shortest_simple_paths(measures.simple(network), *ends, weight="weight"), 3)),
            "networkx, three shortest paths",
        ),
        "gaps": (lambda: gaps.gaps(network), None, ""),
        "GEXF": (lambda: exports.gexf(network), None, ""),
        "GraphML": (lambda: exports.graphml(network), None, ""),
        "CSV": (lambda: exports.tables(network), None, ""),
    }
    return {name: (_best(ours), _best(theirs) if theirs else None, who) for name, (ours, theirs, who) in works.items()}


def main() -> None:
    """Print seconds by size, the exponent of growth, and the ratio to the peer at the largest size."""
    found = {size: measure(size) for size in SIZES}
    first, last = SIZES[0], SIZES[-1]
    print("| work | " + " | ".join(f"{size:,} relations" for size in SIZES) + " | exponent | ratio | peer |")
    print("| --- |" + " ---: |" * (len(SIZES) + 2) + " --- |")
    for name, (ours, theirs, who) in found[last].items():
        seconds = " | ".join(f"{found[size][name][0]:.3f} s" for size in SIZES)
        exponent = log(ours / found[first][name][0]) / log(last / first)
        ratio = f"{ours / theirs:.1f}" if theirs else ""
        print(f"| {name} | {seconds} | {exponent:.2f} | {ratio} | {who} |", flush=True)


if __name__ == "__main__":
    main()
