"""Queries of strangers: limits, and nothing but an answer comes out."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad

from mhgraph.errors import InvalidQuery, QueryStopped
from mhgraph.graph import BaseGraph
from mhgraph.stores import guard
from mhgraph.stores.guard import GuardedAnswer, Limits, refuse_service, run_guarded

DATA = [Quad(NamedNode(f"http://e/s{i}"), NamedNode("http://e/p"), NamedNode(f"http://e/o{i}")) for i in range(300)]
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


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
    with pytest.raises(InvalidQuery, match=r"the query does not parse: ") as caught:
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


def test_a_query_cannot_reach_the_network_even_if_service_got_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "refuse_service", lambda query: None)
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.5)
    heard: list[object] = []

    def listen() -> None:
        try:
            heard.append(server.accept())
        except TimeoutError:
            return

    listener = threading.Thread(target=listen)
    listener.start()
    port = server.getsockname()[1]
    with pytest.raises((QueryStopped, InvalidQuery)):
        run_guarded(DATA, f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}")
    listener.join()
    server.close()
    assert heard == []


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:9/x"])
def test_a_query_cannot_read_files_or_addresses(address: str) -> None:
    """FROM names graphs of the data that was handed over, and nothing else."""
    answer = run_guarded(DATA, f"SELECT * FROM <{address}> {{ ?s ?p ?o }}")
    assert json.loads(answer.data)["results"]["bindings"] == []


def test_the_child_may_open_nothing(tmp_path: Path) -> None:
    """The limit itself, seen from inside a child that tries."""
    script = (
        "import socket, sys\n"
        f"sys.path.insert(0, {str(Path(guard.__file__).parent)!r})\n"
        "import worker\n"
        "worker.limit_resources(512 * 2**20)\n"
        "for attempt in (lambda: open('/etc/hostname'), lambda: socket.socket()):\n"
        "    try:\n        attempt()\n    except OSError as error:\n        print(error.errno)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path)
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


def test_no_child_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[int] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            children.append(self.pid)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    with pytest.raises(QueryStopped):
        run_guarded(DATA, HEAVY, Limits(seconds=0.5))
    (child,) = children
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_causes_of_death() -> None:
    limits = Limits(memory=7)
    assert guard._cause_of_death(-signal.SIGSEGV, limits) == "the query is nested too deeply for the engine"
    for code in (-signal.SIGABRT, 5):
        assert "needs more than 7 MiB" in guard._cause_of_death(code, limits)
    assert guard._cause_of_death(77, limits) == "the engine gave up on the query (exit code 77)"


def test_the_worker_starts_without_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a module of the engine's name is no way in."""
    (tmp_path / "pyoxigraph.py").write_text("raise SystemExit(99)", encoding="utf-8")
    (tmp_path / "json.py").write_text("raise SystemExit(99)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run_guarded(DATA, "ASK {}").form == "ask"
