"""Explained paths: how two entities are joined, hop by hop, each hop a statement with its evidence.

The shortest path in a graph of many hubs says little ("both are linked to the United Nations"). Here a path costs one
for each hop, more for a hop of a weak ledger, and more for each entity in between the more it is tied to everything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from math import log
from typing import TYPE_CHECKING, Any

import networkx as nx
from pyoxigraph import NamedNode

from mhgraph.graph import Corpus, Ledger
from mhgraph.graph.entities import LANGUAGES
from mhgraph.errors import InvalidValue
from mhgraph.namespaces import MH, to_curie
from mhgraph.analysis.network import PART_OF, Network, label
from mhgraph.model import mh
from mhgraph.rdf.terms import DEFAULT, TYPE, natural_key

if TYPE_CHECKING:
    Ways = nx.Graph[str]

DAMPING = 0.4
"""How much the degree of an entity in between costs: the exponent of the degree-weighted path count."""
LEDGER_COST: Mapping[str, float] = {"": 0.0, "stated": 0.0, "inferred": 0.1, "judged": 0.25}
"""What a hop costs beyond one, by its strongest ledger."""
RELATION_COST: Mapping[str, float] = {"mh:concerns": 0.5, "mh:before": 0.5}
"""What a hop costs beyond that, by its relation: being spoken of together, or coming earlier, joins loosely."""
ANY = "*"
_ROLES = (
    *("audience", "coLead", "coordinator", "event", "expectedAudience", "host", "member", "organizer", "outcome"),
    *("participant", "participantGroup", "place", "placeOfIssue", "secretariat"),
)
_PARTICIPLES = (
    *("about", "addressedTo", "before", "by", "containedIn", "heldBy", "heldIn", "implementedBy"),
    *("inSeries", "issuedBy", "ledBy", "madeAt", "onBehalfOf", "onMarginsOf", "partOfBody", "partOfEvent"),
    *("pledgedBy", "reportedBy", "startedFrom", "stepOf", "underAuspicesOf"),
)
_HAS = {"en": "has as", "fr": "a pour", "es": "tiene por"}
_DRAWN = 50


@dataclass(frozen=True)
class Hop:
    """One statement on a path. `subject` and `object` are as in the statement, whichever way the path goes."""

    subject: str
    object: str
    data: Mapping[str, Any]

    def sentence(self, network: Network, language: str = LANGUAGES[0]) -> str:
        """Return the statement as a sentence: label, relation, label."""
        names = [label(network.nodes[iri], language) for iri in (self.subject, self.object)]
        return f"“{names[0]}” {phrase(self.data, language)} “{names[1]}”"


def phrase(data: Mapping[str, Any], language: str = LANGUAGES[0]) -> str:
    """Return the relation of an edge as it stands between two names: a noun is given its verb, a participle its "is".

    >>> phrase({"relation": "mh:outcome", "labels": {"en": "outcome"}})
    'has as outcome'
    >>> phrase({"relation": "mh:heldBy", "labels": {"en": "held by"}})
    'is held by'
    """
    text = "is part of" if data["relation"] == to_curie(PART_OF) and language == "en" else label(data, language)
    name = data["relation"].removeprefix("mh:")
    if name in _ROLES:
        return f"{_HAS.get(language, _HAS['en'])} {text}"
    return f"is {text}" if name in _PARTICIPLES and text == data["labels"].get("en") else text


@dataclass(frozen=True)
class Path:
    """A path between two entities: its hops in order, the entities on it, and what it costs."""

    nodes: tuple[str, ...]
    hops: tuple[Hop, ...]
    cost: float


@dataclass(frozen=True)
class Connection:
    """The answer to `connect`: the best paths; if there are none, the entity nearest to the goal that can be reached.

    `nearest` is None if there is a path, or if nothing can be reached; `way` is the path to it; `missing` are those of
    the two entities of which nothing is said.
    """

    paths: tuple[Path, ...]
    nearest: str | None = None
    way: Path | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pattern:
    """A typed pattern: class of the subject, relation, class of the object; `*` is any.

    A pattern of a class alone is about the entities in between.
    """

    subject: str
    relation: str
    object: str
    alone: bool = False

    def fits(self, subject: str, relation: str, value: str) -> bool:
        """Return whether a statement between things of these classes is of this pattern."""
        pairs = ((self.subject, subject), (self.relation, relation), (self.object, value))
        return all(wanted in (ANY, found) for wanted, found in pairs)


def parse_pattern(corpus: Corpus, text: str) -> Pattern:
    """Return the pattern that a text means: `informs`, `Position`, or `Event informs Process` with `*` for any.

    Raises InvalidValue for a class or relation that the ontology does not have.

    >>> from mhgraph.graph import load_corpus
    >>> from mhgraph.project.folders import find_project
    >>> parse_pattern(load_corpus(find_project()), "Event informs *")
    Pattern(subject='Event', relation='mh:informs', object='*', alone=False)
    """
    words = text.split()
    if len(words) == 1 and _is_class(corpus, words[0]):
        return Pattern(words[0].removeprefix("mh:"), ANY, ANY, alone=True)
    if len(words) == 1:
        words = [ANY, words[0], ANY]
    if len(words) != 3:
        raise InvalidValue("pattern", text, "a relation, a class, or 'CLASS RELATION CLASS' with * for any")
    subject, relation, value = words
    for name in (subject, value):
        if name != ANY and not _is_class(corpus, name):
            raise InvalidValue("pattern", text, f"a class like Event; '{name}' is none")
    return Pattern(subject.removeprefix("mh:"), _relation(corpus, relation, text), value.removeprefix("mh:"))


def connect(
    network: Network,
    start: str,
    goal: str,
    *,
    allow: Sequence[Pattern] = (),
    forbid: Sequence[Pattern] = (),
    count: int = 3,
    wider: Network | None = None,
) -> Connection:
    """Return the `count` best paths between two entities, the cheapest first, over statements in either direction.

    A path costs, for each hop, 1, LEDGER_COST of its strongest ledger and RELATION_COST; and for each entity in between
    DAMPING times the logarithm of its degree (number of neighbours): the logarithm of the degree-weighted path count of
    Himmelstein and Baranzini (2015, PLoS Comput. Biol. 11:e1004259), with the exponent that they found best. The paths
    are those of Yen (1971), each without a repeated entity; equal costs are ordered by name. A path that only takes a
    detour around what a better one infers (through the participation, where somebody took part) is left out.

    `allow`: every hop must fit one of these relations, and every entity in between one of these classes; `forbid`: none
    may. Without a path, the nearest is the entity that can be reached from `start` and has the fewest steps to `goal`
    in `wider` (the network of all ledgers, by default this one), without patterns; if none has any, the one that shares
    most of its concepts with `goal`.

    Not for: causes. A path says that documents join two things step by step, not that one brought about the other.
    """
    missing = tuple(iri for iri in (start, goal) if iri not in network)
    if missing:
        return Connection((), missing=missing)
    if start == goal:
        return Connection((Path((start,), (), 0.0),))
    ways = _ways(network, {start, goal}, allow, forbid)
    found = _best_paths(ways, start, goal, count)
    if found:
        return Connection(tuple(found))
    nearest = _nearest(network, ways, start, goal, network if wider is None else wider)
    if nearest is None:
        return Connection(())
    ways = _ways(network, {start, nearest}, allow, forbid)
    return Connection((), nearest, next(iter(_best_paths(ways, start, nearest, 1)), None))


def spoken_of(corpus: Corpus, network: Network, iri: str) -> str | None:
    """Return the nearest whole of an entity that is in the network: itself, the provision or instrument above it."""
    seen: set[str] = set()
    while iri not in network and iri not in seen:
        seen.add(iri)
        above = corpus.store.quads_for_pattern(NamedNode(iri), NamedNode(PART_OF), None, DEFAULT)
        iri = min((getattr(quad.object, "value", "") for quad in above), default=iri)
    return iri if iri in network else None


def _ways(network: Network, ends: set[str], allow: Sequence[Pattern], forbid: Sequence[Pattern]) -> Ways:
    """Return the undirected network of the hops that may be taken: between two entities, the cheapest statement."""
    passable = {
        iri: data["cls"] for iri, data in network.nodes(data=True) if iri in ends or _passes(data["cls"], allow, forbid)
    }
    degree = {iri: len({*network.successors(iri), *network.predecessors(iri)} - {iri}) for iri in passable}
    toll = {iri: 0.0 if iri in ends else DAMPING * log(max(1, degree[iri])) for iri in passable}
    ways: Ways = nx.Graph()
    ways.add_nodes_from(passable)
    for subject, value, data in network.edges(data=True):
        if subject == value or subject not in passable or value not in passable:
            continue
        if not _leads(passable[subject], data["relation"], passable[value], allow, forbid):
            continue
        price = 1 + LEDGER_COST[data["ledger"]] + RELATION_COST.get(data["relation"], 0.0)
        order = (price, data["relation"], subject)
        if not ways.has_edge(subject, value) or order < ways.edges[subject, value]["order"]:
            cost = price + (toll[subject] + toll[value]) / 2
            ways.add_edge(subject, value, cost=cost, order=order, hop=Hop(subject, value, data))
    return ways


def _passes(cls: str, allow: Sequence[Pattern], forbid: Sequence[Pattern]) -> bool:
    """Return whether a path may lead through things of a class."""
    allowed = {each.subject for each in allow if each.alone}
    return (not allowed or cls in allowed) and cls not in {each.subject for each in forbid if each.alone}


def _leads(subject: str, relation: str, value: str, allow: Sequence[Pattern], forbid: Sequence[Pattern]) -> bool:
    """Return whether a path may use a statement between things of two classes."""
    allowed = [each for each in allow if not each.alone]
    refused = [each for each in forbid if not each.alone]
    return (not allowed or any(each.fits(subject, relation, value) for each in allowed)) and not any(
        each.fits(subject, relation, value) for each in refused
    )


def _best_paths(ways: Ways, start: str, goal: str, count: int) -> list[Path]:
    """Return the cheapest paths. More than `count` are drawn while costs are equal: ties are ordered by name."""
    if not nx.has_path(ways, start, goal):
        return []
    found: list[Path] = []
    for nodes in islice(nx.shortest_simple_paths(ways, start, goal, weight="cost"), count + _DRAWN):
        cost = round(sum(ways.edges[pair]["cost"] for pair in pairwise(nodes)), 6)
        if len(found) >= count and cost > found[count - 1].cost:
            break
        if not any(_infers(path) and set(path.nodes) < set(nodes) for path in found):
            found.append(Path(tuple(nodes), tuple(ways.edges[pair]["hop"] for pair in pairwise(nodes)), cost))
    return sorted(found, key=lambda path: (path.cost, [natural_key(iri) for iri in path.nodes]))[:count]


def _infers(path: Path) -> bool:
    return any(hop.data["ledger"] == Ledger.INFERRED.value for hop in path.hops)


def _nearest(network: Network, ways: Ways, start: str, goal: str, wider: Network) -> str | None:
    costs = nx.single_source_dijkstra_path_length(ways, start, weight="cost")
    reached = sorted(costs.keys() - {start}, key=lambda iri: (round(costs[iri], 6), natural_key(iri)))
    steps = nx.single_source_shortest_path_length(wider.to_undirected(as_view=True), goal) if goal in wider else {}
    near = [iri for iri in reached if iri in steps]
    if near:
        return min(near, key=lambda iri: steps[iri])
    wanted = _concepts(network, goal)
    shared = {iri: len(wanted & _concepts(network, iri)) for iri in reached}
    best = max(shared.values(), default=0)
    return next((iri for iri in reached if shared[iri] == best), None) if best else None


def _concepts(network: Network, iri: str) -> set[str]:
    data = network.nodes[iri]
    return {*data["kinds"], *(concept for found in data["concepts"].values() for concept in found)}


def _is_class(corpus: Corpus, name: str) -> bool:
    local = name.removeprefix("mh:")
    known = f"{MH}{local}"
    return (
        local.isidentifier()
        and local[0].isupper()
        and any(corpus.store.quads_for_pattern(NamedNode(known), TYPE, None, DEFAULT))
    )


def _relation(corpus: Corpus, name: str, text: str) -> str:
    if name in (ANY, "isPartOf", "dcterms:isPartOf"):
        return ANY if name == ANY else to_curie(PART_OF)
    local = name.removeprefix("mh:")
    if not local.isidentifier() or not any(corpus.store.quads_for_pattern(mh(local), TYPE, None, DEFAULT)):
        raise InvalidValue("pattern", text, f"a relation like informs, or a class like Event; '{name}' is neither")
    return f"mh:{local}"
