"""The suites of the W3C where they can be had, and cases of our own for the same productions everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.w3c.known import KNOWN
from tools.w3c.run import Verdict, make_project, run_all, run_case, summarize
from tools.w3c.suites import Case, SuiteNotFound, find_suites, read_cases

TAKEN = {
    "query": [
        "SELECT * {}",
        "SELECT * { } LIMIT 0",
        "SELECT ?x {}",
        "ASK {}",
        "CONSTRUCT {} WHERE {}",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "DESCRIBE <a>",
        "DESCRIBE * { ?s ?p ?o }",
        "SELECT * { ?s ?p [] , ( 1 2.5 1e3 'a'@en ) }",
        "SELECT * { ?s <a>/<b>*|^<c>+|!(<d>|^a)? ?o }",
        "SELECT * { VALUES (?a ?b) { (UNDEF 1) ('x' <y>) } }",
        "SELECT * { VALUES () { () () } }",
        "SELECT * { {} UNION {} OPTIONAL {} MINUS {} }",
        "SELECT (COUNT(*) AS ?n) {} HAVING (COUNT(*) >= 0)",
        "SELECT * { FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }",
        "SELECT * FROM <g> FROM NAMED <h> {}",
        "ASK {} # a comment without an end",
        "SELECT * { BIND(<<( <a> <b> <c> )>> AS ?t) }",
        "SELECT * { ?s ?p '''a\n\"b''' }",
        "PREFIX : <http://e/> SELECT * { :a\\,b :%41 : }",
    ],
    ".ttl": [
        "",
        "# only a comment",
        "<a> <b> <c> , [] , () ; a <d> ; ; .",
        "@prefix : <http://e/> . : :a\\~b :%41 .",
        '<a> <b> """a\n"b""" , 1 , 1.5 , 1e3 , true , "x"@en-gb , "y"^^<z> .',
        "[ <b> [ <c> ( 1 ( 2 ) ) ] ] .",
    ],
    ".trig": [
        "{}",
        "<g> {}",
        "GRAPH <g> { <a> <b> <c> }",
        "_:g { [] <b> _:c . }",
        "<a> <b> <c> . <g> { <a> <b> <c> . }",
    ],
    ".nt": ["", '<http://e/a> <http://e/b> "\\u00e9\\n"@en .', "_:a <http://e/b> _:c . # comment"],
    ".nq": ["<http://e/a> <http://e/b> <http://e/c> <http://e/g> .", '_:a <http://e/b> "1"^^<http://e/d> _:g .'],
}
"""Texts that have to be taken, by their kind."""
REFUSED = {
    "query": [
        "",
        "SELECT",
        "SELECT * {",
        "SELECT ?x ?x WHERE { } GROUP BY",
        "SELECT * { ?s ?p }",
        "SELECT * { ?s ?p ?o } ORDER BY",
        "SELECT (1 AS ?x) (2 AS ?x) {}",
        "SELECT * { BIND(1 AS ?a) BIND(2 AS ?a) }",
        "SELECT * { ?s ex:a ?o }",
        "SELECT * { FILTER(1 +) }",
        "SELECT * { ?s ?p 'a }",
        "CONSTRUCT { ?s ?p ?o . FILTER(true) } WHERE {}",
        "\x00",
        "\ufeffSELECT \u202e",
        "INSERT DATA { <a> <b> <c> }",
        "LOAD <http://127.0.0.1:1/>",
        "SELECT * { SERVICE <http://127.0.0.1:1/> {} }",
    ],
    ".ttl": [
        "<a> <b>",
        "<a> 'b' <c> .",
        "<a> <b> <c",
        '<a> <b> "c',
        "@prefix : <http://e/>",
        ": : : .",
        "<a> <b> 1.0e .",
        "{ }",
    ],
    ".trig": ["<g> { <a> <b> <c> ", "<g> { <g> { } }", "GRAPH { }", "<g> { <a> <b> <c> } ."],
    ".nt": ["<a> <b> <c> .", "<http://e/a> <http://e/b> 1 .", "<http://e/a> <http://e/b> <http://e/c>"],
    ".nq": [
        '<http://e/a> <http://e/b> <http://e/c> "g" .',
        "<http://e/a> <http://e/b> <http://e/c> <http://e/g> <http://e/h> .",
    ],
}
"""Texts that have to be refused."""


def _cases(folder: Path) -> list[Case]:
    """Return the cases of our own, each in a file."""
    found = []
    for is_positive, texts in ((True, TAKEN), (False, REFUSED)):
        for kind, listed in texts.items():
            for number, text in enumerate(listed):
                file = folder / f"{'taken' if is_positive else 'refused'}-{number}{kind if kind[0] == '.' else '.rq'}"
                file.write_text(text, encoding="utf-8", newline="")
                found.append(Case(file.name, file, kind, is_positive))
    return found


def test_cases_of_our_own_end_as_they_should(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    verdicts = list(run_all(_cases(tmp_path / "cases"), tmp_path / "project"))
    wrong = [verdict for verdict in verdicts if verdict.fault or not verdict.agrees]
    assert not wrong, [(one.case.file.read_text(encoding="utf-8"), one.fault or one.refusal) for one in wrong]
    assert sum(map(len, [*TAKEN.values(), *REFUSED.values()])) == len(verdicts)


@pytest.mark.hostile
def test_the_suites_of_the_w3c(tmp_path: Path) -> None:
    try:
        cases = read_cases(find_suites())
    except SuiteNotFound as error:
        pytest.skip(f"the suites of the W3C are not at hand: {error}")
    verdicts = list(run_all(cases, tmp_path / "project"))
    summary = summarize(verdicts)
    print(summary)
    assert ": 0 faults, 0 verdicts not as expected" in summary, summary
    assert len(verdicts) > 2_000
    taken = {verdict.case.kind for verdict in verdicts if verdict.case.is_positive}
    refused = {verdict.case.kind for verdict in verdicts if not verdict.case.is_positive}
    assert taken == refused - {"update"} == {"query", ".ttl", ".trig", ".nt", ".nq"}
    assert {verdict.case.name for verdict in verdicts if verdict.is_known_disagreement} == KNOWN.keys()


def test_a_traceback_and_a_wrong_verdict_are_told(tmp_path: Path) -> None:
    case = Case("a.nt", tmp_path / "a.nt", ".nt", is_positive=True)
    summary = summarize(
        [Verdict(case, "a traceback: x", ""), Verdict(case, "", "a:1: not valid RDF"), Verdict(case, "", "")]
    )
    assert summary.splitlines() == [
        "a.nt: a traceback: x",
        "a.nt: a:1: not valid RDF",
        "3 tests: 1 faults, 1 verdicts not as expected; 1 .nt refused, 2 .nt taken",
    ]
    case.file.write_text("oops", encoding="utf-8")
    verdict = run_case(case, make_project(tmp_path / "project"))
    assert (verdict.fault, verdict.agrees, verdict.refusal != "") == ("", False, True)
