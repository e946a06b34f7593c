"""The fast engine finds what pyshacl finds: on the shipped graph, on the cases of the shapes, and on mutants."""

from __future__ import annotations

import sys

import pytest
import rdflib

from mhgraph.graph import load_corpus
from mhgraph.errors import MhgraphError
from mhgraph.project.folders import Project
from mhgraph.checks import InvalidShape, ShapeResult, load_shapes, shacl_findings
from mhgraph.checks.shacl.fast import EngineNotInstalled, FastShapes, fast_findings
from tools.mutation.constraints import demands
from tools.mutation.data import Trial
from tools.mutation.engines import checker
from tools.mutation.material import FlatView
from tools.mutation.sample import SEED, sampled
from tests.checks.cases import Case, n_triples, places, read_cases, read_world

PREFIXES = """
@prefix e: <http://e.example/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.fixture(scope="module")
def shapes(shipped: Project) -> rdflib.Graph:
    """The shapes of the repository."""
    return load_shapes(shipped.shapes)


@pytest.fixture(scope="module")
def fast(shapes: rdflib.Graph) -> FastShapes:
    """The same, compiled."""
    return FastShapes(shapes)


def turtle(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=PREFIXES + text, format="turtle")


def test_shipped_graph(shipped: Project, shapes: rdflib.Graph, fast: FastShapes) -> None:
    flat = load_corpus(shipped).flat()
    found = fast.validate(flat)
    assert found, "a graph with findings says more than one without"
    assert found == shacl_findings(flat, shapes)


def test_a_graph_and_its_lines_are_the_same(fast: FastShapes) -> None:
    graph = turtle("<https://w3id.org/mhgraph/event/x> a <https://w3id.org/mhgraph/ontology#Event> .")
    assert fast.validate(graph) == fast.validate(graph.serialize(format="nt", encoding="utf-8"))


def test_the_conforming_world(fast: FastShapes) -> None:
    assert fast.validate(n_triples(read_world())) == []


def test_every_case_of_the_shapes(fast: FastShapes) -> None:
    """Where each case breaks is what its file says, and that pyshacl says the same is tested with the shapes."""
    world = read_world()
    cases = read_cases()
    assert len(cases) > 300
    for case in cases:
        found = fast.validate(n_triples(case.apply(world)))
        assert places(found) == case.places, case.name


@pytest.mark.parametrize("case", sampled(read_cases(), 8, SEED), ids=lambda case: case.name)
def test_values_and_messages_too(case: Case, shapes: rdflib.Graph, fast: FastShapes) -> None:
    lines = n_triples(case.apply(read_world()))
    assert fast.validate(lines) == shacl_findings(lines, shapes)


def test_mutants(shipped: Project, shapes: rdflib.Graph) -> None:
    trial = Trial(FlatView.of(load_corpus(shipped)), shapes, checker("both", shapes), seed=SEED)
    chosen = sampled(demands(shapes), 6, SEED)
    verdicts = [trial.judge(mutant) for demand in chosen for mutant in trial.mutants(demand)]
    assert len(verdicts) >= len(chosen)
    assert all(each.caught for each in verdicts)


def test_plain_strings_are_the_same_in_data_shapes_and_queries() -> None:
    """In any of their two forms: the reason why the data does not go to the library as a Store."""
    shapes = turtle("""
        e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:in , e:asked , e:typed .
        e:in sh:path e:p ; sh:in ( "a" ) ; sh:message "in" .
        e:typed sh:path e:p ; sh:in ( "a"^^xsd:string ) ; sh:message "typed" .
        e:asked sh:path e:p ; sh:message "asked" ;
          sh:sparql [ sh:select "SELECT $this WHERE { FILTER NOT EXISTS { $this <http://e.example/p> 'a' } }" ] .
    """)
    subject = b"<http://e.example/x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e.example/C> .\n"
    for literal in (b'"a"', b'"a"^^<http://www.w3.org/2001/XMLSchema#string>'):
        assert fast_findings(subject + b"<http://e.example/x> <http://e.example/p> " + literal + b" .\n", shapes) == []
    wrong = fast_findings(subject + b'<http://e.example/x> <http://e.example/p> "b" .\n', shapes)
    assert [each.message for each in wrong] == ["asked", "in", "typed"]


def test_a_result_has_every_part() -> None:
    shapes = turtle("""
        e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:size .
        e:size sh:path [ sh:alternativePath ( e:p e:q ) ] ; sh:maxInclusive 3 ; sh:severity sh:Warning ;
          sh:message "Trop grand."@fr , "Too large."@en .
    """)
    data = turtle("e:x a e:C ; e:q 4 .")
    assert fast_findings(data, shapes) == shacl_findings(data, shapes)
    (found,) = fast_findings(data, shapes)
    assert isinstance(found, ShapeResult)
    assert (found.focus, found.path) == ("http://e.example/x", "<http://e.example/p>|<http://e.example/q>")
    assert (found.value, found.message, found.severity.value) == (
        '"4"^^<http://www.w3.org/2001/XMLSchema#integer>',
        "Too large.",
        "warning",
    )


@pytest.mark.parametrize(
    "text",
    [
        "e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property [ sh:path e:p , e:q ; sh:minCount 1 ] .",
        "e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property [ sh:path e:p ; sh:pattern '((' ] .",
        "e:S a sh:NodeShape ; sh:targetClass e:C ; sh:sparql [ sh:select 'SELECT $this WHERE {' ] .",
        "e:S a sh:NodeShape ; sh:targetClass e:C ; sh:sparql [ sh:select 'SELECT $this { MINUS { $this ?p 1 } }' ] .",
        "e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property [ sh:path e:p ; sh:minCont 1 ] .",
    ],
    ids=["two paths", "pattern", "query", "minus", "unknown"],
)
def test_shapes_that_cannot_be_used_are_one_line(text: str) -> None:
    data = turtle('e:x a e:C ; e:p "a" .')
    with pytest.raises(InvalidShape) as caught:
        fast_findings(data, turtle(text))
    assert "\n" not in str(caught.value)


def test_a_missing_engine_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl_turbo", None)
    with pytest.raises(EngineNotInstalled, match="pip install") as caught:
        FastShapes(turtle("e:S a sh:NodeShape ; sh:targetClass e:C ."))
    assert isinstance(caught.value, MhgraphError)
