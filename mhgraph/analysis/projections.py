"""Networks derived from the whole: who met whom, who took up what, which text speaks of which, who belongs where.

Each edge keeps `predicates` (the IRIs of those that make it), `through` (the entities in between), `weight` (how many
of them, or how many statements), `earliest` and `latest`, `ledger`, `supports` and `passages`. An edge that is made of
several statements is as strong as the weakest of them; one that is made in several ways as strong as the strongest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
from pyoxigraph import NamedNode

from mhgraph.analysis.network import PART_OF, Network, nodes_of, strongest_ledger
from mhgraph.graph import Ledger
from mhgraph.graph.evidence import passages_of
from mhgraph.model import (
    ADDRESSES,
    AGENT,
    BINDS,
    COMMITMENT,
    EVENT,
    EVENT_OF,
    EVENT_SET,
    INSTRUMENT,
    IS_ARRANGED_BY,
    ISSUED_BY,
    ON_BEHALF_OF,
    PARTICIPANT,
    PARTICIPATION,
    PLEDGED_BY,
    PROVISION,
    RECOMMENDATION,
    TAKES_PART_IN,
    Model,
)
from mhgraph.rdf.terms import natural_key

if TYPE_CHECKING:
    AnyNetwork: TypeAlias = nx.Graph[str] | nx.DiGraph[str] | nx.MultiDiGraph[str]
    WeightedNetwork: TypeAlias = nx.Graph[str]
else:
    AnyNetwork = nx.Graph
    WeightedNetwork = nx.Graph

MEETINGS = (EVENT, EVENT_SET)
"""The classes of things at which people meet."""

_MADE = {RECOMMENDATION.value: {ISSUED_BY.value}, COMMITMENT.value: {BINDS.value, PLEDGED_BY.value}}
"""Class of a thing that somebody made → the predicates that say who."""


@dataclass(frozen=True)
class Chain:
    """One way in which two nodes are joined: the edges that make it, and the entity in between ("" if none)."""

    through: str
    edges: tuple[Mapping[str, Any], ...]

    @property
    def ledger(self) -> str:
        """The weakest ledger among the edges: a chain is as strong as its weakest link."""
        named = (edge["ledger"] for edge in self.edges if edge["ledger"])
        return max(named, key=lambda name: Ledger(name).rank, default="")


@dataclass
class _DerivedEdge:
    """What makes an edge of a derived network, collected chain by chain."""

    chains: list[Chain] = field(default_factory=list)

    def attributes(self) -> dict[str, Any]:
        """Return the attributes of the edge."""
        edges = [edge for chain in self.chains for edge in chain.edges]
        supports = tuple(dict.fromkeys(support for edge in edges for support in edge["supports"]))
        through = tuple(sorted({chain.through for chain in self.chains if chain.through}, key=natural_key))
        return {
            "predicates": tuple(sorted({edge["predicate"] for edge in edges})),
            "through": through,
            "weight": len(through) or len(self.chains),
            "earliest": min((edge["earliest"] for edge in edges if edge["earliest"]), default=None),
            "latest": max((edge["latest"] for edge in edges if edge["latest"]), default=None),
            "ledger": strongest_ledger(chain.ledger for chain in self.chains),
            "supports": supports,
            "passages": passages_of(supports),
        }

    def relation(self) -> dict[str, Any]:
        """Return the attributes of an edge that stands for one relation: that of the last edge of its chains."""
        named = self.chains[0].edges[-1]
        return {**self.attributes(), **{name: named[name] for name in ("predicate", "labels", "phrases")}}


def relate_actors(network: Network, model: Model, *, organizers_only: bool = False) -> WeightedNetwork:
    """Return the actors, two of them tied by the events that both organized, hosted or attended.

    The one-mode projection of the two-mode network of actors and events (Breiger 1974, Social Forces 53:181). An actor
    is a body, or a person who is not known to have acted for one; it belongs to an event that it organizes or hosts, in
    which it takes part, or in which somebody has a participation on its behalf. With `organizers_only`, only organizers
    and hosts count. A set of events counts as one event. Series do not count: who took part in a series need not have
    met. Being at a part of an event is not taken for being at the whole. `weight` is the number of common events,
    `newman` the sum of 1/(n-1) over them, n being the number of actors of the event (Newman 2001, Phys. Rev. E
    64:016132), so that a large event ties less. An actor without an event is left out; one that met nobody has no edge.

    Not for: who influenced whom, or who ignored whom. Documents name some of those who were present, never all.
    """
    attendance = _find_attendance(network, model, organizers_only=organizers_only)
    edges: dict[tuple[str, str], _DerivedEdge] = {}
    newman: dict[tuple[str, str], float] = {}
    for event, actors in attendance.items():
        best = {actor: _strongest(chains) for actor, chains in actors.items()}
        for one, other in combinations(sorted(actors, key=natural_key), 2):
            edge = edges.setdefault((one, other), _DerivedEdge())
            edge.chains += [Chain(event, a.edges + b.edges) for a in best[one] for b in best[other]]
            newman[one, other] = newman.get((one, other), 0.0) + 1 / (len(actors) - 1)
    result: WeightedNetwork = nx.Graph()
    _copy_nodes(network, result, {actor for actors in attendance.values() for actor in actors})
    for pair in sorted(edges, key=_pair_key):
        result.add_edge(*pair, **edges[pair].attributes(), newman=round(newman[pair], 6))
    return result


def relate_actors_to_provisions(network: Network, model: Model) -> WeightedNetwork:
    """Return the two-mode network of actors and provisions, tied by events, recommendations and commitments.

    An actor is tied to a provision that is addressed by an event to which it belongs (as in `relate_actors`), by a
    recommendation that it issued, or by a commitment that binds it or that it pledged. The node attribute `mode` is 0
    for actors and 1 for provisions; `weight` is the number of things in between. Only the provision that is addressed
    itself is tied, not the objective above it.

    Not for: the zeal of an actor. A body that writes long lists has many ties; and most ties here are judged, so read
    the ledger.
    """
    agents = set(nodes_of(network, model.below(AGENT)))
    carriers = _find_attendance(network, model, organizers_only=False)
    for subject, value, data in network.edges(data=True):
        if value in agents and data["predicate"] in _MADE.get(network.nodes[subject]["type"], ()):
            carriers.setdefault(subject, {}).setdefault(value, []).append(Chain(subject, (data,)))
    provisions = set(nodes_of(network, [PROVISION]))
    edges: dict[tuple[str, str], _DerivedEdge] = {}
    for carrier in sorted(carriers, key=natural_key):
        for provision, addressing in _values_of(network, carrier, ADDRESSES):
            if provision in provisions:
                for actor, chains in carriers[carrier].items():
                    found = [Chain(carrier, (*chain.edges, addressing)) for chain in _strongest(chains)]
                    edges.setdefault((actor, provision), _DerivedEdge()).chains.extend(found)
    result: WeightedNetwork = nx.Graph()
    _copy_nodes(network, result, {node for pair in edges for node in pair})
    for iri in result:
        result.nodes[iri]["mode"] = int(iri in provisions)
    for pair in sorted(edges, key=_pair_key):
        result.add_edge(*pair, **edges[pair].attributes())
    return result


def relate_instruments(network: Network, model: Model) -> Network:
    """Return the instruments and the relations between texts (the trait `text-relation`), from the one that speaks.

    A relation from or to a provision is lifted to the instrument whose part it is; `parts` keeps the exact pairs. One
    edge stands for all relations of one kind between two instruments, keyed by the IRI of the predicate; a text's
    references to itself are left out. The date is that of the text that speaks. Instruments without relations are kept.

    Not for: the weight of a text. Only what the documents read say of texts is here, never all that texts cite.
    """
    whole = _find_instruments(network)
    between_texts = {term.value for term in model.marked("text-relation")}
    edges: dict[tuple[str, str, str], _DerivedEdge] = {}
    parts: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for subject, value, predicate, data in network.edges(keys=True, data=True):
        one, other = whole.get(subject), whole.get(value)
        if predicate in between_texts and one is not None and other is not None and one != other:
            edges.setdefault((one, other, predicate), _DerivedEdge()).chains.append(Chain("", (data,)))
            parts.setdefault((one, other, predicate), []).append((subject, value))
    result: Network = nx.MultiDiGraph()
    _copy_nodes(network, result, nodes_of(network, [INSTRUMENT]))
    for key in sorted(edges, key=_pair_key):
        one, other, predicate = key
        dated = {bound: network.nodes[one][bound] for bound in ("earliest", "latest")}
        result.add_edge(one, other, predicate, **{**edges[key].relation(), **dated, "parts": tuple(sorted(parts[key]))})
    return result


def relate_people_to_bodies(network: Network, model: Model) -> Network:
    """Return people and bodies with what joins them: membership, leadership, part and whole, and speaking for a body.

    Relations of the trait `membership` point as in the graph: from a body to its member, co-lead, secretariat or
    coordinator, and from the part to the whole. Speaking for a body points from a person or body to the body for which
    it had a participation, which is in `through`. Every person and body is a node.

    Not for: who is employed where today. An office is held at the time of a document.
    """
    kept = set(nodes_of(network, model.below(AGENT)))
    membership = {term.value for term in model.marked("membership")}
    edges: dict[tuple[str, str, str], _DerivedEdge] = {}
    for subject, value, predicate, data in network.edges(keys=True, data=True):
        if predicate in membership and {subject, value} <= kept:
            edges.setdefault((subject, value, predicate), _DerivedEdge()).chains.append(Chain("", (data,)))
    for participation in nodes_of(network, [PARTICIPATION]):
        for agent, taking in _values_of(network, participation, PARTICIPANT):
            for body, behalf in _values_of(network, participation, ON_BEHALF_OF):
                if {agent, body} <= kept and agent != body:
                    edge = edges.setdefault((agent, body, ON_BEHALF_OF.value), _DerivedEdge())
                    edge.chains.append(Chain(participation, (taking, behalf)))
    result: Network = nx.MultiDiGraph()
    _copy_nodes(network, result, kept)
    for key in sorted(edges, key=_pair_key):
        result.add_edge(*key, **edges[key].relation())
    return result


PROJECTIONS: Mapping[str, Callable[[Network, Model], AnyNetwork]] = {
    "everything": lambda network, model: network,
    "actors": relate_actors,
    "organizers": lambda network, model: relate_actors(network, model, organizers_only=True),
    "actors-provisions": relate_actors_to_provisions,
    "instruments": relate_instruments,
    "people-bodies": relate_people_to_bodies,
}
"""The projections by the name under which commands know them."""


def _find_attendance(network: Network, model: Model, *, organizers_only: bool) -> dict[str, dict[str, list[Chain]]]:
    """Return the actors of each event, each with the chains by which it belongs to the event."""
    meetings, agents = set(nodes_of(network, MEETINGS)), set(nodes_of(network, model.below(AGENT)))
    arranged = {term.value for term in model.below(IS_ARRANGED_BY)}
    found: dict[str, dict[str, list[Chain]]] = {}

    def add(event: str, actor: str, *edges: Mapping[str, Any]) -> None:
        if event in meetings and actor in agents:
            found.setdefault(event, {}).setdefault(actor, []).append(Chain(event, edges))

    represented = set() if organizers_only else _find_represented(network)
    for subject, value, predicate, data in network.edges(keys=True, data=True):
        if predicate in arranged:
            add(subject, value, data)
        elif predicate == TAKES_PART_IN.value and not organizers_only and (value, subject) not in represented:
            add(value, subject, data)
    if not organizers_only:
        for event, actor, edges in _list_participations(network):
            if (event, actor) not in represented or edges[0]["predicate"] == ON_BEHALF_OF.value:
                add(event, actor, *edges)
    return {event: found[event] for event in sorted(found, key=natural_key)}


def _list_participations(network: Network) -> Iterator[tuple[str, str, tuple[Mapping[str, Any], ...]]]:
    """Yield (event, actor, edges) for each participant of each participation, and for each body represented."""
    for participation in nodes_of(network, [PARTICIPATION]):
        for event, at in _values_of(network, participation, EVENT_OF):
            for actor, data in _values_of(network, participation, PARTICIPANT, ON_BEHALF_OF):
                yield event, actor, (data, at)


def _find_represented(network: Network) -> set[tuple[str, str]]:
    """Return (event, participant) wherever somebody took part on behalf of a body, which then is the actor."""
    return {
        (event, participant)
        for participation in nodes_of(network, [PARTICIPATION])
        if any(_values_of(network, participation, ON_BEHALF_OF))
        for event, _ in _values_of(network, participation, EVENT_OF)
        for participant, _ in _values_of(network, participation, PARTICIPANT)
    }


def _values_of(network: Network, iri: str, *predicates: NamedNode) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the objects of a node under some predicates, each with its edge."""
    wanted = {predicate.value for predicate in predicates}
    for _, value, predicate, data in network.out_edges(iri, keys=True, data=True):
        if predicate in wanted:
            yield value, data


def _strongest(chains: Iterable[Chain]) -> list[Chain]:
    """Return the chains of the strongest ledger; all, if none has one."""
    listed = list(chains)
    best = strongest_ledger(chain.ledger for chain in listed)
    return [chain for chain in listed if chain.ledger == best]


def _find_instruments(network: Network) -> dict[str, str]:
    """Return the instrument of each instrument (itself) and of each provision."""
    instruments = set(nodes_of(network, [INSTRUMENT]))
    found: dict[str, str] = {}
    for iri in nodes_of(network, [INSTRUMENT, PROVISION]):
        step, seen = iri, {iri}
        while step not in instruments:
            above = next((value for value, _ in _values_of(network, step, NamedNode(PART_OF))), iri)
            if above in seen:
                break
            step = above
            seen.add(step)
        else:
            found[iri] = step
    return found


def _copy_nodes(network: Network, result: AnyNetwork, nodes: Iterable[str]) -> None:
    for iri in sorted(nodes, key=natural_key):
        result.add_node(iri, **network.nodes[iri])


def _pair_key(key: tuple[str, ...]) -> tuple[object, ...]:
    """Return the order of edges: by both ends, then by predicate."""
    return (natural_key(key[0]), natural_key(key[1]), *key[2:])
