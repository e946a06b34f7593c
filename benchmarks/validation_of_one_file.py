"""How long `mhgraph validate FILE` takes at two hundred documents, as a whole process, beside loading them all.

The peer loads the same files with pyoxigraph and checks nothing. The runs alternate, so that a machine that slows down
slows all of them. Claim: one file of each sort costs at most MOST times what loading costs, in the median of the runs.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.validation import PEERS, Run, measure
from mhgraph.project.folders import find_project
from tools.growth.documents import grow_documents

COPIES = 33
RUNS = 7
MOST = 4
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
        validate = [sys.executable, "-m", "mhgraph", "--root", folder, "validate"]
        commands: dict[str, list[str | Path]] = {
            "loading with pyoxigraph": [sys.executable, PEERS / "load_project.py", folder],
            **{name: [*validate, project.root / path] for name, path in FILES.items()},
        }
        runs: dict[str, list[Run]] = {name: [] for name in commands}
        for number in range(RUNS + 1):
            for name, command in commands.items():
                run = measure(command)
                if number:  # the first of each fills the caches of the system
                    runs[name].append(run)
        documents = len(project.sources)
    peer, *ours = runs
    print(f"{documents} documents, {runs[peer][0].said} quads\n")
    print(f"{'validate FILE, FILE being':<28}{'wall s':>8}{'cpu s':>8}{'peak MiB':>10}   times as long as the peer")
    failing = []
    for name, values in runs.items():
        ratio = statistics.median(
            run.processor / other.processor for run, other in zip(values, runs[peer], strict=True)
        )
        wall, processor, peak = (
            statistics.median(getattr(run, field) for run in values) for field in ("wall", "processor", "peak")
        )
        print(f"{name:<28}{wall:>8.2f}{processor:>8.2f}{peak:>10.0f}   {ratio:.2f}")
        if name in ours and ratio > MOST:
            failing.append(name)
    if failing:
        sys.exit(f"more than {MOST} times as long as loading: {', '.join(failing)}")


if __name__ == "__main__":
    main()
