"""What it costs that a project folder is a stranger's: the same question, of the release and changed by one blank line.

The project is a copy of the shipped one. The runs alternate. Bound that is claimed: at most 0.1 s more for a question,
and for a question and the rules.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mhgraph.project.folders import Project

ROOT = Path(__file__).parent.parent
RUNS = 15
QUESTION = ["query", "events-addressing", "--provision", "gcm-15"]


def copy_project(target: Path, changed: str) -> Path:
    """Copy the shipped project, and add a blank line to what lies below some folders: it is not ours any more."""
    for name in ("ontology", "data", "queries", "shapes"):
        shutil.copytree(ROOT / name, target / name)
    project = Project(target)
    for path in (*project.queries, *project.rules):
        if changed and path.relative_to(target).as_posix().startswith(tuple(changed.split())):
            path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    return target


def main() -> None:
    """Print the medians, and how much longer than the release each takes, pair by pair."""
    cases = {"of the release": "", "a question": "queries", "a question, rules": "queries ontology/rules"}
    with tempfile.TemporaryDirectory() as folder:
        roots = {name: copy_project(Path(folder) / str(i), changed) for i, (name, changed) in enumerate(cases.items())}
        seconds: dict[str, list[float]] = {name: [] for name in cases}
        for run in range(RUNS + 1):
            for name, root in roots.items():
                command = [sys.executable, "-m", "mhgraph", "--root", str(root), *QUESTION]
                start = time.perf_counter()
                subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
                if run:
                    seconds[name].append(time.perf_counter() - start)
    ours = seconds["of the release"]
    print(f"{'a stranger has changed':<24}{'median s':>10}{'min s':>8}{'max s':>8}   more, run by run")
    for name, values in seconds.items():
        more = statistics.median(b - a for a, b in zip(ours, values, strict=True))
        print(
            f"{name:<24}{statistics.median(values):>10.3f}{min(values):>8.3f}{max(values):>8.3f}   median {more:.3f} s"
        )


if __name__ == "__main__":
    main()
