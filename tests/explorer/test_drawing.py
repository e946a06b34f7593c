"""What maps draw: actors, texts and events at their places; participations and memberships are lines with words."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode
from pyvis.network import Network as PyvisNetwork  # type: ignore[import-untyped]

from mhgraph.analysis.network import Network, entity_network
from mhgraph.explorer.drawing import Drawing, as_vis_nodes, make_drawing
from mhgraph.graph import BaseGraph
from mhgraph.model import PARTICIPATION, RECOMMENDATION
from mhgraph.namespaces import to_curie


@pytest.fixture(scope="module")
def network(small: BaseGraph) -> Network:
    return entity_network(small, concepts=True, every_provision=True)


@pytest.fixture(scope="module")
def drawing(small: BaseGraph, network: Network) -> Drawing:
    return make_drawing(network, small.model)


def test_draws_actors_texts_and_events_alone(network: Network, drawing: Drawing, small: BaseGraph) -> None:
    drawn = {network.nodes[iri]["type"] for iri in drawing.places}
    assert {small.model.family(NamedNode(cls)) for cls in drawn} == {"agent", "text", "gathering"}
    assert not drawn & {PARTICIPATION.value, RECOMMENDATION.value}


def test_a_participation_is_a_line_with_its_role(drawing: Drawing) -> None:
    lines = {(to_curie(line.subject), to_curie(line.object), to_curie(line.word)) for line in drawing.lines}
    assert ("person:mara-venn", "event:village-compact-launch", "concept:role-chair") in lines
    assert not any(
        line[:2] == ("person:mara-venn", "event:village-compact-launch") and line[2] == "mh:takesPartIn"
        for line in lines
    )


def test_every_line_has_its_ends_and_its_statement(network: Network, drawing: Drawing) -> None:
    for line in drawing.lines:
        assert {line.subject, line.object} <= set(drawing.places)
        assert line.statement is None or line.statement in network.edges


def test_pyvis_takes_what_is_drawn(network: Network, drawing: Drawing, small: BaseGraph) -> None:
    made = PyvisNetwork()
    for node in as_vis_nodes(drawing, network, small.model):
        made.add_node(node["id"], **{key: node[key] for key in ("x", "y", "shape", "size", "group")})
    numbers = {iri: number for number, iri in enumerate(network)}
    for line in drawing.lines:
        made.add_edge(numbers[line.subject], numbers[line.object])
    assert len(made.nodes) == len(drawing.places)
    assert made.edges


def test_communities_are_named_by_what_sets_them_apart(drawing: Drawing) -> None:
    assert len(drawing.communities) >= 2
    assert any(community.topics for community in drawing.communities)
    members = [iri for community in drawing.communities for iri in community.members]
    assert len(members) == len(set(members))
    assert set(members) <= set(drawing.places)
