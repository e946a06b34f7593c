"""Explained paths: how two entities are joined, step by step, each step a statement with its evidence.

The shortest path in a graph of many hubs says little ("both are linked to the United Nations"). Here a path costs one
for each step, more for a step of a weak ledger, and more for each entity in between the more it is tied to everything.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from math import log
from typing import TYPE_CHECKING, Any

import networkx as nx
from pyoxigraph import NamedNode

from mhgraph.analysis.network import PART_OF, Network, choose_label, list_neighbours, read_pairs
from mhgraph.errors import InvalidValue
from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.labels import LANGUAGES
from mhgraph.model import Model
from mhgraph.rdf.terms import natural_key

if TYPE_CHECKING:
    StepNetwork = nx.Graph[str]

DAMPING = 0.4
"""How much the degree of an entity in between costs: the exponent of the degree-weighted path count."""
LEDGER_COST: Mapping[str, float] = {"": 0.0, "stated": 0.0, "indexed": 0.1, "inferred": 0.1, "judged": 0.25}
"""What a step costs beyond one, by its strongest ledger."""
LOOSE_COST = 0.5
"""What a step costs beyond that if its relation joins loosely (the trait `loose`), as being spoken of together does."""
ANY = "*"
_SPARE = 50
"""How many more paths than asked for are looked at, so that equal costs are ordered by name."""


@dataclass(frozen=True)
class PathStep:
    """One statement on a path. `subject` and `object` are as in the statement, whichever way the path goes."""

    subject: str
    object: str
    data: Mapping[str, Any]

    def sentence(self, network: Network, language: str = LANGUAGES[0]) -> str:
        """Return the statement as a sentence: label, relation, label."""
        names = [choose_label(network.nodes[iri], language) for iri in (self.subject, self.object)]
        return f"“{names[0]}” {choose_label(self.data, language)} “{names[1]}”"


@dataclass(frozen=True)
class Path:
    """A path between two entities: its steps in order, the entities on it, and what it costs."""

    nodes: tuple[str, ...]
    steps: tuple[PathStep, ...]
    cost: float


@dataclass(frozen=True)
class Connection:
    """The answer to `connect`: the best paths; if there are none, the entity nearest to the goal that can be reached.

    `nearest` is None if there is a path, or if nothing can be reached; `path_to_nearest` leads there; `missing` are
    those of the two entities of which nothing is said.
    """

    paths: tuple[Path, ...]
    nearest: str | None = None
    path_to_nearest: Path | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pattern:
    """A typed pattern: the classes of the subject, the relations, the classes of the object, as IRIs; None is any.

    A class or relation stands for those below it, too. A pattern of a class alone is about the entities in between.
    """

    subject: frozenset[str] | None = None
    relation: frozenset[str] | None = None
    object: frozenset[str] | None = None
    alone: bool = False

    def fits(self, subject: str, relation: str, value: str) -> bool:
        """Return whether a statement between things of these classes is of this pattern."""
        pairs = ((self.subject, subject), (self.relation, relation), (self.object, value))
        return all(wanted is None or found in wanted for wanted, found in pairs)


@dataclass(frozen=True)
class Choice:
    """What a path may use: each step fits a relation of `allow`, each entity in between a class; none of `forbid`."""

    allow: Sequence[Pattern] = ()
    forbid: Sequence[Pattern] = ()

    def admits_class(self, cls: str) -> bool:
        """Return whether a path may lead through things of a class."""
        allowed = [pattern for pattern in self.allow if pattern.alone]
        refused = [pattern for pattern in self.forbid if pattern.alone]
        return (not allowed or _fit(allowed, cls, ANY, ANY)) and not _fit(refused, cls, ANY, ANY)

    def admits_step(self, subject: str, relation: str, value: str) -> bool:
        """Return whether a path may use a statement between things of two classes."""
        allowed = [pattern for pattern in self.allow if not pattern.alone]
        refused = [pattern for pattern in self.forbid if not pattern.alone]
        fits = not allowed or _fit(allowed, subject, relation, value)
        return fits and not _fit(refused, subject, relation, value)


ANYTHING = Choice()
"""The choice that refuses nothing."""


def parse_pattern(model: Model, text: str) -> Pattern:
    """Return the pattern that a text means: `informs`, `Position`, or `Event informs Process` with `*` for any.

    Raises:
        InvalidValue: for a class or relation that the ontology does not have.

    >>> from mhgraph.project.folders import find_project
    >>> from mhgraph.project.statements import parse_project
    >>> pattern = parse_pattern(parse_project(find_project()).model, "* isPartOf *")
    >>> PART_OF in pattern.relation, pattern.subject
    (True, None)
    """
    words = text.split()
    if len(words) == 1 and _find_classes(model, words[0]):
        return Pattern(_find_classes(model, words[0]), alone=True)
    if len(words) == 1:
        words = [ANY, words[0], ANY]
    if len(words) != 3:
        raise InvalidValue("pattern", text, "a relation, a class, or 'CLASS RELATION CLASS' with * for any")
    subject, relation, value = words
    for name in (subject, value):
        if name != ANY and not _find_classes(model, name):
            raise InvalidValue("pattern", text, f"a class like Event; '{name}' is none")
    return Pattern(_find_classes(model, subject), _find_relations(model, relation, text), _find_classes(model, value))


def connect(
    network: Network,
    model: Model,
    start: str,
    goal: str,
    *,
    choice: Choice = ANYTHING,
    count: int = 3,
    wider: Network | None = None,
) -> Connection:
    """Return the `count` best paths between two entities, the cheapest first, over statements in either direction.

    A path costs, for each step, 1, LEDGER_COST of its strongest ledger and LOOSE_COST for a loose relation; and for
    each entity in between DAMPING times the logarithm of its degree (number of neighbours): the logarithm of the
    degree-weighted path count of Himmelstein and Baranzini (2015, PLoS Comput. Biol. 11:e1004259), with the exponent
    that they found best. The paths are those of Yen (1971), each without a repeated entity; equal costs are ordered by
    name. A path that only takes a detour around what a better one infers (through the participation, where somebody
    took part) is left out.

    Without a path, the nearest is the entity that can be reached from `start` and has the fewest steps to `goal` in
    `wider` (the network of all ledgers, by default this one), whatever the choice; if none has any, the one that shares
    most of its concepts with `goal`.

    Not for: causes. A path says that documents join two things step by step, not that one brought about the other.
    """
    missing = tuple(iri for iri in (start, goal) if iri not in network)
    if missing:
        return Connection((), missing=missing)
    if start == goal:
        return Connection((Path((start,), (), 0.0),))
    loose = {term.value for term in model.marked("loose")}
    steps = _network_of_steps(network, {start, goal}, choice, loose)
    found = _find_best_paths(steps, start, goal, count)
    if found:
        return Connection(tuple(found))
    nearest = _find_nearest(network, steps, start, goal, network if wider is None else wider)
    if nearest is None:
        return Connection(())
    steps = _network_of_steps(network, {start, nearest}, choice, loose)
    return Connection((), nearest, next(iter(_find_best_paths(steps, start, nearest, 1)), None))


def find_whole(graph: BaseGraph, network: Network, iri: str) -> str | None:
    """Return the nearest whole of an entity that is in the network: itself, the provision or instrument above it."""
    part_of = NamedNode(PART_OF)
    query = f"SELECT DISTINCT ?part ?whole WHERE {{ {NamedNode(iri)} {part_of}* ?part . ?part {part_of} ?whole }}"
    wholes = dict(sorted(read_pairs(graph, query), reverse=True))  # of several wholes the first by name
    seen: set[str] = set()
    while iri not in network and iri not in seen:
        seen.add(iri)
        iri = wholes.get(iri, iri)
    return iri if iri in network else None


def _network_of_steps(network: Network, ends: set[str], choice: Choice, loose: Collection[str]) -> StepNetwork:
    """Return the undirected network of the steps that may be taken: between two entities, the cheapest statement."""
    passable = {
        iri: data["type"] for iri, data in network.nodes(data=True) if iri in ends or choice.admits_class(data["type"])
    }
    degree = {iri: len(list_neighbours(network, iri)) for iri in passable}
    toll = {iri: 0.0 if iri in ends else DAMPING * log(max(1, degree[iri])) for iri in passable}
    steps: StepNetwork = nx.Graph()
    steps.add_nodes_from(passable)
    for subject, value, relation, data in network.edges(keys=True, data=True):
        if subject == value or subject not in passable or value not in passable:
            continue
        if not choice.admits_step(passable[subject], relation, passable[value]):
            continue
        price = 1 + LEDGER_COST[data["ledger"]] + (LOOSE_COST if relation in loose else 0.0)
        order = (price, relation, subject)
        if not steps.has_edge(subject, value) or order < steps.edges[subject, value]["order"]:
            cost = price + (toll[subject] + toll[value]) / 2
            steps.add_edge(subject, value, cost=cost, order=order, step=PathStep(subject, value, data))
    return steps


def _find_best_paths(steps: StepNetwork, start: str, goal: str, count: int) -> list[Path]:
    """Return the cheapest paths. More than `count` are drawn while costs are equal: equals are ordered by name."""
    if not nx.has_path(steps, start, goal):
        return []
    found: list[Path] = []
    for nodes in islice(nx.shortest_simple_paths(steps, start, goal, weight="cost"), count + _SPARE):
        cost = round(sum(steps.edges[pair]["cost"] for pair in pairwise(nodes)), 6)
        if len(found) >= count and cost > found[count - 1].cost:
            break
        if not any(_infers(path) and set(path.nodes) < set(nodes) for path in found):
            found.append(Path(tuple(nodes), tuple(steps.edges[pair]["step"] for pair in pairwise(nodes)), cost))
    return sorted(found, key=lambda path: (path.cost, [natural_key(iri) for iri in path.nodes]))[:count]


def _find_nearest(network: Network, steps: StepNetwork, start: str, goal: str, wider: Network) -> str | None:
    costs = nx.single_source_dijkstra_path_length(steps, start, weight="cost")
    reached = sorted(costs.keys() - {start}, key=lambda iri: (round(costs[iri], 6), natural_key(iri)))
    away = nx.single_source_shortest_path_length(wider.to_undirected(as_view=True), goal) if goal in wider else {}
    near = [iri for iri in reached if iri in away]
    if near:
        return min(near, key=lambda iri: away[iri])
    wanted = _list_concepts(network, goal)
    shared = {iri: len(wanted & _list_concepts(network, iri)) for iri in reached}
    best = max(shared.values(), default=0)
    return next((iri for iri in reached if shared[iri] == best), None) if best else None


def _infers(path: Path) -> bool:
    return any(step.data["ledger"] == Ledger.INFERRED.value for step in path.steps)


def _fit(patterns: Sequence[Pattern], subject: str, relation: str, value: str) -> bool:
    return any(pattern.fits(subject, relation, value) for pattern in patterns)


def _list_concepts(network: Network, iri: str) -> set[str]:
    data = network.nodes[iri]
    return {*data["kinds"], *(concept for found in data["concepts"].values() for concept in found)}


def _find_classes(model: Model, name: str) -> frozenset[str] | None:
    """Return a class by name with those below it; None for `*`, and for what is no class."""
    term = model.term(name)
    return _iris_below(model, term) if term in model.classes else None


def _find_relations(model: Model, name: str, text: str) -> frozenset[str] | None:
    """Return a relation by name with those below it; None for `*`.

    Raises:
        InvalidValue: there is no such relation.
    """
    if name == ANY:
        return None
    term = NamedNode(PART_OF) if name in ("isPartOf", "dcterms:isPartOf") else model.term(name)
    if term is None or term in model.classes:
        raise InvalidValue("pattern", text, f"a relation like informs, or a class like Event; '{name}' is neither")
    return _iris_below(model, term)


def _iris_below(model: Model, term: NamedNode) -> frozenset[str]:
    return frozenset(below.value for below in model.below(term))
