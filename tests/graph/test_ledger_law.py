"""The law of the shipped graph: no statement without a ledger, and every engine sees the same facts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Triple

from mhgraph.graph import Corpus, Ledger, load_corpus
from mhgraph.namespaces import SKOS
from mhgraph.project.folders import Project
from mhgraph.model import mh
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE
from mhgraph.rdf.turtle.parse import parse_file
from tests.conftest import SMALL, REPOSITORY
from tests.builders import evidence, facts


@pytest.fixture(scope="module", params=[SMALL, REPOSITORY], ids=["small project", "shipped graph"])
def corpus(request: pytest.FixtureRequest) -> Corpus:
    """Both graphs, loaded with all ledgers."""
    root: Path = request.param
    return load_corpus(Project(root))


def test_every_fact_is_in_a_ledger_or_is_a_name(corpus: Corpus) -> None:
    project = corpus.project
    names = {quad.triple for path in [*project.ontology, *project.entities] for quad in parse_file(path)}
    described = {
        quad.triple
        for path in [*project.sources, *project.judgements]
        for quad in parse_file(path)
        if quad.graph_name == DEFAULT
    }
    labels = {
        Quad(each.subject, LABEL, each.object).triple for each in names if each.predicate.value == f"{SKOS}prefLabel"
    }
    rules = {
        quad.triple
        for rule in corpus.rules
        for quad in (
            *corpus.store.quads_for_pattern(rule.name, TYPE, mh("Rule"), DEFAULT),
            *corpus.store.quads_for_pattern(rule.name, LABEL, None, DEFAULT),
        )
    }
    in_ledgers = {
        quad.triple
        for quad in evidence(corpus)
        if isinstance(corpus.ledger_of_graph[quad.graph_name], Ledger)  # type: ignore[index]
    }
    grounded = names | described | labels | rules | in_ledgers
    assert _named(facts(corpus)) == _named(grounded)


def _named(triples: Iterable[Triple]) -> set[Triple]:
    """Leave out triples with blank nodes (axioms of the ontology), which get other names on every reading."""
    return {each for each in triples if not any(isinstance(term, BlankNode) for term in each)}


def test_what_describes_sources_makes_no_claims(corpus: Corpus) -> None:
    """The default graph of a source or judgement file speaks of sources, passages and judgements only."""
    kinds = {mh("Source"), mh("Passage"), mh("Judgement")}
    for path in [*corpus.project.sources, *corpus.project.judgements]:
        for quad in parse_file(path):
            if quad.graph_name == DEFAULT:
                assert any(
                    each.object in kinds for each in corpus.store.quads_for_pattern(quad.subject, TYPE, None, DEFAULT)
                )


def test_every_statement_of_the_stated_ledger_stands_in_a_passage(corpus: Corpus) -> None:
    stated = load_corpus(corpus.project, [Ledger.STATED])
    graphs = {quad.graph_name for quad in evidence(stated)}
    assert graphs
    for graph in graphs:
        assert isinstance(graph, NamedNode)
        assert any(stated.store.quads_for_pattern(graph, TYPE, mh("Passage"), DEFAULT))
    assert not any(isinstance(term, BlankNode) for quad in evidence(stated) for term in quad.triple)


def test_graphs_are_of_one_ledger(corpus: Corpus) -> None:
    for graph in {quad.graph_name for quad in evidence(corpus)}:
        classes = {quad.object for quad in corpus.store.quads_for_pattern(graph, TYPE, None, DEFAULT)}  # type: ignore[arg-type]
        assert len(classes & {ledger.evidence_class for ledger in Ledger}) == 1


def test_both_engines_see_the_same_facts(corpus: Corpus) -> None:
    flat = corpus.graph()
    lines = corpus.store.dump(format=RdfFormat.N_TRIPLES, from_graph=DEFAULT)
    assert lines is not None
    assert len(flat) == len(facts(corpus)) == len(lines.splitlines())
    pattern = "SELECT (COUNT(*) AS ?n) { ?s <https://w3id.org/mhgraph/ontology#kind> ?k . ?s a ?class }"
    (row,) = flat.query(pattern)
    ((count,),) = corpus.engine.select(pattern).rows
    assert isinstance(row, rdflib.query.ResultRow)
    assert str(row[0]) == getattr(count, "value", None)
    for triple in facts(corpus):
        if not any(isinstance(term, BlankNode) for term in triple):
            assert isinstance(triple.subject, NamedNode)
            assert (rdflib.URIRef(triple.subject.value), rdflib.URIRef(triple.predicate.value), None) in flat


def test_the_graph_that_is_handed_out_is_a_copy(corpus: Corpus) -> None:
    before = set(corpus.store)
    graph = corpus.graph()
    size = len(graph)
    graph.remove((None, None, None))
    graph.add((rdflib.URIRef("http://e/a"), rdflib.RDF.type, rdflib.URIRef("http://e/b")))
    assert set(corpus.store) == before
    assert len(corpus.graph()) == size
