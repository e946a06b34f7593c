"""Oxigraph in this process."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, Store

from mhgraph.graph import Corpus
from mhgraph.stores import Engine, Solutions
from mhgraph.stores.memory import MemoryEngine
from mhgraph.errors import InvalidQuery
from tests.builders import triple


def test_solutions(small: Corpus) -> None:
    engine: Engine = small.engine
    answer = engine.select("SELECT ?a ?b ?c { VALUES (?a ?b) { (1 UNDEF) (2 'x'@en) } } ORDER BY ?a")
    assert answer == Solutions(
        ("a", "b", "c"), [(Literal(1), None, None), (Literal(2), Literal("x", language="en"), None)]
    )


def test_triples() -> None:
    store = Store()
    store.update("INSERT DATA { <http://e/a> <http://e/b> <http://e/c> }")
    assert MemoryEngine(store).construct("CONSTRUCT WHERE { ?s ?p ?o }") == [
        triple("<http://e/a> <http://e/b> <http://e/c>")
    ]


def test_the_default_graph_is_no_union() -> None:
    store = Store()
    store.update("INSERT DATA { GRAPH <http://e/g> { <http://e/a> <http://e/b> <http://e/c> } }")
    engine = MemoryEngine(store)
    assert engine.select("SELECT * { ?s ?p ?o }").rows == []
    assert len(engine.select("SELECT * { GRAPH ?g { ?s ?p ?o } }").rows) == 1


@pytest.mark.parametrize("query", ["", "SELECT", "INSERT DATA { <a:a> <a:b> <a:c> }", "SELECT * { ?s nobody:p ?o }"])
def test_what_does_not_parse(query: str) -> None:
    engine = MemoryEngine(Store())
    for ask in (engine.select, engine.construct):
        with pytest.raises(InvalidQuery, match="the query does not parse: "):
            ask(query)
    assert len(engine.store) == 0


def test_other_forms_are_refused() -> None:
    engine = MemoryEngine(Store())
    with pytest.raises(InvalidQuery, match="not a SELECT query"):
        engine.select("ASK {}")
    with pytest.raises(InvalidQuery, match="not a CONSTRUCT query"):
        engine.construct("SELECT * {}")
