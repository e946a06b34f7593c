"""Validating a project: shapes over the flat view, integrity, and the shapes themselves, with file and line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Store

from mhgraph.graph import load_corpus
from mhgraph.errors import InvalidValue, UnreadableFile
from mhgraph.checks.integrity import check
from mhgraph.project.statements import read_material
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import DEFAULT, TYPE
from mhgraph.rdf.turtle.parse import load_file
from mhgraph.checks.finding import Finding, Severity
from mhgraph.checks.shapelint import lint
from mhgraph.checks.shacl.reference import Engine, ShapeResult, shacl_findings
from mhgraph.checks.locate import Places
from mhgraph.checks.shacl.shapes import InvalidShape, load_shapes, target_classes

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True)
class ShapeFinding(Finding):
    """A finding of a shape; `constraint` is the IRI of the SHACL constraint component that was not met."""

    constraint: str = ""


ENGINES = ("pyshacl", "turbo")
"""The engines by name; the first is the reference."""

_OF_STATEMENTS = frozenset(
    ("class-fits-name", "concept-scheme", "digest-form", "lexical-form", "locator", "part-of-source", "passage-name",
     "read-with", "rests-on", "slug-form")
)  # fmt: skip


def find_engine(name: str) -> Engine:
    """Return the engine of a name of ENGINES; running it raises EngineNotInstalled if it is an optional part.

    Raises InvalidValue for another name.
    """
    if name not in ENGINES:
        raise InvalidValue("engine", name, " or ".join(ENGINES))
    if name == ENGINES[0]:
        return shacl_findings
    from mhgraph.checks.shacl.fast import fast_findings

    return fast_findings


def validate_project(project: Project, files: Sequence[Path] = (), *, engine: Engine = shacl_findings) -> list[Finding]:
    """Return what the shapes, the integrity rules and the linter of the shapes find in a project, most severe first.

    With `files`, only what is found in these. What a rule of integrity tells of a name or a statement, no shape tells
    again. If the engine refuses the shapes, the linter says why. Paths of findings are relative to the root of the
    project. Raises UnreadableFile for a file that does not exist or a project without shapes, InvalidValue for one that
    is no data file of the project, InvalidShape where only the engine knows what is wrong with the shapes, and whatever
    loading raises.

    >>> from mhgraph.project.folders import find_project
    >>> [each for each in validate_project(find_project()) if each.severity.value == "violation"]
    []
    """
    chosen = _chosen(project, files)
    shapes = _shapes(project)
    corpus = load_corpus(project)
    material = read_material(project, corpus)
    of_shapes, found = lint(project, corpus), check(material)
    places, told = Places(material), Told(found)
    try:
        found += [_finding(each, places.find(each)) for each in engine(corpus.flat(), shapes) if not told.tells(each)]
    except InvalidShape:
        if chosen or not any(each.severity is Severity.VIOLATION for each in of_shapes):
            raise  # nothing in the report would say that no shape was asked
    wanted = {project.relative(path) for path in chosen}
    return sorted((each for each in [*found, *of_shapes] if not chosen or each.file in wanted), key=Finding.sort_key)


def validate_graph(project: Project, path: Path, *, engine: Engine = shacl_findings) -> list[Finding]:
    """Return what the shapes of a project find in the default graph of another file, such as a dump; most severe first.

    The file has to hold the flat view: facts and names; the ontology is that of the project. Integrity is about the
    files of a project, and is not asked. Raises UnreadableFile, RDFSyntaxError or OversizedLiteral for a file that
    cannot be read, and UnreadableFile for one of which the shapes look at nothing, and for a project without shapes.
    """
    shapes = _shapes(project)
    store = Store()
    load_file(store, path)
    if not any(any(store.quads_for_pattern(None, TYPE, each, DEFAULT)) for each in target_classes(shapes)):
        raise UnreadableFile(path, "its default graph has nothing that the shapes look at", "give the flat view (.ttl)")
    for ontology in project.ontology:
        load_file(store, ontology)
    lines = store.dump(format=RdfFormat.N_TRIPLES, from_graph=DEFAULT) or b""
    del store
    findings: list[Finding] = [_finding(result, (path, None)) for result in engine(lines, shapes)]
    return sorted(findings, key=Finding.sort_key)


class Told:
    """What integrity tells already: names that nobody declared, and statements that one of its rules is about."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        rules = [(each.check.removeprefix("integrity:"), each) for each in findings]
        self._names = {each.focus for rule, each in rules if rule == "declared"}
        self._statements = {(each.focus, each.path, each.value) for rule, each in rules if rule in _OF_STATEMENTS}

    def tells(self, result: ShapeResult) -> bool:
        """Whether a result is about one of these, or about a blank node."""
        return (
            (result.focus, result.path, result.value) in self._statements
            or not self._names.isdisjoint((result.focus, result.value))
            or result.focus.startswith("_:")
            or result.value.startswith("_:")
        )


def _shapes(project: Project) -> rdflib.Graph:
    if not project.shapes:
        raise UnreadableFile(project.root / "shapes", "no shapes here", "a project has shapes/<class>.ttl")
    return load_shapes(project.shapes)


def _finding(result: ShapeResult, place: tuple[Path, int | None] | None) -> ShapeFinding:
    return ShapeFinding(
        check=result.shape,
        severity=result.severity,
        message=result.message,
        focus=result.focus,
        path=result.path,
        value=result.value,
        file=place[0] if place else None,
        line=place[1] if place else None,
        constraint=result.constraint,
    )


def _chosen(project: Project, files: Sequence[Path]) -> list[Path]:
    known = {path.resolve(): path for path in project.data}
    chosen = []
    for path in files:
        if not path.is_file():
            raise UnreadableFile(path, "no such file" if not path.exists() else "it is a folder", "check the path")
        if path.resolve() not in known:
            raise InvalidValue("FILE", str(path), f"a file below {project.root / 'data'}")
        chosen.append(known[path.resolve()])
    return chosen
