"""Networks derived from the whole: who met whom, who took up what, which text speaks of which, who belongs where.

Each edge keeps `predicates` (the IRIs of those that make it), `through` (the entities in between), `weight` (how many
of them, or how many statements), `earliest` and `latest`, `ledger`, `confidence`, `supports` and `passages`. An edge
that is made of several statements is as strong as the weakest of them; one that is made in several ways as strong as
the strongest.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
from pyoxigraph import NamedNode

from mhgraph.analysis.network import PART_OF, Network, nodes_of, strongest_ledger
from mhgraph.graph import Ledger
from mhgraph.graph.evidence import passages_of
from mhgraph.graph.identity import surest, weakest
from mhgraph.model import (
    AGENT,
    BINDS,
    COMES_FROM,
    EVENT_OF,
    GATHERING,
    IMPLEMENTED_BY,
    INSTRUMENT,
    IS_ARRANGED_BY,
    IS_MEMBERSHIP_OF,
    MEMBERSHIP,
    ON_BEHALF_OF,
    PARTICIPANT,
    PARTICIPATION,
    PROVISION,
    TOUCHES,
    Model,
)
from mhgraph.rdf.terms import natural_key

if TYPE_CHECKING:
    AnyNetwork: TypeAlias = nx.Graph[str] | nx.DiGraph[str] | nx.MultiDiGraph[str]
    WeightedNetwork: TypeAlias = nx.Graph[str]
else:
    AnyNetwork = nx.Graph
    WeightedNetwork = nx.Graph


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

    @property
    def confidence(self) -> str:
        """The weakest confidence among the edges; "" if none needs a judgement."""
        return weakest(edge["confidence"] for edge in self.edges)


@dataclass
class _DerivedEdge:
    """What makes an edge of a derived network, collected chain by chain."""

    chains: list[Chain] = field(default_factory=list)

    def attributes(self) -> dict[str, Any]:
        """Return the attributes of the edge."""
        edges = [edge for chain in self.chains for edge in chain.edges]
        supports = tuple(dict.fromkeys(support for edge in edges for support in edge["supports"]))
        ledger = strongest_ledger(chain.ledger for chain in self.chains)
        through = tuple(sorted({chain.through for chain in self.chains if chain.through}, key=natural_key))
        return {
            "predicates": tuple(sorted({edge["predicate"] for edge in edges})),
            "through": through,
            "weight": len(through) or len(self.chains),
            "earliest": min((edge["earliest"] for edge in edges if edge["earliest"]), default=None),
            "latest": max((edge["latest"] for edge in edges if edge["latest"]), default=None),
            "ledger": ledger,
            "confidence": surest(chain.confidence for chain in self.chains if chain.ledger == ledger),
            "supports": supports,
            "passages": passages_of(supports),
        }

    def relation(self) -> dict[str, Any]:
        """Return the attributes of an edge that stands for one relation: that of the last edge of its chains."""
        named = self.chains[0].edges[-1]
        return {**self.attributes(), **{name: named[name] for name in ("predicate", "labels")}}


def relate_actors(network: Network, model: Model, *, organizers_only: bool = False) -> WeightedNetwork:
    """Return the actors, two of them tied by the events that both arranged or attended.

    The one-mode projection of the two-mode network of actors and events (Breiger 1974, Social Forces 53:181). An actor
    is a body, or a person who is not known to have acted for one; it belongs to an event that it arranges (as host,
    organizer, sponsor or supporter), in which it takes part, or in which somebody has a participation on its behalf.
    With `organizers_only`, only those who arrange it count. A set of events counts as one event. Series do not count:
    who took part in a series need not have met. Being at a part of an event is not taken for being at the whole.
    `weight` is the number of common events, `newman` the sum of 1/(n-1) over them, n being the number of actors of the
    event (Newman 2001, Phys. Rev. E 64:016132), so that a large event ties less. An actor without an event is left out;
    one that met nobody has no edge.

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
    """Return the two-mode network of actors and provisions, tied by what can take a provision up (the trait `taker`).

    An actor is tied to a provision that is touched (addressed, cited, interpreted … or, judged, borne on) by an event
    to which it belongs (as in `relate_actors`), by a recommendation that comes from it, by a commitment that binds it
    or that it pledged, or by a practice that it implements. The node attribute `mode` is 0 for actors and 1 for
    provisions; `weight` is the number of things in between. Only the provision that is touched itself is tied, not the
    objective above it.

    Not for: the zeal of an actor. A body that writes long lists has many ties; and many ties are judged, so read the
    ledger.
    """
    agents = set(nodes_of(network, model.below(AGENT)))
    carriers = _find_attendance(network, model, organizers_only=False)
    takers = set(nodes_of(network, model.marked("taker")))
    made = _iris_below(model, COMES_FROM, BINDS, IMPLEMENTED_BY)
    for subject, value, predicate, data in network.edges(keys=True, data=True):
        if predicate in made and subject in takers and value in agents:
            carriers.setdefault(subject, {}).setdefault(value, []).append(Chain(subject, (data,)))
    provisions = set(nodes_of(network, [PROVISION]))
    touching = _iris_below(model, TOUCHES)
    edges: dict[tuple[str, str], _DerivedEdge] = {}
    for carrier in sorted(carriers, key=natural_key):
        for provision, touch in _values_of(network, carrier, touching):
            if provision in provisions:
                for actor, chains in carriers[carrier].items():
                    found = [Chain(carrier, (*chain.edges, touch)) for chain in _strongest(chains)]
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
    """Return people and bodies with what joins them: memberships, part and whole, and speaking for a body.

    A membership points from the member to the body, whatever its role (member, co-lead, secretariat …); speaking for a
    body points from a person or body to the body for which it had a participation. Both have what says so in `through`,
    which tells role and time. Relations of the trait `membership` point as in the graph, from the part to the whole;
    what rules alone conclude (who is a member, from memberships) is not told twice. Every person and body is a node.

    Not for: who is employed where today. An office is held at the time of a document.
    """
    kept = set(nodes_of(network, model.below(AGENT)))
    direct = {term.value for term in model.marked("membership") - model.marked("inferred-only")}
    edges: dict[tuple[str, str, str], _DerivedEdge] = {}

    def add(one: str, other: str, predicate: str, chain: Chain) -> None:
        if {one, other} <= kept and one != other:
            edges.setdefault((one, other, predicate), _DerivedEdge()).chains.append(chain)

    for subject, value, predicate, data in network.edges(keys=True, data=True):
        if predicate in direct:
            add(subject, value, predicate, Chain("", (data,)))
    for cls, whose, where in ((MEMBERSHIP, IS_MEMBERSHIP_OF, EVENT_OF), (PARTICIPATION, PARTICIPANT, ON_BEHALF_OF)):
        for joint in nodes_of(network, [cls]):
            for agent, own in _values_of(network, joint, {whose.value}):
                for body, there in _values_of(network, joint, {where.value}):
                    add(agent, body, where.value, Chain(joint, (own, there)))
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
    """Return the actors of each event, each with the chains by which it belongs to the event.

    A tie (the trait) joins an actor and an event, or an actor and something that is in an event: a participation.
    """
    meetings = set(nodes_of(network, model.below(GATHERING) - model.marked("lasting")))
    agents = set(nodes_of(network, model.below(AGENT)))
    arranged = _iris_below(model, IS_ARRANGED_BY)
    ties = arranged if organizers_only else {term.value for term in model.marked("tie")}
    represented = set() if organizers_only else _find_represented(network)
    found: dict[str, dict[str, list[Chain]]] = {}
    for subject, value, predicate, data in network.edges(keys=True, data=True):
        actor, joint = (subject, value) if subject in agents else (value, subject)
        if predicate not in ties or actor not in agents:
            continue
        events = [(joint, ())] if joint in meetings else [(event, (at,)) for event, at in _places_of(network, joint)]
        for event, further in events:
            acts = predicate in arranged or predicate == ON_BEHALF_OF.value or (event, actor) not in represented
            if event in meetings and acts:
                found.setdefault(event, {}).setdefault(actor, []).append(Chain(event, (data, *further)))
    return {event: found[event] for event in sorted(found, key=natural_key)}


def _find_represented(network: Network) -> set[tuple[str, str]]:
    """Return (event, participant) wherever somebody took part on behalf of a body, which then is the actor."""
    return {
        (event, participant)
        for participation in nodes_of(network, [PARTICIPATION])
        if any(_values_of(network, participation, {ON_BEHALF_OF.value}))
        for event, _ in _places_of(network, participation)
        for participant, _ in _values_of(network, participation, {PARTICIPANT.value})
    }


def _places_of(network: Network, iri: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield what a participation or membership is in, each with its edge."""
    yield from _values_of(network, iri, {EVENT_OF.value})


def _values_of(network: Network, iri: str, predicates: Collection[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the objects of a node under some predicates, each with its edge."""
    for _, value, predicate, data in network.out_edges(iri, keys=True, data=True):
        if predicate in predicates:
            yield value, data


def _iris_below(model: Model, *terms: NamedNode) -> set[str]:
    """Return the IRIs of some properties and of those below them."""
    return {below.value for term in terms for below in model.below(term)}


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
            above = next((value for value, _ in _values_of(network, step, {PART_OF})), iri)
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
