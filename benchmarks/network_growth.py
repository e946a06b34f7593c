"""How the network, its analyses and its exports grow with the documents, beside plain networkx and igraph.

The networks are those of the shipped project with every document in 1, 10 and 100 copies, up to some 37,000 relations.
A ratio above 1 says how much longer we take than the peer for the same measure on the same network, with evidence,
rounding and ordering on our side. Only the order of magnitude travels from one machine to another, the exponent of
growth does: time grows with the number of relations to that power.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import igraph  # type: ignore[import-untyped]
import networkx as nx

from benchmarks.printing import print_table
from benchmarks.timing import compute_exponent
from mhgraph.analysis import gaps, measures, paths
from mhgraph.analysis.network import Network, entity_network
from mhgraph.analysis.projections import relate_actors, relate_actors_to_provisions
from mhgraph.export.formats import export_network
from mhgraph.graph import BaseGraph, load_graph
from mhgraph.project.folders import find_project
from tools.growth.documents import grow_documents

COPIES = (1, 10, 100)
ENDS = ("https://w3id.org/mhgraph/actor/who", "https://w3id.org/mhgraph/provision/gcm-15e")
FORMATS = ("gexf", "graphml", "csv")

Works = dict[str, tuple[Callable[[], object], Callable[[], object] | None, str]]


def measure(graph: BaseGraph, network: Network, folder: Path) -> dict[str, tuple[float, float | None, str]]:
    """Return, for each piece of work, our seconds, those of the peer (None without one), and who the peer is."""
    flat = measures.simplify(network)
    peer = _to_igraph(flat)
    sampled = max(measures.FEWEST, min(len(flat), measures.WORK // flat.number_of_edges()))
    works: Works = {
        "network": (lambda: entity_network(graph), None, ""),
        "actors by events": (lambda: relate_actors(network, graph.model), None, ""),
        "actors and provisions": (lambda: relate_actors_to_provisions(network, graph.model), None, ""),
        "centrality": (
            lambda: measures.measure_centrality(network),
            lambda: nx.betweenness_centrality(flat, k=sampled, seed=1),
            "networkx, betweenness alone",
        ),
        "brokers": (
            lambda: measures.find_brokers(network),
            lambda: (nx.betweenness_centrality(flat, k=sampled, seed=1), peer.constraint(weights="weight")),
            "networkx betweenness, igraph constraint",
        ),
        "communities": (
            lambda: measures.find_communities(network, whole=network),
            lambda: nx.community.louvain_communities(flat, seed=1),
            "networkx, Louvain alone",
        ),
        "path": (
            lambda: paths.connect(network, graph.model, *ENDS),
            lambda: list(islice(nx.shortest_simple_paths(flat, *ENDS, weight="weight"), 3)),
            "networkx, three shortest paths",
        ),
        "gaps": (lambda: gaps.find_gaps(graph, network), None, ""),
        **{form: (_exporter(network, folder, form), None, "") for form in FORMATS},
    }
    return {name: (_time(ours), _time(theirs) if theirs else None, who) for name, (ours, theirs, who) in works.items()}


def _exporter(network: Network, folder: Path, form: str) -> Callable[[], object]:
    return lambda: export_network(network, folder / f"network-{form}", form)


def _to_igraph(graph: Any) -> Any:
    numbers = {name: number for number, name in enumerate(graph)}
    edges = [(numbers[one], numbers[other]) for one, other in graph.edges]
    weights = [data["weight"] for *_, data in graph.edges(data=True)]
    return igraph.Graph(n=len(numbers), edges=edges, edge_attrs={"weight": weights})


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print seconds by size, the exponent of growth, and the ratio to the peer at the largest size."""
    found: dict[int, dict[str, tuple[float, float | None, str]]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for copies in COPIES:
            folder = Path(temporary) / str(copies)
            graph = load_graph(grow_documents(folder / "project", find_project(), copies))
            network = entity_network(graph)
            found[network.number_of_edges()] = measure(graph, network, folder)
    first, *_, last = found
    rows = []
    for name, (ours, theirs, who) in found[last].items():
        seconds = (measured[name][0] for measured in found.values())
        exponent = compute_exponent((first, found[first][name][0]), (last, ours))
        rows.append((name, *seconds, exponent, ours / theirs if theirs else None, who))
    print_table(("work", *(f"{size:,} relations: s" for size in found), "exponent", "ratio", "peer"), rows)


if __name__ == "__main__":
    main()
