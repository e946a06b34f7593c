"""What may notice a mutant of the shapes: the test cases of the shapes, and the table of ranges.

Only what a mutant can have an effect on is validated: the shapes of the classes that the changed shape is part of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad
from rdflib import SH, BNode, Graph, URIRef
from rdflib.term import Node

from mhgraph.checks.shacl import FastEngine
from mhgraph.rdf.terms import TYPE
from tests.checks.cases import BELOW, Case, Place, n_triples, places, read_cases, read_world
from tests.checks.ranges import Asked, RangeProbe, asked_of, read_table
from tools.mutation.constraints import find_parts
from tools.mutation.shapes import ShapeMutant, named_shapes


class CasesFail(Exception):
    """Test cases fail with the shapes as they are, so that they can say nothing about others."""


@dataclass(frozen=True)
class _Prepared:
    """A case ready to be validated: its triples, and for each place the shapes of classes that report it."""

    case: Case
    lines: bytes
    reporters: dict[Place, frozenset[Node]]

    def expected(self, nodes: Collection[Node]) -> frozenset[Place]:
        """Return the places that the shapes `nodes` report."""
        return frozenset(place for place, reporters in self.reporters.items() if not reporters.isdisjoint(nodes))


class Proofs:
    """The world that conforms, each change of it with what it breaks, and the ranges, for one graph of shapes."""

    def __init__(self, shapes: Graph, *, cases: Sequence[Case] = ()) -> None:
        """Read the table, and all cases unless some are given. Raises CasesFail if any of them fails with `shapes`."""
        world = read_world()
        self._shapes = shapes
        self._targets = {node: str(target) for node, target in shapes.subject_objects(SH.targetClass)}
        self._parts: dict[Node, set[Node]] = {node: find_parts(shapes, node) for node in named_shapes(shapes)}
        self._world = n_triples(world)
        self._above: dict[str, set[str]] = {}
        for quad in world:
            if quad.predicate == BELOW and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                self._above.setdefault(quad.subject.value, set()).add(quad.object.value)
        self._cases = [self._prepared(case, case.apply(world)) for case in cases or read_cases()]
        self._probe = RangeProbe(world)
        self._asked = asked_of(shapes)
        self._table = read_table()
        failing = list(self._failing(FastEngine(shapes), self._cases, set(self._targets)))
        if failing or not self._cases:
            raise CasesFail(", ".join(failing) or "there are none")

    def __len__(self) -> int:
        return len(self._cases)

    def notice(self, mutant: ShapeMutant) -> str:
        """Return what fails because of a mutant, "" if nothing does; the shapes are left as they were.

        Raises InvalidShape for a mutant that no engine could use: that it is noticed would say nothing.
        """
        self._shapes.remove(mutant.removed)
        for statement in mutant.added:
            self._shapes.add(statement)
        try:
            return next(self._noticed(mutant), "")
        finally:
            for statement in mutant.added:
                self._shapes.remove(statement)
            self._shapes.add(mutant.removed)

    def _noticed(self, mutant: ShapeMutant) -> Iterator[str]:
        """Yield what fails: first with one class that has the shape, then with all of them."""
        owners = {node for node in self._targets if mutant.shape in self._parts[node]}
        near: set[Node] = {
            node for node, parts in self._parts.items() if mutant.shape in parts and node not in self._targets
        }
        near |= {mutant.shape, mutant.removed[2]}
        if mutant.removed[1] == SH.targetClass:
            near |= set(self._shapes.objects(mutant.shape, SH.property))
        shown = {str(node) for node in near}
        first = [prepared for prepared in self._cases if prepared.case.shape in shown]
        rest = [prepared for prepared in self._cases if prepared.case.shape not in shown]
        wider = mutant.fault.startswith("widening")
        for nodes in (self._simplest(owners, first), owners):
            part = FastEngine(self._part(nodes))
            if wider:
                yield from self._wrong_ranges(part, nodes, near)
            yield from self._failing(part, first, nodes)
        if not wider:
            yield from self._wrong_ranges(part, owners, near)
        yield from self._failing(part, rest, owners, conforming=False)

    def _simplest(self, owners: Collection[Node], cases: Iterable[_Prepared]) -> set[Node]:
        """Return the owner with the fewest shapes, of those that a case is about."""
        met = {node for prepared in cases for some in prepared.reporters.values() for node in some if node in owners}
        return {min(met or owners, key=lambda node: (len(self._parts[node]), str(node)))} if owners else set()

    def _failing(
        self, shapes: FastEngine, cases: Iterable[_Prepared], nodes: Collection[Node], *, conforming: bool = True
    ) -> Iterator[str]:
        for prepared in cases:
            if places(shapes.validate(prepared.lines)) != prepared.expected(nodes):
                yield prepared.case.name
        if conforming and shapes.validate(self._world):
            yield "conforming"

    def _wrong_ranges(self, shapes: FastEngine, nodes: Collection[Node], near: Collection[Node]) -> Iterator[str]:
        first: dict[URIRef, Asked] = {}
        for node in sorted(nodes, key=str):
            for asked in self._asked.get(node, []):
                if asked.shape in near:
                    first.setdefault(asked.shape, asked)
        if not first:
            return
        seen = self._probe.seen(shapes.validate(self._probe.lines(first.values())))
        for asked in first.values():
            if seen.get(asked.slug) != self._table.get(asked.slug):
                yield f"the range of {asked.slug}"

    def _prepared(self, case: Case, world: Collection[Quad]) -> _Prepared:
        found: dict[Place, frozenset[Node]] = {}
        for place in case.places:
            shape, focus = URIRef(place[0]), NamedNode(place[1])
            classes = {
                name
                for quad in world
                if (quad.subject, quad.predicate) == (focus, TYPE) and isinstance(quad.object, NamedNode)
                for name in (quad.object.value, *self._above.get(quad.object.value, ()))
            }
            found[place] = frozenset(
                node
                for node, target in self._targets.items()
                if target in classes and (shape == node or (node, SH.property, shape) in self._shapes)
            )
        return _Prepared(case, n_triples(world), found)

    def _part(self, nodes: Iterable[Node]) -> Graph:
        """Return the shapes that are find_parts from some of them."""
        part = Graph()
        for prefix, namespace in self._shapes.namespaces():
            part.bind(prefix, namespace)
        waiting, seen = list(nodes), set(nodes)
        while waiting:
            for triple in self._shapes.triples((waiting.pop(), None, None)):
                part.add(triple)
                value = triple[2]
                if isinstance(value, (URIRef, BNode)) and value not in seen:
                    seen.add(value)
                    waiting.append(value)
        return part
