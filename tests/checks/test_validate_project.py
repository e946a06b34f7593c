"""Validating projects: what is found, where it is said to stand, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib

from mhgraph.graph import load_corpus
from mhgraph.errors import InvalidValue, OversizedLiteral, UnreadableFile
from mhgraph.namespaces import BASE, MH, RDF
from mhgraph.project.folders import Project
from mhgraph.rdf.turtle.parse import MAX_LITERAL
from mhgraph.release.build import build
from mhgraph.checks.finding import Finding, Severity
from mhgraph.checks import (
    ENGINES,
    InvalidShape,
    ShapeFinding,
    ShapeResult,
    find_engine,
    load_shapes,
    shacl_findings,
    validate_graph,
    validate_project,
)
from mhgraph.checks.reports import SHAPE

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
    return [each for each in findings if each.severity is Severity.VIOLATION]


def test_the_shipped_data_has_no_violation(shipped: Project) -> None:
    findings = validate_project(shipped)
    assert violations(findings) == []
    assert all(each.file and each.line and (shipped.root / each.file).is_file() for each in findings)


def test_a_wrong_statement_is_found_on_its_line(small_copy: Project, edit: Edit) -> None:
    path = edit(
        "judgements/village-health.trig",
        "rec:test-wells mh:addresses provision:vhc-1 ,",
        "rec:test-wells mh:addresses instrument:old-water-pact ,",
    )
    path.write_text(f"@prefix instrument: <{BASE}instrument/> .\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    (found,) = [each for each in validate_project(small_copy) if each.check == f"{SHAPE}addresses"]
    assert found.file == Path("data/judgements/village-health.trig")
    assert found.line
    line = path.read_text(encoding="utf-8").splitlines()[found.line - 1]
    assert "mh:addresses instrument:old-water-pact" in line
    assert (found.focus, found.value) == (f"{BASE}rec/test-wells", f"{BASE}instrument/old-water-pact")
    assert isinstance(found, ShapeFinding)
    assert found.constraint.endswith("#ClassConstraintComponent")


def test_what_is_missing_is_found_where_the_thing_is_declared(small_copy: Project, edit: Edit) -> None:
    path = edit("entities/provision.ttl", '\tskos:notation "2" ;\n', "")
    (found,) = violations(validate_project(small_copy))
    assert (found.check, found.file) == (f"{SHAPE}provision-notation-once", Path("data/entities/provision.ttl"))
    assert found.line
    assert path.read_text(encoding="utf-8").splitlines()[found.line - 1].startswith("provision:vhc-2 a mh:Provision")


def test_with_files_only_what_these_say(small_copy: Project, edit: Edit) -> None:
    provisions = edit("entities/provision.ttl", '\tskos:notation "2" ;\n', "")
    places = small_copy.root / "data" / "entities" / "place.ttl"
    assert validate_project(small_copy, [places]) == []
    assert len(violations(validate_project(small_copy, [provisions, places]))) == 1


def test_findings_come_in_the_order_of_reports(small_copy: Project, edit: Edit) -> None:
    edit("entities/provision.ttl", '\tskos:notation "2" ;\n', "")
    findings = validate_project(small_copy)
    assert findings == sorted(findings, key=Finding.sort_key)
    assert {each.severity for each in findings} == {Severity.VIOLATION, Severity.WARNING}
    assert findings[0].severity is Severity.VIOLATION


def test_the_engine_can_be_chosen(small_project: Project) -> None:
    asked: list[int] = []

    def engine(data: rdflib.Graph | bytes, shapes: rdflib.Graph) -> list[ShapeResult]:
        asked.append(len(data))
        return [ShapeResult(f"{BASE}nowhere/x", "", f"{SHAPE}own", f"{SHAPE}part", "", Severity.INFO, "Mend it.")]

    (found,) = [each for each in validate_project(small_project, engine=engine) if each.check == f"{SHAPE}own"]
    assert asked
    assert (found.file, found.line, found.severity) == (None, None, Severity.INFO)
    assert find_engine(ENGINES[0]) is shacl_findings


def test_files_that_are_not_there_or_not_ours_are_refused(small_copy: Project, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        validate_project(small_copy, [tmp_path / "none.ttl"])
    with pytest.raises(UnreadableFile, match="folder"):
        validate_project(small_copy, [tmp_path])
    stranger = tmp_path / "stranger.ttl"
    stranger.write_text("", encoding="utf-8")
    with pytest.raises(InvalidValue, match="a file below"):
        validate_project(small_copy, [stranger])


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("ending", ["ttl", "trig", "nq"])
def test_a_dump_conforms_as_its_project_does(small_project: Project, tmp_path: Path, engine: str, ending: str) -> None:
    build(load_corpus(small_project), tmp_path)
    dump = tmp_path / f"mhgraph.{ending}"
    found = validate_graph(small_project, dump, engine=find_engine(engine))
    of_shapes = [each for each in validate_project(small_project) if each.check.startswith(SHAPE)]
    assert {(each.check, each.focus) for each in found} == {(each.check, each.focus) for each in of_shapes}
    assert all(each.file == dump for each in found)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_fault_in_another_graph_is_found(small_project: Project, tmp_path: Path, engine: str) -> None:
    path = tmp_path / "own.nt"
    path.write_text(f"<{BASE}event/x> <{RDF}type> <{MH}Event> .\n", encoding="utf-8")
    found = validate_graph(small_project, path, engine=find_engine(engine))
    assert f"{SHAPE}label-english" in {each.check for each in found if each.severity is Severity.VIOLATION}
    assert {each.focus for each in found} == {f"{BASE}event/x"}


def test_a_graph_of_which_nothing_is_looked_at_does_not_conform(small_project: Project, tmp_path: Path) -> None:
    path = tmp_path / "own.trig"
    path.write_text(f"<urn:x:g> {{ <{BASE}event/x> a <{MH}Event> }}", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="nothing that the shapes look at"):
        validate_graph(small_project, path)


def test_another_graph_is_no_rdf_xml_and_has_no_endless_literals(small_project: Project, tmp_path: Path) -> None:
    path = tmp_path / "own.rdf"
    path.write_text("<rdf/>", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"ends in '\.rdf'"):
        validate_graph(small_project, path)
    path = tmp_path / "own.nt"
    path.write_text(f'<e:a> <e:b> "{"x" * MAX_LITERAL}" .\n', encoding="utf-8")
    with pytest.raises(OversizedLiteral):
        validate_graph(small_project, path)


def test_a_project_without_shapes_is_refused(small_copy: Project) -> None:
    for path in small_copy.shapes:
        path.unlink()
    with pytest.raises(UnreadableFile, match="no shapes here"):
        validate_project(small_copy)


@pytest.mark.parametrize("clause", ["FROM <http://127.0.0.1:1/x>", "from named <http://127.0.0.1:1/x>"])
def test_queries_that_read_elsewhere_are_refused(tmp_path: Path, clause: str) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(
        f"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e.example/> .
e:s a sh:NodeShape ; sh:sparql [ sh:select "SELECT $this {clause} WHERE {{ $this ?p 1 }}" ] .""",
        encoding="utf-8",
    )
    with pytest.raises(InvalidShape, match="reads another place"):
        load_shapes([path])


def test_shapes_that_cannot_be_used_are_one_error() -> None:
    shapes = rdflib.Graph().parse(
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e.example/> .
e:s a sh:NodeShape ; sh:targetClass e:C ; sh:property e:p . e:p sh:path e:q , e:r ; sh:minCount 1 .""",
        format="turtle",
    )
    data = rdflib.Graph().parse(data="@prefix e: <http://e.example/> . e:x a e:C .", format="turtle")
    with pytest.raises(InvalidShape, match="the shapes cannot be used"):
        shacl_findings(data, shapes)


def test_the_graphs_stay_as_they_are() -> None:
    shapes = rdflib.Graph().parse(
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e.example/> .
e:s a sh:NodeShape ; sh:targetClass e:C ; sh:property e:p .
e:p sh:path e:q ; sh:minCount 1 ; sh:message "Gib eins an."@de , "Add one."@en .""",
        format="turtle",
    )
    data = rdflib.Graph().parse(data="@prefix e: <http://e.example/> . e:x a e:C .", format="turtle")
    before = (set(data), set(shapes))
    (found,) = shacl_findings(data, shapes)
    assert found.key[:3] == ("http://e.example/x", "http://e.example/q", "http://e.example/p")
    assert found.message == "Add one."
    assert (set(data), set(shapes)) == before


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
    assert {each.check for each in findings} <= {"integrity:blank-node", "integrity:canonical-format"}


def test_what_a_passage_has_to_say_is_asked_for_where_a_passage_speaks(small_copy: Project, edit: Edit) -> None:
    path = edit("sources/riverside-launch-notice.trig", "mh:hasUnit concept:unit-persons ;", "")
    (found,) = [each for each in validate_project(small_copy) if each.check == f"{SHAPE}reported-figure-unit-said"]
    assert found.file == path.relative_to(small_copy.root)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("sh:minCount 1", "sh:minCont 1", "known-term"),
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
    (found,) = [each for each in findings if each.check == f"shapelint:{rule}"]
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
        file.write("shape:idle a sh:NodeShape ; sh:targetClass mh:View .\n")

    def refusing(data: rdflib.Graph | bytes, shapes: rdflib.Graph) -> list[ShapeResult]:
        raise InvalidShape("it will not have them")

    with pytest.raises(InvalidShape, match="will not have them"):
        validate_project(small_copy, engine=refusing)
    text = (shapes / "event.ttl").read_text(encoding="utf-8")
    (shapes / "event.ttl").write_text(text.replace("sh:minCount 1", "sh:minCont 1", 1), encoding="utf-8")
    assert not all(each.severity is Severity.WARNING for each in validate_project(small_copy, engine=refusing))
    with pytest.raises(InvalidShape, match="will not have them"):
        validate_project(small_copy, small_copy.data[:1], engine=refusing)


def test_an_engine_that_nobody_knows_is_refused() -> None:
    with pytest.raises(InvalidValue, match="pyshacl or turbo"):
        find_engine("nonsense")
