"""How long `mhgraph validate` and `mhgraph build` take at 2·10⁵ quads, as whole processes, beside loading them all.

The peer loads the same files with pyoxigraph, checks nothing and writes nothing. The runs alternate, so that a machine
that slows down slows all of them. Claims, for two cores: validation with the default engine in MOST["validate"] seconds
of wall clock and 1 GiB, the dumps that are always written in MOST["build"] seconds, in the median of the runs; with OWL
and tables they take as much longer as the figures say, and no more memory. Where validation has two processes, their
memory is counted together, and what they share once.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.validation import PEERS, ROOT, Run, measure
from mhgraph.project.folders import find_project
from tools.growth.documents import grow_documents

COPIES = 22
RUNS = 5
_ALL = ("build", "--with", "owl", "--with", "tables")
MOST = {"validate": 10.0, "build": 8.0}
MOST_MEMORY = 1024
"""MiB."""


def main() -> None:
    """Print medians and ratios; exit with 1 if a claim does not hold."""
    with tempfile.TemporaryDirectory() as folder:
        project = grow_documents(Path(folder) / "project", find_project(), COPIES)
        program: list[str | Path] = [sys.executable, "-m", "mhgraph", "--root", project.root]
        commands: dict[str, list[str | Path]] = {
            "loading with pyoxigraph": [sys.executable, PEERS / "load_project.py", project.root],
            "validate": [*program, "validate"],
            "build": [*program, "build", "--out", Path(folder) / "dist"],
            "build, OWL and tables too": [*program, *_ALL, "--out", Path(folder) / "all"],
        }
        runs: dict[str, list[Run]] = {name: [] for name in commands}
        for number in range(RUNS + 1):
            for name, command in commands.items():
                run = measure(command)
                if number:  # the first of each fills the caches of the system
                    runs[name].append(run)
        together = _measure_memory(commands["validate"])
        documents = len(project.sources)
    peer = "loading with pyoxigraph"
    print(f"{documents} documents, {runs[peer][0].said} quads in their files\n")
    print(f"{'command':<26}{'wall s':>8}{'cpu s':>8}{'peak MiB':>10}   wall, as a multiple of the peer")
    failing = []
    for name, values in runs.items():
        wall, processor, peak = (
            statistics.median(getattr(run, field) for run in values) for field in ("wall", "processor", "peak")
        )
        peak = max(peak, together) if name == "validate" else peak
        ratio = statistics.median(run.wall / other.wall for run, other in zip(values, runs[peer], strict=True))
        print(f"{name:<26}{wall:>8.2f}{processor:>8.2f}{peak:>10.0f}   {ratio:.1f}")
        if wall > MOST.get(name, wall) or peak > MOST_MEMORY:
            failing.append(name)
    if failing:
        sys.exit(f"more than is claimed: {', '.join(failing)}")


def _measure_memory(command: list[str | Path]) -> float:
    """Return the MiB that a command and what it starts take together at their peak; 0 if the system does not tell."""
    most = 0.0
    with subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
        assert run.stdout is not None
        reader = threading.Thread(target=run.stdout.read)
        reader.start()
        while run.poll() is None:
            most = max(most, sum(map(_proportional_mebibytes, [run.pid, *_children(run.pid)])))
            time.sleep(0.1)
        reader.join()
    return most


def _children(process: int) -> list[int]:
    try:
        return [int(number) for number in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]
    except OSError:
        return []


def _proportional_mebibytes(process: int) -> float:
    """Return the memory of a process, in which what it shares with others is divided among them."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


if __name__ == "__main__":
    main()
