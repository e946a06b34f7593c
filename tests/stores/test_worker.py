"""The tasks of the child of the guard, done in this process; its limits are tested from outside, with the guard."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mhgraph.stores import service, worker
from mhgraph.stores.service import Capped, Meter, Refused, TooMuch
from mhgraph.stores.worker import Worker

DATA = b"<http://e/a> <http://e/b> <http://e/c> .\n"


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Worker:
    monkeypatch.setattr(Meter, "start", lambda meter, request: None)  # it would bind this process
    monkeypatch.setattr(Meter, "stop", lambda meter: None)
    made = Worker()
    assert made.hold({}, DATA) == ({}, b"")
    return made


@pytest.mark.parametrize(
    ("query", "form", "answer"),
    [
        ("SELECT * { ?s <http://e/x> ?o }", "select", b'{"head":{"vars":["o","s"]},"results":{"bindings":[]}}'),
        ("ASK { ?service ?p ?o }", "ask", b'{"head":{},"boolean":true}'),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "graph", DATA),
    ],
)
def test_the_form_stands_before_the_answer(held: Worker, query: str, form: str, answer: bytes) -> None:
    assert held.query({"query": query, "output": 1}, b"") == ({"form": form}, answer)


def test_variables_keep_their_names(held: Worker) -> None:
    _, answer = held.query({"query": "SELECT ?services { BIND('service' AS ?services) }", "output": 1}, b"")
    row = b'{"services":{"type":"literal","value":"service"}}'
    assert answer == b'{"head":{"vars":["services"]},"results":{"bindings":[' + row + b"]}}"


def test_what_does_not_parse(held: Worker) -> None:
    with pytest.raises(Refused, match="does not parse"):
        held.query({"query": "SELECT", "output": 1}, b"")


def test_too_much(held: Worker) -> None:
    with pytest.raises(TooMuch):
        held.query({"query": "SELECT * { ?s ?p ?o }", "output": 0}, b"")


def test_a_graph_takes_the_place_of_the_one_before(held: Worker) -> None:
    held.hold({}, b"")
    assert b"false" in held.query({"query": "ASK { ?s ?p ?o }", "output": 1}, b"")[1]


@pytest.mark.parametrize(
    ("error", "problem"), [(Refused("why"), "why"), (TooMuch(), "output"), (MemoryError(), "memory")]
)
def test_what_a_task_may_raise(error: Exception, problem: str) -> None:
    def task(request: object, data: bytes) -> service.Reply:
        raise error

    assert service._do(task, {}, b"") == ({"problem": problem}, b"")


def test_capped_bytes() -> None:
    capped = Capped(3)
    assert capped.write(b"abc") == 3
    with pytest.raises(TooMuch):
        capped.write(b"d")
    assert capped.getvalue() == b"abc"


def test_the_worker_is_a_script_that_needs_little() -> None:
    """What it imports is what a stranger's query finds in the process, and what each start costs."""
    names = {name for name in sys.modules if name.startswith("mhgraph")}
    text = Path(worker.__file__).read_text(encoding="utf-8")
    imported = {line.split()[1] for line in text.splitlines() if line.startswith("from mhgraph")}
    assert imported == {"mhgraph.errors", "mhgraph.stores.engine", "mhgraph.stores.service"} & names
