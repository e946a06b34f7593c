"""Each rule of the linter for shapes, broken by one change: this rule complains of this shape, and nothing else."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from mhgraph.checks.finding import Finding, Severity
from mhgraph.checks.shacl import parse_shapes
from mhgraph.checks.shapelint import RULES, WARNINGS, lint
from mhgraph.graph import BaseGraph, load_graph
from mhgraph.namespaces import BASE, MH, from_curie, to_curie
from mhgraph.project.folders import Project
from mhgraph.project.statements import ParsedProject, parse_project

CLASSES = [
    "mh:Capture",
    "mh:Commitment",
    "mh:CoordinationBody",
    "mh:Derivation",
    "mh:Event",
    "mh:EventSeries",
    "mh:EventSet",
    "mh:Identity",
    "mh:Indexing",
    "mh:Instrument",
    "mh:Judgement",
    "mh:JudgementFile",
    "mh:Membership",
    "mh:Milestone",
    "mh:Organization",
    "mh:Participation",
    "mh:Passage",
    "mh:Person",
    "mh:Place",
    "mh:Position",
    "mh:Practice",
    "mh:Process",
    "mh:Provision",
    "mh:Recommendation",
    "mh:ReportedFigure",
    "mh:Rule",
    "mh:Source",
]

PROLOGUE = f"""@prefix concept: <{BASE}concept/> .
@prefix mh: <{MH}> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <{BASE}shape/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

SHAPES = (
    PROLOGUE
    + "".join(f"shape:c{i} a sh:NodeShape ; sh:targetClass {name} .\n" for i, name in enumerate(CLASSES))
    + f"""
shape:event a sh:NodeShape ;
  sh:targetClass mh:Event ;
  sh:property shape:date , shape:host , shape:series .

shape:date a sh:PropertyShape ;
  sh:path [ sh:alternativePath ( mh:hasStartDate mh:hasPeriodLabel ) ] ;
  sh:minCount 1 ;
  sh:severity sh:Violation ;
  sh:message "An event needs a start date, or a phrase of time (mh:hasPeriodLabel)."@en .

shape:host a sh:PropertyShape ;
  sh:path mh:hasHost ;
  sh:node shape:a-body ;
  sh:severity sh:Warning ;
  sh:message "The host of an event is a body: name one."@en .

shape:a-body a sh:NodeShape ;
  sh:or ( [ sh:class mh:Organization ] shape:a-coordination-body ) .

shape:a-coordination-body a sh:NodeShape ;
  sh:class mh:CoordinationBody .

shape:series a sh:PropertyShape ;
  sh:path mh:isInSeries ;
  sh:pattern "^https://w3id\\\\.org/" ;
  sh:sparql [
    sh:prefixes <{BASE}shapes> ;
    sh:select "SELECT $this ?value WHERE {{ $this $PATH ?value . ?value mh:isInSeries $this }}"
  ] ;
  sh:severity sh:Info ;
  sh:message "A series is in the event that is in it: remove one of the two."@en .

shape:labelled a sh:PropertyShape ;
  sh:targetSubjectsOf mh:hasAcronym ;
  sh:path [ sh:inversePath mh:hasOrganizer ] ;
  sh:maxCount 9 ;
  sh:severity sh:Warning ;
  sh:message "Ten events of one organizer are more than this project holds: look again."@en .

<{BASE}shapes> sh:declare [ sh:prefix "mh" ; sh:namespace "{MH}"^^xsd:anyURI ] .
"""
)


@dataclass(frozen=True)
class Case:
    """A change of the shapes that breaks one rule, and the shape (a local name) that the complaint is about."""

    rule: str
    old: str
    new: str
    shape: str
    value: str = ""


CASES = [
    Case("known-term", "sh:minCount 1", "sh:minCont 1", "date", "sh:minCont"),
    Case(
        "known-term",
        "sh:class mh:CoordinationBody",
        "sh:class mh:CoordinationBody ; sh:nodeKind sh:Iri",
        "a-coordination-body",
        "sh:Iri",
    ),
    Case("known-term", "( [ sh:class mh:Organization ]", "( [ sh:clas mh:Organization ]", "a-body", "sh:clas"),
    Case(
        "declared-term",
        "sh:path mh:isInSeries",
        "sh:path mh:isInSeries ; sh:equals mh:inTheSeries",
        "series",
        "mh:inTheSeries",
    ),
    Case("declared-term", "?value mh:isInSeries $this", "?value mh:inTheSeries $this", "series", "mh:inTheSeries"),
    Case(
        "property-shape",
        "sh:property shape:date ,",
        "sh:property shape:date , [ sh:path mh:hasMode ; sh:maxCount 3 ; "
        'sh:severity sh:Info ; sh:message "An event has four modes at once: keep three."@en ] ,',
        "event",
    ),
    Case("property-shape", "sh:severity sh:Info ;", "", "series"),
    Case(
        "property-shape",
        '  sh:message "The host of an event is a body: name one."@en .',
        '  sh:name "host"@en .',
        "host",
    ),
    Case(
        "property-shape",
        "sh:targetClass mh:Event ;\n",
        "sh:targetClass mh:Event ; sh:nodeKind sh:IRI ; "
        'sh:message "An event has no name of its own: give it one."@en ;\n',
        "event",
    ),
    Case("message", "is a body: name one.", "is a body: name one", "host"),
    Case("message", "The host of an event is a body: name one.", "the host of an event is a body: name one.", "host"),
    Case("message", "The host of an event is a body: name one.", "Name the host.", "host"),
    Case("message", "The host of an event is a body: name one.", "The host of an event is not a body.", "host"),
    Case("pattern", "^https://w3id", "^(https://w3id", "series"),
    Case("query", "?value mh:isInSeries $this", "?value schema:about $this", "series"),
    Case("query", "?value mh:isInSeries $this }", "?value mh:isInSeries $this", "series"),
    Case("query", "SELECT $this ?value", "SELECT ?value", "series"),
    Case("query", "?value mh:isInSeries $this }", "?value mh:isInSeries $this MINUS { $this a mh:Event } }", "series"),
    Case("known-term", "sh:maxCount 9", "sh:maxCount 9 ; sh:rule mh:hasHost", "labelled", "sh:rule"),
    Case(
        "known-term",
        "sh:maxCount 9",
        "sh:maxCount 9 ; <http://www.w3.org/ns/shacl/minCount> 1",
        "labelled",
        "http://www.w3.org/ns/shacl/minCount",
    ),
    Case("declared-term", "sh:maxCount 9", "sh:maxCount 9 ; sh:hasValue concept:mode-onlin", "labelled"),
    Case(
        "declared-term", "?value mh:isInSeries $this", "?value <https://w3id.org/mhgraph/ontology#inIt> $this", "series"
    ),
    Case("property-shape", "sh:maxCount 9", "sh:maxCount 9 ; sh:deactivated true", "labelled"),
    Case("pattern", "^https://w3id", "^(?=https)https://w3id", "series"),
    Case("pattern", "sh:path mh:isInSeries", 'sh:path mh:isInSeries ; sh:flags "z"', "series"),
    Case("pattern", "?value mh:isInSeries $this", "FILTER (REGEX(STR(?value), '[('))", "series"),
    Case("class", "sh:targetClass mh:Practice", "sh:targetClass mh:Provision", "mh:Practice", "mh:Practice"),
    Case("focus", "sh:targetSubjectsOf mh:hasAcronym", "sh:targetObjectsOf mh:collects", "labelled"),
    Case(
        "focus",
        "[ sh:class mh:Organization ] shape:a-coordination-body",
        "[ sh:class mh:Organization ]",
        "a-coordination-body",
    ),
]


@dataclass(frozen=True)
class Linter:
    """A project whose shapes a test writes."""

    parsed: ParsedProject
    graph: BaseGraph

    @property
    def root(self) -> Path:
        return self.parsed.project.root

    def lint(self, text: str | None = None, exercised: tuple[str, ...] = ()) -> list[Finding]:
        if text is not None:
            (self.root / "shapes" / "own.ttl").write_text(text, encoding="utf-8")
        return lint(parse_shapes(self.parsed.project), self.parsed, self.graph, exercised=exercised)


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory, small_project: Project) -> Linter:
    """The small project with shapes of its own."""
    root = tmp_path_factory.mktemp("linter") / "project"
    shutil.copytree(small_project.root, root, ignore=shutil.ignore_patterns("shapes"))
    (root / "shapes").mkdir()
    parsed = parse_project(Project(root))
    return Linter(parsed, load_graph(parsed))


def test_good_shapes_are_not_complained_of(linter: Linter) -> None:
    assert linter.lint(SHAPES) == []


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule} {i}" for i, case in enumerate(CASES)])
def test_a_broken_rule_is_complained_of_alone(case: Case, linter: Linter) -> None:
    assert SHAPES.count(case.old) == 1
    text = SHAPES.replace(case.old, case.new)
    found = linter.lint(text)
    assert [finding.check for finding in found] == [f"shapelint:{case.rule}"], found
    finding = found[0]
    assert finding.severity is (Severity.WARNING if case.rule in WARNINGS else Severity.VIOLATION)
    assert finding.focus == from_curie(case.shape if case.rule == "class" else f"shape:{case.shape}")
    if case.rule != "class":
        assert finding.file == Path("shapes/own.ttl")
        assert finding.line is not None
        assert text.split("\n")[finding.line - 1].startswith(f"shape:{case.shape} ")
    if case.value:
        assert to_curie(finding.value) == case.value
    assert finding.message.endswith(".")


def test_every_rule_has_a_case() -> None:
    assert {case.rule for case in CASES} == RULES.keys()
    assert RULES.keys() > WARNINGS


def test_a_test_may_give_a_shape_its_focus_node(linter: Linter) -> None:
    text = f"{SHAPES}shape:idle a sh:NodeShape ; sh:targetClass mh:Record .\n"
    assert [finding.focus for finding in linter.lint(text)] == [f"{BASE}shape/idle"]
    assert linter.lint(text, (f"{BASE}shape/idle",)) == []


def test_linked_shapes_are_judged_where_they_live(linter: Linter) -> None:
    text = SHAPES.replace("sh:minCount 1", "sh:minCont 1")
    assert linter.lint(text)
    folder, elsewhere = linter.root / "shapes", linter.root.parent / "shapes"
    shutil.copytree(linter.root / "ontology", linter.root.parent / "ontology")  # so that a project lies around it
    (linter.root.parent / "data").mkdir()
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    try:
        assert linter.lint() == []
    finally:
        folder.unlink()
        elsewhere.rename(folder)


def test_the_shipped_shapes_are_clean(shipped_findings: list[Finding]) -> None:
    """What no document tells yet, the cases of the shapes look at."""
    linted = [finding for finding in shipped_findings if finding.check.startswith("shapelint:")]
    found = [finding for finding in linted if finding.check != "shapelint:focus"]
    assert len(linted) < 10
    assert not found, "\n".join(f"{finding.file}:{finding.line} {finding.message}" for finding in found)
