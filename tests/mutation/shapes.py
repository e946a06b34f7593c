"""Mutants of the shapes: every constraint taken away or weakened, and whether the test cases of the shapes notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import rdflib
from rdflib import SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from mhgraph.validation import InvalidShape, ShapeResult
from mhgraph.validation.fast import FastShapes
from tests.mutation.constraints import COMPONENTS, literal, reached
from tests.validation.cases import Case, n_triples, read_cases, read_world

Change = tuple[Node, Node, Node]

_TAKEN_AWAY = frozenset((*COMPONENTS, SH.property, SH.targetClass))
"""What is taken away: every constraint, and what ties shapes to each other and to a class."""


@dataclass(frozen=True)
class ShapeMutant:
    """A change of the shapes graph: a statement that goes, and what comes in its place."""

    shape: Node
    fault: str
    removed: Change
    added: tuple[Change, ...] = ()

    @property
    def name(self) -> str:
        """What was changed, for people; nameless nodes are [], so that it is the same in every run."""
        subject, predicate, value = ("[]" if isinstance(each, rdflib.BNode) else str(each) for each in self.removed)
        within = f"{subject} in {self.shape}" if subject == "[]" else subject
        return f"{self.fault} of {within}: {predicate.split('#')[-1]} {value}"


class CasesFail(Exception):
    """Test cases fail with the shapes as they are, so that they can say nothing about others."""


class Cases:
    """The test cases of the shapes: the world that conforms, and each change of it with what it breaks."""

    def __init__(self, shapes: Graph) -> None:
        """Read the cases. Raises CasesFail if any of them fails with `shapes`."""
        world = read_world()
        self._world = n_triples(world)
        self._cases: list[tuple[Case, bytes]] = [(case, n_triples(case.apply(world))) for case in read_cases()]
        failing = list(self._failing(FastShapes(shapes), frozenset()))
        if failing or not self._cases:
            raise CasesFail(", ".join(failing) or "there are none")

    def __len__(self) -> int:
        return len(self._cases)

    def failing(self, shapes: Graph, near: frozenset[str]) -> str:
        """Return the name of the first case that fails with these shapes, "" if all pass; those `near` come first."""
        try:
            return next(self._failing(FastShapes(shapes), near), "")
        except InvalidShape:
            return "the shapes are not valid"

    def _failing(self, shapes: FastShapes, near: frozenset[str]) -> Iterator[str]:
        if shapes.validate(self._world):
            yield "conforming"
        for case, lines in sorted(self._cases, key=lambda each: each[0].shape not in near):
            if _places(shapes.validate(lines)) != {(case.shape, case.focus, case.where)}:
                yield case.name


def shape_mutants(shapes: Graph) -> list[ShapeMutant]:
    """Return every mutant of the shapes, in a fixed order."""
    found = [mutant for subject in _named(shapes) for mutant in _of_shape(shapes, subject)]
    return sorted(found, key=lambda each: (str(each.shape), each.name))


def notice(mutant: ShapeMutant, shapes: Graph, cases: Cases) -> str:
    """Return the name of a test case that fails because of a mutant, "" if none does. `shapes` is left as it was."""
    near = _near(shapes, mutant)
    shapes.remove(mutant.removed)
    for statement in mutant.added:
        shapes.add(statement)
    try:
        return cases.failing(shapes, near)
    finally:
        for statement in mutant.added:
            shapes.remove(statement)
        shapes.add(mutant.removed)


def _named(shapes: Graph) -> list[URIRef]:
    return sorted({each for each in shapes.subjects() if isinstance(each, URIRef) and _is_shape(shapes, each)})


def _is_shape(shapes: Graph, node: Node) -> bool:
    return any(predicate in _TAKEN_AWAY for predicate in shapes.predicates(node))


def _of_shape(shapes: Graph, shape: URIRef) -> Iterator[ShapeMutant]:
    """Yield the mutants of a shape with a name, and of the nameless shapes within it."""
    nameless = [each for each in reached(shapes, shape) if isinstance(each, rdflib.BNode)]
    for subject in [shape, *nameless]:
        for predicate, value in list(shapes.predicate_objects(subject)):
            if predicate in _TAKEN_AWAY:
                yield ShapeMutant(shape, "loss", (subject, predicate, value))
                yield from _weaker(shapes, shape, (subject, predicate, value))


def _weaker(shapes: Graph, shape: URIRef, statement: Change) -> Iterator[ShapeMutant]:
    subject, predicate, value = statement
    weaken: dict[Node, Callable[[Node], Sequence[Node]]] = {
        SH.maxCount: lambda count: [rdflib.Literal(int(literal(count)) + 1)],
        SH.minInclusive: lambda bound: [rdflib.Literal(int(literal(bound)) - 1)],
        SH.pattern: _loose_patterns,
    }
    for weaker in weaken[predicate](value) if predicate in weaken else []:
        yield ShapeMutant(shape, f"weakening to {weaker}", statement, ((subject, predicate, weaker),))
    if predicate == SH.languageIn:
        longer = rdflib.Graph()
        members = list(Collection(shapes, value))
        another = next((each for each in _languages(shapes) if each not in members), rdflib.Literal("xx"))
        head = Collection(longer, rdflib.BNode(), [*members, another]).uri
        yield ShapeMutant(shape, f"weakening to {another}", statement, ((subject, predicate, head), *longer))


def _languages(shapes: Graph) -> list[Node]:
    """Return every language that a shape allows."""
    found = {literal(tag) for head in shapes.objects(None, SH.languageIn) for tag in Collection(shapes, head)}
    return sorted(found, key=str)


def _loose_patterns(value: Node) -> list[Node]:
    """Return a pattern without its beginning anchored, and without its end."""
    text = str(value)
    loose = [text.removeprefix("^"), text.removesuffix("$")]
    return [rdflib.Literal(each) for each in loose if each != text and "$|^" not in text]


def _near(shapes: Graph, mutant: ShapeMutant) -> frozenset[str]:
    """Return the shapes whose cases are most likely to notice: itself, what it ties, and what refers to it."""
    near = {mutant.shape, mutant.removed[2]}
    for each in _named(shapes):
        if mutant.shape in reached(shapes, each) and not list(shapes.objects(each, SH.targetClass)):
            near.add(each)
    if mutant.removed[1] == SH.targetClass:
        near |= set(shapes.objects(mutant.shape, SH.property))
    return frozenset(str(each) for each in near)


def _places(results: Sequence[ShapeResult]) -> set[tuple[str, str, str]]:
    return {(each.shape, each.focus, each.path) for each in results}
