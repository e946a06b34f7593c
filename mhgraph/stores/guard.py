"""Queries that a user typed run in a process of their own, with limits on time, memory and output.

The engine cannot be interrupted, overflows its stack on deeply nested queries, has no memory limit, and follows
SERVICE. A child that dies is one line for the user and nothing more. Two things keep a query off the network: SERVICE
is refused here, and the child may open no further file descriptor once its data is loaded.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from pyoxigraph import Quad, RdfFormat, serialize

from mhgraph.errors import InvalidQuery, QueryStopped
from mhgraph.rdf.sparql import words_of

_WORKER = Path(__file__).with_name("worker.py")


@dataclass(frozen=True)
class Limits:
    """What a typed query may use: seconds of wall clock, MiB of memory beyond the data, MiB of output."""

    seconds: float = 30.0
    memory: int = 2048
    output: int = 64


@dataclass(frozen=True)
class GuardedAnswer:
    """The answer of a typed query: `form` is select, ask or graph; `data` is JSON results, or N-Triples."""

    form: str
    data: bytes


@runtime_checkable
class GuardsItself(Protocol):
    """A store that keeps what somebody typed within limits itself, such as one on another machine."""

    def answer(self, query: str, limits: Limits) -> GuardedAnswer:
        """Return the answer to a query that somebody typed."""
        ...


def refuse_service(query: str) -> None:
    """Refuse a query that would ask another endpoint.

    Raises:
        InvalidQuery: the query names SERVICE.
    """
    if "SERVICE" in words_of(query):
        raise InvalidQuery("SERVICE is refused: a query asks one store", "load the other data there and ask again")


def run_guarded(quads: Iterable[Quad], query: str, limits: Limits | None = None) -> GuardedAnswer:
    """Return the answer to a query over some quads, computed in a child process.

    Raises:
        InvalidQuery: the query does not parse, changes data or names SERVICE.
        QueryStopped: it met a limit, or took the child down.

    >>> run_guarded([], "ASK { ?s ?p ?o }").data
    b'{"head":{},"boolean":false}'
    """
    limits = limits or Limits()
    refuse_service(query)
    request = json.dumps({"query": query, **asdict(limits)}).encode()
    data = serialize(quads, format=RdfFormat.N_QUADS) or b""
    with subprocess.Popen(
        [sys.executable, "-P", str(_WORKER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=_WORKER.parent,  # so that no module of the folder we stand in is taken for one of the engine's
    ) as child:
        try:
            output, problem = child.communicate(request + b"\n" + data, timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise QueryStopped(f"the query ran longer than {limits.seconds:g} seconds", "ask for less") from error
        finally:
            child.kill()
    if child.returncode == 0:
        form, _, data = output.partition(b"\n")
        return GuardedAnswer(form.decode(), data)
    message = problem.decode(errors="replace").strip().splitlines()
    if child.returncode == 3 and message:
        raise InvalidQuery(f"the query does not parse: {message[-1]}")
    if child.returncode == 4:
        raise QueryStopped(f"the answer is larger than {limits.output} MiB", "ask for less")
    raise QueryStopped(_cause_of_death(child.returncode, limits), "ask for less, or nest less deeply")


def _cause_of_death(code: int, limits: Limits) -> str:
    if code == -signal.SIGSEGV:
        return "the query is nested too deeply for the engine"
    if code in (-signal.SIGABRT, 5):
        return f"the query needs more than {limits.memory} MiB of memory, or nests too deeply"
    return f"the engine gave up on the query (exit code {code})"
