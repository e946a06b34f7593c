"""What the shapes demand, read from the shapes graph: which constraint, of which shape, on which class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import rdflib
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from mhgraph.checks.shacl.results import show_path
from mhgraph.namespaces import SKOS

COMPONENTS = {
    SH["class"]: "Class",
    SH.closed: "Closed",
    SH.datatype: "Datatype",
    SH.hasValue: "HasValue",
    SH["in"]: "In",
    SH.languageIn: "LanguageIn",
    SH.maxCount: "MaxCount",
    SH.minCount: "MinCount",
    SH.minInclusive: "MinInclusive",
    SH.node: "Node",
    SH.nodeKind: "NodeKind",
    SH["or"]: "Or",
    SH.pattern: "Pattern",
    SH.qualifiedMinCount: "QualifiedMinCount",
    SH.sparql: "SPARQL",
    SH.uniqueLang: "UniqueLang",
}
"""The constraints that our shapes use, and what their components are called."""

_NO_CONSTRAINT = frozenset(
    (
        RDF.type,
        SH.ignoredProperties,
        SH.message,
        SH.name,
        SH.description,
        SH.order,
        SH.path,
        SH.property,
        SH.qualifiedValueShape,
        SH.severity,
        SH.targetClass,
    )
)
_IN_SCHEME = URIRef(f"{SKOS}inScheme")


class UnknownConstraint(Exception):
    """A shape uses something for which nobody has written a mutation; add one."""


@dataclass(frozen=True)
class Demand:
    """A constraint as it is met by one class: `shape` says `constraint` `value` of `path`, for members of `target`.

    `path` is None for what is said of the focus node itself.
    """

    target: str
    shape: URIRef
    path: Node | None
    constraint: URIRef
    value: Node
    where: str = ""
    """The path as results show it."""

    @property
    def component(self) -> str:
        """The IRI of the constraint component, as reports name it."""
        return f"{SH}{COMPONENTS[self.constraint]}ConstraintComponent"


@dataclass
class Allowed:
    """What a value may be, gathered from a node shape and the shapes within it (an over-estimate: `or` is a union)."""

    classes: set[str] = field(default_factory=set)
    schemes: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    datatypes: set[str] = field(default_factory=set)
    pattern: str = ""
    """The form of literals."""
    addresses: bool = False
    """Whether it may be an IRI of some form."""


def read_demands(shapes: Graph) -> list[Demand]:
    """Return every constraint for every class whose members it is checked on, in a fixed order.

    Raises UnknownConstraint for a construct that has no mutation.
    """
    found = [demand for node in _targeting(shapes) for demand in _demands(shapes, node)]
    return sorted(found, key=lambda demand: (demand.shape, demand.constraint, demand.target, str(demand.value)))


def find_inner_shapes(shapes: Graph) -> set[URIRef]:
    """Return the shapes that are find_parts through others only, such as those that say what a date is."""
    direct = {demand.shape for demand in read_demands(shapes)} | set(_targeting(shapes))
    named = set(shapes.subjects(RDF.type, SH.NodeShape)) | set(shapes.subjects(RDF.type, SH.PropertyShape))
    return {shape for shape in named - direct if isinstance(shape, URIRef)}


def find_parts(shapes: Graph, node: Node) -> set[Node]:
    """Return a node shape and all shapes that it is made of."""
    found: set[Node] = set()
    waiting = [node]
    while waiting:
        shape = waiting.pop()
        if shape not in found:
            found.add(shape)
            waiting += [*shapes.objects(shape, SH.node), *shapes.objects(shape, SH.property)]
            waiting += [*list_alternatives(shapes, shape), *shapes.objects(shape, SH.qualifiedValueShape)]
    return found


def list_alternatives(shapes: Graph, node: Node) -> list[Node]:
    """Return the shapes of which one has to hold."""
    return [member for head in shapes.objects(node, SH["or"]) for member in Collection(shapes, head)]


def read_allowed(shapes: Graph, node: Node) -> Allowed:
    """Return what conforms to a node shape, as far as it takes to break it."""
    result = Allowed()
    for part in find_parts(shapes, node):
        result.classes |= {str(value) for value in shapes.objects(part, SH["class"])}
        result.datatypes |= {str(value) for value in shapes.objects(part, SH.datatype)}
        for head in shapes.objects(part, SH.languageIn):
            result.languages |= {str(value) for value in Collection(shapes, head)}
        if shapes.value(part, SH.path) == _IN_SCHEME:
            result.schemes |= {str(value) for value in shapes.objects(part, SH.hasValue)}
        if shapes.value(part, SH.datatype) is not None:
            result.pattern = result.pattern or str(shapes.value(part, SH.pattern) or "")
        result.addresses |= shapes.value(part, SH.nodeKind) == SH.IRI
    return result


def list_predicates(shapes: Graph, path: Node) -> list[tuple[str, bool]]:
    """Return the predicates of a path, each with whether it is inverse. Raises UnknownConstraint for a longer path."""
    if isinstance(path, URIRef):
        return [(str(path), False)]
    inner = shapes.value(path, SH.inversePath)
    if isinstance(inner, URIRef):
        return [(str(inner), True)]
    head = shapes.value(path, SH.alternativePath)
    if head is None:
        raise UnknownConstraint(f"the path {show_path(shapes, path)}")
    return [found for member in Collection(shapes, head) for found in list_predicates(shapes, member)]


def _targeting(shapes: Graph) -> list[URIRef]:
    return sorted(node for node in set(shapes.subjects(SH.targetClass, None)) if isinstance(node, URIRef))


def _demands(shapes: Graph, node: URIRef) -> Iterator[Demand]:
    targets = sorted(str(target) for target in shapes.objects(node, SH.targetClass))
    for shape in [node, *shapes.objects(node, SH.property)]:
        if not isinstance(shape, URIRef):
            raise UnknownConstraint(f"a property shape without a name in {node}")
        path = None if shape == node else shapes.value(shape, SH.path)
        where = "" if path is None else show_path(shapes, path)
        for constraint, value in shapes.predicate_objects(shape):
            if constraint in COMPONENTS and isinstance(constraint, URIRef):
                yield from (Demand(target, shape, path, constraint, value, where) for target in targets)
            elif constraint not in _NO_CONSTRAINT:
                raise UnknownConstraint(f"{constraint} in {shape}")


def as_literal(value: Node) -> rdflib.Literal:
    """Return a term of the shapes that must be a literal."""
    assert isinstance(value, rdflib.Literal)
    return value
