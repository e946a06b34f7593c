"""How long validation takes, as a whole process, with each engine; and what `mhgraph validate` adds to pyshacl alone.

Each run is a process of its own that reads N-Triples and the shapes and validates: seconds of wall clock and of
processor time, peak memory, and a digest of the findings, which have to be the same. pyshacl is not run on a million
triples: it would take a large part of an hour. Claims: the fast engine takes at most a fifteenth of pyshacl's time on
100,000 triples, and `mhgraph validate` at most 1.5 times that of pyshacl alone on the shipped graph.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from benchmarks.generate import generate
from mhgraph.checks import find_engine
from mhgraph.checks.shacl import parse_shapes
from mhgraph.project.folders import Project

ROOT = Path(__file__).parent.parent
PEERS = ROOT / "benchmarks" / "peers"
SIZES: dict[int, tuple[str, ...]] = {100_000: ("turbo", "pyshacl"), 1_000_000: ("turbo",)}
"""The engines that are run on each size of graph."""
FASTER, MOST = 15, 1.5
"""The claims: how many times faster the fast engine is, and how much more validation costs than pyshacl alone."""


@dataclass(frozen=True)
class Run:
    """What one process took: seconds of wall clock, of processor time, MiB at its peak; and its last line of output."""

    wall: float
    processor: float
    peak: float
    said: str


def measure(command: Sequence[str | Path]) -> Run:
    """Run a command from the repository and return what it took. Raises CalledProcessError if it fails badly."""
    start = time.perf_counter()
    child = subprocess.Popen(
        list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert child.stdout is not None
    said = child.stdout.read().decode().splitlines()
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise subprocess.CalledProcessError(child.returncode, command)
    return Run(wall, used.ru_utime + used.ru_stime, _mebibytes(used), said[-1] if said else "")


def validate(name: str, graph: Path) -> str:
    """Validate a file of N-Triples with an engine; return the number of findings and their digest."""
    engine = find_engine(name)(parse_shapes(Project(ROOT)).graph)
    found = [result.key for result in engine.validate(graph.read_bytes())]
    return f"{len(found)} {sha256(repr(found).encode()).hexdigest()[:12]}"


def main() -> None:
    """Print the tables; exit with 1 if a claim does not hold."""
    failing: list[str] = []
    print(f"{'triples':>9}  {'engine':<18}{'wall s':>9}{'cpu s':>9}{'peak MiB':>10}{'findings':>10}   ")
    with tempfile.TemporaryDirectory() as folder:
        for size, engines in SIZES.items():
            graph = Path(folder) / f"{size}.nt"
            graph.write_bytes(b"".join(generate(size)))
            runs = {name: measure([sys.executable, "-m", "benchmarks.validation", name, graph]) for name in engines}
            for name, run in runs.items():
                _print(f"{size:,}", name, run)
            if "pyshacl" in runs:
                print(_comparison("pyshacl", runs["pyshacl"], "turbo", runs["turbo"]))
                same = runs["pyshacl"].said == runs["turbo"].said
                print(f"           the findings are {'the same' if same else 'NOT the same'}")
                if not same:
                    failing.append("the engines find different things")
                if runs["pyshacl"].processor < FASTER * runs["turbo"].processor:
                    failing.append(f"the fast engine is not {FASTER} times as fast")
        whole = measure([sys.executable, "-m", "mhgraph", "validate", "--engine", "turbo", "--graph", graph])
        _print(f"{size:,}", "mhgraph validate", whole)
    alone = measure([sys.executable, PEERS / "with_pyshacl.py"])
    ours = measure([sys.executable, "-m", "mhgraph", "validate", "--engine", "pyshacl"])
    _print("shipped", "pyshacl alone", alone)
    _print("shipped", "mhgraph validate", ours)
    print(_comparison("mhgraph validate", ours, "pyshacl alone", alone))
    if ours.processor > MOST * alone.processor:
        failing.append(f"mhgraph validate costs more than {MOST} times what pyshacl alone costs")
    if failing:
        sys.exit("; ".join(failing))


def _mebibytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def _print(size: str, name: str, run: Run) -> None:
    findings = run.said.split()[0] if run.said[:1].isdigit() else ""
    print(f"{size:>9}  {name:<18}{run.wall:>9.2f}{run.processor:>9.2f}{run.peak:>10.0f}{findings:>10}", flush=True)


def _comparison(name: str, run: Run, other: str, peer: Run) -> str:
    return (
        f"           {name} takes {run.wall / peer.wall:.2f} times as long as {other}"
        f" ({run.processor / peer.processor:.2f} times the processor time)"
    )


if __name__ == "__main__":
    print(validate(sys.argv[1], Path(sys.argv[2])))
