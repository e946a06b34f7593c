"""Mutants of the shapes: constraints taken away, weakened or widened, severities lowered, and queries that ask less."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random

import rdflib
from rdflib import SH, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from mhgraph.namespaces import SCHEME, SKOS
from tests.checks.cases import read_order
from tools.mutation.constraints import COMPONENTS, Allowed, as_literal, find_parts, list_alternatives, read_allowed
from tools.mutation.queries import make_query_mutants

Change = tuple[Node, Node, Node]

_TAKEN_AWAY = frozenset((*COMPONENTS, SH.property, SH.targetClass))
"""What is taken away: every constraint, and what ties shapes to each other and to a class."""
_WIDER: dict[Node, int] = {SH["or"]: 4, SH["class"]: 2, SH.node: 2}
"""How many other things are allowed beside what such a constraint allows, one in each mutant."""
_MILDER: dict[Node, URIRef] = {SH.Violation: SH.Warning, SH.Warning: SH.Info}


@dataclass(frozen=True)
class ShapeMutant:
    """A change of the shapes graph: a statement that goes, and what comes in its place."""

    shape: Node
    fault: str
    removed: Change
    added: tuple[Change, ...] = ()

    @property
    def kind(self) -> str:
        """What sort of change it is, for the table."""
        if self.removed[1] == SH.select:
            return f"query: {self.fault.partition(':')[0]}"
        return f"{self.fault.split()[0]} of {str(self.removed[1]).split('#')[-1]}"

    @property
    def name(self) -> str:
        """What was changed, for people; nameless nodes are [], so that it is the same in every run."""
        if self.removed[1] == SH.select:
            return f"query of {self.shape}: {self.fault}"
        subject, predicate, value = ("[]" if isinstance(term, BNode) else str(term) for term in self.removed)
        within = f"{subject} in {self.shape}" if subject == "[]" else subject
        return f"{self.fault} of {within}: {predicate.split('#')[-1]} {value}"


def make_shape_mutants(shapes: Graph) -> list[ShapeMutant]:
    """Return every mutant of the shapes, in a fixed order."""
    uses = _Uses(shapes)
    found = [mutant for subject in named_shapes(shapes) for mutant in _of_shape(shapes, subject, uses)]
    found += [mutant for shape in _reporting(shapes) for mutant in _milder(shapes, shape)]
    return sorted(found, key=lambda mutant: (str(mutant.shape), mutant.name))


def named_shapes(shapes: Graph) -> list[URIRef]:
    """Return the shapes that have a name."""
    return sorted({node for node in shapes.subjects() if isinstance(node, URIRef) and _is_shape(shapes, node)})


def _is_shape(shapes: Graph, node: Node) -> bool:
    return any(predicate in _TAKEN_AWAY for predicate in shapes.predicates(node))


def _reporting(shapes: Graph) -> list[Node]:
    """Return the shapes whose severity is seen: within sh:node and sh:or, what refers to a shape speaks for it."""
    nodes = set(shapes.subjects(SH.targetClass))
    return sorted(nodes | {shape for node in nodes for shape in shapes.objects(node, SH.property)}, key=str)


def _milder(shapes: Graph, shape: Node) -> Iterator[ShapeMutant]:
    for severity in shapes.objects(shape, SH.severity):
        if severity in _MILDER:
            milder = _MILDER[severity]
            change = (shape, SH.severity, severity)
            yield ShapeMutant(shape, f"weakening to {milder.split('#')[-1]}", change, ((shape, SH.severity, milder),))


def _of_shape(shapes: Graph, shape: URIRef, uses: _Uses) -> Iterator[ShapeMutant]:
    """Yield the mutants of a shape with a name, and of the nameless shapes that it is made of."""
    nameless = [part for part in _parts(shapes, shape) if isinstance(part, BNode)]
    for subject in [shape, *nameless]:
        for predicate, value in list(shapes.predicate_objects(subject)):
            if predicate in _TAKEN_AWAY:
                yield ShapeMutant(shape, "loss", (subject, predicate, value))
                yield from _weaker(shapes, shape, (subject, predicate, value))
            if predicate in _WIDER:
                yield from _wider(shapes, shape, (subject, predicate, value), uses)
            if predicate == SH.sparql:
                yield from _asking_less(shapes, shape, value)


def _parts(shapes: Graph, shape: Node) -> list[Node]:
    """Return the shapes that stand directly in a shape."""
    single = (SH.node, SH.property, SH.qualifiedValueShape)
    return [
        *(part for predicate in single for part in shapes.objects(shape, predicate)),
        *list_alternatives(shapes, shape),
    ]


def _weaker(shapes: Graph, shape: URIRef, statement: Change) -> Iterator[ShapeMutant]:
    subject, predicate, value = statement
    weaken: dict[Node, Callable[[Node], Sequence[Node]]] = {
        SH.maxCount: lambda count: [rdflib.Literal(int(as_literal(count)) + 1)],
        SH.minInclusive: lambda bound: [rdflib.Literal(int(as_literal(bound)) - 1)],
        SH.pattern: _loose_patterns,
    }
    for weaker in weaken[predicate](value) if predicate in weaken else []:
        yield ShapeMutant(shape, f"weakening to {weaker}", statement, ((subject, predicate, weaker),))
    if predicate == SH.languageIn:
        members = list(Collection(shapes, value))
        another = next((language for language in _languages(shapes) if language not in members), rdflib.Literal("xx"))
        added = _with_list((subject, predicate), [*members, another])
        yield ShapeMutant(shape, f"weakening to {another}", statement, added)


def _languages(shapes: Graph) -> list[Node]:
    """Return every language that a shape allows."""
    found = {as_literal(tag) for head in shapes.objects(None, SH.languageIn) for tag in Collection(shapes, head)}
    return sorted(found, key=str)


def _loose_patterns(value: Node) -> list[Node]:
    """Return a pattern without its beginning anchored, and without its end."""
    text = str(value)
    loose = [text.removeprefix("^"), text.removesuffix("$")]
    return [rdflib.Literal(pattern) for pattern in loose if pattern != text and "$|^" not in text]


def _wider(shapes: Graph, shape: URIRef, statement: Change, uses: _Uses) -> Iterator[ShapeMutant]:
    """Yield the same constraint with one alternative more: a form of values that some property does not allow yet."""
    subject, predicate, value = statement
    options: list[Node] = list_alternatives(shapes, subject) if predicate == SH["or"] else [value]
    extra: list[Change] = []
    if predicate == SH["class"]:
        options = [BNode()]
        extra = [(options[0], SH["class"], value)]
    forms = {form: those for form, (parts, those) in uses.forms.items() if shape not in parts}
    others: list[Node] = [form for form, those in forms.items() if uses.narrower(shape, _things(those))]
    if predicate == SH["or"] and not any(_things(read_allowed(shapes, form)) for form in options):
        others = [form for form, those in forms.items() if those.languages]
    for other in Random(f"{shape} {predicate}").sample(others, min(_WIDER[predicate], len(others))):
        fault = f"widening by {str(other).rsplit('/', 1)[-1]}"
        added = _with_list((subject, SH["or"]), [*options, other])
        yield ShapeMutant(shape, fault, statement, (*added, *extra))


class _Uses:
    """What the properties allow that a shape is part of, and what the forms of values are made of and allow."""

    def __init__(self, shapes: Graph) -> None:
        properties = {shape for node in shapes.subjects(SH.targetClass) for shape in shapes.objects(node, SH.property)}
        self._uses = [
            (find_parts(shapes, shape), _things(read_allowed(shapes, shape))) for shape in sorted(properties, key=str)
        ]
        forms = [form for form in named_shapes(shapes) if _is_form(shapes, form)]
        self.forms = {form: (find_parts(shapes, form), read_allowed(shapes, form)) for form in forms}

    def narrower(self, shape: Node, things: set[str]) -> bool:
        """Whether a shape is part of a property that does not allow all of these things."""
        return any(shape in parts and any(not _is_in(thing, own) for thing in things) for parts, own in self._uses)


def _is_form(shapes: Graph, shape: Node) -> bool:
    """Whether a shape says what values look like."""
    return not any((shape, predicate, None) in shapes for predicate in (SH.targetClass, SH.path))


def _is_in(thing: str, things: set[str]) -> bool:
    """Whether a class, or one above it, or a scheme is among those; the concepts of a scheme are concepts."""
    above = _order().get(thing, set())
    return thing in things or not above.isdisjoint(things) or (thing.startswith(SCHEME) and f"{SKOS}Concept" in things)


@lru_cache(maxsize=1)
def _order() -> dict[str, set[str]]:
    """Return each class with those above it."""
    above: dict[str, set[str]] = {}
    for quad in read_order():
        above.setdefault(getattr(quad.subject, "value", ""), set()).add(getattr(quad.object, "value", ""))
    return above


def _things(those: Allowed) -> set[str]:
    return those.classes | those.schemes


def _asking_less(shapes: Graph, shape: URIRef, constraint: Node) -> Iterator[ShapeMutant]:
    for query in shapes.objects(constraint, SH.select):
        for mutant in make_query_mutants(str(query)):
            added = (constraint, SH.select, rdflib.Literal(mutant.text))
            yield ShapeMutant(shape, f"{mutant.kind}: {mutant.what}", (constraint, SH.select, query), (added,))


def _with_list(ends: tuple[Node, Node], members: Sequence[Node]) -> tuple[Change, ...]:
    """Return the statements that give a subject a list for a predicate."""
    graph = Graph()
    head = Collection(graph, BNode(), list(members)).uri
    return ((*ends, head), *graph)
