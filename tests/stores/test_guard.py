"""Queries of strangers: limits, and nothing but an answer comes out."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad

from mhgraph.errors import InvalidQuery, QueryStopped
from mhgraph.graph import BaseGraph
from mhgraph.stores import Limits, guard
from mhgraph.stores.child import Child, explain_death
from mhgraph.stores.guard import GuardedAnswer, GuardedStore, refuse_service
from mhgraph.stores.memory import MemoryStore
from tests.conftest import REPOSITORY

DATA = [Quad(NamedNode(f"http://e/s{i}"), NamedNode("http://e/p"), NamedNode(f"http://e/o{i}")) for i in range(300)]
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def run_guarded(quads: Iterable[Quad], query: str, limits: Limits | None = None) -> GuardedAnswer:
    store = MemoryStore()
    store.load(quads)
    return GuardedStore(store, limits).answer(query)


def test_the_forms_of_an_answer() -> None:
    selected = run_guarded(DATA, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert selected.form == "select"
    assert json.loads(selected.data)["results"]["bindings"][0]["n"]["value"] == "300"
    asked = run_guarded(DATA, "ASK { ?s ?p <http://e/o7> }")
    assert (asked.form, json.loads(asked.data)["boolean"]) == ("ask", True)
    built = run_guarded(DATA, "CONSTRUCT WHERE { <http://e/s7> ?p ?o }")
    assert built == GuardedAnswer("graph", b"<http://e/s7> <http://e/p> <http://e/o7> .\n")
    assert run_guarded(DATA, "DESCRIBE <http://e/s7>") == built


@pytest.mark.parametrize("pattern", ["GRAPH ?g { ?s ?p ?o }", "?s ?p ?o"])
def test_the_child_sees_the_graph_as_it_is(small: BaseGraph, pattern: str) -> None:
    query = f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"
    answer = json.loads(run_guarded(small.store.dump(), query).data)
    ((count,),) = small.select(query).rows
    assert answer["results"]["bindings"][0]["n"]["value"] == getattr(count, "value", None)


@pytest.mark.parametrize(
    "query", ["", "SELECT", "nonsense", "SELECT * { ?s nobody:p ?o }", "SELECT * {} }", "\x00", "é"]
)
def test_what_does_not_parse(query: str) -> None:
    with pytest.raises(InvalidQuery, match=r"the query does not parse: |is not declared") as caught:
        run_guarded(DATA, query)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "LOAD <http://127.0.0.1/x>",
        "CLEAR ALL",
    ],
)
def test_updates_are_refused(query: str) -> None:
    with pytest.raises(InvalidQuery):
        run_guarded(DATA, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "select * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE ?where { ?s ?p ?o } } } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT *{SERVICE<http://127.0.0.1:9/>{?s ?p ?o}}",
    ],
)
def test_service_is_refused(query: str) -> None:
    with pytest.raises(InvalidQuery, match="SERVICE is refused: a query asks one store"):
        run_guarded(DATA, query)


def test_the_word_may_stand_where_it_is_no_keyword() -> None:
    refuse_service(
        'PREFIX service: <http://e/SERVICE#> SELECT ?service { ?service service:SERVICE "SERVICE" } # SERVICE'
    )


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:9/x"])
def test_a_query_cannot_read_files_or_addresses(address: str) -> None:
    """FROM names graphs of the data that was handed over, and nothing else."""
    answer = run_guarded(DATA, f"SELECT * FROM <{address}> {{ ?s ?p ?o }}")
    assert json.loads(answer.data)["results"]["bindings"] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_the_child_may_open_nothing() -> None:
    """The limit itself, seen from inside a process that tries."""
    script = (
        "import socket\n"
        "from mhgraph.stores.service import forbid_opening\n"
        "forbid_opening()\n"
        "for attempt in (lambda: open('/etc/hostname'), lambda: socket.socket()):\n"
        "    try:\n        attempt()\n    except OSError as error:\n        print(error.errno)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=REPOSITORY)
    assert ended.stdout.split() == ["24", "24"]


def test_time_is_limited() -> None:
    with pytest.raises(QueryStopped, match=r"the query ran longer than 0\.5 seconds; ask for less"):
        run_guarded(DATA, HEAVY, Limits(seconds=0.5))


def test_memory_is_limited() -> None:
    pattern = "?a ?p ?b . ?d ?p ?e . ?g ?p ?h BIND(CONCAT(STR(?a), STR(?d), STR(?g)) AS ?x)"
    query = f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {pattern} }}"
    with pytest.raises(QueryStopped, match="needs more than 64 MiB of memory, or nests too deeply; ask for less"):
        run_guarded(DATA, query, Limits(seconds=60, memory=64))


def test_output_is_limited() -> None:
    with pytest.raises(QueryStopped, match="the answer is larger than 1 MiB; ask for less"):
        run_guarded(DATA, "SELECT * { ?a ?b ?c . ?d ?e ?f }", Limits(output=1))
    with pytest.raises(QueryStopped, match="larger than 1 MiB"):
        run_guarded(DATA, "CONSTRUCT { ?a <http://e/q> ?d } WHERE { ?a ?b ?c . ?d ?e ?f }", Limits(output=1))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { " + "{" * 60_000 + "}" * 60_000 + " }",
        "SELECT * { FILTER(" + "(" * 60_000 + "1" + ")" * 60_000 + ") }",
        "SELECT * { ?s " + "(" * 60_000 + "<http://e/p>" + ")" * 60_000 + " ?o }",
    ],
    ids=["groups", "expressions", "paths"],
)
def test_deep_nesting_takes_down_the_child_only(query: str) -> None:
    with pytest.raises((QueryStopped, InvalidQuery)) as caught:
        run_guarded(DATA, query)
    assert len(str(caught.value)) < 300


def test_a_child_that_was_stopped_is_gone_and_the_next_one_answers() -> None:
    store = GuardedStore(MemoryStore(), Limits(seconds=0.5))
    store.load(DATA)
    assert store.ask("ASK { ?s ?p ?o }")
    child = guard._CHILD._child
    assert child is not None
    with pytest.raises(QueryStopped):
        store.select(HEAVY)
    with pytest.raises(ChildProcessError):
        os.waitpid(child._process.pid, os.WNOHANG)
    assert store.ask("ASK { ?s ?p ?o }")


def test_the_graph_is_handed_over_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tasks: list[object] = []
    run = Child.run

    def noted(child: Child, task: Mapping[str, Any], data: bytes = b"", **options: Any) -> Any:
        tasks.append(task["task"])
        return run(child, task, data, **options)

    monkeypatch.setattr(Child, "run", noted)
    one, other = GuardedStore(MemoryStore()), GuardedStore(MemoryStore())
    one.load(DATA[:1])
    assert one.ask("ASK { ?s ?p ?o }")
    assert one.ask("ASK { ?s ?p ?o }")
    assert tasks == ["hold", "query", "query"]
    assert not other.ask("ASK { ?s ?p ?o }")
    assert one.ask("ASK { ?s ?p ?o }")
    one.load(DATA[1:2])
    assert len(one.select("SELECT * { ?s ?p ?o }").rows) == 2
    assert tasks[3:] == ["hold", "query", "hold", "query", "add", "query"]


def test_a_guarded_store_answers_as_the_store_behind_it(small: BaseGraph) -> None:
    guarded = GuardedStore(small.store)
    for query in (
        "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o",
        "SELECT ?services ?x { BIND('service' AS ?services) OPTIONAL { ?services ?services ?x } }",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    ):
        assert guarded.select(query) == small.store.select(query)
    built = "CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o FILTER(!isBlank(?o)) } }"
    assert set(guarded.construct(built)) == set(small.store.construct(built))
    assert set(guarded.dump([""])) == set(small.store.dump([""]))
    for method, query in ((guarded.select, "ASK {}"), (guarded.construct, "ASK {}"), (guarded.ask, "SELECT * {}")):
        with pytest.raises(InvalidQuery, match=r"not an? (SELECT|CONSTRUCT|ASK) query"):
            method(query)


def test_causes_of_death() -> None:
    limits = Limits(memory=7)
    assert explain_death(-signal.SIGSEGV, "the query", limits) == "the query is nested too deeply for the engine"
    assert "the shapes needs more than 7 MiB" in explain_death(-signal.SIGABRT, "the shapes", limits)
    assert explain_death(77, "the query", limits) == "the engine gave up on the query (exit code 77)"


def test_the_worker_starts_without_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a module of the engine's name is no way in."""
    (tmp_path / "pyoxigraph.py").write_text("raise SystemExit(99)", encoding="utf-8")
    (tmp_path / "json.py").write_text("raise SystemExit(99)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    guard._CHILD.close()
    assert run_guarded(DATA, "ASK {}").form == "ask"
