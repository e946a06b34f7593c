"""Oxigraph in this process, behind the five methods of a store."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.errors import InvalidQuery
from mhgraph.graph import BaseGraph
from mhgraph.stores import Solutions, Store
from mhgraph.stores.memory import MemoryStore
from tests.builders import triple

FACT = triple("<http://e/a> <http://e/b> <http://e/c>")
GRAPH = NamedNode("http://e/g")
IN_GRAPH = Quad(FACT.subject, FACT.predicate, FACT.object, GRAPH)


def store_of(*quads: Quad) -> Store:
    store = MemoryStore()
    store.load(quads)
    return store


def test_solutions(small: BaseGraph) -> None:
    answer = small.store.select("SELECT ?a ?b ?c { VALUES (?a ?b) { (1 UNDEF) (2 'x'@en) } } ORDER BY ?a")
    assert answer == Solutions(
        ("a", "b", "c"), [(Literal(1), None, None), (Literal(2), Literal("x", language="en"), None)]
    )


def test_triples_and_yes_or_no() -> None:
    store = store_of(Quad(*FACT))
    assert list(store.construct("CONSTRUCT WHERE { ?s ?p ?o }")) == [FACT]
    assert store.ask("ASK { <http://e/a> ?p ?o }") is True
    assert store.ask("ASK { <http://e/z> ?p ?o }") is False


def test_the_default_graph_is_no_union() -> None:
    store = store_of(IN_GRAPH)
    assert store.select("SELECT * { ?s ?p ?o }").rows == []
    assert len(store.select("SELECT * { GRAPH ?g { ?s ?p ?o } }").rows) == 1


def test_loading_adds() -> None:
    store = store_of(IN_GRAPH)
    store.load([Quad(*FACT), IN_GRAPH])
    assert set(store.dump()) == {Quad(*FACT), IN_GRAPH}


def test_dumping_graphs_by_name() -> None:
    other = Quad(FACT.subject, FACT.predicate, FACT.object, NamedNode("http://e/h"))
    store = store_of(Quad(*FACT), IN_GRAPH, other)
    assert set(store.dump()) == {Quad(*FACT), IN_GRAPH, other}
    assert list(store.dump([""])) == [Quad(*FACT)]
    assert list(store.dump([GRAPH.value, GRAPH.value])) == [IN_GRAPH]
    assert set(store.dump(["", GRAPH.value])) == {Quad(*FACT), IN_GRAPH}
    assert list(store.dump(["http://e/none"])) == []
    assert list(store.dump([])) == []


@pytest.mark.parametrize("query", ["", "SELECT", "INSERT DATA { <a:a> <a:b> <a:c> }", "SELECT * { ?s nobody:p ?o }"])
def test_what_does_not_parse(query: str) -> None:
    store = store_of()
    for method in (store.select, store.construct, store.ask):
        with pytest.raises(InvalidQuery, match=r"the query does not parse: |changes data|is not declared"):
            method(query)
    assert list(store.dump()) == []


def test_other_forms_are_refused() -> None:
    store = store_of()
    with pytest.raises(InvalidQuery, match="not a SELECT query"):
        store.select("ASK {}")
    with pytest.raises(InvalidQuery, match="not a CONSTRUCT query"):
        store.construct("SELECT * {}")
    with pytest.raises(InvalidQuery, match="not an ASK query"):
        store.ask("SELECT * {}")
