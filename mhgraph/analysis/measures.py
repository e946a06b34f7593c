"""Who stands in the middle, what belongs together, who joins what: centrality, brokers and communities.

Every measure runs on a plain undirected network: parallel edges and both directions become one tie, whose weight is the
sum of theirs. Numbers are rounded to six digits, so that the last bit of a sum decides nothing. PageRank and constraint
are written out here, because networkx needs scipy for the first and is quadratic in hubs for the second.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

import networkx as nx

from mhgraph.analysis.network import PART_OF, Network
from mhgraph.analysis.projections import AnyNetwork, WeightedNetwork
from mhgraph.model import PROVISION, TOPIC
from mhgraph.rdf.terms import natural_key

if TYPE_CHECKING:
    Numbered = nx.Graph[int]

WORK = 1_000_000
"""Betweenness is exact while nodes times ties are at most this; beyond, it is estimated from fewer starts."""
FEWEST = 50
"""From how many starting points at least."""
SEED = 20181210
_DAMPING = 0.85
_DIGITS = 6


@dataclass(frozen=True)
class Centrality:
    """How central one node is; see `measure_centrality`.

    `starts` is the number of nodes from which betweenness is estimated, 0 if it is exact.
    """

    iri: str
    degree: int
    strength: float
    betweenness: float
    pagerank: float
    starts: int


@dataclass(frozen=True)
class Broker:
    """How much one node stands between others; see `find_brokers`. `constraint` is None for a node without ties."""

    iri: str
    constraint: float | None
    between_communities: float
    communities: int


@dataclass(frozen=True)
class Community:
    """Nodes that are tied more to one another than to the rest; see `find_communities`.

    `members` are IRIs, the most tied first; `topics` and `provisions` are (IRI, count) of what sets it apart.
    """

    number: int
    members: tuple[str, ...]
    topics: tuple[tuple[str, int], ...]
    provisions: tuple[tuple[str, int], ...]


def simplify(network: AnyNetwork) -> WeightedNetwork:
    """Return the undirected network with one weighted edge for each pair of nodes that are tied; loops are left out."""
    result: WeightedNetwork = nx.Graph()
    result.add_nodes_from(network.nodes(data=True))
    for one, other, data in network.edges(data=True):
        if one != other:
            before = result.edges[one, other]["weight"] if result.has_edge(one, other) else 0
            result.add_edge(one, other, weight=before + data.get("weight", 1))
    return result


def measure_centrality(network: AnyNetwork) -> list[Centrality]:
    """Return the centrality of every node, the highest PageRank first.

    - `degree`: with how many others a node is tied; `strength`: the sum of the weights of its ties (Barrat et al. 2004,
      PNAS 101:3747).
    - `betweenness`: the share of shortest paths (in steps) between two others that lead through it (Freeman 1977,
      Sociometry 40:35; algorithm of Brandes 2001). For more than WORK nodes times ties it is estimated from fewer
      starting points (Brandes and Pich 2007), drawn with a fixed seed.
    - `pagerank`: the share of time that a walker spends there who follows a tie in proportion to its weight and in 15
      of 100 steps jumps anywhere (Page et al. 1999). It replaces eigenvector centrality, which says nothing about nodes
      outside the largest component.

    Here: how often the documents read tie an entity to others. Not for: power, merit or influence in the world; nor for
    comparing entities of which one has documents in the corpus and the other has none.
    """
    graph = simplify(network)
    starts = _choose_starts(graph)
    between = _count_between(graph, starts, list(graph))
    count = len(graph)
    scale = count / len(starts) if starts else 1.0
    pairs = (count - 1) * (count - 2) / 2
    ranks = _rank_pages(graph)
    strength = {iri: float(total) for iri, total in graph.degree(weight="weight")}
    found = [
        Centrality(
            iri,
            int(graph.degree(iri)),
            round(strength[iri], _DIGITS),
            round(between[iri] * scale / pairs if pairs > 0 else 0.0, _DIGITS),
            round(ranks[iri], _DIGITS),
            len(starts) if len(starts) < count else 0,
        )
        for iri in graph
    ]
    return sorted(found, key=lambda row: (-row.pagerank, -row.degree, natural_key(row.iri)))


def find_brokers(network: AnyNetwork) -> list[Broker]:
    """Return how much each node stands between others, the strongest broker first.

    - `between_communities`: the share of shortest paths between nodes of two different communities (see
      `find_communities`) that lead through it (Freeman 1977, restricted to such pairs); estimated for a large network,
      as in `measure_centrality`.
    - `communities`: in how many communities it has ties, its own included.
    - `constraint`: how much its ties are tied to one another, so that it brings nothing together: sum over neighbours j
      of (p_ij + sum over q of p_iq p_qj)^2, p_ij being j's share of i's ties (Burt 1992, Structural Holes, ch. 2). Low
      is open, high is closed; comparable only among nodes of similar degree.

    Here: who is named in documents about circles that otherwise do not meet. Not for: who negotiates or mediates; a
    body that edits a page about many meetings looks like a broker.
    """
    graph = simplify(network)
    groups = _find_groups(graph)
    home = {iri: number for number, group in enumerate(groups) for iri in group}
    starts = _choose_starts(graph)
    scale = len(graph) / len(starts) if starts else 1.0
    between = dict.fromkeys(graph, 0.0)
    for group in groups:
        inside = set(group)
        across = [iri for iri in graph if iri not in inside]
        for iri, value in _count_between(graph, [iri for iri in starts if iri in inside], across).items():
            between[iri] += value * scale
    sizes = [len(group) for group in groups]
    pairs = (sum(sizes) ** 2 - sum(size**2 for size in sizes)) / 2
    found = [
        Broker(
            iri,
            _measure_constraint(graph, iri),
            round(between[iri] / pairs if pairs else 0.0, _DIGITS),
            len({home[other] for other in (iri, *graph[iri])}),
        )
        for iri in graph
    ]
    return sorted(
        found,
        key=lambda broker: (
            -broker.between_communities,
            broker.constraint if broker.constraint is not None else 9.0,
            natural_key(broker.iri),
        ),
    )


def find_communities(network: AnyNetwork, *, whole: Network | None = None, resolution: float = 1.0) -> list[Community]:
    """Return the communities of a network, the largest first, each with what sets it apart.

    Louvain's method (Blondel et al. 2008, J. Stat. Mech. P10008) on the weighted ties, with a fixed seed; `resolution`
    above 1 gives more and smaller ones. What a community is about is read from its members and from what lies in
    between on its inner ties: their topics, and the provisions that they are or point to in `whole` (the network of
    everything). Each topic or provision is ranked by its count there times log(1 + K/k), K being the number of
    communities and k that of those that have it (Spärck Jones 1972): what all speak of says little about one.

    Not for: alliances or camps. A community is what documents mention together, and another seed or another document
    may move its border.
    """
    graph = simplify(network)
    groups = _find_groups(graph, resolution=resolution)
    home = {iri: number for number, group in enumerate(groups) for iri in group}
    things = [set(group) for group in groups]
    for one, other, data in network.edges(data=True):
        if home[one] == home[other]:
            things[home[one]].update(data.get("through", ()))
    topics = [Counter(topic for iri in found for topic in _list_topics(network, whole, iri)) for found in things]
    provisions = [Counter(provision for iri in found for provision in _list_provisions(whole, iri)) for found in things]
    return [
        Community(
            number + 1,
            tuple(sorted(group, key=lambda iri: (-graph.degree(iri, weight="weight"), natural_key(iri)))),
            _rank_distinctive(topics, number),
            _rank_distinctive(provisions, number),
        )
        for number, group in enumerate(groups)
    ]


def measure_modularity(network: AnyNetwork, found: Iterable[Community]) -> float:
    """Return the modularity of communities: the share of ties inside, less that expected by chance (Newman 2006)."""
    graph = simplify(network)
    if not graph.size():
        return 0.0
    return round(float(nx.community.modularity(graph, [set(community.members) for community in found])), _DIGITS)


def _find_groups(graph: WeightedNetwork, *, resolution: float = 1.0) -> list[tuple[str, ...]]:
    """Return Louvain's communities, the largest first. Nodes are numbered, because sets of text have no fixed order."""
    names = sorted(graph, key=natural_key)
    numbers = {iri: number for number, iri in enumerate(names)}
    numbered: Numbered = nx.Graph()
    numbered.add_nodes_from(range(len(names)))
    ties = [(*sorted((numbers[one], numbers[other])), data["weight"]) for one, other, data in graph.edges(data=True)]
    numbered.add_weighted_edges_from(sorted(ties))
    groups = nx.community.louvain_communities(numbered, resolution=resolution, seed=SEED)
    ordered = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    return [tuple(names[number] for number in group) for group in ordered]


def _choose_starts(graph: WeightedNetwork) -> list[str]:
    """Return the nodes from which shortest paths are sought: all, or a sample that is the same for the same network."""
    names = sorted(graph, key=natural_key)
    wanted = max(FEWEST, WORK // max(1, graph.number_of_edges()))
    return names if len(names) <= wanted else random.Random(SEED).sample(names, wanted)  # noqa: S311 - no secret


def _count_between(graph: WeightedNetwork, starts: Sequence[str], goals: Sequence[str]) -> dict[str, float]:
    """Return for each node between how many pairs of a start and a goal it stands, each pair counted half.

    A pair with several shortest paths counts for the share of those that lead through the node.
    """
    if not starts or not goals:
        return dict.fromkeys(graph, 0.0)
    found: dict[str, float] = nx.betweenness_centrality_subset(graph, sources=starts, targets=goals)
    return found


def _rank_pages(graph: WeightedNetwork) -> dict[str, float]:
    """Return PageRank by power iteration, to a total change below one in 10^10."""
    count = len(graph)
    strength = {iri: float(total) for iri, total in graph.degree(weight="weight")}
    rank = dict.fromkeys(graph, 1 / count) if count else {}
    for _ in range(1000):
        lost = sum(rank[iri] for iri in graph if not strength[iri])
        base = (1 - _DAMPING + _DAMPING * lost) / count if count else 0.0
        share = {iri: _DAMPING * rank[iri] / strength[iri] if strength[iri] else 0.0 for iri in graph}
        moved = {
            iri: base + sum(share[other] * tie["weight"] for other, tie in graph.adj[iri].items()) for iri in graph
        }
        change = sum(abs(moved[iri] - rank[iri]) for iri in graph)
        rank = moved
        if change < 1e-10:
            break
    return rank


def _measure_constraint(graph: WeightedNetwork, iri: str) -> float | None:
    shares = _share_ties(graph, iri)
    if not shares:
        return None
    reached = dict(shares)
    for middle, share in shares.items():
        for other, further in _share_ties(graph, middle).items():
            if other in shares and other != iri:
                reached[other] += share * further
    return round(sum(value**2 for value in reached.values()), _DIGITS)


def _share_ties(graph: WeightedNetwork, iri: str) -> dict[str, float]:
    total = sum(data["weight"] for data in graph.adj[iri].values())
    return {other: data["weight"] / total for other, data in graph.adj[iri].items()}


def _list_topics(network: AnyNetwork, whole: Network | None, iri: str) -> tuple[str, ...]:
    place = whole if whole is not None and iri in whole else network
    attributes: Mapping[str, Any] = place.nodes[iri] if iri in place else {}
    found: tuple[str, ...] = attributes.get("concepts", {}).get(TOPIC.value, ())
    return found


def _list_provisions(whole: Network | None, iri: str) -> set[str]:
    if whole is None or iri not in whole:
        return set()
    own = {iri} if whole.nodes[iri].get("type") == PROVISION.value else set()
    near = {value for _, value, key in whole.out_edges(iri, keys=True) if key != PART_OF}
    return own | {other for other in near if whole.nodes[other].get("type") == PROVISION.value}


def _rank_distinctive(counts: list[Counter[str]], number: int) -> tuple[tuple[str, int], ...]:
    spread = Counter(thing for count in counts for thing in count)
    scored = counts[number].items()
    ordered = sorted(scored, key=lambda pair: (-pair[1] * log(1 + len(counts) / spread[pair[0]]), natural_key(pair[0])))
    return tuple(ordered)
