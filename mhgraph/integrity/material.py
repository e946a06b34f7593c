"""What the rules look at: the files of a project, statement by statement, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.corpus import Corpus
from mhgraph.files import read_text
from mhgraph.lines import Layout, layout
from mhgraph.namespaces import DCTERMS, MH, RDFS, SCHEMA, SKOS, SOURCE, passage_name, to_curie
from mhgraph.project import Project
from mhgraph.rdf import DEFAULT, TYPE, parse_text

Iri: TypeAlias = str

A = TYPE.value


def mh_(name: str) -> Iri:
    """Return the IRI of a term of our ontology.

    >>> mh_("restsOn")
    'https://w3id.org/mhgraph/ontology#restsOn'
    """
    return f"{MH}{name}"


def iris(**names: str) -> frozenset[Iri]:
    """Return IRIs from local names by vocabulary, the names separated by spaces.

    >>> sorted(iris(skos="broader", mh="kind"))
    ['http://www.w3.org/2004/02/skos/core#broader', 'https://w3id.org/mhgraph/ontology#kind']
    """
    spaces = {"mh": MH, "rdfs": RDFS, "skos": SKOS, "dcterms": DCTERMS, "schema": SCHEMA}
    return frozenset(f"{spaces[space]}{name}" for space, listed in names.items() for name in listed.split())


@dataclass(frozen=True, eq=False)
class DataFile:
    """A file, read and parsed once. `role` is entities, sources, judgements or ontology; `path` begins at the root."""

    path: Path
    role: str
    data: bytes
    text: str
    quads: list[Quad]

    @cached_property
    def layout(self) -> Layout:
        """Where its statements stand."""
        return layout(self.text)

    @cached_property
    def statements(self) -> list[Statement]:
        """Its statements in the order of the text."""
        lines = self.layout.lines(len(self.quads))
        return [Statement(self, quad, line) for quad, line in zip(self.quads, lines, strict=True)]

    @property
    def capital_tags(self) -> list[tuple[int, str]]:
        """The language tags that are not in lower case, with their lines."""
        return [(line, tag) for line, tag in self.layout.languages if tag != tag.lower()]

    @cached_property
    def source(self) -> Iri:
        """The source that a source file describes; if it describes none or several, the one of its name."""
        typed = {each.subject for each in self.statements if each.declares(mh_("Source"))}
        return typed.pop() if len(typed) == 1 else f"{SOURCE}{self.path.stem}"


@dataclass(frozen=True, eq=False)
class Statement:
    """A statement in a file, with its line (None where the text does not tell). Graph "" is the default graph."""

    file: DataFile
    quad: Quad
    line: int | None

    @property
    def subject(self) -> Iri:
        """The IRI of the subject, or the label of a blank node."""
        return _name(self.quad.subject)

    @property
    def predicate(self) -> Iri:
        """The IRI of the predicate."""
        return self.quad.predicate.value

    @property
    def value(self) -> str:
        """The object as text: its IRI, or what the literal says."""
        return _name(self.quad.object)

    @property
    def shown(self) -> str:
        """The object as findings show it: its IRI, or the literal in N-Triples form."""
        return str(self.quad.object) if isinstance(self.quad.object, Literal) else self.value

    @property
    def graph(self) -> Iri:
        """The IRI of the named graph, or ""."""
        return "" if self.quad.graph_name == DEFAULT else _name(self.quad.graph_name)

    @property
    def terms(self) -> tuple[object, ...]:
        """Subject, predicate, object, and the graph if it is a named one."""
        graph = self.quad.graph_name
        return (*self.quad.triple, *(() if graph == DEFAULT else (graph,)))

    @property
    def names(self) -> list[Iri]:
        """The IRIs that it mentions as subject or object."""
        return [each.value for each in (self.quad.subject, self.quad.object) if isinstance(each, NamedNode)]

    def declares(self, class_: Iri) -> bool:
        """Whether it says that its subject is of a class."""
        return self.predicate == A and self.value == class_


@dataclass(frozen=True)
class Hit:
    """What a rule found, and where: at a statement, or in a file (`line` then says where, if it is known).

    `focus` is what it is about, if that is not the subject of the statement.
    """

    place: Statement | Path
    message: str
    line: int | None = None
    focus: str | None = None


Rule: TypeAlias = Callable[["Material"], Iterator[Hit]]
"""A rule yields a hit for each breach; its name is kept in the table of rules."""


@dataclass(frozen=True)
class Material:
    """Everything that the rules look at."""

    project: Project
    corpus: Corpus
    files: list[DataFile]
    ontology: list[DataFile]

    @cached_property
    def statements(self) -> list[Statement]:
        """The statements of all files of `data/`, file by file."""
        return [statement for file in self.files for statement in file.statements]

    def of(self, role: str) -> list[DataFile]:
        """Return the files of one role."""
        return [file for file in self.files if file.role == role]

    @cached_property
    def schema(self) -> list[Statement]:
        """The statements of the ontology files."""
        return [statement for file in self.ontology for statement in file.statements]

    @cached_property
    def passages(self) -> dict[Iri, Statement]:
        """The described passages, each with the statement that types it."""
        return {
            each.subject: each
            for file in self.of("sources")
            for each in file.statements
            if not each.graph and each.declares(mh_("Passage"))
        }


def short_name(iri: Iri) -> str:
    """Return the name by which a message calls a thing: a CURIE, or `key#p08` for a passage.

    >>> short_name("https://w3id.org/mhgraph/source/k#p08")
    'k#p08'
    """
    return passage_name(iri) if iri.startswith(SOURCE) else to_curie(iri)


def read_material(project: Project, corpus: Corpus) -> Material:
    """Return the material of a project, each file read once. Raises UnreadableFile or RDFSyntaxError."""
    files = [
        _read(project, path, role) for role in ("entities", "sources", "judgements") for path in getattr(project, role)
    ]
    return Material(project, corpus, files, [_read(project, path, "ontology") for path in project.ontology])


def _read(project: Project, path: Path, role: str) -> DataFile:
    text = read_text(path)
    return DataFile(project.relative(path), role, path.read_bytes(), text, parse_text(text, path))


def _name(term: object) -> str:
    if isinstance(term, Literal | NamedNode):
        return term.value
    return str(term)
