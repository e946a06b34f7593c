"""Work in a copy of the process: its result, its errors, and its end."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mhgraph.checks import validate, validate_project
from mhgraph.checks.aside import start_aside
from mhgraph.checks.shacl.results import silence_libraries
from mhgraph.errors import UnreadableFile
from mhgraph.project.folders import Project

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="copies are made on Linux only")
FOREVER = """
import os, time
from mhgraph.checks.aside import start_aside
def work():
    print(os.getpid(), flush=True)
    time.sleep(600)
with start_aside(work, is_worth_it=True) as take:
    take()
"""


@linux
def test_work_is_done_in_a_copy() -> None:
    with start_aside(os.getpid, is_worth_it=True) as take:
        assert take() != os.getpid()
    with start_aside(os.getpid, is_worth_it=False) as take:
        assert take() == os.getpid()


def test_an_error_is_that_of_the_work() -> None:
    def fail() -> None:
        raise UnreadableFile(Path(os.devnull), "nothing in it", "look elsewhere")

    with pytest.raises(UnreadableFile, match="nothing in it"), start_aside(fail, is_worth_it=True) as take:
        take()


@linux
def test_a_copy_ends_with_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    copies: list[int] = []
    fork = os.fork

    def fork_noted() -> int:
        copies.append(fork())
        return copies[-1]

    monkeypatch.setattr(os, "fork", fork_noted)
    start = time.monotonic()
    with start_aside(lambda: time.sleep(600), is_worth_it=True):
        pass
    assert time.monotonic() - start < 60
    with pytest.raises(ChildProcessError):
        os.waitpid(copies[0], os.WNOHANG)


@linux
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_copy_ends_with_its_parent(number: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", FOREVER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as parent:
        assert parent.stdout
        copy = int(parent.stdout.readline())
        parent.send_signal(number)
        parent.wait(60)
        assert parent.stdout.read() == b""  # which ends when nobody holds the other end
    deadline = time.monotonic() + 60  # its files are closed a moment before it is gone
    while not _is_dead(copy):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _is_dead(process: int) -> bool:
    """Return whether a process is gone, or has ended and nobody has asked how."""
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text("ascii").rpartition(")")[2].split()[0] == "Z"


def test_two_processes_find_what_one_finds(small_project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = validate_project(small_project)
    monkeypatch.setattr(validate, "_LARGE", 1)
    assert validate_project(small_project, processes=2) == expected


def test_silence_ends_when_the_last_thread_has_had_its_fill() -> None:
    def be_silent(seconds: float) -> bool:
        with silence_libraries():
            time.sleep(seconds)
            return logging.root.manager.disable == logging.CRITICAL

    before = logging.root.manager.disable, list(warnings.filters)
    with ThreadPoolExecutor(3) as threads:
        assert all(threads.map(be_silent, [0.01, 0.1, 0.05, 0.02, 0.03]))
    assert (logging.root.manager.disable, list(warnings.filters)) == before
