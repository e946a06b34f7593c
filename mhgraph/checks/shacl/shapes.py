"""The shapes: files parsed once, for engines and linter, with no text in them that makes an engine read elsewhere.

What is in a shape may be run by rdflib, whose parser is lenient, and follows FROM, LOAD and SERVICE. No reading of such
a text is safe, so the words are refused wherever they stand in it, in a string or a name too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from mhgraph.errors import MhgraphError, UnreadableFile
from mhgraph.namespaces import PREFIXES, SH, XSD
from mhgraph.project.folders import Project
from mhgraph.project.release import is_released
from mhgraph.project.statements import ProjectFile, parse_project_file

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

_RUN = frozenset(NamedNode(f"{SH}{name}") for name in ("select", "ask", "construct", "update", "prefix", "namespace"))
"""The properties whose values become part of a query."""
_ELSEWHERE = re.compile("SERVICE|(?<![A-Z])(?:FROM|LOAD)")
"""What reads another place. After a letter the shorter words are the end of a name: rdflib takes no letter before them
(and our mh:differentFrom may be asked for); Oxigraph takes one before SERVICE.
"""


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

    @property
    def is_released(self) -> bool:
        """Whether every file is one of the installed release, to the byte: others are run in a child with limits."""
        return all(is_released(file.path, file.text) for file in self.files)

    @property
    def triples(self) -> list[Triple]:
        """What all files say, with the blank nodes of each file kept apart."""
        return [_scope(quad.triple, f"file{number}-") for number, file in enumerate(self.files) for quad in file.quads]

    @cached_property
    def graph(self) -> rdflib.Graph:
        """All files as one rdflib graph, which is what engines take."""
        return make_graph(self.triples)


def parse_shapes(project: Project) -> ParsedShapes:
    """Return the shapes of a project, each file parsed once. Nothing that they name is fetched.

    Raises what `parse_project_file` raises, and InvalidShape for a text that engines run, if it has a word in it that
    reads another place, or an escape that could hide one.

    Raises:
        UnreadableFile: the project has no shapes.
    """
    if not project.shapes:
        raise UnreadableFile(project.root / "shapes", "no shapes here", "a project has shapes/<class>.ttl")
    files = [parse_project_file(project, path, "shapes") for path in project.shapes]
    for file in files:
        for quad in file.quads:
            if quad.predicate in _RUN and isinstance(quad.object, Literal):
                _refuse_elsewhere(quad.object.value, project.root / file.path)
    return ParsedShapes(project, files)


def _refuse_elsewhere(text: str, path: Path) -> None:
    upper = text.upper()  # as rdflib compares keywords: a long s is an S
    found = _ELSEWHERE.search(upper)
    if found:
        raise InvalidShape(f"a query has {found[0]} in it, which reads another place; no name may have it", path=path)
    if "\\U" in upper:
        raise InvalidShape("a query has an escape (\\u); write the character itself", path=path)


def _scope(triple: Triple, scope: str) -> Triple:
    subject, value = (
        BlankNode(f"{scope}{term.value}") if isinstance(term, BlankNode) else term
        for term in (triple.subject, triple.object)
    )
    return Triple(subject, triple.predicate, value)  # type: ignore[arg-type] # a term keeps its kind


def make_graph(triples: Iterable[Triple]) -> rdflib.Graph:
    """Return triples as an rdflib graph that knows our prefixes, and no others: engines copy them to each report."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple in to_rdflib(triples):
        graph.add(triple)
    return graph


def to_rdflib(triples: Iterable[Triple]) -> Iterator[tuple[Node, Node, Node]]:
    """Yield triples as rdflib terms.

    Literals keep their lexical form, and strings have no datatype, so that they are the same terms in data, shapes and
    queries.
    """
    import rdflib

    converted: dict[object, Node] = {}

    def convert(term: object) -> Node:
        if isinstance(term, NamedNode):
            return rdflib.URIRef(term.value)
        if isinstance(term, BlankNode):
            return rdflib.BNode(term.value)
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
