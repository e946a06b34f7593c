"""Explained paths: how two entities are joined, hop by hop, each hop a statement with its evidence.

The shortest path in a graph of many hubs says little ("both are linked to the United Nations"). Here a path costs one for
each hop, more for a hop of a weak ledger, and more for each entity in between the more it is tied to everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Any

import networkx as nx

from mhgraph.corpus import Corpus
from mhgraph.entities import LANGUAGES
from mhgraph.errors import InvalidValue
from mhgraph.namespaces import DCTERMS, MH, to_curie
from mhgraph.network.projection import PART_OF, Network, label
from mhgraph.rdf import DEFAULT, TYPE, mh, natural_key

if TYPE_CHECKING:
    Ways = nx.Graph[str]

DAMPING = 0.4
"""How much the degree of an entity in between costs: the exponent of the degree-weighted path count."""
LEDGER_COST: Mapping[str, float] = {"": 0.0, "stated": 0.0, "inferred": 0.1, "judged": 0.25}
"""What a hop costs beyond one, by its strongest ledger; what is inferred rests on rules, what is judged on a reading."""
ANY = "*"


@dataclass(frozen=True)
class Hop:
    """One statement on a path. `subject` and `object` are as in the statement, whichever way the path goes."""

    subject: str
    object: str
    data: Mapping[str, Any]

    def sentence(self, network: Network, language: str = LANGUAGES[0]) -> str:
        """Return the statement as a sentence: label, relation, label."""
        names = [label(network.nodes[iri], language) for iri in (self.subject, self.object)]
        relation = "is part of" if self.data["relation"] == "dcterms:isPartOf" else label(self.data, language)
        return f"“{names[0]}” {relation} “{names[1]}”"


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

    >>> from mhgraph.corpus import load_corpus
    >>> from mhgraph.project import find_project
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

    A path costs, for each hop, 1 and LEDGER_COST of its strongest ledger, and for each entity in between DAMPING times
    the logarithm of its degree (number of neighbours): the logarithm of the degree-weighted path count of Himmelstein
    and Baranzini (2015, PLoS Comput. Biol. 11:e1004259), with the exponent that they found best. The paths are those of
    Yen (1971), each without a repeated entity; equal costs are ordered by name.

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
    found = _best_paths(network, ways, start, goal, count)
    if found:
        return Connection(tuple(found))
    nearest = _nearest(network, ways, start, goal, network if wider is None else wider)
    if nearest is None:
        return Connection(())
    ways = _ways(network, {start, nearest}, allow, forbid)
    return Connection((), nearest, next(iter(_best_paths(network, ways, start, nearest, 1)), None))


def spoken_of(corpus: Corpus, network: Network, iri: str) -> str | None:
    """Return the nearest whole of an entity (itself, the objective or the instrument above it) that is in the network."""
    seen: set[str] = set()
    while iri not in network and iri not in seen:
        seen.add(iri)
        above = corpus.store.quads_for_pattern(_node(iri), _node(f"{DCTERMS}isPartOf"), None, DEFAULT)
        iri = min((getattr(quad.object, "value", "") for quad in above), default=iri)
    return iri if iri in network else None


def _ways(network: Network, ends: set[str], allow: Sequence[Pattern], forbid: Sequence[Pattern]) -> Ways:
    """Return the undirected network of the hops that may be taken: for two entities, the cheapest statement."""
    classes = {iri: data["cls"] for iri, data in network.nodes(data=True)}
    steps = ([each for each in allow if not each.alone], [each for each in forbid if not each.alone])
    kinds = ({each.subject for each in allow if each.alone}, {each.subject for each in forbid if each.alone})
    passable = {
        iri for iri, cls in classes.items() if iri in ends or ((not kinds[0] or cls in kinds[0]) and cls not in kinds[1])
    }
    ways: Ways = nx.Graph()
    ways.add_nodes_from(iri for iri in network if iri in passable)
    degree = {iri: len({*network.successors(iri), *network.predecessors(iri)} - {iri}) for iri in passable}
    toll = {iri: 0.0 if iri in ends else DAMPING * log(max(1, degree[iri])) for iri in passable}
    for subject, value, data in network.edges(data=True):
        if subject == value or subject not in passable or value not in passable:
            continue
        triple = (classes[subject], data["relation"], classes[value])
        if (steps[0] and not any(each.fits(*triple) for each in steps[0])) or any(each.fits(*triple) for each in steps[1]):
            continue
        price = 1 + LEDGER_COST[data["ledger"]]
        before = ways.edges[subject, value]["order"] if ways.has_edge(subject, value) else None
        order = (price, data["relation"], subject)
        if before is None or order < before:
            cost = price + (toll[subject] + toll[value]) / 2
            ways.add_edge(subject, value, cost=cost, order=order, hop=Hop(subject, value, data))
    return ways


def _best_paths(network: Network, ways: Ways, start: str, goal: str, count: int) -> list[Path]:
    """Return the cheapest paths. More than `count` are drawn while costs are equal, so that ties are ordered by name."""
    if not nx.has_path(ways, start, goal):
        return []
    found: list[Path] = []
    for nodes in nx.shortest_simple_paths(ways, start, goal, weight="cost"):
        cost = round(sum(ways.edges[pair]["cost"] for pair in pairwise(nodes)), 6)
        if len(found) >= count and (cost > found[count - 1].cost or len(found) >= count + 20):
            break
        found.append(Path(tuple(nodes), tuple(ways.edges[pair]["hop"] for pair in pairwise(nodes)), cost))
    return sorted(found, key=lambda path: (path.cost, [natural_key(iri) for iri in path.nodes]))[:count]


def _nearest(network: Network, ways: Ways, start: str, goal: str, wider: Network) -> str | None:
    reached = sorted(nx.node_connected_component(ways, start) - {start}, key=natural_key)
    if goal in wider:
        steps = nx.single_source_shortest_path_length(wider.to_undirected(as_view=True), goal)
        near = [iri for iri in reached if iri in steps]
        if near:
            return min(near, key=lambda iri: (steps[iri], natural_key(iri)))
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
    return local[:1].isupper() and any(corpus.store.quads_for_pattern(_node(known), TYPE, None, DEFAULT))


def _relation(corpus: Corpus, name: str, text: str) -> str:
    if name in (ANY, "isPartOf", "dcterms:isPartOf"):
        return ANY if name == ANY else to_curie(PART_OF)
    local = name.removeprefix("mh:")
    if not local.isidentifier() or not any(corpus.store.quads_for_pattern(mh(local), TYPE, None, DEFAULT)):
        raise InvalidValue("pattern", text, f"a relation like informs, or a class like Event; '{name}' is neither")
    return f"mh:{local}"
