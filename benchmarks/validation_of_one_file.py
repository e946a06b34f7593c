"""How long `mhgraph validate FILE` takes at two hundred documents, as a whole process, beside loading them all.

The peer loads the same files with pyoxigraph and checks nothing. Claim: one file of each sort costs at most MOST times
the processor time of loading, in the median of the runs.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.printing import print_table
from benchmarks.timing import MHGRAPH, PEERS, alternate, compare, plan, take_median
from mhgraph.project.folders import find_project
from tools.growth.documents import grow_documents

COPIES = 33
RUNS = 7
MOST = 4
PEER = "loading with pyoxigraph"
FILES = {
    "a long source": "data/sources/gcm-copy-7.trig",
    "a short source": "data/sources/hip-imrf-dialogue-copy-7.trig",
    "judgements on four sources": "data/judgements/gcm-copy-7.trig",
    "an entity file": "data/entities/actor/who.ttl",
}


def main() -> None:
    """Print medians and ratios; exit with 1 if the claim does not hold."""
    with tempfile.TemporaryDirectory() as folder:
        project = grow_documents(Path(folder), find_project(), COPIES)
        validate = [*MHGRAPH, "--root", folder, "validate"]
        commands = {
            PEER: plan(sys.executable, PEERS / "load_project.py", folder),
            **{name: plan(*validate, project.root / path) for name, path in FILES.items()},
        }
        runs = alternate(commands, RUNS)
        documents = len(project.sources)
    print(f"{documents} documents, {runs[PEER][0].said} quads in their files\n")
    ratios = {name: compare(runs[name], runs[PEER], "processor") for name in runs}
    medians = {name: take_median(runs[name]) for name in runs}
    rows = [(name, run.wall, run.processor, round(run.peak), ratios[name]) for name, run in medians.items()]
    print_table(("validate FILE, FILE being", "wall s", "cpu s", "MiB", "× loading"), rows)
    failing = [name for name in FILES if ratios[name] > MOST]
    if failing:
        sys.exit(f"more than {MOST} times as long as loading: {', '.join(failing)}")


if __name__ == "__main__":
    main()
