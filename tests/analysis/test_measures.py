"""Tests: centrality, brokers and communities, against known values, networkx and igraph."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import igraph  # type: ignore[import-untyped]
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhgraph.analysis import measures
from mhgraph.analysis.measures import find_brokers, find_communities, measure_centrality, measure_modularity, simplify
from mhgraph.analysis.projections import WeightedNetwork
from tests.analysis.small import add, barbell, entities, iri, joined, say, star, ties

PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"), st.integers(1, 4)), min_size=1)


def graph_of(pairs: list[tuple[str, str, int]]) -> WeightedNetwork:
    graph = simplify(ties((one, other, weight) for one, other, weight in pairs if one != other))
    return graph if graph.size() else ties([("a", "b", 1)])


def as_igraph(graph: WeightedNetwork) -> igraph.Graph:
    names = list(graph)
    edges = [(names.index(one), names.index(other)) for one, other in graph.edges]
    weights = [data["weight"] for *_, data in graph.edges(data=True)]
    return igraph.Graph(n=len(names), edges=edges, vertex_attrs={"name": names}, edge_attrs={"weight": weights})


def test_a_star_has_all_ways_through_its_middle() -> None:
    found = {row.iri: row for row in measure_centrality(star(5))}
    assert (found["hub"].degree, found["hub"].betweenness) == (5, 1.0)
    assert {found[name].betweenness for name in found if name != "hub"} == {0.0}
    assert next(iter(measure_centrality(star(5)))).iri == "hub"


def test_constraint_of_a_star_is_a_fifth_in_the_middle_and_one_at_the_ends() -> None:
    found = {each.iri: each.constraint for each in find_brokers(star(5))}
    assert found.pop("hub") == 0.2
    assert set(found.values()) == {1.0}


def test_the_bridge_of_a_barbell_is_the_broker() -> None:
    first, second, *rest = find_brokers(barbell(5))
    assert {first.iri, second.iri} == {"a0", "b0"}
    # Of 25 pairs across, a0 is inside the 4 times 5 that do not begin with it.
    assert first.between_communities == second.between_communities == 20 / 25
    assert {each.between_communities for each in rest} == {0.0}
    assert (first.communities, rest[0].communities) == (2, 1)


def test_two_circles_are_two_communities() -> None:
    network = barbell(5)
    found = find_communities(network)
    assert [set(each.members) for each in found] == [{f"a{i}" for i in range(5)}, {f"b{i}" for i in range(5)}]
    assert found[0].members[0] == "a0"
    # 21 ties: 20 inside; each circle has 21 of 42 ends.
    assert measure_modularity(network, found) == round(20 / 21 - 2 * 0.25, 6)


def test_a_community_is_about_what_sets_it_apart() -> None:
    network = barbell(4)
    for name, data in network.nodes(data=True):
        data["concepts"] = {iri("mh:hasTopic"): ("everybody", f"only-{name[0]}")}
    add(network, "p", "mh:Provision")
    say(network, "b1", "mh:addresses", "p")
    found = find_communities(network, whole=network)
    about = {each.members[0][0]: each for each in found}
    assert about["a"].topics == (("only-a", 4), ("everybody", 4))
    assert about["a"].provisions == ()
    assert about["b"].provisions == (("p", 2),)


def test_nodes_without_ties_have_no_constraint_and_no_betweenness() -> None:
    found = {row.iri: row for row in find_brokers(joined([("a", "b")], "alone"))}
    assert (found["alone"].constraint, found["alone"].between_communities) == (None, 0.0)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_smallest_networks_are_measured_too(count: int) -> None:
    network = entities(*(f"n{number}" for number in range(count)))
    assert len(measure_centrality(network)) == len(find_brokers(network)) == len(find_communities(network)) == count
    assert measure_modularity(network, find_communities(network)) == 0.0


def test_parallel_edges_and_directions_are_one_tie() -> None:
    network = entities("a", "b")
    say(network, "a", "mh:isPartOfBody", "b")
    say(network, "b", "mh:hasMember", "a")
    say(network, "a", "mh:takesPartIn", "a")
    assert [(each.degree, each.strength) for each in measure_centrality(network)] == [(1, 2.0), (1, 2.0)]


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_betweenness_is_that_of_networkx(pairs: list[tuple[str, str, int]]) -> None:
    graph = graph_of(pairs)
    expected = nx.betweenness_centrality(graph)
    assert {each.iri: each.betweenness for each in measure_centrality(graph)} == pytest.approx(expected, abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_pagerank_and_constraint_are_those_of_igraph(pairs: list[tuple[str, str, int]]) -> None:
    graph = graph_of(pairs)
    peer = as_igraph(graph)
    ranks = dict(zip(graph, peer.pagerank(weights="weight"), strict=True))
    found = measure_centrality(graph)
    assert {each.iri: each.pagerank for each in found} == pytest.approx(ranks, abs=2e-6)
    assert sum(each.pagerank for each in found) == pytest.approx(1.0, abs=1e-5)
    closed = dict(zip(graph, peer.constraint(weights="weight"), strict=True))
    assert {each.iri: each.constraint for each in find_brokers(graph)} == pytest.approx(closed, abs=2e-6)


@settings(max_examples=40, deadline=None)
@given(PAIRS)
def test_communities_divide_the_network(pairs: list[tuple[str, str, int]]) -> None:
    graph = graph_of(pairs)
    found = find_communities(graph)
    members = [iri for each in found for iri in each.members]
    assert sorted(members) == sorted(graph)
    assert [len(each.members) for each in found] == sorted((len(each.members) for each in found), reverse=True)


def test_the_estimate_is_near_the_exact_value(monkeypatch: pytest.MonkeyPatch) -> None:
    network = joined((f"n{number}", f"n{(number * 7 + 3) % 120}") for number in range(120))
    exact = {each.iri: each.betweenness for each in measure_centrality(network)}
    across = {each.iri: each.between_communities for each in find_brokers(network)}
    assert {each.starts for each in measure_centrality(network)} == {0}
    monkeypatch.setattr(measures, "WORK", 60 * simplify(network).number_of_edges())
    found = measure_centrality(network)
    assert {each.starts for each in found} == {60}
    assert {each.iri: each.between_communities for each in find_brokers(network)} == pytest.approx(across, abs=0.1)
    assert {each.iri: each.betweenness for each in found} == pytest.approx(exact, abs=0.1)


@pytest.mark.slow
def test_nothing_depends_on_the_order_of_hashes() -> None:
    root = Path(__file__).resolve().parents[2]
    code = (
        "from tests.analysis.small import barbell, star; import hashlib, networkx as nx;"
        "from mhgraph.analysis.measures import *; from mhgraph.export import FORMATS;"
        "n = nx.compose(barbell(6), star(9));"
        "print(find_communities(n), find_brokers(n), measure_centrality(n));"
        "print(hashlib.sha256(b''.join(FORMATS[f].write(n)[''] for f in ('gexf', 'graphml', 'cytoscape'))).hexdigest())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    assert outputs.pop().startswith(b"[Community(")
