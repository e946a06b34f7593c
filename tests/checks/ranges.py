"""What the shapes let a property have as values, seen by behaviour, and the reviewed table `shapes/ranges.tsv`.

A range is a set of names: a class (`mh:Event`), or a scheme for the concepts in it (`scheme:topic`); `skos:Concept` is
the concepts of all schemes. A shape that allows everything, or nothing but literals, restricts no classes: no range.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, Triple
from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from mhgraph.checks.shacl import ShapeResult
from mhgraph.namespaces import SKOS, to_curie
from mhgraph.rdf.terms import TYPE
from tests.checks.cases import FOLDER, SHAPE, n_triples
from tools.mutation.constraints import list_predicates

TABLE = FOLDER / "ranges.tsv"
HEADER = "shape\tallowed"
_CONCEPT = f"{SKOS}Concept"
_FOCUS = "urn:example:focus:"
_ASK_OF_CLASSES = frozenset(f"{SH}{name}ConstraintComponent" for name in ("Class", "Node", "Or", "And", "Xone", "Not"))

Ranges = Mapping[str, frozenset[str]]
"""What each property shape allows, by the end of its name."""


@dataclass(frozen=True)
class Asked:
    """A property shape as a class has it: a new thing of the class gets a value of every kind."""

    shape: URIRef
    target: URIRef
    predicate: str
    inverse: bool

    @property
    def focus(self) -> NamedNode:
        """The new thing."""
        return NamedNode(_FOCUS + self.slug)

    @property
    def slug(self) -> str:
        """The end of the shape's name, as in the table."""
        return str(self.shape).removeprefix(SHAPE)


def read_table() -> dict[str, frozenset[str]]:
    """Return the reviewed ranges. Raises ValueError for a line that is not in order: form, sorting, a shape twice."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    names = [row[0] for row in rows]
    if lines[:1] != [HEADER] or names != sorted(set(names)):
        raise ValueError(f"{TABLE.name} begins with its header, is sorted by shape, and has no shape twice")
    for row in rows:
        if len(row) != 2 or row[1].split(" ") != sorted(set(row[1].split())):
            raise ValueError(f"{TABLE.name}: a line is a shape, a tab, and sorted names between blanks: {row}")
    return {shape: frozenset(allowed.split()) for shape, allowed in rows}


def write_table(ranges: Ranges) -> str:
    """Return ranges as the text of the table."""
    return "\n".join([HEADER, *(f"{shape}\t{' '.join(sorted(ranges[shape]))}" for shape in sorted(ranges))]) + "\n"


def asked_of(shapes: Graph) -> dict[Node, list[Asked]]:
    """Return the property shapes of each node shape of a class, but for those that say what a literal is."""
    return {
        node: [
            asked
            for shape in sorted(shapes.objects(node, SH.property), key=str)
            for asked in _asked(shapes, shape, target)
        ]
        for node, target in sorted(shapes.subject_objects(SH.targetClass), key=str)
    }


def take_first(asked: Mapping[Node, Iterable[Asked]]) -> list[Asked]:
    """Return every property shape once, with the first of the classes that have it."""
    first: dict[URIRef, Asked] = {}
    for one in sorted((one for some in asked.values() for one in some), key=lambda one: (one.shape, one.target)):
        first.setdefault(one.shape, one)
    return list(first.values())


def _asked(shapes: Graph, shape: Node, target: Node) -> list[Asked]:
    path = shapes.value(shape, SH.path)
    if path is None or str(path) == TYPE.value or shapes.value(shape, SH.datatype) is not None:
        return []
    assert isinstance(shape, URIRef)
    assert isinstance(target, URIRef)
    predicate, inverse = list_predicates(shapes, path)[0]
    return [Asked(shape, target, predicate, inverse)]


class RangeProbe:
    """The world with, for each property shape that is asked, a new thing that has a value of every kind."""

    def __init__(self, world: Iterable[Quad]) -> None:
        """Choose one thing of every class of `world`, and one concept of every scheme."""
        world = sorted(world, key=str)
        schemes = {quad.subject: quad.object for quad in world if quad.predicate.value == f"{SKOS}inScheme"}
        self._chosen: dict[str, NamedNode] = {}
        for quad in world:
            if quad.predicate == TYPE and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                kind = schemes.get(quad.subject) if quad.object.value == _CONCEPT else quad.object
                self._chosen.setdefault(to_curie(getattr(kind, "value", "")), quad.subject)
        self._names = {node.value: name for name, node in self._chosen.items()}
        self._concepts = frozenset(name for name in self._chosen if name.startswith("scheme:"))
        self._world = n_triples(world)

    @property
    def kinds(self) -> frozenset[str]:
        """What values are tried: classes, and schemes for the concepts in them."""
        return frozenset(self._chosen)

    def lines(self, asked: Iterable[Asked]) -> bytes:
        """Return the N-Triples to validate."""
        added: list[Triple] = []
        for shape in asked:
            predicate = NamedNode(shape.predicate)
            added.append(Triple(shape.focus, TYPE, NamedNode(str(shape.target))))
            for value in self._chosen.values():
                ends = (value, shape.focus) if shape.inverse else (shape.focus, value)
                added.append(Triple(ends[0], predicate, ends[1]))
        return self._world + n_triples(Quad(*triple) for triple in added)

    def seen(self, results: Iterable[ShapeResult]) -> dict[str, frozenset[str]]:
        """Return the ranges that results show, of the shapes that allow some kinds and others not."""
        refused: dict[str, set[str]] = defaultdict(set)
        for result in results:
            slug = result.shape.removeprefix(SHAPE)
            if result.constraint in _ASK_OF_CLASSES and result.focus == _FOCUS + slug and result.value in self._names:
                refused[slug].add(self._names[result.value])
        return {slug: self._range(self.kinds - names) for slug, names in refused.items() if self.kinds - names}

    def _range(self, allowed: frozenset[str]) -> frozenset[str]:
        if self._concepts <= allowed:
            return allowed - self._concepts | {to_curie(_CONCEPT)}
        return allowed
