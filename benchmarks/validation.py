"""How long validation takes, as a whole process, with each engine; and what `mhgraph validate` adds to pyshacl alone.

Each run is a process of its own that reads N-Triples and the shapes and validates, and says a digest of the findings,
which have to be the same. pyshacl is not run on a million triples: it would take a large part of an hour. Claims: the
fast engine takes at most a fifteenth of pyshacl's time on 100,000 triples, and `mhgraph validate` at most 1.5 times
that of pyshacl alone on the shipped graph.
"""

from __future__ import annotations

import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.printing import Cell, print_table
from benchmarks.timing import MHGRAPH, PEERS, ROOT, Command, Run, measure
from mhgraph.checks import find_engine
from mhgraph.checks.shacl import parse_shapes
from mhgraph.project.folders import Project

SIZES: dict[int, tuple[str, ...]] = {100_000: ("turbo", "pyshacl"), 1_000_000: ("turbo",)}
"""The engines that are run on each size of graph."""
FASTER, MOST = 15, 1.5
"""The claims: how many times faster the fast engine is, and how much more validation costs than pyshacl alone."""


def validate(name: str, graph: Path) -> str:
    """Validate a file of N-Triples with an engine; return the number of findings and their digest."""
    engine = find_engine(name)(parse_shapes(Project(ROOT)).graph)
    found = [result.key for result in engine.validate(graph.read_bytes())]
    return f"{len(found)} {sha256(repr(found).encode()).hexdigest()[:12]}"


def main() -> None:
    """Print the table; exit with 1 if a claim does not hold."""
    runs: dict[tuple[str, str], Run] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size, engines in SIZES.items():
            graph = Path(folder) / f"{size}.nt"
            graph.write_bytes(b"".join(generate(size)))
            for name in engines:
                command: Command = [sys.executable, "-m", "benchmarks.validation", name, graph]
                runs[f"{size:,} triples", name] = measure(command)
        whole: Command = [*MHGRAPH, "validate", "--engine", "turbo", "--graph", graph]
        runs[f"{size:,} triples", "mhgraph validate --graph"] = measure(whole)
    runs["shipped", "pyshacl alone"] = measure([sys.executable, PEERS / "with_pyshacl.py"])
    runs["shipped", "mhgraph validate"] = measure([*MHGRAPH, "validate", "--engine", "pyshacl"])
    columns = ("graph", "what runs", "wall s", "cpu s", "MiB", "findings")
    print_table(columns, [_make_row(graph, name, run) for (graph, name), run in runs.items()])
    failing = list_failing(runs)
    if failing:
        sys.exit("; ".join(failing))


def list_failing(runs: dict[tuple[str, str], Run]) -> list[str]:
    """Return what is not as claimed."""
    slow, fast = runs["100,000 triples", "pyshacl"], runs["100,000 triples", "turbo"]
    alone, ours = runs["shipped", "pyshacl alone"], runs["shipped", "mhgraph validate"]
    claims = {
        "the engines find different things": slow.said == fast.said,
        f"the fast engine is not {FASTER} times as fast": slow.processor >= FASTER * fast.processor,
        f"mhgraph validate costs more than {MOST} times what pyshacl alone costs": (
            ours.processor <= MOST * alone.processor
        ),
    }
    return [failure for failure, holds in claims.items() if not holds]


def _make_row(graph: str, name: str, run: Run) -> tuple[Cell, ...]:
    findings = run.said.split()[0] if run.said[:1].isdigit() else ""
    return graph, name, run.wall, run.processor, round(run.peak), findings


if __name__ == "__main__":
    print(validate(sys.argv[1], Path(sys.argv[2])))
