"""The fast engine finds what pyshacl finds: on the shipped graph, on cases of the shapes, and on mutants."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Quad

from mhgraph.checks.shacl import EngineNotInstalled, FastEngine, InvalidShape, ReferenceEngine, ShapeResult
from mhgraph.checks.shacl.shapes import to_rdflib
from mhgraph.errors import MhgraphError
from mhgraph.graph import BaseGraph
from mhgraph.namespaces import XSD
from mhgraph.rdf.turtle.parse import parse_text
from tests.checks.cases import Case, n_triples, read_cases
from tools.mutation.constraints import read_demands
from tools.mutation.data import Trial
from tools.mutation.engines import make_check
from tools.mutation.sample import SEED, draw_sample
from tools.mutation.view import FlatView

PREFIXES = """
@prefix e: <http://e.example/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def turtle(text: str) -> rdflib.Graph:
    """Return shapes as those of a project are read."""
    graph = rdflib.Graph()
    for triple in to_rdflib(quad.triple for quad in parse_text(PREFIXES + text, Path("own.ttl"))):
        graph.add(triple)
    return graph


def lines(text: str) -> bytes:
    return n_triples(parse_text(PREFIXES + text, Path("own.ttl")))


@pytest.mark.slow
def test_shipped_graph(shipped_graph: BaseGraph, shapes: rdflib.Graph, fast: FastEngine) -> None:
    event = "@prefix mh: <https://w3id.org/mhgraph/ontology#> . e:faulty a mh:Event ; mh:hasKind e:none ."
    faulty = lines(event)
    flat = shipped_graph.flat() + faulty
    found = fast.validate(flat)
    assert found, "a graph with findings says more than one without"
    assert found == ReferenceEngine(shapes).validate(flat)


@pytest.mark.slow
@pytest.mark.parametrize("case", draw_sample(read_cases(), 8, SEED), ids=lambda case: case.name)
def test_values_and_messages_too(case: Case, shapes: rdflib.Graph, fast: FastEngine, world: frozenset[Quad]) -> None:
    """Where each case breaks is tested with the shapes, on the engine that is asked for."""
    data = n_triples(case.apply(world))
    assert fast.validate(data) == ReferenceEngine(shapes).validate(data)


@pytest.mark.slow
def test_mutants(shipped_graph: BaseGraph, shapes: rdflib.Graph) -> None:
    trial = Trial(FlatView.of(shipped_graph), shapes, make_check("both", shapes), seed=SEED)
    chosen = draw_sample(read_demands(shapes), 6, SEED)
    verdicts = [trial.judge(mutant) for demand in chosen for mutant in trial.mutants(demand)]
    assert len(verdicts) >= len(chosen)
    assert all(verdict.caught for verdict in verdicts)


@pytest.mark.parametrize("literal", ["2031-07-01Z^^date", "2031-02-30^^date", "2031-13^^gYearMonth", "2031Z^^gYear"])
@pytest.mark.parametrize("engine", [FastEngine, ReferenceEngine])
def test_literals_are_judged_as_they_are_written(literal: str, engine: type[FastEngine | ReferenceEngine]) -> None:
    """The parsers of rdflib would give them a form that is in order."""
    shapes = turtle("""
        e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:form .
        e:form sh:path e:p ; sh:pattern "^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$" ; sh:message "form" ;
          sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYear ] [ sh:datatype xsd:gYearMonth ] ) .
    """)
    value, datatype = literal.split("^^")
    written = f'<http://e.example/p> "{value}"^^<{XSD}{datatype}> .\n'
    data = lines("e:x a e:C .") + f"<http://e.example/x> {written}".encode()
    assert {result.message for result in engine(shapes).validate(data)} == {"form"}


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
        data = subject + b"<http://e.example/x> <http://e.example/p> " + literal + b" .\n"
        assert [engine(shapes).validate(data) for engine in (FastEngine, ReferenceEngine)] == [[], []]
    wrong = subject + b'<http://e.example/x> <http://e.example/p> "b" .\n'
    for engine in (FastEngine, ReferenceEngine):
        assert [result.message for result in engine(shapes).validate(wrong)] == ["asked", "in", "typed"]


def test_a_result_has_every_part() -> None:
    shapes = turtle("""
        e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:size .
        e:size sh:path [ sh:alternativePath ( e:p e:q ) ] ; sh:maxInclusive 3 ; sh:severity sh:Warning ;
          sh:message "Trop grand."@fr , "Too large."@en .
    """)
    data = lines("e:x a e:C ; e:q 4 .")
    assert FastEngine(shapes).validate(data) == ReferenceEngine(shapes).validate(data)
    (found,) = FastEngine(shapes).validate(data)
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
    data = lines('e:x a e:C ; e:p "a" .')
    with pytest.raises(InvalidShape) as caught:
        FastEngine(turtle(text)).validate(data)
    assert "\n" not in str(caught.value)


def test_a_missing_engine_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl_turbo", None)
    with pytest.raises(EngineNotInstalled, match="pip install") as caught:
        FastEngine(turtle("e:S a sh:NodeShape ; sh:targetClass e:C ."))
    assert isinstance(caught.value, MhgraphError)


@pytest.mark.parametrize("engine", [FastEngine, ReferenceEngine])
def test_told_to_look_at_some_nodes_an_engine_looks_at_all_of_their_shapes(
    engine: type[FastEngine | ReferenceEngine],
) -> None:
    shapes = turtle("""
e:s a sh:NodeShape ; sh:targetClass e:C ; sh:property e:p .
e:p sh:path e:q ; sh:node e:form .
e:form a sh:NodeShape ; sh:class e:D .""")
    data = lines("e:one a e:C ; e:q e:other . e:two a e:C ; e:q e:other .")
    assert [result.focus for result in engine(shapes).validate(data, focus=["http://e.example/two"])] == [
        "http://e.example/two"
    ]
    assert len(engine(shapes).validate(data)) == 2
