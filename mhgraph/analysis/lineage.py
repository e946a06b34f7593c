"""The lineage of a provision: by which chains an idea travelled into it, and on from it.

There are two strands, which are never mixed. By *words*, one text says again, explains or names what another says. By
*process*, meetings, processes and texts lead on to each other until there is a text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx

from mhgraph.analysis.network import PART_OF, Network
from mhgraph.analysis.paths import find_whole
from mhgraph.graph import BaseGraph
from mhgraph.graph.identity import weakest
from mhgraph.model import (
    ABOUT,
    BUILDS_ON,
    CITES,
    CONTAINED_IN,
    EVENT_OF,
    MADE_AT,
    OUTCOME,
    PROVISION,
    REACHED_THROUGH,
    STEP_OF,
    TAKES_UP,
)
from mhgraph.rdf.terms import natural_key

if TYPE_CHECKING:
    Strand = nx.MultiDiGraph[str]
else:
    Strand = nx.MultiDiGraph

STRANDS = ("words", "process")
"""The strands, as the ontology marks its properties."""
SIDES = ("before", "itself", "after")
"""Before the provision; itself: what happened to it or to its instrument; after it."""
POSSIBLE = 2
"""With so many hops that take a judgement, a chain is no more than possible."""

_CONTAINERS = (PART_OF, CONTAINED_IN.value)
_DATED_BY = (*_CONTAINERS, MADE_AT.value, EVENT_OF.value)
"""From what something without a date has its date: a provision has that of its instrument."""
_LOOKS_BACK = frozenset(term.value for term in (ABOUT, BUILDS_ON, CITES, REACHED_THROUGH, TAKES_UP))
"""The properties whose subject is the later of the two, beside those of the strand of words."""
_JUDGED = 1000
"""What a hop costs that takes a judgement, where another costs one: chains with few of them are the best."""

Edge = tuple[str, str, str]
"""Subject, object and predicate of a statement in the network."""
Step = tuple[str, str, Edge]
"""A hop: from, to, and the statement that joins the two."""
Days = tuple[str | None, str | None]
"""The first and the last day that a date can mean; None where it is not known."""


@dataclass(frozen=True)
class Hop:
    """A statement that joins a thing to one that is nearer the provision.

    That a part belongs to its whole is structure, of no ledger; or of the passage by which something is set down in it.
    `is_backward` tells that what should be the earlier of the two is dated later.
    """

    subject: str
    relation: str
    object: str
    ledger: str
    confidence: str
    passages: tuple[str, ...]
    reasons: tuple[str, ...]
    is_backward: bool


@dataclass(frozen=True)
class LineageThing:
    """Something in a strand, with its days and the hops that join it to what is nearer the provision.

    `judged` counts the hops that take a judgement on its best chain to the provision, the one with the fewest of them;
    `confidence` is the weakest of that chain, "" if none of its hops takes one.
    """

    strand: str
    side: str
    iri: str
    days: Days
    hops: tuple[Hop, ...]
    judged: int
    confidence: str

    @property
    def is_possible(self) -> bool:
        """Whether the chain is no more than possible."""
        return self.judged >= POSSIBLE


def trace_lineage(graph: BaseGraph, network: Network, provision: str) -> list[LineageThing]:
    """Return what is in the lineage of a provision or instrument (IRI), by strand and side, dated before undated.

    Words are followed along the properties that the ontology counts to that strand (restates, interprets), hop by hop:
    from the provision, its parts and what is set down in them; through a whole into a part if the part leads on; never
    from a part to its whole. What they cite, and what cites one of these provisions, is one hop and leads no further.

    Process is followed from the provision and its instrument along the properties of that strand (informs, has outcome,
    builds on, is step of), to what takes the provision up, and through the milestones of a process: to the text to
    which one happened, and to that by which it was reached. What came before is not shown after.

    Not for: causes. A text that says the same again need not have known the older one, and what fed into a process need
    not have come through. What the documents read do not mention is in no chain.

    >>> from mhgraph.analysis.network import entity_network
    >>> from mhgraph.graph import load_graph
    >>> from mhgraph.project.folders import find_project
    >>> graph = load_graph(find_project())
    >>> found = trace_lineage(graph, entity_network(graph), graph.resolve("gcm-15e").value)
    >>> sorted({(thing.strand, thing.side) for thing in found})[-1]
    ('words', 'before')
    """
    tracer = _Tracer(graph, network, provision)
    return sorted([*tracer.trace_words(), *tracer.trace_process()], key=_thing_key)


class _Tracer:
    """Follows the hops from one provision. In a strand, edges lead away from it."""

    def __init__(self, graph: BaseGraph, network: Network, provision: str) -> None:
        self._network = network
        self._words = frozenset(term.value for term in graph.model.marked("strand-words"))
        self._process = frozenset(term.value for term in graph.model.marked("strand-process"))
        parts = nx.DiGraph((whole, part) for part, whole, _ in self._edges(_CONTAINERS))
        wholes = nx.DiGraph((part, whole) for part, whole, _ in self._edges([PART_OF]))
        self._own = _reach(parts, {provision})
        whole = provision if provision in network else find_whole(graph, network, provision)
        self._near = self._own | _reach(wholes, {provision, whole or provision})

    def trace_words(self) -> Iterator[LineageThing]:
        """Yield what belongs to the strand of words: who says the words of another comes after it."""
        said = self._edges(self._words)
        parts = [(edge[1], edge[0], edge) for edge in self._edges(_CONTAINERS)]
        earlier = self._strand([*((edge[0], edge[1], edge) for edge in said), *parts])
        later = self._strand([*((edge[1], edge[0], edge) for edge in said), *parts])
        before = _select(earlier, self._own)
        after = _select(later, self._own, blocked=set(before) - self._own)
        for edge in self._edges([CITES.value]):
            citing, cited, _ = edge
            if citing in self._own and cited not in self._own:
                before.add_edge(citing, cited, CITES.value, **self._cost(edge))
            elif cited in self._own - {citing} and self._network.nodes[cited]["type"] == PROVISION.value:
                after.add_edge(cited, citing, CITES.value, **self._cost(edge))
        yield from self._list("words", {"before": before, "after": after}, self._own)

    def trace_process(self) -> Iterator[LineageThing]:
        """Yield what belongs to the strand of process, and what happened to the provision and its instrument."""
        happened = [edge for edge in self._edges([ABOUT.value]) if edge[1] in self._near]
        itself = self._strand((edge[1], edge[0], edge) for edge in happened)
        steps = list(self._list_process())
        earlier = self._strand((later, earlier, edge) for earlier, later, edge in steps)
        before = _select(earlier, self._near, blocked=set(itself) - self._near)
        after = _select(self._strand(steps), self._near, blocked={*before, *itself} - self._near)
        yield from self._list("process", {"before": before, "itself": itself, "after": after}, self._near)

    def _list_process(self) -> Iterator[Step]:
        """Yield every hop of the strand of process, from the earlier thing to the later one."""
        outcomes = {(process, text) for process, text, _ in self._edges([OUTCOME.value])}
        processes = {step: process for step, process, _ in self._edges([STEP_OF.value])}
        for edge in self._network.edges(keys=True):
            subject, value, relation = edge
            process = processes.get(subject)
            if relation in (BUILDS_ON.value, TAKES_UP.value) or (process and relation == REACHED_THROUGH.value):
                yield value, subject, edge
            elif relation in self._process:
                yield subject, value, edge
            elif relation == ABOUT.value and process not in (None, value) and (process, value) not in outcomes:
                yield value, subject, edge  # that a text was accepted or acknowledged was a step of a process

    def _list(self, name: str, sides: Mapping[str, Strand], near: Collection[str]) -> Iterator[LineageThing]:
        """Yield the things of a strand, each on one side; what is near is the provision itself."""
        for side, strand in sides.items():
            if not (ends := {iri for iri in strand if iri in near}):
                continue
            chains: Mapping[str, list[str]] = nx.multi_source_dijkstra_path(strand, ends, weight="cost")
            for iri in sorted({*strand} - ends):
                chain = [min(strand[a][b].values(), key=lambda data: data["cost"]) for a, b in pairwise(chains[iri])]
                confidences = [self._network.edges[data["edge"]]["confidence"] for data in chain]
                hops = [self._read_hop(data["edge"]) for _, _, data in strand.in_edges(iri, data=True)]
                yield LineageThing(
                    strand=name,
                    side=side,
                    iri=iri,
                    days=self._date(iri),
                    hops=tuple(sorted(hops, key=_hop_key)),
                    judged=sum(map(bool, confidences)),
                    confidence=weakest(confidences),
                )

    def _strand(self, steps: Iterable[Step]) -> Strand:
        """Return a network of hops."""
        strand: Strand = nx.MultiDiGraph()
        for start, end, edge in steps:
            strand.add_edge(start, end, edge[2], **self._cost(edge))
        return strand

    def _cost(self, edge: Edge) -> dict[str, Any]:
        return {"edge": edge, "cost": _JUDGED if self._network.edges[edge]["confidence"] else 1}

    def _read_hop(self, edge: Edge) -> Hop:
        subject, value, relation = edge
        data = self._network.edges[edge]
        reasons = dict.fromkeys(support.reason for support in data["supports"] if support.reason)
        looks_back = relation in self._words | _LOOKS_BACK
        earlier, later = (value, subject) if looks_back else (subject, value)
        first, last = self._date(earlier)[0], self._date(later)[1]
        is_backward = bool(first and last and first > last) and relation not in _CONTAINERS
        return Hop(
            subject, relation, value, data["ledger"], data["confidence"], data["passages"], tuple(reasons), is_backward
        )

    def _date(self, iri: str, seen: frozenset[str] = frozenset()) -> Days:
        """Return the days of a thing; of one without any, those of what it is in."""
        data = self._network.nodes[iri]
        if data["earliest"] or data["latest"]:
            return data["earliest"], data["latest"]
        places = [place for _, place, key in self._network.out_edges(iri, keys=True) if key in _DATED_BY]
        found = [self._date(place, seen | {iri}) for place in places if place not in seen]
        return (
            min((first for first, _ in found if first), default=None),
            max((last for _, last in found if last), default=None),
        )

    def _edges(self, relations: Collection[str]) -> list[Edge]:
        return [edge for edge in self._network.edges(keys=True) if edge[2] in relations]


def _reach(network: nx.DiGraph[str] | Strand, start: Collection[str]) -> set[str]:
    """Return some things, and all that their edges lead to at any distance."""
    known = [iri for iri in start if iri in network]
    return {*start, *(nx.multi_source_dijkstra_path_length(network, known) if known else ())}


def _select(strand: Strand, start: Collection[str], blocked: Collection[str] = ()) -> Strand:
    """Return what can be reached from some things, without parts that lead to nothing."""
    free = strand.subgraph([iri for iri in strand if iri not in blocked])
    reached = free.subgraph(_reach(free, start))
    told = [end for _, end, relation in reached.edges(keys=True) if relation not in _CONTAINERS]
    return nx.MultiDiGraph(reached.subgraph(_reach(reached.reverse(copy=False), told)))


def _thing_key(thing: LineageThing) -> tuple[object, ...]:
    first, last = thing.days
    day = first or last
    return (STRANDS.index(thing.strand), SIDES.index(thing.side), day is None, day or "", natural_key(thing.iri))


def _hop_key(hop: Hop) -> tuple[object, ...]:
    return (natural_key(hop.subject), hop.relation, natural_key(hop.object))
