"""How long `mhgraph validate` and `mhgraph build` take at 2·10⁵ quads, as whole processes, beside loading them all.

The peer loads the same files with pyoxigraph, checks nothing and writes nothing. Claims, for two cores: validation with
the default engine in MOST["validate"] seconds of wall clock and 1 GiB, the dumps that are always written in
MOST["build"] seconds, in the median of the runs; with OWL and tables they take as much longer as the figures say, and
no more memory. Where validation has two processes, their memory is counted together, and what they share once.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.printing import print_table
from benchmarks.timing import MHGRAPH, PEERS, Command, alternate, compare, measure_memory, plan, take_median
from mhgraph.project.folders import find_project
from tools.growth.documents import grow_documents

COPIES = 22
RUNS = 5
_ALL = ("build", "--with", "owl", "--with", "tables")
MOST = {"validate": 10.0, "build": 8.0}
MOST_MEMORY = 1024
"""MiB."""
PEER = "loading with pyoxigraph"


def main() -> None:
    """Print medians and ratios; exit with 1 if a claim does not hold."""
    with tempfile.TemporaryDirectory() as folder:
        project = grow_documents(Path(folder) / "project", find_project(), COPIES)
        program = [*MHGRAPH, "--root", project.root]
        commands: dict[str, Command] = {
            PEER: [sys.executable, PEERS / "load_project.py", project.root],
            "validate": [*program, "validate"],
            "build": [*program, "build", "--out", Path(folder) / "dist"],
            "build, OWL and tables too": [*program, *_ALL, "--out", Path(folder) / "all"],
        }
        runs = alternate({name: plan(*command) for name, command in commands.items()}, RUNS)
        together = measure_memory(commands["validate"])
        documents = len(project.sources)
    print(f"{documents} documents, {runs[PEER][0].said} quads in their files\n")
    medians = {name: take_median(runs[name]) for name in commands}
    peaks = {name: max(run.peak, together if name == "validate" else 0) for name, run in medians.items()}
    rows = [
        (name, run.wall, run.processor, round(peaks[name]), compare(runs[name], runs[PEER]))
        for name, run in medians.items()
    ]
    print_table(("command", "wall s", "cpu s", "MiB", "wall, × the peer"), rows)
    failing = [name for name, most in MOST.items() if medians[name].wall > most or peaks[name] > MOST_MEMORY]
    if failing:
        sys.exit(f"more than is claimed: {', '.join(failing)}")


if __name__ == "__main__":
    main()
