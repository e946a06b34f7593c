"""Each broken input in a forked process with limits of its own, and what is wrong with how it ended."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tools.hostile.mutate import mutate

TESTS = Path(__file__).resolve().parents[2] / "tests"
PROJECT = TESTS / "project"
SHAPE_TEXT = TESTS / "hostile" / "shape.ttl"
"""The one shape file of the projects that are broken: short, so that a run takes no longer than it must."""
SECONDS = 60.0
MEMORY = 1024 * 2**20

DATA = (
    "data/sources/riverside-launch-notice.trig",
    "data/sources/valley-register-launch.trig",
    "data/sources/valley-review.trig",
    "data/sources/village-health-compact.trig",
    "data/judgements/riverside-launch-notice.trig",
    "data/entities/actor/actor.ttl",
    "data/entities/concept/concept.ttl",
    "data/entities/instrument/instrument.ttl",
    "data/entities/provision/provision.ttl",
)
QUESTION, RULE, SHAPE = "queries/events-addressing.rq", "ontology/rules/host-takes-part.rq", "shapes/own.ttl"


@dataclass(frozen=True)
class Hostile:
    """One broken input: the file of the project that is broken, its bytes, how it was made, and the command."""

    number: int
    file: str
    data: bytes = field(repr=False)
    how: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """How a broken input ended: an exit code, a signal (negative), or None at the time limit; and what was printed."""

    case: Hostile
    code: int | None
    stderr: str

    @property
    def fault(self) -> str:
        """What is wrong with it, or ""."""
        lines = self.stderr.splitlines()
        if self.code is None:
            return f"still running after {SECONDS:g} seconds"
        if self.code < 0:
            return f"died of {signal.Signals(-self.code).name}"
        if self.code not in (0, 1, 2):
            return f"exit code {self.code}"
        if self.code == 2 and len(lines) != 1:
            return f"{len(lines)} lines on standard error"
        if any(not line.startswith("mhgraph: ") for line in lines) or len(lines) > 1:
            return "something else than one line of ours on standard error"
        return ""


def make_inputs(seed: int, count: int) -> Iterator[Hostile]:
    """Yield broken inputs; the same seed gives the same ones, whatever the count."""
    originals = {name: (PROJECT / name).read_bytes() for name in (*DATA, QUESTION, RULE)}
    originals[SHAPE] = SHAPE_TEXT.read_bytes()
    for number in range(count):
        random = Random(f"{seed}/{number}")
        file = random.choices((random.choice(DATA), QUESTION, RULE, SHAPE), (60, 20, 8, 12))[0]
        how, data = mutate(random, originals[file])
        yield Hostile(number, file, data, how, _choose_command(random, file))


def _choose_command(random: Random, file: str) -> tuple[str, ...]:
    if file == QUESTION:
        return ("query", "events-addressing", "--provision", "vhc-1")
    if file == RULE:
        return ("stats",)
    if file == SHAPE:
        return random.choice((("validate",), ("validate", "--engine", "pyshacl")))
    return random.choice(
        (("format", "--check"), ("stats",), ("validate",), ("coverage",), ("show", "village-compact-launch"))
    )


def run_all(cases: Iterator[Hostile], folder: Path, *, jobs: int) -> Iterator[Result]:
    """Run broken inputs in forked processes, `jobs` at a time, and yield how they ended, in the order of their ends.

    Fork from a process that has imported everything and started no thread.
    """
    slots = [_make_project(folder / f"slot{i}") for i in range(jobs)]
    running: dict[int, tuple[Hostile, Path, float]] = {}
    for case in cases:
        if not slots:
            yield _finish(running, slots)
        root = slots.pop()
        (root / case.file).write_bytes(case.data)
        pid = os.fork()
        if not pid:
            _run_in_child(case, root)
        running[pid] = (case, root, time.monotonic() + SECONDS)
    while running:
        yield _finish(running, slots)


def _make_project(root: Path) -> Path:
    shutil.copytree(PROJECT, root, ignore=shutil.ignore_patterns("shapes", "texts"))
    (root / "shapes").mkdir()
    _restore(root, SHAPE)
    return root


def _finish(running: dict[int, tuple[Hostile, Path, float]], slots: list[Path]) -> Result:
    """Wait until one ends, or is killed at its time limit; restore its project."""
    while True:
        for pid, (case, root, limit) in list(running.items()):
            late = time.monotonic() > limit
            if late:
                os.kill(pid, signal.SIGKILL)
            ended, status = os.waitpid(pid, 0 if late else os.WNOHANG)
            if ended:
                del running[pid]
                _restore(root, case.file)
                slots.append(root)
                stderr = (root / "stderr").read_text(encoding="utf-8", errors="replace")
                return Result(case, None if late else os.waitstatus_to_exitcode(status), stderr)
        time.sleep(0.002)


def _restore(root: Path, file: str) -> None:
    shutil.copyfile(SHAPE_TEXT if file == SHAPE else PROJECT / file, root / file)


def _run_in_child(case: Hostile, root: Path) -> None:
    """Run the command line as if it had just started, with limits on memory and time; never return."""
    from mhgraph.cli import main

    with Path("/proc/self/statm").open(encoding="ascii") as statm:
        used = int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for number, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(root / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False, buffering=1)
    sys.argv = ["mhgraph", "--root", str(root), *case.command]
    code: object = 70
    try:
        main()
    except SystemExit as ended:
        code = ended.code
    except BaseException:  # what a user would see as a traceback
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        os._exit(code if isinstance(code, int) else 71)
