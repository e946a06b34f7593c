"""Networks derived from the whole: who met whom, who took up what, which text speaks of which, who belongs where.

Each edge keeps `relations` (CURIEs of the predicates that make it), `through` (the entities in between), `weight` (how
many of them, or how many statements), `earliest` and `latest`, `ledger`, `grounds` and `passages`. A tie that is made
of several statements is as strong as the weakest of them; one that is made in several ways as strong as the strongest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx

from mhgraph.graph import Ledger
from mhgraph.namespaces import DCTERMS, MH
from mhgraph.analysis.network import Ground, Network, passages_of
from mhgraph.rdf.terms import natural_key

if TYPE_CHECKING:
    AnyNetwork: TypeAlias = nx.Graph[str] | nx.DiGraph[str] | nx.MultiDiGraph[str]
    Ties: TypeAlias = nx.Graph[str]
else:
    AnyNetwork = nx.Graph
    Ties = nx.Graph

BODIES = frozenset({"Organization", "CoordinationBody"})
AGENTS = BODIES | {"Person"}
MEETINGS = frozenset({"Event", "EventSet"})
TEXT_RELATIONS = (
    "cites",
    "recalls",
    "reaffirms",
    "buildsOn",
    "operationalizes",
    "requestsReportOn",
    "endorses",
    "notes",
    "extends",
    "accompanies",
    "informs",
)
"""The relations between instruments, and between provisions."""

_ORGANIZED = ("organizer", "host")
_PROMISED = ("binds", "pledgedBy")
_MEMBERSHIP = ("member", "coLead", "secretariat", "coordinator", "partOfBody")


@dataclass(frozen=True)
class Way:
    """One way in which two nodes are tied: the statements that make it, and the entity in between ("" if none)."""

    through: str
    edges: tuple[Mapping[str, Any], ...]

    @property
    def ledger(self) -> str:
        """The weakest ledger among the statements: a chain is as strong as its weakest link."""
        ranked = [Ledger(edge["ledger"]) for edge in self.edges if edge["ledger"]]
        return max(ranked, key=lambda ledger: ledger.rank).value if ranked else ""


@dataclass
class _Tie:
    """What makes an edge of a derived network, collected way by way."""

    ways: list[Way] = field(default_factory=list)

    def attributes(self) -> dict[str, Any]:
        """Return the attributes of the edge."""
        edges = [edge for way in self.ways for edge in way.edges]
        grounds: tuple[Ground, ...] = tuple(dict.fromkeys(ground for edge in edges for ground in edge["grounds"]))
        through = tuple(sorted({way.through for way in self.ways if way.through}, key=natural_key))
        ledgers = [Ledger(way.ledger) for way in self.ways if way.ledger]
        return {
            "relations": tuple(sorted({edge["relation"] for edge in edges})),
            "through": through,
            "weight": len(through) or len(self.ways),
            "earliest": min((edge["earliest"] for edge in edges if edge["earliest"]), default=None),
            "latest": max((edge["latest"] for edge in edges if edge["latest"]), default=None),
            "ledger": min(ledgers, key=lambda ledger: ledger.rank).value if ledgers else "",
            "grounds": grounds,
            "passages": passages_of(grounds),
        }


def actors_by_events(network: Network, *, organizers_only: bool = False) -> Ties:
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
    attendance = _attendance(network, organizers_only=organizers_only)
    ties: dict[tuple[str, str], _Tie] = {}
    newman: dict[tuple[str, str], float] = {}
    for event, actors in attendance.items():
        for pair in combinations(sorted(actors, key=natural_key), 2):
            tie = ties.setdefault(pair, _Tie())
            tie.ways += [Way(event, a.edges + b.edges) for a in _best(actors[pair[0]]) for b in _best(actors[pair[1]])]
            newman[pair] = newman.get(pair, 0.0) + 1 / (len(actors) - 1)
    result: Ties = nx.Graph()
    _copy_nodes(network, result, {actor for actors in attendance.values() for actor in actors})
    for pair in sorted(ties, key=_pair_key):
        result.add_edge(*pair, **ties[pair].attributes(), newman=round(newman[pair], 6))
    return result


def actors_and_provisions(network: Network) -> Ties:
    """Return the two-mode network of actors and provisions, tied by events, recommendations and commitments.

    An actor is tied to a provision that is addressed by an event to which it belongs (as in `actors_by_events`), by a
    recommendation that it issued, or by a commitment that binds it or that it pledged. The node attribute `mode` is 0
    for actors and 1 for provisions; `weight` is the number of things in between. Only the provision that is addressed
    itself is tied, not the objective above it.

    Not for: the zeal of an actor. A body that writes long lists has many ties; and most ties here are judged, so read
    the ledger.
    """
    carriers: dict[str, dict[str, list[Way]]] = _attendance(network, organizers_only=False)
    for subject, value, data in network.edges(data=True):
        name = data["relation"].removeprefix("mh:")
        cls = network.nodes[subject]["cls"]
        made = (cls == "Recommendation" and name == "issuedBy") or (cls == "Commitment" and name in _PROMISED)
        if made and network.nodes[value]["cls"] in AGENTS:
            carriers.setdefault(subject, {}).setdefault(value, []).append(Way(subject, (data,)))
    ties: dict[tuple[str, str], _Tie] = {}
    for carrier in sorted(carriers, key=natural_key):
        for _, provision, data in network.out_edges(carrier, data=True):
            if data["relation"] != "mh:addresses" or network.nodes[provision]["cls"] != "Provision":
                continue
            for actor, ways in carriers[carrier].items():
                found = [Way(carrier, (*way.edges, data)) for way in _best(ways)]
                ties.setdefault((actor, provision), _Tie()).ways.extend(found)
    result: Ties = nx.Graph()
    _copy_nodes(network, result, {node for pair in ties for node in pair})
    for _, data in result.nodes(data=True):
        data["mode"] = int(data["cls"] == "Provision")
    for pair in sorted(ties, key=_pair_key):
        result.add_edge(*pair, **ties[pair].attributes())
    return result


def instruments(network: Network) -> Network:
    """Return the instruments and the relations between them (TEXT_RELATIONS), directed from the text that speaks.

    A relation from or to a provision is lifted to the instrument whose part it is; `parts` keeps the exact pairs. One
    edge stands for all relations of one kind between two instruments, keyed by the IRI of the predicate; a text's
    references to itself are left out. The date is that of the text that speaks. Instruments without relations are kept.

    Not for: the weight of a text. Only what the documents read say of texts is here, never all that texts cite.
    """
    whole = _wholes(network)
    merged: dict[tuple[str, str, str], tuple[_Tie, list[tuple[str, str]]]] = {}
    for subject, value, predicate, data in network.edges(keys=True, data=True):
        one, other = whole.get(subject), whole.get(value)
        if predicate.removeprefix(MH) not in TEXT_RELATIONS or one is None or other is None or one == other:
            continue
        tie, parts = merged.setdefault((one, other, predicate), (_Tie(), []))
        tie.ways.append(Way("", (data,)))
        parts.append((subject, value))
    result: Network = nx.MultiDiGraph()
    _copy_nodes(network, result, {iri for iri, data in network.nodes(data=True) if data["cls"] == "Instrument"})
    for one, other, predicate in sorted(merged, key=lambda key: (_pair_key(key[:2]), key[2])):
        tie, parts = merged[one, other, predicate]
        labels = tie.ways[0].edges[0]["labels"]
        named = {"relation": tie.ways[0].edges[0]["relation"], "labels": labels, "parts": tuple(sorted(parts))}
        dated = {bound: network.nodes[one][bound] for bound in ("earliest", "latest")}
        result.add_edge(one, other, key=predicate, **{**tie.attributes(), **named, **dated})
    return result


def people_and_bodies(network: Network) -> Network:
    """Return people and bodies with what joins them: membership, leadership, part and whole, and speaking for a body.

    Membership (member, co-lead, secretariat, coordinator) points from the body to its member, part of body from the
    part to the whole, as in the graph; `mh:onBehalfOf` points from a person or body to the body for which it had a
    participation, which is in `through`. Every person and body is a node.

    Not for: who is employed where today. An office is held at the time of a document.
    """
    kept = {iri for iri, data in network.nodes(data=True) if data["cls"] in AGENTS}
    ties: dict[tuple[str, str, str], _Tie] = {}
    for subject, value, predicate, data in network.edges(keys=True, data=True):
        if predicate.removeprefix(MH) in _MEMBERSHIP and {subject, value} <= kept:
            ties.setdefault((subject, value, predicate), _Tie()).ways.append(Way("", (data,)))
    for participation in _of_class(network, {"Participation"}):
        out = list(network.out_edges(participation, data=True))
        for _, agent, taking in (each for each in out if each[2]["relation"] == "mh:participant"):
            for _, body, behalf in (each for each in out if each[2]["relation"] == "mh:onBehalfOf"):
                if {agent, body} <= kept and agent != body:
                    tie = ties.setdefault((agent, body, f"{MH}onBehalfOf"), _Tie())
                    tie.ways.append(Way(participation, (taking, behalf)))
    result: Network = nx.MultiDiGraph()
    _copy_nodes(network, result, kept)
    for one, other, predicate in sorted(ties, key=lambda key: (_pair_key(key[:2]), key[2])):
        tie = ties[one, other, predicate]
        statement = tie.ways[0].edges[-1]
        named = {"relation": statement["relation"], "labels": statement["labels"]}
        result.add_edge(one, other, key=predicate, **{**tie.attributes(), **named})
    return result


PROJECTIONS: Mapping[str, Callable[[Network], AnyNetwork]] = {
    "everything": lambda network: network,
    "actors": actors_by_events,
    "organizers": lambda network: actors_by_events(network, organizers_only=True),
    "actors-provisions": actors_and_provisions,
    "instruments": instruments,
    "people-bodies": people_and_bodies,
}
"""The projections by the name under which commands know them."""


def _attendance(network: Network, *, organizers_only: bool) -> dict[str, dict[str, list[Way]]]:
    """Return, for each event, its actors, each with the ways in which it belongs to the event."""
    found: dict[str, dict[str, list[Way]]] = {}

    def add(event: str, actor: str, *edges: Mapping[str, Any]) -> None:
        if network.nodes[event]["cls"] in MEETINGS and network.nodes[actor]["cls"] in AGENTS:
            found.setdefault(event, {}).setdefault(actor, []).append(Way(event, edges))

    represented = set() if organizers_only else _represented(network)
    for subject, value, data in network.edges(data=True):
        name = data["relation"].removeprefix("mh:")
        if name in _ORGANIZED:
            add(subject, value, data)
        elif name == "takesPartIn" and not organizers_only and (value, subject) not in represented:
            add(value, subject, data)
    if not organizers_only:
        for event, actor, edges in _participations(network):
            if (event, actor) not in represented or edges[0]["relation"] == "mh:onBehalfOf":
                add(event, actor, *edges)
    return {event: found[event] for event in sorted(found, key=natural_key)}


def _participations(network: Network) -> Iterator[tuple[str, str, tuple[Mapping[str, Any], ...]]]:
    """Yield (event, actor, statements) for each participant of each participation, and for each body represented."""
    for participation in _of_class(network, {"Participation"}):
        out = list(network.out_edges(participation, data=True))
        for _, event, at in (each for each in out if each[2]["relation"] == "mh:event"):
            for _, actor, data in out:
                if data["relation"] in ("mh:participant", "mh:onBehalfOf"):
                    yield event, actor, (data, at)


def _represented(network: Network) -> set[tuple[str, str]]:
    """Return (event, participant) wherever somebody took part on behalf of a body, which then is the actor."""
    found: set[tuple[str, str]] = set()
    for participation in _of_class(network, {"Participation"}):
        ends: dict[str, list[str]] = {}
        for _, value, data in network.out_edges(participation, data=True):
            ends.setdefault(data["relation"], []).append(value)
        if "mh:onBehalfOf" in ends:
            found.update((event, who) for event in ends.get("mh:event", ()) for who in ends.get("mh:participant", ()))
    return found


def _best(ways: Iterable[Way]) -> list[Way]:
    """Return the ways of the strongest ledger."""
    listed = list(ways)
    best = min((Ledger(way.ledger).rank for way in listed if way.ledger), default=None)
    return [way for way in listed if way.ledger and Ledger(way.ledger).rank == best] or listed


def _wholes(network: Network) -> dict[str, str]:
    """Return the instrument of each instrument (itself) and of each provision."""
    part_of = f"{DCTERMS}isPartOf"
    found: dict[str, str] = {}
    for iri in _of_class(network, {"Instrument", "Provision"}):
        step, seen = iri, {iri}
        while network.nodes[step]["cls"] != "Instrument":
            above = [value for _, value, key in network.out_edges(step, keys=True) if key == part_of]
            if not above or above[0] in seen:
                break
            step = above[0]
            seen.add(step)
        else:
            found[iri] = step
    return found


def _of_class(network: Network, classes: Iterable[str]) -> Iterator[str]:
    wanted = frozenset(classes)
    yield from (iri for iri, data in network.nodes(data=True) if data["cls"] in wanted)


def _copy_nodes(network: Network, result: AnyNetwork, nodes: Iterable[str]) -> None:
    for iri in sorted(nodes, key=natural_key):
        result.add_node(iri, **network.nodes[iri])


def _pair_key(pair: Iterable[str]) -> tuple[object, ...]:
    return tuple(natural_key(each) for each in pair)
