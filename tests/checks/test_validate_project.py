"""Validating projects: what is found, where it is said to stand, and what is refused."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib

from mhgraph.bounds import LITERAL
from mhgraph.checks import ENGINES, Finding, InvalidShape, Severity, find_engine, validate_graph, validate_project
from mhgraph.checks.portions import divide
from mhgraph.checks.shacl import Engine, FastEngine, ReferenceEngine, ShapeResult, parse_shapes
from mhgraph.errors import InvalidValue, OversizedLiteral, UnreadableFile
from mhgraph.graph import BaseGraph
from mhgraph.model import RESTS_ON
from mhgraph.namespaces import BASE, PREFIXES, RDF, SOURCE, from_curie
from mhgraph.project.folders import Project
from mhgraph.project.statements import canonical_file, parse_project
from mhgraph.rdf.turtle.parse import parse_file
from mhgraph.release.build import build

SHAPE = PREFIXES["shape"]
EVENT = from_curie("mh:Event")
BOTH_ENGINES = [ENGINES[0], pytest.param(ENGINES[1], marks=pytest.mark.slow)]
PROVISIONS = "entities/provision/provision.ttl"
PROVISION_OF_NO_KIND = """provision:vhc-1b a mh:Provision ;
	rdfs:label "VHC action 1 (b)"@en , "PSV, action 1 b)"@fr , "PSA, acción 1 b)"@es ;
	dcterms:isPartOf provision:vhc-1 ;
	skos:notation "1(b)" .

provision:vhc-2 a mh:Provision ;"""
Edit = Callable[[str, str, str], Path]


@pytest.fixture
def edit(small_copy: Project) -> Edit:
    """Replaces the first occurrence of a text in a data file of the copy."""

    def change(name: str, old: str, new: str) -> Path:
        path = small_copy.root / "data" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return change


def violations(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.VIOLATION]


def test_the_shipped_data_has_no_violation(shipped: Project, shipped_findings: list[Finding]) -> None:
    assert violations(shipped_findings) == []
    assert all(found.file and found.line and (shipped.root / found.file).is_file() for found in shipped_findings)


def test_a_wrong_statement_is_found_on_its_line(small_copy: Project, edit: Edit) -> None:
    path = edit(
        "judgements/riverside-launch-notice.trig",
        "rec:test-wells mh:bearsOn provision:vhc-1 ,",
        "rec:test-wells mh:bearsOn actor:vale ,",
    )
    path.write_text(f"@prefix actor: <{BASE}actor/> .\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    (found,) = [finding for finding in validate_project(small_copy) if finding.check == f"{SHAPE}bears-on"]
    assert found.file == Path("data/judgements/riverside-launch-notice.trig")
    assert found.line
    line = path.read_text(encoding="utf-8").splitlines()[found.line - 1]
    assert "mh:bearsOn actor:vale" in line
    assert (found.focus, found.value) == (f"{BASE}rec/test-wells", f"{BASE}actor/vale")
    assert found.constraint.endswith("#NodeConstraintComponent")


def test_what_is_missing_is_found_where_the_thing_is_declared(small_copy: Project, edit: Edit) -> None:
    path = edit(PROVISIONS, "provision:vhc-2 a mh:Provision ;", PROVISION_OF_NO_KIND)
    (found,) = violations(validate_project(small_copy))
    assert (found.check, found.file) == (f"{SHAPE}provision-kind-said", Path("data") / PROVISIONS)
    assert found.line
    assert path.read_text(encoding="utf-8").splitlines()[found.line - 1].startswith("provision:vhc-1b a mh:Provision")


def test_with_files_only_what_these_say(small_copy: Project, edit: Edit) -> None:
    provisions = edit(PROVISIONS, "provision:vhc-2 a mh:Provision ;", PROVISION_OF_NO_KIND)
    places = small_copy.root / "data" / "entities" / "place" / "place.ttl"
    assert validate_project(small_copy, [places]) == []
    assert len(violations(validate_project(small_copy, [provisions, places]))) == 1


def test_findings_come_in_the_order_of_reports(small_copy: Project, edit: Edit) -> None:
    edit(PROVISIONS, "provision:vhc-2 a mh:Provision ;", PROVISION_OF_NO_KIND)
    findings = validate_project(small_copy)
    assert findings == sorted(findings, key=Finding.sort_key)
    assert {finding.severity for finding in findings} == {Severity.VIOLATION, Severity.WARNING}
    assert findings[0].severity is Severity.VIOLATION


class Scripted:
    """An engine that finds what a test tells it to find."""

    def __init__(self, results: list[ShapeResult]) -> None:
        self.results = results
        self.asked: list[int] = []

    def make(self, shapes: rdflib.Graph) -> Engine:
        assert len(shapes)
        return self

    def validate(self, data: bytes, *, focus: Collection[str] = ()) -> list[ShapeResult]:
        self.asked.append(len(data))
        return self.results


class Refusing:
    """An engine that takes no shapes."""

    def __init__(self, shapes: rdflib.Graph) -> None:
        raise InvalidShape("it will not have them")

    def validate(self, data: bytes, *, focus: Collection[str] = ()) -> list[ShapeResult]:
        raise NotImplementedError


def test_a_source_is_validated_by_itself(small_copy: Project, edit: Edit) -> None:
    """What another source says of a thing never makes a file invalid: here, another day and another class."""
    edit(
        "sources/valley-review.trig",
        "mh:hasKind concept:instrument-report ;",
        'mh:hasKind concept:instrument-report ;\n\t\tmh:hasDate "2031"^^xsd:gYear ;',
    )
    edit(
        "sources/riverside-launch-notice.trig",
        "mh:hasKind concept:instrument-statement ;",
        "mh:hasKind concept:instrument-statement ;\n\t\tmh:cites instrument:valley-review ;"
        '\n\t\tmh:hasDate "2029"^^xsd:gYear ;',
    )
    assert not [finding for finding in validate_project(small_copy) if finding.check.endswith("cites-no-later")]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["small", "shipped"])
def test_withdrawing_a_source_changes_what_is_found_in_no_other(
    name: str, small_project: Project, shipped: Project, tmp_path: Path
) -> None:
    """And adding it again neither, as long as the judgements that rest on it go with it."""
    origin = small_project if name == "small" else shipped
    for folder in ("ontology", "queries", "shapes"):
        shutil.copytree(origin.root / folder, tmp_path / folder)
    project = Project(tmp_path)
    shutil.copytree(origin.root / "data", tmp_path / "data")
    whole = validate_project(project)
    for path in project.sources:
        kept = {file: file.read_bytes() for file in (path, *project.judgements)}
        path.unlink()
        for file in project.judgements:
            withdraw(file, f"{SOURCE}{path.stem}#")
        gone = {project.relative(file) for file, data in kept.items() if not file.exists() or file.read_bytes() != data}
        expected = [finding for finding in whole if finding.file not in gone and finding.check != "shapelint:focus"]
        found = [finding for finding in validate_project(project) if finding.check != "shapelint:focus"]
        assert [finding for finding in found if finding.file not in gone] == expected
        assert violations(found) == []
        for file, data in kept.items():
            file.write_bytes(data)
    assert validate_project(project) == whole


def withdraw(path: Path, passages: str) -> None:
    """Take out of a file of judgements those that rest on some passages; the file goes if it holds no other."""
    quads = parse_file(path)
    resting = {quad.subject for quad in quads if quad.predicate == RESTS_ON and passages in str(quad.object)}
    left = [quad for quad in quads if quad.subject not in resting and quad.graph_name not in resting]
    if not any(quad.predicate == RESTS_ON for quad in left):
        path.unlink()
    elif resting:
        path.write_bytes(canonical_file(left, path))


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["entities", "sources", "judgements"])
def test_the_findings_of_a_file_are_those_that_the_whole_has_in_it(
    small_copy: Project, folder: str, edit: Edit
) -> None:
    edit(PROVISIONS, "provision:vhc-2 a mh:Provision ;", PROVISION_OF_NO_KIND)
    edit("sources/valley-review.trig", "mh:hasForce concept:force-call", "mh:hasForce concept:force-promise")
    edit("judgements/riverside-launch-notice.trig", "mh:bearsOn provision:vhc-1 ,", "mh:bearsOn rec:keep-clinic-boat ,")
    whole = validate_project(small_copy)
    for path in getattr(small_copy, folder):
        expected = [finding for finding in whole if finding.file == small_copy.relative(path)]
        assert validate_project(small_copy, [path]) == expected


def test_what_is_reached_of_the_entity_files_is_all_that_matters(small_project: Project) -> None:
    parsed, engine = parse_project(small_project), FastEngine(parse_shapes(small_project).graph)
    base = parsed.of("ontology", "dataset", "entities")
    for portion in divide(parsed):
        rest = [file for file in portion.parsed.files if file.role in ("sources", "judgements")]
        whole = replace(portion, parsed=parsed.portion([*base, *rest]))
        assert engine.validate(portion.flat(), focus=portion.focus) == engine.validate(whole.flat(), focus=whole.focus)


def test_the_engine_can_be_chosen(small_project: Project) -> None:
    scripted = Scripted(
        [ShapeResult(f"{BASE}nowhere/x", "", f"{SHAPE}own", f"{SHAPE}part", "", Severity.INFO, "Fix it.")]
    )
    findings = validate_project(small_project, engine=scripted.make)
    (found,) = [finding for finding in findings if finding.check == f"{SHAPE}own"]
    assert len(scripted.asked) > len(small_project.sources) + len(small_project.judgements)
    assert (found.file, found.line, found.severity) == (None, None, Severity.INFO)
    assert [find_engine(name) for name in ENGINES] == [FastEngine, ReferenceEngine]


def test_without_the_fast_engine_the_reference_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_engine() is FastEngine
    monkeypatch.setitem(sys.modules, "pyshacl_turbo", None)
    assert find_engine() is ReferenceEngine


def test_files_that_are_not_there_or_not_ours_are_refused(small_copy: Project, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        validate_project(small_copy, [tmp_path / "none.ttl"])
    with pytest.raises(UnreadableFile, match="folder"):
        validate_project(small_copy, [tmp_path])
    stranger = tmp_path / "stranger.ttl"
    stranger.write_text("", encoding="utf-8")
    with pytest.raises(InvalidValue, match="a file below"):
        validate_project(small_copy, [stranger])


@pytest.mark.parametrize("engine", BOTH_ENGINES)
@pytest.mark.parametrize("ending", ["ttl", "trig", "nq"])
def test_a_dump_conforms_as_its_project_does(small: BaseGraph, tmp_path: Path, engine: str, ending: str) -> None:
    """It is looked at as a whole, so that passages of two documents can be seen to disagree."""
    build(small, tmp_path)
    dump = tmp_path / f"mhgraph.{ending}"
    found = validate_graph(small.project, dump, engine=find_engine(engine))
    assert violations(found) == []
    assert (f"{SHAPE}start-date-once", f"{BASE}event/village-compact-launch") in {
        (finding.check, finding.focus) for finding in found
    }
    assert all(finding.file == dump for finding in found)


@pytest.mark.parametrize("engine", BOTH_ENGINES)
def test_a_fault_in_another_graph_is_found(small_project: Project, tmp_path: Path, engine: str) -> None:
    path = tmp_path / "own.nt"
    path.write_text(f"<{BASE}event/x> <{RDF}type> <{EVENT}> .\n", encoding="utf-8")
    found = validate_graph(small_project, path, engine=find_engine(engine))
    assert f"{SHAPE}label-english" in {finding.check for finding in violations(found)}
    assert {finding.focus for finding in found} == {f"{BASE}event/x"}


def test_a_graph_of_which_nothing_is_looked_at_does_not_conform(small_project: Project, tmp_path: Path) -> None:
    path = tmp_path / "own.trig"
    path.write_text(f"<urn:x:g> {{ <{BASE}event/x> a <{EVENT}> }}", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="nothing that the shapes look at"):
        validate_graph(small_project, path)


def test_another_graph_is_no_rdf_xml_and_has_no_endless_literals(small_project: Project, tmp_path: Path) -> None:
    path = tmp_path / "own.rdf"
    path.write_text("<rdf/>", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"ends in '\.rdf'"):
        validate_graph(small_project, path)
    path = tmp_path / "own.nt"
    path.write_text(f'<e:a> <e:b> "{"x" * (LITERAL + 1)}" .\n', encoding="utf-8")
    with pytest.raises(OversizedLiteral):
        validate_graph(small_project, path)


def test_a_project_without_shapes_is_refused(small_copy: Project) -> None:
    for path in small_copy.shapes:
        path.unlink()
    with pytest.raises(UnreadableFile, match="no shapes here"):
        validate_project(small_copy)


@pytest.mark.parametrize("clause", ["FROM <http://127.0.0.1:1/x>", "from named <http://127.0.0.1:1/x>"])
def test_queries_that_read_elsewhere_are_refused(tmp_path: Path, clause: str) -> None:
    path = tmp_path / "shapes" / "own.ttl"
    path.parent.mkdir()
    path.write_text(
        f"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e.example/> .
e:s a sh:NodeShape ; sh:sparql [ sh:select "SELECT $this {clause} WHERE {{ $this ?p 1 }}" ] .""",
        encoding="utf-8",
    )
    with pytest.raises(InvalidShape, match="reads another place"):
        parse_shapes(Project(tmp_path))


def test_shapes_that_cannot_be_used_are_one_error() -> None:
    shapes = rdflib.Graph().parse(
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e.example/> .
e:s a sh:NodeShape ; sh:targetClass e:C ; sh:property e:p . e:p sh:path e:q , e:r ; sh:minCount 1 .""",
        format="turtle",
    )
    with pytest.raises(InvalidShape, match="the shapes cannot be used"):
        ReferenceEngine(shapes).validate(f"<http://e.example/x> <{RDF}type> <http://e.example/C> .".encode())


@pytest.mark.parametrize("engine", [FastEngine, ReferenceEngine])
def test_the_shapes_stay_as_they_are(engine: type[FastEngine | ReferenceEngine]) -> None:
    shapes = rdflib.Graph().parse(
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e.example/> .
e:s a sh:NodeShape ; sh:targetClass e:C ; sh:property e:p .
e:p sh:path e:q ; sh:minCount 1 ; sh:message "Gib eins an."@de , "Add one."@en .""",
        format="turtle",
    )
    before = set(shapes)
    (found,) = engine(shapes).validate(f"<http://e.example/x> <{RDF}type> <http://e.example/C> .".encode())
    assert found.key[:3] == ("http://e.example/x", "http://e.example/q", "http://e.example/p")
    assert found.message == "Add one."
    assert set(shapes) == before


def test_a_misspelt_property_is_told_once_with_the_right_one(small_copy: Project, edit: Edit) -> None:
    """That its class has no such property would be said by a shape, too."""
    edit("entities/concept/concept.ttl", 'skos:definition "Water', 'skos:definiton "Water')
    (found,) = violations(validate_project(small_copy))
    assert found.check == "integrity:foreign-term"
    assert "did you mean skos:definition" in found.message


def test_a_misspelt_name_is_told_once_with_the_right_one(small_copy: Project, edit: Edit) -> None:
    edit(
        "sources/riverside-launch-notice.trig",
        "mh:hasOrganizer actor:riverside-health-board",
        "mh:hasOrganizer actor:riverside-helth-board",
    )
    (found,) = violations(validate_project(small_copy))
    assert found.check == "integrity:declared"
    assert "did you mean actor:riverside-health-board" in found.message


def test_a_blank_node_is_told_once(small_copy: Project, edit: Edit) -> None:
    edit(
        "sources/riverside-launch-notice.trig",
        "mh:hasOrganizer actor:riverside-health-board",
        "mh:hasOrganizer [ a mh:Organization ]",
    )
    findings = violations(validate_project(small_copy))
    assert {finding.check for finding in findings} <= {"integrity:blank-node", "integrity:canonical-format"}


def test_what_a_passage_has_to_say_is_asked_for_where_a_passage_speaks(small_copy: Project, edit: Edit) -> None:
    path = edit("sources/riverside-launch-notice.trig", "mh:hasUnit concept:unit-persons ;", "")
    (found,) = [
        finding for finding in validate_project(small_copy) if finding.check == f"{SHAPE}reported-figure-unit-said"
    ]
    assert found.file == path.relative_to(small_copy.root)


@pytest.mark.parametrize("engine", BOTH_ENGINES)
@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("sh:closed true", "sh:closd true", "known-term"),
        ('sh:pattern "^', 'sh:pattern "(^', "pattern"),
        ("$this mh:isPartOfEvent", "$this mh:isPartOfEvent mh:isPartOfEvent", "query"),
    ],
)
def test_shapes_that_an_engine_refuses_are_linted(
    small_copy: Project, engine: str, old: str, new: str, rule: str
) -> None:
    shapes = small_copy.root / "shapes"
    linked = shapes.resolve()
    shapes.unlink()
    linked.rename(shapes)
    text = (shapes / "event.ttl").read_text(encoding="utf-8")
    assert old in text
    (shapes / "event.ttl").write_text(text.replace(old, new, 1), encoding="utf-8")
    findings = validate_project(small_copy, engine=find_engine(engine))
    (found,) = [finding for finding in findings if finding.check == f"shapelint:{rule}"]
    assert found.severity is Severity.VIOLATION
    assert found.file == Path("shapes/event.ttl")
    assert found.line


def test_a_report_never_passes_over_shapes_that_were_not_asked(small_copy: Project) -> None:
    """What the linter warns of is no reason for a refusal, and a report on some files would not show what is one."""
    shapes = small_copy.root / "shapes"
    linked = shapes.resolve()
    shapes.unlink()
    linked.rename(shapes)
    with (shapes / "event.ttl").open("a", encoding="utf-8") as file:
        file.write("shape:idle a sh:NodeShape ; sh:targetClass mh:Identity .\n")

    with pytest.raises(InvalidShape, match="will not have them"):
        validate_project(small_copy, engine=Refusing)
    text = (shapes / "event.ttl").read_text(encoding="utf-8")
    (shapes / "event.ttl").write_text(text.replace("sh:closed true", "sh:closd true", 1), encoding="utf-8")
    assert not all(finding.severity is Severity.WARNING for finding in validate_project(small_copy, engine=Refusing))
    with pytest.raises(InvalidShape, match="will not have them"):
        validate_project(small_copy, small_copy.data[:1], engine=Refusing)


def test_an_engine_that_nobody_knows_is_refused() -> None:
    with pytest.raises(InvalidValue, match="turbo or pyshacl"):
        find_engine("nonsense")
