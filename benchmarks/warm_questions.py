"""`python -m benchmarks.warm_questions HOME ROOT PLACE [QUESTION …]`: seconds of questions in a process with a graph.

HOME is memory, compiled (PLACE is the cache), remote (PLACE is the address) or rdflib; the questions named are left
out. The answer is JSON: what loading took, and of each question its rows, a digest of its table, the calls of the
store, and seconds: of the whole answer, of the bare engine asked the query of the question alone, and of the bare
engine asked all that mhgraph asks for it. The bare engine holds the same quads in a store of the same kind, and every
row is read. The seconds are those of the processor, but of the clock where a server answers.
"""

from __future__ import annotations

import hashlib
import json
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph

from benchmarks.timing import time_calls
from mhgraph.errors import MhgraphError
from mhgraph.graph import ALL_LEDGERS, BaseGraph, load_graph
from mhgraph.graph.cache import Cache
from mhgraph.graph.endpoint import open_endpoint
from mhgraph.project.folders import Project
from mhgraph.questions import Question, load_questions, run
from mhgraph.questions.parameters import fill
from mhgraph.stores import Solutions
from mhgraph.stores.compiled import CompiledStore
from mhgraph.tables import Table, render
from tests.counting import CountingStore
from tests.questions.cases import examples_of

RDFLIB = ("events-addressing", "figures", "instruments-cited", "recommendations-on", "speakers")
"""What rdflib is asked."""
LIMIT = 30
"""Seconds that it may take for the query of a question, and again for all queries of its answer."""

Values = dict[str, list[str]]
Ask = Callable[[str], object]


class RecordingStore(CountingStore):
    """Keeps the queries that were put."""

    def __init__(self, store: Any) -> None:
        super().__init__(store)
        self.queries: list[str] = []

    def select(self, query: str) -> Solutions:
        """Return the solutions of a SELECT query."""
        self.queries.append(query)
        return super().select(query)


def list_cases(project: Project) -> Iterator[tuple[str, Question, Values]]:
    """Yield each question with the values of its example: the required ones, and all, if there are others."""
    for question in load_questions(project):
        values: Values = {name: list(given) for name, given in examples_of(question).items()}
        required = {one.name: values[one.name] for one in question.parameters if one.required}
        yield question.name, question, required
        if required != values:
            yield f"{question.name}, narrowed", question, values


def open_home(home: str, project: Project, place: str) -> tuple[BaseGraph, Callable[[], Ask]]:
    """Return the graph of a project in a home, and what gives the bare engine."""
    if home == "remote":
        remote = open_endpoint(place, project, seconds=60)
        return remote, lambda: remote.store.select
    if home == "compiled":
        opened = Cache(Path(place)).open_graph(project, ALL_LEDGERS)
        if opened.compile is not None:  # too small to be compiled by itself
            raise ValueError("the project is not compiled")
        store = opened.graph.store
        assert isinstance(store, CompiledStore)
        folder = str(store.folder)
        return opened.graph, lambda: _read_all(pyoxigraph.Store.read_only(folder))  # noqa: TID251 - the peer
    loaded = load_graph(project)

    def copy() -> Ask:
        engine = pyoxigraph.Store()  # noqa: TID251 - the peer
        engine.bulk_extend(loaded.store.dump())
        return _read_all(engine)

    return loaded, copy


def _read_all(engine: Any) -> Ask:
    return lambda query: [tuple(row) for row in engine.query(query)]


def record(graph: BaseGraph, question: Question, values: Values) -> tuple[Table, list[str]]:
    """Return the answer to a question, and the queries that it needs."""
    store = graph.store
    graph.store = recording = RecordingStore(store)
    try:
        return run(graph, question, values).table(), recording.queries
    finally:
        graph.store = store


def measure_home(home: str, project: Project, place: str) -> dict[str, Any]:
    """Return what a home took, by question."""
    cases = list(list_cases(project))
    start = time.perf_counter()
    graph, make_bare = open_home(home, project, place)
    loaded = time.perf_counter() - start
    answers: dict[str, Any] = {}
    for name, question, values in cases:
        try:
            table, queries = record(graph, question, values)
        except MhgraphError as error:
            answers[name] = {"failed": str(error)}
            continue
        rows = sorted(render(table, "jsonl").splitlines())  # engines order texts of several languages differently
        digest = hashlib.sha256("\n".join(rows).encode()).hexdigest()
        answers[name] = {"rows": len(table.rows), "digest": digest, "queries": queries}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    ask = make_bare()
    clock = time.perf_counter if home == "remote" else time.process_time
    for name, question, values in cases:
        answer = answers[name]
        if "failed" not in answer:
            queries = answer.pop("queries")
            answer["calls"] = len(queries)
            body = fill(graph, question, values)
            answer["whole"], answer["body"], answer["all"] = time_calls(
                [
                    lambda q=question, v=values: run(graph, q, v),  # type: ignore[misc]
                    lambda b=body: ask(b),  # type: ignore[misc]
                    lambda listed=queries: [ask(query) for query in listed],  # type: ignore[misc]
                ],
                clock=clock,
            )
    quads = sum(1 for _ in graph.store.dump()) if home == "memory" else None
    return {"loaded": loaded, "peak": peak, "quads": quads, "questions": answers}


def measure_rdflib(project: Project) -> dict[str, Any]:
    """Return what rdflib took for the same graph, asked the same queries; None beyond the limit."""
    import rdflib

    graph = load_graph(project)
    dump = pyoxigraph.serialize(graph.store.dump(), format=pyoxigraph.RdfFormat.N_QUADS)
    start = time.perf_counter()
    data = rdflib.Dataset()
    data.parse(data=dump, format="nquads")
    loaded = time.perf_counter() - start
    answers: dict[str, Any] = {}
    signal.signal(signal.SIGPROF, _stop)
    for name, question, values in list_cases(project):
        if name in RDFLIB:
            _, queries = record(graph, question, values)
            body = fill(graph, question, values)
            answers[name] = {"body": _time_rdflib(data, [body]), "all": _time_rdflib(data, queries)}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return {"loaded": loaded, "peak": peak, "questions": answers}


def _time_rdflib(data: Any, queries: Iterable[str]) -> float | None:
    start = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        for query in queries:
            list(data.query(query))
        return time.process_time() - start
    except TimeoutError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _stop(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    _home, _root, _place = sys.argv[1:]
    _project = Project(Path(_root))
    print(json.dumps(measure_rdflib(_project) if _home == "rdflib" else measure_home(_home, _project, _place)))
