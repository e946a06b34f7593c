"""Findings as reports: text for people, JSON for tools, the SHACL report graph as Turtle, SARIF, GitHub annotations.

Every form is a pure function of the findings: no clock, no absolute path, the same bytes for the same findings.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from mhgraph import __version__
from mhgraph.checks.finding import Finding, Severity
from mhgraph.namespaces import BASE, RDF, SH, XSD, to_curie
from mhgraph.project.canonical import canonical
from mhgraph.rdf.terms import TYPE, Term
from mhgraph.tables import FORMATS as ROW_FORMATS
from mhgraph.tables import Table, Value, simple_table
from mhgraph.tables import render as render_rows
from mhgraph.text.characters import visible

_CHECK = f"{BASE}check/"
_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_COMMANDS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_NO_FILE = "(no file)"
FEW = 8
"""So many findings of one check in one file are shown to people."""
_IRI = re.compile(r"<([^<>]*)>")
_STEP = re.compile(r"(\^?)<([^<>]*)>")


def render(findings: Sequence[Finding], form: str, *, strict: bool = False) -> str:
    r"""Return findings in one of FORMATS; they are put in the order of reports first.

    `strict` is about what the report says of the whole: with it, warnings do not conform.

    >>> render([], "text")
    'conforms: 0 violations, 0 warnings\n'
    """
    ordered = sorted(findings, key=Finding.sort_key)
    if form == "text":
        return f"{_text(ordered)}{verdict(ordered, strict=strict)}\n"
    if form == "json":
        return _json(ordered, strict=strict)
    if form in _RENDERERS:
        return _RENDERERS[form](ordered)
    return render_rows(as_table(ordered), form)


def conforms(findings: Sequence[Finding], *, strict: bool = False) -> bool:
    """Return whether nothing fails: no violation, and with `strict` no warning either."""
    failing = {Severity.VIOLATION, Severity.WARNING} if strict else {Severity.VIOLATION}
    return not any(finding.severity in failing for finding in findings)


def verdict(findings: Sequence[Finding], *, strict: bool = False) -> str:
    """Return the closing line: whether the data conforms, with counts.

    >>> verdict([Finding("x", Severity.WARNING, "Fix it.")])
    'conforms: 0 violations, 1 warning'
    >>> verdict([Finding("x", Severity.WARNING, "Fix it.")], strict=True)
    'does not conform: 0 violations, 1 warning'
    """
    counts = ", ".join(_say_count(findings, severity) for severity in (Severity.VIOLATION, Severity.WARNING))
    return f"{'conforms' if conforms(findings, strict=strict) else 'does not conform'}: {counts}"


def short(text: str) -> str:
    """Return an IRI, a property path or a literal with CURIEs in place of the IRIs that have one.

    >>> short("<https://w3id.org/mhgraph/ontology#binds>|<https://w3id.org/mhgraph/ontology#pledgedBy>")
    'mh:binds|mh:pledgedBy'
    """
    if text.startswith('"'):
        value, mark, datatype = text.rpartition("^^")
        return f"{value}{mark}{short(datatype)}" if mark else text
    return _IRI.sub(lambda match: to_curie(match[1]), text) if "<" in text else to_curie(text)


def as_table(findings: Sequence[Finding]) -> Table:
    """Return findings as rows."""
    rows = [
        (
            finding.severity.value,
            _place(finding),
            Value(finding.focus, to_curie(finding.focus)),
            Value(finding.path, short(finding.path)),
            Value(finding.value, short(finding.value)),
            finding.message,
            Value(finding.check, to_curie(finding.check)),
        )
        for finding in findings
    ]
    return simple_table(("severity", "place", "about", "path", "value", "message", "check"), list(rows))


def _text(findings: Sequence[Finding]) -> str:
    """Return findings by file: the file with the most severe finding first; in a file by severity, then by line.

    Of many findings of one check in a file, the first FEW are shown, and how many more there are.
    """
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(str(finding.file or _NO_FILE), []).append(finding)
    lines = []
    for name, group in groups.items():
        lines.append(visible(name))
        number = Counter(finding.check for finding in group)
        shown: Counter[str] = Counter()
        for finding in group:
            shown[finding.check] += 1
            if shown[finding.check] <= FEW:
                line = f"{finding.line}:" if finding.line else "-"
                lines.append(f"  {line:<5} {finding.severity.value}: {visible(finding.message)}")
                lines.append(f"        {visible(' '.join([*_name_parts(finding), f'({to_curie(finding.check)})']))}")
            elif shown[finding.check] == number[finding.check]:
                more = number[finding.check] - FEW
                lines.append(f"        … and {more} more like it ({to_curie(finding.check)}); the table lists all")
        lines.append("")
    return "".join(f"{line}\n" for line in lines)


def _name_parts(finding: Finding) -> list[str]:
    """Return entity, path and value, as far as there are any, as one text; [] without."""
    parts = [short(part) for part in (finding.focus, finding.path, finding.value) if part]
    return [", ".join(parts)] if parts else []


def _sentence(finding: Finding) -> str:
    return ": ".join([*_name_parts(finding), finding.message])


def _json(findings: Sequence[Finding], *, strict: bool = False) -> str:
    report = {
        "conforms": conforms(findings, strict=strict),
        "violations": _count(findings, Severity.VIOLATION),
        "warnings": _count(findings, Severity.WARNING),
        "findings": [
            {
                "severity": finding.severity.value,
                "message": finding.message,
                "check": finding.check,
                "constraint": _constraint(finding),
                "focus": finding.focus or None,
                "path": finding.path or None,
                "value": finding.value or None,
                "file": finding.file.as_posix() if finding.file else None,
                "line": finding.line,
            }
            for finding in findings
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _sarif(findings: Sequence[Finding]) -> str:
    """Return SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html."""
    rules = sorted({to_curie(finding.check) for finding in findings})
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "mhgraph",
                        "version": __version__,
                        "informationUri": BASE,
                        "rules": [{"id": rule} for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(finding, rules.index(to_curie(finding.check))) for finding in findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_result(finding: Finding, rule: int) -> dict[str, object]:
    location: dict[str, object] = {}
    if finding.file:
        physical: dict[str, object] = {"artifactLocation": {"uri": finding.file.as_posix()}}
        if finding.line:
            physical["region"] = {"startLine": finding.line}
        location["physicalLocation"] = physical
    if finding.focus:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.focus}]
    return {
        "ruleId": to_curie(finding.check),
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _sentence(finding)},
        **({"locations": [location]} if location else {}),
    }


def _github(findings: Sequence[Finding]) -> str:
    """Return workflow commands of GitHub Actions, one a line; what the data says cannot end a command."""
    lines = []
    for finding in findings:
        where = {"file": finding.file.as_posix() if finding.file else "", "line": str(finding.line or "")}
        where["title"] = to_curie(finding.check)
        properties = ",".join(f"{key}={_escape(value, ':,')}" for key, value in where.items() if value)
        lines.append(f"::{_COMMANDS[finding.severity]} {properties}::{_escape(_sentence(finding))}\n")
    return "".join(lines)


def _escape(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _turtle(findings: Sequence[Finding]) -> str:
    """Return the SHACL report graph; results are numbered in the order of reports."""

    def sh(name: str) -> NamedNode:
        return NamedNode(f"{SH}{name}")

    report = BlankNode("report")
    truth = Literal("false" if findings else "true", datatype=NamedNode(f"{XSD}boolean"))
    quads = [Quad(report, TYPE, sh("ValidationReport")), Quad(report, sh("conforms"), truth)]
    for number, finding in enumerate(findings, start=1):
        node = BlankNode(f"result{number}")
        path, of_path = _path(finding.path, f"path{number}") if finding.path else (None, [])
        quads += of_path
        parts: dict[str, Term | None] = {
            "focusNode": _term(finding.focus or (f"{BASE}{finding.file.as_posix()}" if finding.file else "")),
            "resultPath": path,
            "value": _term(finding.value),
            "sourceShape": NamedNode(finding.check) if "://" in finding.check else None,
            "sourceConstraintComponent": NamedNode(_constraint(finding)),
            "resultSeverity": sh(finding.severity.value.capitalize()),
            "resultMessage": Literal(finding.message, language="en"),
        }
        quads += [Quad(report, sh("result"), node), Quad(node, TYPE, sh("ValidationResult"))]
        quads += [Quad(node, sh(name), term) for name, term in parts.items() if term is not None]
    return canonical(quads).decode()


def _path(text: str, label: str) -> tuple[Term, list[Quad]]:
    """Return the node of a property path and what it is made of (https://www.w3.org/TR/shacl/#property-paths).

    Of the paths that shapes have in their results: an IRI, an inverse, or alternatives of these.
    """
    steps = _STEP.findall(text) or [("", text)]
    nodes: list[Term] = []
    quads: list[Quad] = []
    for number, (inverse, iri) in enumerate(steps):
        node: Term = NamedNode(iri)
        if inverse:
            step = BlankNode(f"{label}step{number}")
            quads.append(Quad(step, NamedNode(f"{SH}inversePath"), node))
            node = step
        nodes.append(node)
    if len(nodes) == 1:
        return nodes[0], quads
    cells = [BlankNode(f"{label}cell{number}") for number in range(len(nodes))]
    rests: list[Term] = [*cells[1:], NamedNode(f"{RDF}nil")]
    for cell, following, node in zip(cells, rests, nodes, strict=True):
        quads += [Quad(cell, NamedNode(f"{RDF}first"), node), Quad(cell, NamedNode(f"{RDF}rest"), following)]
    whole = BlankNode(label)
    return whole, [*quads, Quad(whole, NamedNode(f"{SH}alternativePath"), cells[0])]


def _term(text: str) -> Term | None:
    """Return the term of a finding's text: an IRI, a literal in N-Triples form, or any other text as a literal."""
    if not text:
        return None
    if text.startswith('"'):
        try:
            (quad,) = parse(f"<a:a> <a:a> {text} .", format=RdfFormat.N_TRIPLES)
        except (SyntaxError, ValueError):
            return Literal(text)
        literal = quad.object
        assert isinstance(literal, Literal)
        return literal
    try:
        return NamedNode(text)
    except ValueError:
        return Literal(text)


def _constraint(finding: Finding) -> str:
    """Return the SHACL constraint component; an integrity rule is one of ours."""
    return finding.constraint or f"{_CHECK}{finding.check.replace(':', '/')}"


def _place(finding: Finding) -> str:
    line = f":{finding.line}" if finding.line else ""
    return f"{finding.file}{line}" if finding.file else ""


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(1 for finding in findings if finding.severity is severity)


def _say_count(findings: Sequence[Finding], severity: Severity) -> str:
    number = _count(findings, severity)
    return f"{number} {severity.value}{'' if number == 1 else 's'}"


_RENDERERS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "turtle": _turtle,
    "sarif": _sarif,
    "github": _github,
}

FORMATS = tuple(dict.fromkeys(("text", "json", *_RENDERERS, *ROW_FORMATS)))
"""What a report can be written as."""
