"""The shapes graph: read from files by pyoxigraph, with no query in it that would read another place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from mhgraph.errors import MhgraphError
from mhgraph.namespaces import PREFIXES, SH
from mhgraph.rdf.turtle.parse import parse_file
from mhgraph.rdf.sparql import words_of

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

_QUERIES = frozenset(NamedNode(f"{SH}{name}") for name in ("select", "ask", "construct"))


class InvalidShape(MhgraphError):
    """A shape is not what SHACL allows, or asks for what is refused."""

    def __init__(self, reason: str, *, path: Path | None = None) -> None:
        self.reason = reason
        super().__init__(f"the shapes cannot be used: {reason}", "mend the shape", path=path)


def load_shapes(paths: Sequence[Path]) -> rdflib.Graph:
    """Return the shapes of the given Turtle files as one graph. Nothing that they name is fetched.

    Raises UnreadableFile, RDFSyntaxError, or InvalidShape for a query with FROM or SERVICE.
    """
    import rdflib

    graph = rdflib.Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for path in paths:
        quads = parse_file(path)
        for quad in quads:
            if isinstance(quad.object, Triple):
                raise InvalidShape("a quoted triple has no place in a shape", path=path)
            if quad.predicate in _QUERIES and isinstance(quad.object, Literal) and _reads_elsewhere(quad.object.value):
                raise InvalidShape("a query reads another place (FROM or SERVICE)", path=path)
        for triple in to_rdflib(quads, scope=path.name):
            graph.add(triple)
    return graph


def to_rdflib(quads: Iterable[Quad], *, scope: str = "") -> Iterator[tuple[Node, Node, Node]]:
    """Yield the triples of quads as rdflib terms; blank nodes of different scopes stay apart."""
    import rdflib

    def convert(term: object) -> Node:
        if isinstance(term, NamedNode):
            return rdflib.URIRef(term.value)
        if isinstance(term, BlankNode):
            return rdflib.BNode(f"{scope}-{term.value}")
        assert isinstance(term, Literal)
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)

    for quad in quads:
        yield convert(quad.subject), convert(quad.predicate), convert(quad.object)


def target_classes(shapes: rdflib.Graph) -> list[NamedNode]:
    """Return the classes whose members are looked at, in a fixed order."""
    import rdflib

    return [NamedNode(str(each)) for each in sorted(set(shapes.objects(None, rdflib.SH.targetClass)), key=str)]


def as_list(graph: rdflib.Graph, head: Node) -> list[Node]:
    """Return the members of an RDF list."""
    from rdflib.collection import Collection

    return list(Collection(graph, head))


def _reads_elsewhere(query: str) -> bool:
    return not {"FROM", "SERVICE"}.isdisjoint(words_of(query))
