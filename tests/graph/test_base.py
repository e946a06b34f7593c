"""The law of the graph: no statement without a ledger, the same facts for every engine, few questions to the store."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse

from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger, load_graph
from mhgraph.graph.evidence import BATCH
from mhgraph.graph.identity import GRAPH as IDENTITY_GRAPH
from mhgraph.graph.identity import flatten
from mhgraph.graph.ledgers import LEDGER_OF_CLASS
from mhgraph.model import (
    CURATION_DATE,
    CURATION_METHOD,
    DERIVATION,
    IDENTITY,
    INDEXING,
    IS_DERIVED_BY,
    IS_JUDGED_BY,
    JUDGEMENT_CLASS,
    PASSAGE,
    RECORD,
    RESTS_ON,
    RULE_CLASS,
)
from mhgraph.namespaces import BASE, SKOS
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE
from tests.builders import evidence, facts, triple
from tests.conftest import REPOSITORY, SMALL
from tests.counting import CountingStore

COPIED = (CURATION_DATE, CURATION_METHOD, IS_JUDGED_BY)
"""What a judgement has from its file."""


@pytest.fixture(scope="module", params=[SMALL, REPOSITORY], ids=["small project", "shipped graph"])
def graph(request: pytest.FixtureRequest) -> BaseGraph:
    """Both graphs, loaded with all ledgers."""
    root: Path = request.param
    return load_graph(Project(root))


def classes_of(graph: BaseGraph) -> dict[object, set[object]]:
    found: dict[object, set[object]] = {}
    for fact in facts(graph):
        if fact.predicate == TYPE:
            found.setdefault(fact.subject, set()).add(fact.object)
    return found


def test_every_fact_is_in_a_ledger_or_is_a_name(graph: BaseGraph) -> None:
    parsed = parse_project(graph.project)
    names = {quad.triple for file in parsed.of("ontology", "dataset", "entities") for quad in file.quads}
    described = {
        quad.triple for file in parsed.of("sources", "judgements") for quad in file.quads if quad.graph_name == DEFAULT
    }
    labels = {Triple(name.subject, LABEL, name.object) for name in names if name.predicate.value == f"{SKOS}prefLabel"}
    classes = classes_of(graph)
    of_rules = {
        fact
        for fact in facts(graph)
        if (RULE_CLASS in classes.get(fact.subject, ()) and fact.predicate in (TYPE, LABEL))
        or (DERIVATION in classes.get(fact.subject, ()) and fact.predicate in (TYPE, IS_DERIVED_BY, RESTS_ON))
    }
    made = {
        fact
        for fact in facts(graph)
        if (INDEXING in classes.get(fact.subject, ()) and fact.predicate in (TYPE, RESTS_ON))
        or (JUDGEMENT_CLASS in classes.get(fact.subject, ()) and fact.predicate in COPIED)
        or (fact.predicate, fact.object) == (TYPE, IDENTITY)
    }
    made |= {quad.triple for quad in graph.identities.quads()}
    said = [quad for quad in evidence(graph) if quad.graph_name != IDENTITY_GRAPH]
    in_ledgers = {quad.triple for quad in flatten(said, graph.identities)}
    assert _without_blank_nodes(facts(graph)) == _without_blank_nodes(
        names | described | labels | of_rules | made | in_ledgers
    )


def _without_blank_nodes(triples: Iterable[Triple]) -> set[Triple]:
    """Leave out axioms of the ontology whose blank nodes get other names on every reading."""
    return {triple for triple in triples if not any(isinstance(term, BlankNode) for term in triple)}


def test_what_describes_sources_makes_no_claims(graph: BaseGraph) -> None:
    """The default graph of a source or judgement file speaks of sources, captures, passages and judgements only."""
    classes = classes_of(graph)
    kinds = graph.model.marked("evidence")
    for file in parse_project(graph.project).of("sources", "judgements"):
        for quad in file.quads:
            assert quad.graph_name != DEFAULT or classes[quad.subject] & kinds


def test_every_graph_is_of_one_ledger(graph: BaseGraph) -> None:
    classes = classes_of(graph)
    graphs = {quad.graph_name for quad in evidence(graph)}
    assert len(graphs) > 10
    for name in graphs:
        assert isinstance(name, NamedNode)
        if IDENTITY not in classes[name]:  # it is of no ledger
            assert len({cls for cls in classes[name] if getattr(cls, "value", "") in LEDGER_OF_CLASS}) == 1


def test_every_statement_of_the_stated_ledger_stands_in_a_passage(graph: BaseGraph) -> None:
    stated = load_graph(graph.project, [Ledger.STATED])
    classes = classes_of(stated)
    assert evidence(stated)
    for quad in evidence(stated):
        assert {PASSAGE, RECORD} & classes[quad.graph_name]
        assert not any(isinstance(term, BlankNode) for term in quad.triple)


def test_rdflib_gets_the_same_facts(graph: BaseGraph) -> None:
    flat = graph.to_rdflib()
    lines = list(parse(graph.flat(), format=RdfFormat.N_TRIPLES))
    assert len(flat) == len(facts(graph)) == len(lines)
    pattern = f"SELECT (COUNT(*) AS ?n) {{ ?s {LABEL} ?label . ?s a ?class }}"
    (row,) = flat.query(pattern)
    ((count,),) = graph.select(pattern).rows
    assert isinstance(row, rdflib.query.ResultRow)
    assert str(row[0]) == getattr(count, "value", None)
    for fact in _without_blank_nodes(facts(graph)):
        assert isinstance(fact.subject, NamedNode)
        assert (rdflib.URIRef(fact.subject.value), rdflib.URIRef(fact.predicate.value), None) in flat


def test_the_graph_that_rdflib_gets_is_a_copy(small: BaseGraph) -> None:
    before = set(small.quads())
    copy = small.to_rdflib()
    size = len(copy)
    copy.remove((None, None, None))
    copy.add((rdflib.URIRef("http://e/a"), rdflib.RDF.type, rdflib.URIRef("http://e/b")))
    assert set(small.quads()) == before
    assert len(small.to_rdflib()) == size


def test_a_graph_knows_what_it_was_made_of(small: BaseGraph, small_project: Project) -> None:
    assert (small.project, small.ledgers, small.is_complete) == (small_project, ALL_LEDGERS, True)
    assert small.date == "2031-06-02"
    assert not load_graph(small_project, [Ledger.STATED]).is_complete
    assert PASSAGE in small.model.classes


def counted(graph: BaseGraph) -> tuple[BaseGraph, CountingStore]:
    store = CountingStore(graph.store)
    return BaseGraph(store, graph.ledgers, graph.model, graph.rules, graph.project, graph.identities), store


def test_the_store_is_asked_in_batches(shipped_graph: BaseGraph) -> None:
    graph, store = counted(shipped_graph)
    statements = list(graph.statements())
    assert store.calls == 2
    single = [triple for triple in statements if len(list(graph.identities.written(triple))) == 1]
    assert len(single) > BATCH
    evidence = graph.evidence(single[:BATCH])
    passages = {passage for found in evidence.values() for support in found for passage in support.passages}
    assert store.calls == 3
    graph.evidence(single[: BATCH + 1])
    assert store.calls == 5
    graph.evidence([])
    assert store.calls == 5
    assert set(graph.locate(passages)) == passages
    assert store.calls == 6
    graph.labels(term.value for t in statements for term in (t.subject, t.object) if isinstance(term, NamedNode))
    assert store.calls == 7


def test_an_entity_is_described_with_few_questions(shipped_graph: BaseGraph) -> None:
    graph, store = counted(shipped_graph)
    statements = len(graph.describe(f"{BASE}actor/who").statements)
    assert statements > 10
    assert store.calls <= 3 + len(graph.rules)  # what is said, its evidence, each rule, the evidence of premises


def test_one_address_costs_one_question(small: BaseGraph) -> None:
    graph, store = counted(small)
    assert graph.resolve("actor:lakeside-council").value == f"{BASE}actor/lakeside-council"
    assert store.calls == 1
    for name in ("Riverside Health Board", "RHB", "Riverside Health Board"):
        graph.resolve(name)
    assert store.calls == 1 + 2 + 1  # names with spaces are no addresses; all names are read once


def test_a_statement_with_a_blank_node_has_no_evidence(small: BaseGraph) -> None:
    statement = Triple(BlankNode("b"), LABEL, triple('actor:a rdfs:label "A"').object)
    assert small.evidence([statement]) == {statement: ()}
