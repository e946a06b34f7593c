"""The files of a project, each read and parsed once, statement by statement, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.errors import UnreadableFile
from mhgraph.files import decode_text, read_bytes
from mhgraph.model import PASSAGE, SOURCE_CLASS, Model
from mhgraph.namespaces import SOURCE
from mhgraph.project.canonical import canonical, canonical_shapes
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import DEFAULT, TYPE
from mhgraph.rdf.turtle.nested import SharedBlankNode
from mhgraph.rdf.turtle.parse import parse_text
from mhgraph.rdf.turtle.positions import Layout, Position, read_layout

Iri: TypeAlias = str

ROLES = ("ontology", "dataset", "entities", "sources", "judgements")
"""What a file is for, in the order of reading."""


@dataclass(frozen=True, eq=False)
class ProjectFile:
    """A Turtle or TriG file. `path` begins at the root of the project, `role` is one of ROLES, `data` is as read.

    An excerpt is what others are compared with: some statements of a file, without lines; nothing is looked for in it.
    """

    path: Path
    role: str
    data: bytes = field(repr=False)
    text: str = field(repr=False)
    quads: list[Quad] = field(repr=False)
    is_excerpt: bool = False

    def excerpt(self, quads: list[Quad]) -> ProjectFile:
        """Return some of the statements of this file, to compare others with."""
        return ProjectFile(self.path, self.role, b"", "", quads, is_excerpt=True)

    def narrowed(self, quads: list[Quad]) -> ProjectFile:
        """Return the file as if it said only this."""
        return ProjectFile(self.path, self.role, self.data, self.text, quads)

    @cached_property
    def layout(self) -> Layout:
        """Where its statements stand."""
        return read_layout(self.text)

    @cached_property
    def statements(self) -> list[Statement]:
        """Its statements in the order of the text."""
        positions = self.layout.positions(len(self.quads))
        return [Statement(self, quad, position) for quad, position in zip(self.quads, positions, strict=True)]

    @property
    def capital_tags(self) -> list[tuple[int, str]]:
        """The language tags that are not in lower case, with their lines."""
        return [(line, tag) for line, tag in self.layout.languages if tag != tag.lower()]

    @cached_property
    def source(self) -> Iri:
        """The source that a source file describes; if it describes none or several, the one of its name."""
        return described_source(self.quads, self.path)

    def canonical(self) -> bytes:
        """Return the canonical form of the file."""
        return canonical_file(self.quads, self.path)


@dataclass(eq=False, slots=True)
class Statement:
    """A statement in a file, with its place there.

    `subject` is its IRI, or the label of a blank node; `value` is the object as text: its IRI, or what the literal
    says; `graph` is the IRI of the named graph, or "". They are worked out once, for every rule asks for them.
    """

    file: ProjectFile
    quad: Quad
    position: Position
    subject: Iri = field(init=False)
    predicate: NamedNode = field(init=False)
    value: str = field(init=False)
    graph: Iri = field(init=False)

    def __post_init__(self) -> None:
        quad = self.quad
        self.subject, self.predicate, self.value = _name(quad.subject), quad.predicate, _name(quad.object)
        self.graph = "" if quad.graph_name == DEFAULT else _name(quad.graph_name)

    @property
    def line(self) -> int | None:
        """The line of the object; None where the text does not tell."""
        return self.position.line

    @property
    def terms(self) -> tuple[object, ...]:
        """Subject, predicate, object, and the graph if it is a named one."""
        graph = self.quad.graph_name
        return (*self.quad.triple, *(() if graph == DEFAULT else (graph,)))

    @property
    def names(self) -> list[Iri]:
        """The IRIs that it mentions as subject or object."""
        return [term.value for term in (self.quad.subject, self.quad.object) if isinstance(term, NamedNode)]

    def declares(self, cls: NamedNode) -> bool:
        """Return whether it says that its subject is of a class."""
        return self.quad.predicate == TYPE and self.quad.object == cls


@dataclass(frozen=True)
class ParsedProject:
    """A project with all its data and ontology files, parsed; or a portion of `whole`, whose model it shares."""

    project: Project
    files: list[ProjectFile]
    whole: ParsedProject | None = None

    def portion(self, files: list[ProjectFile]) -> ParsedProject:
        """Return the project as if it had no other files than these, with the model of the whole."""
        return ParsedProject(self.project, files, self)

    def of(self, *roles: str) -> list[ProjectFile]:
        """Return the files of some roles."""
        return [file for file in self.files if file.role in roles]

    @cached_property
    def statements(self) -> list[Statement]:
        """The statements of all files of `data/`, file by file."""
        return [statement for file in self.of(*ROLES[1:]) for statement in file.statements]

    @cached_property
    def schema(self) -> list[Statement]:
        """The statements of the ontology files."""
        return [statement for file in self.of("ontology") for statement in file.statements]

    @cached_property
    def model(self) -> Model:
        """The model, as the ontology files have it."""
        return (
            self.whole.model
            if self.whole
            else Model(quad.triple for file in self.of("ontology") for quad in file.quads)
        )

    @cached_property
    def passages(self) -> dict[Iri, Statement]:
        """The described passages, each with the statement that types it."""
        classes = self.model.below(PASSAGE)
        return {
            statement.subject: statement
            for file in self.of("sources")
            for statement in file.statements
            if not statement.graph and statement.predicate == TYPE and statement.quad.object in classes
        }


def parse_project(project: Project) -> ParsedProject:
    """Return the files of a project, parsed. Raises what `parse_file` raises."""
    return ParsedProject(project, [parse_project_file(project, path, role) for path, role in _paths(project)])


def parse_ontology(project: Project) -> ParsedProject:
    """Return a project as if it had its ontology only, parsed. Raises what `parse_file` raises."""
    return ParsedProject(project, [parse_project_file(project, path, ROLES[0]) for path in project.ontology])


def parse_project_file(project: Project, path: Path, role: str) -> ProjectFile:
    """Return one file of a project, parsed. Raises what `parse_file` raises."""
    data = read_bytes(path)
    text = decode_text(data, path)
    return ProjectFile(project.relative(path), role, data, text, parse_text(text, path))


def canonical_file(quads: list[Quad], path: Path) -> bytes:
    """Return the canonical form of the quads of a file of data, ontology or shapes.

    That of a source file binds its passages to `:`; that of a file of shapes keeps blank nodes in place.

    Raises:
        UnreadableFile: shapes use a blank node in two places, or in none.
    """
    if path.parent.name == "sources":
        return canonical(quads, key=described_source(quads, path).removeprefix(SOURCE))
    if path.parent.name != "shapes":
        return canonical(quads)
    try:
        return canonical_shapes(quads)
    except SharedBlankNode as error:
        raise UnreadableFile(path, "a blank node is not used just once", "give it a name (shape:…)") from error


def described_source(quads: list[Quad], path: Path) -> Iri:
    """Return the source that quads describe; if they describe none or several, the one that the file is named after."""
    described = {
        quad.subject.value
        for quad in quads
        if quad.predicate == TYPE and quad.object == SOURCE_CLASS and isinstance(quad.subject, NamedNode)
    }
    return described.pop() if len(described) == 1 else f"{SOURCE}{path.stem}"


def _paths(project: Project) -> Iterator[tuple[Path, str]]:
    for role in ROLES:
        for path in getattr(project, role):
            yield path, role


def _name(term: object) -> str:
    if isinstance(term, Literal | NamedNode):
        return term.value
    return str(term)
