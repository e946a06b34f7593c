"""How long a simple question takes, as a whole process, beside ten lines of pyoxigraph and of rdflib.

The three load the same files and run the same query; the runs alternate, so that a machine that slows down slows all of
them. Bounds that are claimed: at most 2.5 times pyoxigraph alone, at most a third of rdflib alone.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 15
_PEERS = ROOT / "benchmarks" / "peers"
COMMANDS = {
    "mhgraph query": [sys.executable, "-m", "mhgraph", "query", "events-addressing", "--provision", "gcm-15"],
    "pyoxigraph alone": [sys.executable, str(_PEERS / "with_pyoxigraph.py")],
    "rdflib alone": [sys.executable, str(_PEERS / "with_rdflib.py")],
}


def measure(runs: int = RUNS) -> dict[str, list[float]]:
    """Return the wall-clock seconds of each command, `runs` runs in turn after one that is not counted."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for run in range(runs + 1):
        for name, command in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
            if run:
                seconds[name].append(time.perf_counter() - start)
    return seconds


def main() -> None:
    """Print the medians and the ratios, pair by pair."""
    seconds = measure()
    ours = seconds["mhgraph query"]
    print(f"{'command':<18}{'median s':>10}{'min s':>8}{'max s':>8}   mhgraph is, run by run, this many times as long")
    for name, values in seconds.items():
        ratios = [a / b for a, b in zip(ours, values, strict=True)]
        print(
            f"{name:<18}{statistics.median(values):>10.3f}{min(values):>8.3f}{max(values):>8.3f}"
            f"   median {statistics.median(ratios):.2f}, min {min(ratios):.2f}, max {max(ratios):.2f}"
        )
