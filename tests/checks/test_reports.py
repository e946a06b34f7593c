"""The forms of a report."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib

from mhgraph.checks.finding import Finding, Severity
from mhgraph.checks.reports import FEW, FORMATS, conforms, render, verdict
from mhgraph.namespaces import BASE, PREFIXES, SH, from_curie

sh = rdflib.Namespace(SH)


def iri(curie: str) -> str:
    return from_curie(curie) or ""


SHAPE = PREFIXES["shape"]
ONE = Path("data/sources/one.trig")
EITHER = f"<{iri('mh:hasStartDate')}>|<{iri('mh:hasEndDate')}>"
FINDINGS: list[Finding] = [
    Finding("integrity:file-name", Severity.WARNING, "A name is odd: rename it."),
    Finding(
        f"{SHAPE}event-run-by", Severity.WARNING, "Nobody runs it: add one.", f"{BASE}event/a",
        iri("mh:hasOrganizer"), file=ONE, line=3, constraint=f"{SH}SPARQLConstraintComponent",
    ),
    Finding(
        f"{SHAPE}end-date", Severity.VIOLATION, "A date,\nwrong: 100 % so; fix it.", f"{BASE}event/a",
        iri("mh:hasEndDate"),
        '"2031Z"^^<http://www.w3.org/2001/XMLSchema#gYear>', ONE, 9, f"{SH}NodeConstraintComponent",
    ),
    Finding(
        f"{SHAPE}event-date", Severity.VIOLATION, "No date: add one.", f"{BASE}event/b",
        EITHER, file=Path("data/entities/event.ttl"), line=12,
        constraint=f"{SH}MinCountConstraintComponent",
    ),
]  # fmt: skip


def test_text_is_grouped_by_file_most_severe_first() -> None:
    assert render(FINDINGS, "text").splitlines() == [
        "data/entities/event.ttl",
        "  12:   violation: No date: add one.",
        "        event:b, mh:hasStartDate|mh:hasEndDate (shape:event-date)",
        "",
        "data/sources/one.trig",
        "  9:    violation: A date, wrong: 100 % so; fix it.",
        '        event:a, mh:hasEndDate, "2031Z"^^xsd:gYear (shape:end-date)',
        "  3:    warning: Nobody runs it: add one.",
        "        event:a, mh:hasOrganizer (shape:event-run-by)",
        "",
        "(no file)",
        "  -     warning: A name is odd: rename it.",
        "        (integrity:file-name)",
        "",
        "does not conform: 2 violations, 2 warnings",
    ]


def test_json_says_all() -> None:
    report = json.loads(render(FINDINGS, "json"))
    assert (report["conforms"], report["violations"], report["warnings"]) == (False, 2, 2)
    first = report["findings"][0]
    assert first == {
        "severity": "violation",
        "message": "No date: add one.",
        "check": f"{SHAPE}event-date",
        "constraint": f"{SH}MinCountConstraintComponent",
        "focus": f"{BASE}event/b",
        "path": EITHER,
        "value": None,
        "file": "data/entities/event.ttl",
        "line": 12,
    }
    assert len(report["findings"]) == len(FINDINGS)


def test_turtle_is_a_shacl_report() -> None:
    text = render(FINDINGS, "turtle")
    assert text == render(list(reversed(FINDINGS)), "turtle")
    graph = rdflib.Graph().parse(data=text, format="turtle")
    (report,) = graph.subjects(rdflib.RDF.type, sh.ValidationReport)
    assert graph.value(report, sh.conforms) == rdflib.Literal(False)
    results = list(graph.objects(report, sh.result))
    assert len(results) == len(FINDINGS)
    assert len(list(graph.objects(None, sh.resultPath))) == sum(bool(finding.path) for finding in FINDINGS)
    for result in results:
        for needed in (sh.resultSeverity, sh.sourceConstraintComponent, sh.resultMessage):
            assert graph.value(result, needed) is not None
    (dated,) = graph.subjects(sh.sourceShape, rdflib.URIRef(f"{SHAPE}end-date"))
    assert graph.value(dated, sh.value) == rdflib.Literal("2031Z", datatype=rdflib.XSD.gYear, normalize=False)
    (undated,) = graph.subjects(sh.sourceShape, rdflib.URIRef(f"{SHAPE}event-date"))
    either = graph.value(graph.value(undated, sh.resultPath), sh.alternativePath)
    assert either is not None
    assert [str(path) for path in graph.items(either)] == [iri("mh:hasStartDate"), iri("mh:hasEndDate")]
    empty = rdflib.Graph().parse(data=render([], "turtle"), format="turtle")
    assert list(empty.objects(None, sh.conforms)) == [rdflib.Literal(True)]


def test_sarif_has_the_structure_of_the_standard() -> None:
    log = json.loads(render(FINDINGS, "sarif"))
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "mhgraph"
    rules = [rule["id"] for rule in driver["rules"]]
    assert rules == sorted(set(rules))
    assert len(run["results"]) == len(FINDINGS)
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        for location in result.get("locations", []):
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert not uri.startswith("/")
            assert location["physicalLocation"]["region"]["startLine"] >= 1
    assert sum("locations" in result for result in run["results"]) == len(FINDINGS) - 1


def test_github_annotations_are_one_line_each() -> None:
    lines = render(FINDINGS, "github").splitlines()
    assert len(lines) == len(FINDINGS)
    assert lines[1] == (
        "::error file=data/sources/one.trig,line=9,title=shape%3Aend-date::"
        'event:a, mh:hasEndDate, "2031Z"^^xsd:gYear: A date,%0Awrong: 100 %25 so; fix it.'
    )
    assert lines[2] == "::warning title=integrity%3Afile-name::A name is odd: rename it."


def test_rows() -> None:
    rows = list(csv.DictReader(io.StringIO(render(FINDINGS, "csv"))))
    assert [row["severity"] for row in rows] == ["violation", "violation", "warning", "warning"]
    assert rows[0]["place"] == "data/entities/event.ttl:12"
    assert rows[0]["check"] == f"{SHAPE}event-date"


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_takes_no_findings_and_any_order(form: str) -> None:
    assert isinstance(render([], form), str)
    assert render(FINDINGS, form) == render(list(reversed(FINDINGS)), form)


def test_what_fails() -> None:
    warnings = [finding for finding in FINDINGS if finding.severity is Severity.WARNING]
    assert conforms([])
    assert conforms(warnings)
    assert not conforms(warnings, strict=True)
    assert not conforms(FINDINGS)
    assert verdict(warnings[:1]) == "conforms: 0 violations, 1 warning"


def test_a_strict_report_says_what_its_exit_code_says() -> None:
    warnings = [finding for finding in FINDINGS if finding.severity is Severity.WARNING]
    assert render(warnings, "text").endswith("\nconforms: 0 violations, 2 warnings\n")
    assert render(warnings, "text", strict=True).endswith("\ndoes not conform: 0 violations, 2 warnings\n")
    assert json.loads(render(warnings, "json"))["conforms"] is True
    assert json.loads(render(warnings, "json", strict=True))["conforms"] is False


def test_many_of_a_kind_are_counted_and_not_listed_to_people() -> None:
    many = [Finding("integrity:comment", Severity.VIOLATION, "Fix it.", file=ONE, line=line) for line in range(1, 31)]
    text = render([*FINDINGS, *many], "text")
    assert text.count("Fix it.") == FEW
    assert f"… and {30 - FEW} more like it (integrity:comment)" in text
    assert "31 violations" not in text
    assert text.endswith("does not conform: 32 violations, 2 warnings\n")
    assert render([*FINDINGS, *many], "csv").count("Fix it.") == 30
