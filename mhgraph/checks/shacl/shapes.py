"""The shapes: files parsed once, for engines and linter, with no query in them that would read elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from mhgraph.errors import MhgraphError, UnreadableFile
from mhgraph.namespaces import PREFIXES, SH, XSD
from mhgraph.project.folders import Project
from mhgraph.project.statements import ProjectFile, parse_project_file
from mhgraph.rdf.sparql import words_of

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

_QUERIES = frozenset(NamedNode(f"{SH}{name}") for name in ("select", "ask", "construct"))
_ELSEWHERE = frozenset(("FROM", "SERVICE"))


class InvalidShape(MhgraphError):
    """A shape is not what SHACL allows, or asks for what is refused."""

    def __init__(self, reason: str, *, path: Path | None = None) -> None:
        self.reason = reason
        super().__init__(f"the shapes cannot be used: {reason}", "fix the shape", path=path)


@dataclass(frozen=True)
class ParsedShapes:
    """The shapes of a project, parsed."""

    project: Project
    files: list[ProjectFile]

    @property
    def quads(self) -> list[Quad]:
        """What all files say."""
        return [quad for file in self.files for quad in file.quads]

    @property
    def target_classes(self) -> list[NamedNode]:
        """The classes whose members are looked at, in a fixed order."""
        target = NamedNode(f"{SH}targetClass")
        found = {quad.object for quad in self.quads if quad.predicate == target}
        return sorted((cls for cls in found if isinstance(cls, NamedNode)), key=str)

    @cached_property
    def graph(self) -> rdflib.Graph:
        """All files as one rdflib graph, which is what engines take."""
        import rdflib

        graph = rdflib.Graph()
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace)
        for number, file in enumerate(self.files):
            for triple in to_rdflib((quad.triple for quad in file.quads), scope=f"file{number}-"):
                graph.add(triple)
        return graph


def parse_shapes(project: Project) -> ParsedShapes:
    """Return the shapes of a project, each file parsed once. Nothing that they name is fetched.

    Raises what `parse_project_file` raises.

    Raises:
        UnreadableFile: the project has no shapes.
        InvalidShape: a query reads another place, with FROM or SERVICE.
    """
    if not project.shapes:
        raise UnreadableFile(project.root / "shapes", "no shapes here", "a project has shapes/<class>.ttl")
    files = [parse_project_file(project, path, "shapes") for path in project.shapes]
    for file in files:
        queries = (quad.object for quad in file.quads if quad.predicate in _QUERIES)
        if any(isinstance(query, Literal) and not _ELSEWHERE.isdisjoint(words_of(query.value)) for query in queries):
            raise InvalidShape("a query reads another place (FROM or SERVICE)", path=project.root / file.path)
    return ParsedShapes(project, files)


def to_rdflib(triples: Iterable[Triple], *, scope: str = "") -> Iterator[tuple[Node, Node, Node]]:
    """Yield triples as rdflib terms; `scope` begins the labels of blank nodes, to keep those of files apart.

    Literals keep their lexical form, and strings have no datatype, so that they are the same terms in data, shapes and
    queries.
    """
    import rdflib

    converted: dict[object, Node] = {}

    def convert(term: object) -> Node:
        if isinstance(term, NamedNode):
            return rdflib.URIRef(term.value)
        if isinstance(term, BlankNode):
            return rdflib.BNode(f"{scope}{term.value}")
        assert isinstance(term, Literal)
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        datatype = None if term.datatype.value == f"{XSD}string" else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, datatype=datatype, normalize=False)

    def look_up(term: object) -> Node:
        if term not in converted:
            converted[term] = convert(term)
        return converted[term]

    for triple in triples:
        yield look_up(triple.subject), look_up(triple.predicate), look_up(triple.object)


def as_list(graph: rdflib.Graph, head: Node) -> Sequence[Node]:
    """Return the members of an RDF list."""
    from rdflib.collection import Collection

    return list(Collection(graph, head))
