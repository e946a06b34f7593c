"""The flat view as a set of triples that mutants are cut from: changes, and the neighbourhood of a node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from mhgraph.graph import BaseGraph
from mhgraph.namespaces import RDFS
from mhgraph.rdf.terms import TYPE, Term
from mhgraph.stores.memory import MemoryStore

_BELOW = NamedNode(f"{RDFS}subClassOf")
DEPTH = 3
"""How far a neighbourhood goes out from its node: an event, the series it is in, the kind of the series, its scheme."""


class FlatView:
    """Facts, names and schema of a graph, by subject and by object."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = frozenset(triples)

    @classmethod
    def of(cls, graph: BaseGraph) -> FlatView:
        """Return the flat view of a graph."""
        return cls(quad.triple for quad in graph.store.dump([""]))

    @cached_property
    def by_subject(self) -> dict[Term, list[Triple]]:
        """The triples of each subject, in a fixed order."""
        return _group(self.triples, subject=True)

    @cached_property
    def by_object(self) -> dict[Term, list[Triple]]:
        """The triples of each object, in a fixed order."""
        return _group(self.triples, subject=False)

    @cached_property
    def _order(self) -> list[Triple]:
        return [triple for triple in self.triples if triple.predicate == _BELOW]

    def members(self, cls: str) -> list[NamedNode]:
        """Return the things of a class, in a fixed order."""
        return [
            triple.subject
            for triple in self.by_object.get(NamedNode(cls), [])
            if triple.predicate == TYPE and isinstance(triple.subject, NamedNode)
        ]

    def classes(self, node: Term) -> set[str]:
        """Return the classes of a node."""
        return {
            triple.object.value
            for triple in self.by_subject.get(node, [])
            if triple.predicate == TYPE and isinstance(triple.object, NamedNode)
        }

    def values(self, node: Term, predicate: str, *, inverse: bool = False) -> list[Triple]:
        """Return the triples with a predicate that go out from a node, or come in."""
        triples = self.by_object if inverse else self.by_subject
        return [triple for triple in triples.get(node, []) if triple.predicate.value == predicate]

    def make_store(self) -> MemoryStore:
        """Return a store that holds the triples."""
        store = MemoryStore()
        store.load(Quad(triple.subject, triple.predicate, triple.object) for triple in self.triples)
        return store

    def neighbourhood(
        self, node: NamedNode, *, removed: frozenset[Triple] = frozenset(), added: frozenset[Triple] = frozenset()
    ) -> frozenset[Triple]:
        """Return what lies around a node after a change: what speaks of it, and what it and that speak of.

        Which classes stand below which is always there.
        """
        extra = _group(added, subject=True)
        incoming = _group(added, subject=False)
        edge: set[Term] = {node}
        speaking = [*self.by_object.get(node, []), *incoming.get(node, [])]
        edge.update(triple.subject for triple in speaking if triple not in removed)
        found: set[Triple] = set(self._order)
        seen: set[Term] = set()
        for _ in range(DEPTH + 1):
            fresh = [
                triple
                for subject in edge - seen
                for triple in (*self.by_subject.get(subject, []), *extra.get(subject, []))
                if triple not in removed
            ]
            seen |= edge
            found.update(fresh)
            edge = {triple.object for triple in fresh if triple.predicate != TYPE}
        return frozenset(found)


def lines(triples: Iterable[Triple]) -> bytes:
    """Return triples as N-Triples, in a fixed order."""
    return serialize(sorted(triples, key=str), format=RdfFormat.N_TRIPLES) or b""


def _group(triples: Iterable[Triple], *, subject: bool) -> dict[Term, list[Triple]]:
    groups: dict[Term, list[Triple]] = defaultdict(list)
    for triple in sorted(triples, key=str):
        groups[triple.subject if subject else triple.object].append(triple)
    return dict(groups)
