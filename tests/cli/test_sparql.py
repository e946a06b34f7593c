"""`mhgraph sparql`."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.tables import FORMATS
from tests.cli.conftest import Call
from tests.conftest import REPOSITORY

PEOPLE = "SELECT ?p ?x { ?p a <https://w3id.org/mhgraph/ontology#Person> } ORDER BY ?p"


@pytest.mark.parametrize("form", FORMATS)
def test_sparql_in_every_format(call: Call, form: str) -> None:
    ended = call("sparql", "--format", form, stdin=PEOPLE.encode())
    assert (ended.code, ended.stderr) == (0, "")
    shown = "person:mara-venn" if form in ("table", "md") else "https://w3id.org/mhgraph/person/mara-venn"
    assert shown in ended.stdout


def test_sparql_from_a_file(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    path.write_text("ASK { ?s a <https://w3id.org/mhgraph/ontology#Person> }", encoding="utf-8")
    assert call("sparql", path, "--format", "csv").stdout == "answer\nyes\n"
    path.write_text("ASK { ?s a <https://w3id.org/mhgraph/ontology#Nothing> }", encoding="utf-8")
    assert call("sparql", path, "--format", "json").stdout == '[\n  {\n    "answer": "no"\n  }\n]\n'


def test_a_graph_is_printed_sorted(call: Call) -> None:
    query = "CONSTRUCT { ?p a <http://e/P> } WHERE { ?p a <https://w3id.org/mhgraph/ontology#Person> }"
    lines = call("sparql", stdin=query.encode()).stdout.splitlines()
    assert lines == sorted(lines)
    people = call("sparql", "--format", "csv", stdin=PEOPLE.encode()).stdout.splitlines()[1:]
    assert len(lines) == len(people) > 1


def test_sparql_over_chosen_ledgers(call: Call) -> None:
    query = (
        b"SELECT (COUNT(DISTINCT ?g) AS ?n)"
        b"{ GRAPH ?g { ?s ?p ?o } ?g a <https://w3id.org/mhgraph/ontology#Derivation> }"
    )
    counts = [
        call("sparql", "--ledger", ledgers, "--format", "csv", stdin=query).stdout
        for ledgers in ("stated", "stated,inferred")
    ]
    assert counts[0] == "n\n0\n"
    assert counts[1] != counts[0]


def test_a_canned_file_runs_in_sparql_too(call: Call) -> None:
    ended = call("sparql", REPOSITORY / "queries" / "actors" / "speakers.rq", "--format", "csv")
    assert (ended.code, ended.stdout.splitlines()[0].split(",")[0]) == (0, "participant")


def test_triple_terms_are_text(call: Call) -> None:
    query = b"SELECT ?t { BIND(<<( <http://e/a> <http://e/b> <http://e/c> )>> AS ?t) }"
    ended = call("sparql", "--format", "csv", stdin=query)
    assert ended.code == 0
    assert "http://e/b" in ended.stdout


@pytest.mark.parametrize(
    ("query", "options", "complaint"),
    [
        (b"SELECT", [], "the query does not parse: "),
        (b"DROP ALL", [], "DROP changes data; only SELECT, ASK, CONSTRUCT and DESCRIBE are answered"),
        (b"SELECT * { SERVICE <http://127.0.0.1:9/> {} }", [], "SERVICE is refused"),
        (b"\xff", [], "'-' does not fit QUERY; expected a SPARQL query in UTF-8"),
        (b"SELECT * { ?a ?b ?c . ?d ?e ?f }", ["--output", "1"], "the answer is larger than 1 MiB"),
        (
            b"SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            ["--seconds", "1", "--output", "2000"],
            "the query ran longer than 1",
        ),
    ],
)
def test_wrong_queries(call: Call, query: bytes, options: list[str], complaint: str) -> None:
    ended = call("sparql", *options, stdin=query)
    assert (ended.code, ended.stdout) == (2, "")
    assert ended.complaint.startswith(f"mhgraph: {complaint}")


def test_a_missing_query_file(call: Call, tmp_path: Path) -> None:
    ended = call("sparql", tmp_path / "none.rq")
    assert ended.code == 2
    assert "none.rq" in ended.complaint
