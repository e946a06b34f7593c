"""A run that is killed while it compiles leaves a whole entry or none, and the next run removes what else it left."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mhgraph.graph import ALL_LEDGERS, BaseGraph, cache
from mhgraph.graph.cache import Cache
from mhgraph.project.folders import Project
from mhgraph.stores.compiled import CompiledStore
from tests.conftest import REPOSITORY
from tests.files.killing import kill_at_each_operation, wait_for_the_end_of

pytestmark = pytest.mark.slow

KILLS, CALLS = 20, 200
PROGRAM = (
    "import sys; from mhgraph.graph import cache; cache.LEAST_BYTES = 0; from mhgraph.__main__ import start; start()"
)
"""The command line, for which no project is too small."""

SIZES = (
    "SELECT * { ?s ?p ?o } LIMIT 1",
    "SELECT * { GRAPH ?g { ?s ?p ?o } }",
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
)


CHOICES = ((), ("--ledger", "stated"), ("--ledger", "stated,judged"))


@pytest.fixture(autouse=True)
def compile_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small a project is."""
    monkeypatch.setattr(cache, "LEAST_BYTES", 0)


def require_all_or_nothing(folder: Path, graph: BaseGraph) -> bool:
    """Return whether a cache has an entry, which is whole then; run once more, and see that nothing else is left."""
    notes: list[str] = []
    kept = Cache(folder, notes.append)
    opened = kept.open_graph(graph.project, ALL_LEDGERS)
    is_kept = opened.compile is None
    assert isinstance(opened.graph.store, CompiledStore) == is_kept
    if opened.compile is not None:
        opened.compile()
    assert all(entry.root for entry in kept.entries())  # none is broken
    kept.clear()
    assert list(folder.iterdir()) == []
    assert set(opened.graph.store.dump()) == set(graph.store.dump())
    assert notes == []
    return is_kept


def test_a_stop_at_each_step_leaves_the_old_or_the_new(tmp_path: Path, tiny: BaseGraph) -> None:
    (tmp_path / "template").mkdir()
    root = str(tiny.project.root)
    killed = kill_at_each_operation(tmp_path / "template", tmp_path / "runs", "compile", root)
    assert {"os.mkdir", "fcntl.flock", "os.fsync", "os.rename", "os.rmdir"} <= set(killed.operations)
    states = []
    for folder in [*killed.folders, killed.finished]:
        (folder / "cache").mkdir(mode=0o700, exist_ok=True)
        states.append(require_all_or_nothing(folder / "cache", tiny))
    assert states == sorted(states)  # none, up to the move into its place, and the whole entry from there on
    assert set(states) == {False, True}


def start_command(project: Project, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start the command line with a cache of its own, in a group of its own."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "MHGRAPH_CACHE": str(folder), "MHGRAPH_NO_CACHE": ""}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "--root", str(project.root), *arguments],
        cwd=REPOSITORY,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def time_command(project: Project, folder: Path, *arguments: str) -> float:
    """Return how many seconds a command takes that compiles."""
    start = time.monotonic()
    assert start_command(project, folder, *arguments).wait() == 0
    return time.monotonic() - start


def test_kills_at_random(tmp_path: Path, tiny: BaseGraph) -> None:
    whole = time_command(tiny.project, tmp_path / "cache", "stats")
    dice = random.Random(20)
    for _ in range(KILLS):
        shutil.rmtree(tmp_path / "cache")
        (tmp_path / "cache").mkdir(mode=0o700)
        command = start_command(tiny.project, tmp_path / "cache", "stats")
        time.sleep(dice.uniform(whole / 4, whole))
        os.killpg(command.pid, signal.SIGKILL)
        command.wait()
        require_all_or_nothing(tmp_path / "cache", tiny)


def test_typed_queries_that_are_killed_leave_no_process(tmp_path: Path, tiny: BaseGraph) -> None:
    """Only the command is killed, not its child: that has to notice by itself. Half of the kills are Ctrl-C.

    Queries and graphs of several sizes take turns; the cache is looked at, and emptied, now and then.
    """
    paths = []
    for number, query in enumerate(SIZES):
        paths.append(tmp_path / f"{number}.rq")
        paths[-1].write_text(query, encoding="utf-8")
    folder = tmp_path / "cache"
    whole = time_command(tiny.project, folder, "sparql", str(paths[0]))
    dice = random.Random(200)
    codes = []
    for call in range(CALLS):
        arguments = ["sparql", str(dice.choice(paths)), "--seconds", "5", *dice.choice(CHOICES)]
        command = start_command(tiny.project, folder, *arguments)
        time.sleep(dice.uniform(0, 1.2 * whole))
        command.send_signal(signal.SIGKILL if call % 2 else signal.SIGINT)
        codes.append(command.wait(timeout=20))
        wait_for_the_end_of(command.pid)
        if call % 20 == 19:
            require_all_or_nothing(folder, tiny)
    # after the answer Ctrl-C ends it without a word (-SIGINT); before our first line, it is Python's (1)
    assert {0, -signal.SIGKILL, 130} <= set(codes) <= {0, -signal.SIGKILL, 130, -signal.SIGINT, 1}
