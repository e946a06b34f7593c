"""A child never outlives its parent, however that dies; and Ctrl-C ends both at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the signals are those of POSIX")

QUERY = """
import sys
from pyoxigraph import NamedNode, Quad
from mhgraph.stores import guard
from mhgraph.stores import Limits
from mhgraph.stores.memory import MemoryStore

store = guard.GuardedStore(MemoryStore(), Limits(seconds=60))
store.load([Quad(NamedNode(f"http://e/s{i}"), NamedNode("http://e/p"), NamedNode("http://e/o")) for i in range(300)])
assert store.ask("ASK { ?s ?p ?o }")
print(guard._CHILD._child._process.pid, flush=True)
store.select("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
"""
SHAPES = """
from pathlib import Path
from pyoxigraph import RdfFormat, parse, serialize
from mhgraph.checks.shacl import guarded
from mhgraph.stores import Limits
from mhgraph.stores.child import Child

SH = "@prefix sh: <http://www.w3.org/ns/shacl#> . "
SHAPE = "<urn:s> a sh:NodeShape ; sh:targetClass <urn:c> ; sh:property [ sh:path <urn:p> ; sh:pattern '^(a+)+$' ] ."
lines = lambda text: serialize((q.triple for q in parse(text, format=RdfFormat.TURTLE)), format=RdfFormat.N_TRIPLES)
child = Child(guarded._WORKER, "pyshacl")
child.run({"task": "compile"}, lines(SH + SHAPE), limits=Limits(), what="it")
print(child._process.pid, flush=True)
data = lines("<urn:x> a <urn:c> ; <urn:p> '" + "a" * 60 + "b' .")
child.run({"task": "validate", "focus": []}, data, limits=Limits(seconds=60), what="it")
"""
IDLE = QUERY.replace("store.select(", "sys.stdin.read() or (")
BUSY = [pytest.param(QUERY, id="a query"), pytest.param(IDLE, id="nothing")]
SLOW = [pytest.param(SHAPES, id="a regular expression", marks=pytest.mark.slow)]


@contextmanager
def parent_of_child(script: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Start a process that keeps a child busy; its number and that of the child are at hand when the child works."""
    command = [sys.executable, "-c", script]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, cwd=REPOSITORY) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        time.sleep(0.3)
        assert is_running(child)
        try:
            yield parent, child
        finally:
            parent.kill()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")  # one that has ended and that nobody asked after is still listed, as Z
    return not (status.exists() and status.read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z")


def wait_until(holds: Callable[[], bool], seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
    return holds()


@pytest.mark.parametrize("script", [*BUSY, *SLOW])
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGKILL", "SIGINT"])
def test_a_child_ends_with_its_parent(name: str, script: str) -> None:
    with parent_of_child(script) as (parent, child):
        parent.send_signal(getattr(signal, name))
        assert wait_until(lambda: parent.poll() is not None)
        assert wait_until(lambda: not is_running(child))


@pytest.mark.parametrize("script", BUSY)
def test_a_child_ends_where_the_system_does_not_end_it(script: str) -> None:
    """As on macOS and Windows: there only the end of its input tells the child."""
    alone = script.replace("import sys\n", "import os, sys, threading\nthreading.main_thread = lambda: None\n", 1)
    with parent_of_child(alone) as (parent, child):
        parent.kill()
        assert wait_until(lambda: not is_running(child))
