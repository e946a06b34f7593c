"""Places on the page: the same for the same network, apart from each other, communities side by side."""

from __future__ import annotations

import math
from itertools import combinations

import networkx as nx
import pytest

from mhgraph.analysis.measures import find_communities
from mhgraph.analysis.network import Network, entity_network
from mhgraph.explorer.layout import Place, arrange
from mhgraph.graph import BaseGraph


@pytest.fixture(scope="module")
def network(shipped_graph: BaseGraph) -> Network:
    return entity_network(shipped_graph)


@pytest.fixture(scope="module")
def places(network: Network) -> dict[str, Place]:
    return arrange_all(network)


def arrange_all(network: Network) -> dict[str, Place]:
    return arrange(network, [found.members for found in find_communities(network) if len(found.members) > 1])


def test_places_every_node_in_order(network: Network, places: dict[str, Place]) -> None:
    assert list(places) == list(network)


def test_no_entity_lies_on_another(places: dict[str, Place]) -> None:
    for one, other in combinations(places.values(), 2):
        assert math.hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius


def test_communities_lie_side_by_side(places: dict[str, Place]) -> None:
    members: dict[int, list[Place]] = {}
    for place in places.values():
        members.setdefault(place.community, []).append(place)
    boxes = {
        number: (sum(p.x for p in each) / len(each), sum(p.y for p in each) / len(each))
        for number, each in members.items()
        if number >= 0
    }
    assert len(boxes) >= 3
    wrong = [
        place
        for place in places.values()
        if place.community >= 0
        and min(boxes, key=lambda n: math.hypot(boxes[n][0] - place.x, boxes[n][1] - place.y)) != place.community
    ]
    assert len(wrong) <= len(places) / 5


def test_more_relations_make_a_larger_mark(network: Network, places: dict[str, Place]) -> None:
    degree = dict(network.degree())
    order = sorted(places, key=lambda iri: degree[iri])
    assert places[order[0]].radius < places[order[-1]].radius


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_few_nodes_and_no_relations(count: int) -> None:
    network: Network = nx.MultiDiGraph()
    network.add_nodes_from(map(str, range(count)))
    places = arrange_all(network)
    assert len({(each.x, each.y) for each in places.values()}) == count
    assert {each.community for each in places.values()} <= {-1}


def test_a_hub_has_its_leaves_around_it() -> None:
    network: Network = nx.MultiDiGraph([("hub", str(n)) for n in range(60)])
    places = arrange_all(network)
    assert math.hypot(places["hub"].x, places["hub"].y) < 60
    assert max(math.hypot(each.x, each.y) for each in places.values()) < 500


def test_loops_and_parallel_relations_are_no_trouble() -> None:
    network: Network = nx.MultiDiGraph([("a", "a"), ("a", "b"), ("a", "b"), ("b", "a")])
    assert len(arrange_all(network)) == 2
