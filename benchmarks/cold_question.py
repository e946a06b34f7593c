"""A question as a whole process: on the compiled store, loaded, and beside ten lines of pyoxigraph on the same files.

The runs of all commands alternate. Medians of the wall clock, and of processor time, which a busy machine changes less.
Two questions are asked: the answer to one grows with the documents, that to the other stays the same.

Claimed of the compiled store: at most 0.4 times pyoxigraph at 2·10⁵ quads, 0.15 times at 10⁶. Of the run that
compiles: its answer comes no later than 1.1 times a run that only loads, and it ends within 3.5 times.
`MHGRAPH_BENCH` names a folder in which the projects are kept for the next time.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.projects import write_projects
from mhgraph.project.folders import Project

ROOT = Path(__file__).parent.parent
RUNS = 5
PEER = ROOT / "benchmarks" / "peers" / "cold_question.py"
QUESTIONS = {
    "events-addressing": ["--provision", "gcm-15"],
    "passage-statements": ["--where", "unnm-uhc-statement-2023"],
}
BOUNDS = {"2e5": 0.4, "1e6": 0.15}


class Run(NamedTuple):
    """How one process went: seconds until its last output, until its end, and of processor time."""

    answered: float
    ended: float
    processor: float


def run(command: list[str], cache: Path) -> Run:
    """Run a command with its standard output read, and return how it went."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "MHGRAPH_CACHE": str(cache)}
    for name in ("PYTHONDONTWRITEBYTECODE", "MHGRAPH_NO_CACHE"):
        environment.pop(name, None)
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None  # it is a pipe
        answered = start
        while os.read(process.stdout.fileno(), 2**16):
            answered = time.perf_counter()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(answered - start, time.perf_counter() - start, usage.ru_utime + usage.ru_stime)


def measure(project: Project, question: str, values: list[str], cache: Path) -> dict[str, list[Run]]:
    """Return the runs of each way to the answer."""
    ours = [sys.executable, "-m", "mhgraph", "--root", str(project.root)]
    query = next(path for path in project.queries if path.stem == question)
    commands = {
        "pyoxigraph": [sys.executable, str(PEER), str(project.root), str(query)],
        "loaded": [*ours, "--no-cache", "query", question, *values],
        "compiling": [*ours, "query", question, *values],
        "compiled": [*ours, "query", question, *values],
    }
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(RUNS + 1):
        shutil.rmtree(cache, ignore_errors=True)
        for name, command in commands.items():
            found = run(command, cache)
            if number:  # the first fills the caches of the system
                runs[name].append(found)
    return runs


def main() -> None:
    """Print medians and ratios; exit with 1 if a bound is not kept."""
    failing = []
    kept = os.environ.get("MHGRAPH_BENCH")
    with tempfile.TemporaryDirectory() as temporary:
        for size, project in write_projects(Path(kept) if kept else Path(temporary)):
            for question, values in QUESTIONS.items():
                runs = measure(project, question, values, Path(temporary) / "cache")
                failing += _report(size, question, runs)
    if failing:
        sys.exit(f"slower than claimed: {', '.join(failing)}")


def _report(size: str, question: str, runs: dict[str, list[Run]]) -> list[str]:
    """Print the table of one question at one size, and return what is slower than claimed."""
    medians = {
        name: Run(*(statistics.median(values) for values in zip(*found, strict=True))) for name, found in runs.items()
    }
    peer, loaded, compiling, compiled = (medians[name] for name in ("pyoxigraph", "loaded", "compiling", "compiled"))
    print(f"{size} quads, {question}\n{'':<12}{'answered s':>11}{'ended s':>9}{'processor s':>12}")
    for name, median in medians.items():
        print(f"{name:<12}{median.answered:>11.3f}{median.ended:>9.3f}{median.processor:>12.3f}")
    ratios = (compiled.ended / peer.ended, compiled.processor / peer.processor)
    print(f"compiled is {ratios[0]:.2f} times pyoxigraph ({ratios[1]:.2f} of processor time)")
    answers, ends = compiling.answered / loaded.answered, compiling.ended / loaded.ended
    print(
        f"the run that compiles answers after {answers:.2f} and ends after {ends:.2f} times a run that loads\n",
        flush=True,
    )
    checks = [
        (ratios[0] <= BOUNDS.get(size, ratios[0]), f"{question} at {size}"),
        (size not in BOUNDS or answers <= 1.1, f"the answer of the run that compiles {question} at {size}"),
        (size not in BOUNDS or ends <= 3.5, f"the end of the run that compiles {question} at {size}"),
    ]
    return [what for holds, what in checks if not holds]


if __name__ == "__main__":
    main()
