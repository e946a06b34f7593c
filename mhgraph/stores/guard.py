"""What is not ours runs in a process of its own, with limits on time, memory, output, and what it may open.

A query that somebody typed is not ours, nor is one in a project folder that is not equal to what the installed release
ships. The engine cannot be interrupted, overflows its stack on deeply nested queries, has no memory limit, and follows
SERVICE. A child that dies is one line for the user and nothing more. Two walls keep a query off files and the network:
SERVICE is no keyword any more (`engine`), and the child may open no further file descriptor (`service`).
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from pyoxigraph import (
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from mhgraph.errors import InvalidQuery
from mhgraph.rdf.sparql import words_of
from mhgraph.stores import Limits, Solutions, Store
from mhgraph.stores.compiled import CompiledStore

if TYPE_CHECKING:
    from mhgraph.stores.child import Child, Reply

_WORKER = Path(__file__).with_name("worker.py")
_HOLD = Limits(seconds=600.0)
"""What handing over a graph may take: it is our own work, and only a machine that stands still takes as long."""


class GuardedAnswer(NamedTuple):
    """The answer to a query: `form` is select, ask or graph; `data` is JSON results, or N-Triples."""

    form: str
    data: bytes


@runtime_checkable
class GuardsItself(Protocol):
    """A store that keeps what is not ours within limits itself, such as one on another machine."""

    def answer(self, query: str, limits: Limits) -> GuardedAnswer:
        """Return the answer to a query that is not ours."""
        ...


class GuardedStore:
    """A store as queries that are not ours see it: each is answered by a child that holds the same graph.

    One child serves all guarded stores of this process, one after another. It gets the graph when this store is first
    asked, and keeps it until another one is asked. What is added to the graph is added through this store. A compiled
    store is not handed over: a child opens it by itself when it starts. A store that guards itself needs no child.

    >>> from mhgraph.stores.memory import MemoryStore
    >>> GuardedStore(MemoryStore()).ask("ASK { ?s ?p ?o }")
    False
    """

    def __init__(self, store: Store, limits: Limits | None = None) -> None:
        self._store = store
        self._limits = limits or Limits()

    def select(self, query: str) -> Solutions:
        """Return the solutions of a SELECT query.

        Raises QueryStopped.

        Raises:
            InvalidQuery: it does not parse, names SERVICE, or is of another form.
        """
        answer = self.answer(query)
        if answer.form != "select":
            raise InvalidQuery("not a SELECT query")
        solutions = parse_query_results(answer.data, format=QueryResultsFormat.JSON)
        assert isinstance(solutions, QuerySolutions)
        return Solutions(tuple(variable.value for variable in solutions.variables), [tuple(row) for row in solutions])

    def construct(self, query: str) -> list[Triple]:
        """Return the triples of a CONSTRUCT query.

        Raises QueryStopped.

        Raises:
            InvalidQuery: it does not parse, names SERVICE, or is of another form.
        """
        answer = self.answer(query)
        if answer.form != "graph":
            raise InvalidQuery("not a CONSTRUCT query")
        return [quad.triple for quad in parse(answer.data, format=RdfFormat.N_TRIPLES, lenient=True)]

    def ask(self, query: str) -> bool:
        """Return the answer to an ASK query.

        Raises QueryStopped.

        Raises:
            InvalidQuery: it does not parse, names SERVICE, or is of another form.
        """
        answer = self.answer(query)
        if answer.form != "ask":
            raise InvalidQuery("not an ASK query")
        return b"true" in answer.data

    def load(self, quads: Iterable[Quad]) -> None:
        """Add quads to the store behind this one, and to what the child holds of it. Raises QueryStopped."""
        added = list(quads)
        self._store.load(added)
        _CHILD.add(self, added)

    def dump(self, graphs: Collection[str] | None = None) -> Iterable[Quad]:
        """Return the quads of the store behind this one."""
        return self._store.dump(graphs)

    @property
    def folder(self) -> Path | None:
        """The folder of the compiled store behind this one; None for any other store."""
        return self._store.folder if isinstance(self._store, CompiledStore) else None

    def give_up_folder(self) -> None:
        """Let the compiled store behind this one go on without its folder, which cannot be read on."""
        if isinstance(self._store, CompiledStore):
            self._store.renew()

    def answer(self, query: str) -> GuardedAnswer:
        """Return the answer to a query of any form, as the child wrote it.

        Raises InvalidQuery for a query that does not parse, changes data or names SERVICE; QueryStopped for one that
        met a limit, or took the child down.
        """
        refuse_service(query)
        if isinstance(self._store, GuardsItself):
            return self._store.answer(query, self._limits)
        return _CHILD.answer(self, query, self._limits)


def start_child(folder: Path | None = None) -> None:
    """Start the guarded child, if none is waiting: it gets ready while the graph is loaded that it will hold.

    With the folder of a compiled store, it opens that.
    """
    _CHILD.start(folder)


def refuse_service(query: str) -> None:
    """Refuse a query whose words say that it would ask another endpoint: the better message, and no wall.

    Raises:
        InvalidQuery: the query names SERVICE.
    """
    if any("SERVICE" in word for word in words_of(query)):
        raise InvalidQuery("SERVICE is refused: a query asks one store", "load the other data there and ask again")


class _SharedChild:
    """The child of this process, started when it is first needed, and the guarded store whose graph it holds."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._folder: Path | None = None
        self._held: GuardedStore | None = None

    def answer(self, store: GuardedStore, query: str, limits: Limits) -> GuardedAnswer:
        """Return the answer of the child, which holds the graph of a store from now on.

        Raises QueryStopped, and InvalidQuery for a query that does not parse.
        """
        with self._lock:
            reply = self._ask(store, query, limits)
            if reply.values["form"] == "broken":
                store.give_up_folder()
                self._held = None
                reply = self._ask(store, query, limits)
        return GuardedAnswer(reply.values["form"], reply.data)

    def start(self, folder: Path | None) -> None:
        """Start the child, if none is waiting that has this folder open."""
        with self._lock:
            self._started(folder)

    def _ask(self, store: GuardedStore, query: str, limits: Limits) -> Reply:
        child = self._started(store.folder)
        if self._held is not store:
            self._held = None
            is_open = store.folder is not None and child.run({"task": "look"}, limits=_HOLD, what="opening").values
            if not is_open or not is_open["is_open"]:
                _hand_over(child, "hold", store.dump())
            self._held = store
        return child.run({"task": "query", "query": query}, limits=limits, what="the query")

    def _started(self, folder: Path | None) -> Child:
        """Return a child that waits; with a folder, one that was started with it."""
        from mhgraph.stores.child import Child  # most runs need none, and it costs them some milliseconds

        if self._child is not None and folder is not None and folder != self._folder:
            self._child.close()
        if self._child is None or not self._child.is_alive:
            self._held, self._folder = None, folder
            self._child = Child(_WORKER, *([] if folder is None else [str(folder)]))
        return self._child

    def add(self, store: GuardedStore, quads: Iterable[Quad]) -> None:
        """Hand over what was added to a store, if the child holds its graph."""
        with self._lock:
            if self._held is store and self._child is not None and self._child.is_alive:
                _hand_over(self._child, "add", quads)

    def close(self) -> None:
        """End the child."""
        with self._lock:
            if self._child is not None:
                self._child.close()
            self._child = self._held = None


def _hand_over(child: Child, task: str, quads: Iterable[Quad]) -> None:
    graph = serialize(quads, format=RdfFormat.N_QUADS) or b""
    child.run({"task": task}, graph, limits=_HOLD, what="handing over the graph")


_CHILD = _SharedChild()
atexit.register(_CHILD.close)
