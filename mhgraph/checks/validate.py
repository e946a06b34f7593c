"""Validating a project: shapes portion by portion, integrity, and the shapes themselves, with file and line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import RdfFormat, serialize

from mhgraph.checks.aside import start_aside
from mhgraph.checks.finding import Finding, Severity
from mhgraph.checks.integrity import check, find_unknown_names
from mhgraph.checks.locate import Locator
from mhgraph.checks.portions import Portion, divide
from mhgraph.checks.running import Run, start_runs
from mhgraph.checks.shacl import Engine, EngineMaker, InvalidShape, ShapeResult, find_engine, open_engine, parse_shapes
from mhgraph.checks.shapelint import lint
from mhgraph.checks.surroundings import keep_surroundings
from mhgraph.errors import InvalidValue, UnreadableFile
from mhgraph.graph import load_graph
from mhgraph.project.folders import Project
from mhgraph.project.statements import ParsedProject, parse_project
from mhgraph.rdf.terms import DEFAULT, TYPE
from mhgraph.rdf.turtle.parse import parse_dump, parse_file

Progress: TypeAlias = Callable[[str, int, int], None]
"""Is told what is done now (`rules` or `shapes`), and how many files are done, of how many."""
_LARGE = 30_000
"""From how many statements on a second process is worth it: about a second's work."""


def validate_project(
    project: Project,
    files: Sequence[Path] = (),
    *,
    engine: EngineMaker | None = None,
    progress: Progress = lambda step, done, total: None,
    processes: int = 1,
) -> list[Finding]:
    """Return what the shapes, the integrity rules and the linter of the shapes find in a project, most severe first.

    Each source is validated by itself, with entity files and ontology, and each judgement with the sources that it
    rests on: see `portions`. With `files`, only what is found in these, and only these and what bears on them is looked
    at: see `surroundings`. Each file is parsed once. If the engine refuses the shapes, the linter says why. Paths of
    findings are relative to the root of the project. `progress` is told each step of a whole run. With two processes,
    the rules of a large project are asked in a copy of this one: see `aside`.

    Raises UnreadableFile for a file that does not exist, InvalidValue for one that is no data file of the project, and
    what `parse_shapes` and loading raise.

    Raises:
        InvalidShape: only the engine knows what is wrong with the shapes, or the report would not show it.

    >>> from mhgraph.project.folders import find_project
    >>> findings = validate_project(find_project())
    >>> [found for found in findings if found.severity is Severity.VIOLATION]
    []
    """
    chosen = {project.relative(path) for path in _choose(project, files)}
    shapes, parsed = parse_shapes(project), parse_project(project)
    make_engine = engine or find_engine()
    if chosen:
        return _validate_files(parsed, chosen, make_engine(shapes.graph), looks_ahead=shapes.is_released)
    total = 1 + len(parsed.of("sources", "judgements"))
    progress("rules", 0, total)
    parsed.model  # noqa: B018 - worked out here, it is there in the copy and in all threads
    is_large = sum(len(file.quads) for file in parsed.files) >= _LARGE
    of_data: list[Finding] = []
    with start_aside(lambda: check(parsed), is_worth_it=processes > 1 and is_large) as take:
        of_shapes = lint(shapes, parsed, load_graph(parsed))
        try:
            with (
                open_engine(shapes, make_engine) as opened,
                start_runs(divide(parsed, looks_ahead=shapes.is_released), opened) as runs,
            ):
                of_data = list(_read_runs(_count(runs, total, progress), opened))
        except InvalidShape:
            if not any(finding.severity is Severity.VIOLATION for finding in of_shapes):
                raise  # nothing in the report would say that no shape was asked
        of_files = take()
    return _sort(of_data, of_files, of_shapes)


def _sort(of_data: Iterable[Finding], of_files: Sequence[Finding], of_shapes: Iterable[Finding] = ()) -> list[Finding]:
    """Return findings in the order of reports, without those of the data that have another cause."""
    unknown = find_unknown_names(of_files)
    own = (finding for finding in of_data if not _has_another_cause(finding, unknown))
    return sorted((*own, *of_files, *of_shapes), key=Finding.sort_key)


def _count(runs: Iterable[Run], total: int, progress: Progress) -> Iterator[Run]:
    """Yield runs, and tell before each how many files are done: entity files and ontology count as one."""
    begun: set[Path | None] = set()
    for portion, find in runs:
        progress("shapes", len(begun), total)
        begun.add(portion.file)
        yield portion, find


def _validate_files(
    parsed: ParsedProject, chosen: Collection[Path], engine: Engine, *, looks_ahead: bool
) -> list[Finding]:
    """Return what is found in some files. The linter is not asked, for what it finds is in none of them."""
    with start_runs(divide(parsed, chosen, looks_ahead=looks_ahead), engine) as runs:
        of_files = check(keep_surroundings(parsed, chosen))
        of_data = list(_read_runs(runs, engine))
    return [finding for finding in _sort(of_data, of_files) if finding.file in chosen]


def _read_runs(runs: Iterable[Run], engine: Engine) -> Iterator[Finding]:
    """Yield what the shapes find, portion by portion; what was found in a part of a portion is not told again."""
    told: dict[Portion, set[ShapeResult]] = {}
    for portion, find in runs:
        results = find()
        told[portion] = set(results)
        before = _find_in_parts(portion, results, told, engine)
        locator = Locator(portion.statements, portion.parsed.model)
        for result in results:
            if result not in before:
                yield _make_finding(result, *locator.find(result))


def _find_in_parts(
    portion: Portion, results: Iterable[ShapeResult], told: Mapping[Portion, set[ShapeResult]], engine: Engine
) -> set[ShapeResult]:
    """Return which results are those of a part: told already, or found now at the same nodes."""
    found: set[ShapeResult] = set()
    nodes = {result.focus for result in results}
    for part in portion.parts:
        focus = nodes & part.focus if part.focus else nodes
        if part in told:
            found |= told[part]
        elif focus:
            found.update(engine.validate(part.flat(), focus=focus))
    return found


def validate_graph(project: Project, path: Path, *, engine: EngineMaker | None = None) -> list[Finding]:
    """Return what the shapes of a project find in the default graph of another file, such as a dump; most severe first.

    The file has to hold the flat view: facts and names; the ontology is that of the project. Integrity is about the
    files of a project, and is not asked. Raises what `parse_shapes`, `parse_dump` and the engine raise.

    Raises:
        UnreadableFile: the shapes look at nothing in the file.
    """
    shapes = parse_shapes(project)
    triples = {quad.triple for quad in parse_dump(path) if quad.graph_name == DEFAULT}
    if {triple.object for triple in triples if triple.predicate == TYPE}.isdisjoint(shapes.target_classes):
        raise UnreadableFile(path, "its default graph has nothing that the shapes look at", "give the flat view (.ttl)")
    triples.update(quad.triple for ontology in project.ontology for quad in parse_file(ontology))
    lines = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    with open_engine(shapes, engine or find_engine()) as opened:
        results = opened.validate(lines)
    return sorted((_make_finding(result, path, None) for result in results), key=Finding.sort_key)


def _has_another_cause(finding: Finding, unknown: frozenset[str]) -> bool:
    """Return whether a finding of the shapes follows from a name that nobody has declared, or from a blank node.

    Such a name has a finding of its own, with the name that was probably meant. That it is not of the right class, or
    no property that the class has, is true of it, and no second fault.
    """
    terms = (finding.focus, finding.path, finding.value)
    return not unknown.isdisjoint(terms) or any(term.startswith("_:") for term in terms)


def _make_finding(result: ShapeResult, file: Path | None, line: int | None) -> Finding:
    return Finding(
        check=result.shape,
        severity=result.severity,
        message=result.message,
        focus=result.focus,
        path=result.path,
        value=result.value,
        file=file,
        line=line,
        constraint=result.constraint,
    )


def _choose(project: Project, files: Sequence[Path]) -> list[Path]:
    """Return the data files of a project that are named.

    Raises:
        UnreadableFile: a path leads to no file.
        InvalidValue: a file is no data file of the project.
    """
    known = {path.resolve(): path for path in project.data}
    chosen = []
    for path in files:
        if not path.is_file():
            raise UnreadableFile(path, "no such file" if not path.exists() else "it is a folder", "check the path")
        if path.resolve() not in known:
            raise InvalidValue("file", str(path), f"a file below {project.root / 'data'}")
        chosen.append(known[path.resolve()])
    return chosen
