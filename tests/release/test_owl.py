"""The OWL file: the facts, and on each statement's axiom its evidence; every OWL tool reads the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyhornedowl
import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse
from rdflib import OWL, RDF, RDFS

from mhgraph.graph import BaseGraph, load_graph
from mhgraph.model import AXIOM_CONFIDENCE, HAS_LEDGER
from mhgraph.namespaces import BASE, CONCEPT, DATASET, DCTERMS, XSD
from mhgraph.project.folders import Project
from mhgraph.release.owl import ONTOLOGY, to_owl, write_owl
from mhgraph.release.rdf import Quads
from tests.builders import build_graph
from tests.conftest import REPOSITORY, SMALL
from tests.owlapi import LIBRARY
from tests.release.raptor import count_with_raptor

_SOURCE = f"{DCTERMS}source"
_SEE_ALSO = str(RDFS.seeAlso)
_TARGETS = ("Source", "Property", "Target")

Written = tuple[BaseGraph, list[Triple], Path]


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(SMALL, id="small project"),
        pytest.param(REPOSITORY, id="shipped graph", marks=pytest.mark.slow),
    ],
)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """A graph, its flat view, and its OWL file."""
    return write(load_graph(Project(request.param)), tmp_path_factory.mktemp("owl"))


def write(graph: BaseGraph, folder: Path) -> Written:
    facts = [quad.triple for quad in Quads(graph).flat]
    path = folder / "mhgraph.owl"
    with path.open("wb") as file:
        write_owl(graph, facts, file)
    return graph, facts, path


def read(path: Path) -> list[Triple]:
    return [quad.triple for quad in parse(path=path, format=RdfFormat.RDF_XML)]


def list_axioms(triples: list[Triple]) -> dict[BlankNode, tuple[Triple, set[tuple[str, str]]]]:
    """Return the annotated axioms, each with what is said of it."""
    said: dict[BlankNode, dict[str, list[object]]] = {}
    for triple in triples:
        if isinstance(triple.subject, BlankNode):
            said.setdefault(triple.subject, {}).setdefault(triple.predicate.value, []).append(triple.object)
    parts = [f"{OWL}annotated{part}" for part in _TARGETS]
    return {
        node: (
            Triple(*(values[part][0] for part in parts)),  # type: ignore[arg-type] # terms
            {(key, term.value) for key in values.keys() - parts for term in values[key]},  # type: ignore[attr-defined] # no blank node
        )
        for node, values in said.items()
    }


def test_it_holds_the_facts_and_nothing_else(written: Written) -> None:
    _, facts, path = written
    plain = {triple for triple in read(path) if not isinstance(triple.subject, BlankNode)}
    expected = {one for triple in facts if (one := to_owl(triple)) is not None}
    assert expected <= plain
    assert {triple.subject for triple in plain - expected} == {ONTOLOGY}
    left_out = {triple for triple in facts if to_owl(triple) is None}
    assert {str(triple.subject) for triple in left_out} <= {f"<{BASE}ontology>", f"<{BASE}ontology/alignments>"}
    assert len(expected) == len(facts) - len(left_out)


def test_each_statement_carries_its_evidence(written: Written) -> None:
    graph, _, path = written
    triples = read(path)
    facts = set(triples)
    axioms = list_axioms(triples)
    found = Counter((axiom, frozenset(said)) for axiom, said in axioms.values())
    assert all(axiom in facts for axiom, _ in found)
    assert set(found.values()) == {1}
    statements = graph.statements()
    links = {
        iri: location.link
        for iri, location in graph.locate(
            {iri for supports in statements.values() for support in supports for iri in support.passages}
        ).items()
    }
    expected = set()
    for statement, supports in statements.items():
        axiom = to_owl(statement)
        assert axiom is not None
        for support in supports:
            said = {(str(RDF.type), str(OWL.Axiom)), (HAS_LEDGER.value, support.ledger.concept.value)}
            said |= {(_SOURCE, iri) for iri in support.passages}
            said |= {(_SEE_ALSO, links[iri]) for iri in support.passages if links[iri]}
            said |= (
                {(AXIOM_CONFIDENCE.value, f"{CONCEPT}confidence-{support.confidence}")} if support.confidence else set()
            )
            said |= {(str(RDFS.comment), support.reason)} if support.reason else set()
            expected.add((axiom, frozenset(said)))
    assert set(found) == expected


def test_rdflib_and_raptor_read_the_same(written: Written) -> None:
    _, _, path = written
    triples = read(path)
    assert len(set(triples)) == len(triples)
    assert len(rdflib.Graph().parse(path, format="xml")) == len(triples)
    assert count_with_raptor(path) == len(triples)


def test_an_owl_library_reads_the_same(written: Written) -> None:
    """Of several axioms that differ only in their annotations it keeps one, so statements are counted, not grounds."""
    graph, facts, path = written
    components = pyhornedowl.open_ontology(str(path)).get_components()
    annotated = [one for one in components if one.ann]
    assert len(annotated) == len(graph.statements())
    kinds = Counter(type(one.component).__name__ for one in components)
    assert kinds["ClassAssertion"] == sum(is_class_assertion(triple) for triple in facts)
    declared = Counter(triple.object.value for triple in facts if isinstance(triple.object, NamedNode))
    for kind, name in (("Class", "Class"), ("ObjectProperty", "ObjectProperty"), ("DatatypeProperty", "DataProperty")):
        assert kinds[f"Declare{name}"] == declared[str(OWL[kind])]


def is_class_assertion(triple: Triple) -> bool:
    value = getattr(triple.object, "value", "")
    return triple.predicate.value == str(RDF.type) and not value.startswith(str(OWL))


@pytest.mark.slow
def test_the_library_of_protege_finds_an_ontology_of_owl_2_dl(written: Written) -> None:
    graph, facts, path = written
    if not LIBRARY.exists():
        message = "the OWL API is not installed (package libowlapi-java)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    command = [sys.executable, "-m", "tests.owlapi", str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, cwd=REPOSITORY)
    found = json.loads(ended.stdout)
    assert found["violations"] == []
    assert found["annotated"] == len(list_axioms(read(path)))
    plain = set(facts) - set(graph.statements())
    assert found["axioms"]["ClassAssertion"] == sum(map(is_class_assertion, plain)) + sum(
        is_class_assertion(axiom) for axiom, _ in list_axioms(read(path)).values()
    )


def test_dates_are_strings_because_reasoners_take_no_others() -> None:
    term, range_of = NamedNode(DATASET), NamedNode(str(RDFS.range))
    for name in ("date", "gYear", "gYearMonth"):
        datatype = NamedNode(f"{XSD}{name}")
        assert to_owl(Triple(term, term, Literal("2018", datatype=datatype))) == Triple(term, term, Literal("2018"))
        assert to_owl(Triple(term, range_of, datatype)) == Triple(term, range_of, NamedNode(f"{XSD}string"))
    number = Triple(term, term, Literal(8))
    assert to_owl(number) == number


def test_characters_that_xml_cannot_hold_are_shown(tmp_path: Path) -> None:
    term = NamedNode(DATASET)
    label = Literal("a\x01 <b> & ]]> \ufffe", language="en")
    with (tmp_path / "hostile.owl").open("wb") as file:
        write_owl(build_graph(tmp_path / "project"), [Triple(term, NamedNode(str(RDFS.label)), label)], file)
    (read_back,) = (
        rdflib.Graph().parse(tmp_path / "hostile.owl", format="xml").objects(rdflib.URIRef(DATASET), RDFS.label)
    )
    assert str(read_back) == "a\u2401 <b> & ]]> \ufffd"
