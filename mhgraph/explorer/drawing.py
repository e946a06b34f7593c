"""What maps draw: actors, texts and events, with lines that have words, each at its place.

Participations and memberships are no marks but lines, with the role as their word. What is said, asked or counted, and
the groups of people and topics that it is about, is read in cards and not drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx
from pyoxigraph import NamedNode

from mhgraph.analysis.measures import Community, find_communities
from mhgraph.analysis.network import PART_OF, Network, choose_label
from mhgraph.explorer.layout import Place, arrange
from mhgraph.model import (
    EVENT_OF,
    IS_MEMBERSHIP_OF,
    MEMBERSHIP,
    PARTICIPANT,
    PARTICIPATION,
    PROVISION,
    ROLE,
    TAKES_PART_IN,
    Model,
)

DRAWN_FAMILIES = frozenset({"agent", "text", "gathering"})
_JOINTS = ((PARTICIPATION, PARTICIPANT), (MEMBERSHIP, IS_MEMBERSHIP_OF))
"""What joins two things that are drawn, and how it points to who is joined."""
_LEAST_MEMBERS = 2

Fact = tuple[str, str, str]
"""Subject, object and predicate of a statement in the network of everything."""


@dataclass(frozen=True)
class Line:
    """A line between two things: its word, the IRI of a relation or of a role, and the statement that it rests on.

    The statement is None where it is structure, that a part belongs to its whole, which nobody claims.
    """

    subject: str
    object: str
    word: str
    statement: Fact | None


@dataclass(frozen=True)
class Drawing:
    """The things with their places, the lines between them, and the communities, the largest first."""

    places: Mapping[str, Place]
    lines: tuple[Line, ...]
    communities: tuple[Community, ...]


def make_drawing(network: Network, model: Model) -> Drawing:
    """Return what maps draw of a network of everything, arranged."""
    drawn = _choose_drawn(network, model)
    lines = tuple(_list_lines(network, drawn))
    result: Network = nx.MultiDiGraph()
    result.add_nodes_from((iri, network.nodes[iri]) for iri in network if iri in drawn)
    result.add_edges_from((line.subject, line.object) for line in lines)
    found = find_communities(result, whole=network)
    communities = tuple(community for community in found if len(community.members) >= _LEAST_MEMBERS)
    return Drawing(arrange(result, [community.members for community in communities]), lines, communities)


def _choose_drawn(network: Network, model: Model) -> set[str]:
    """Return what maps draw: actors, texts and events; of provisions, those that are joined to another of these."""
    families = {iri: model.family(NamedNode(data["type"])) for iri, data in network.nodes(data=True)}
    drawn = {iri for iri, family in families.items() if family in DRAWN_FAMILIES}
    joined = {
        iri
        for subject, value, predicate in network.edges(keys=True)
        if predicate != PART_OF and subject != value and {subject, value} <= drawn
        for iri in (subject, value)
    }
    return {iri for iri in drawn if iri in joined or network.nodes[iri]["type"] != PROVISION.value}


def as_vis_nodes(drawing: Drawing, network: Network, model: Model) -> list[dict[str, Any]]:
    """Return the nodes as the data set of vis-network, in order; `group` is the community, `id` the rank in `network`.

    They carry no label: the page writes labels itself, in the language chosen, where there is room.
    """
    from pyvis.network import Network as PyvisNetwork  # type: ignore[import-untyped]

    numbers = {iri: number for number, iri in enumerate(network)}
    made = PyvisNetwork(directed=True)
    for iri, place in drawing.places.items():
        attributes = network.nodes[iri]
        made.add_node(
            numbers[iri],
            label=choose_label(attributes),
            shape=model.symbol(NamedNode(attributes["type"])),
            group=place.community,
            size=place.radius,
            x=place.x,
            y=place.y,
        )
    return [{key: value for key, value in node.items() if key != "label"} for node in made.nodes]


def _list_lines(network: Network, drawn: set[str]) -> Iterator[Line]:
    """Yield the lines; that somebody took part is not drawn again where another line says how."""
    joined = list(_list_joints(network, drawn))
    told = {frozenset((line.subject, line.object)) for line in joined}
    told |= {frozenset(edge[:2]) for edge in network.edges(keys=True) if edge[2] != TAKES_PART_IN.value}
    for edge in network.edges(keys=True):
        subject, value, predicate = edge
        if subject == value or not {subject, value} <= drawn:
            continue
        if predicate == TAKES_PART_IN.value and frozenset((subject, value)) in told:
            continue
        is_structure = not network.edges[edge]["ledger"]
        yield Line(subject, value, predicate, None if is_structure else edge)
    yield from joined


def _list_joints(network: Network, drawn: set[str]) -> Iterator[Line]:
    """Yield a line for each participation and membership, from who is joined to what; one for each of its roles."""
    whose = {cls.value: predicate.value for cls, predicate in _JOINTS}
    for joint, data in network.nodes(data=True):
        if data["type"] not in whose:
            continue
        words = data["concepts"].get(ROLE.value, ()) or (whose[data["type"]],)
        edges = list(network.out_edges(joint, keys=True))
        members = [edge for edge in edges if edge[2] == whose[data["type"]] and edge[1] in drawn]
        places = [edge[1] for edge in edges if edge[2] == EVENT_OF.value and edge[1] in drawn]
        for edge in members:
            yield from (Line(edge[1], place, word, edge) for place in places for word in words)
