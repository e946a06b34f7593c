"""What it costs that a project folder is a stranger's: the same question, of the release and changed by one blank line.

The project is a copy of the shipped one. Claim: at most MOST seconds more for a question, and for a question and the
rules, in the median of the runs.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.printing import print_table
from benchmarks.timing import MHGRAPH, ROOT, Run, alternate, plan, take_median
from mhgraph.project.folders import Project

RUNS = 15
MOST = 0.1
QUESTION = ("query", "events-addressing", "--provision", "gcm-15")
OURS = "of the release"
CASES = {OURS: "", "a question": "queries", "a question, rules": "queries ontology/rules"}
"""What a stranger has changed, and in which folders it lies."""


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
    """Print the medians, and how much longer than the release each takes; exit with 1 if the claim does not hold."""
    with tempfile.TemporaryDirectory() as folder:
        roots = {name: copy_project(Path(folder) / str(i), changed) for i, (name, changed) in enumerate(CASES.items())}
        runs = alternate({name: plan(*MHGRAPH, "--root", root, *QUESTION) for name, root in roots.items()}, RUNS)
    more = {name: _subtract(runs[name], runs[OURS]) for name in CASES}
    rows = [(name, take_median(runs[name]).wall, seconds) for name, seconds in more.items()]
    print_table(("a stranger has changed", "s", "more than of the release, s"), rows)
    failing = [name for name, seconds in more.items() if seconds > MOST]
    if failing:
        sys.exit(f"more than {MOST} s: {', '.join(failing)}")


def _subtract(runs: list[Run], others: list[Run]) -> float:
    return statistics.median(run.wall - other.wall for run, other in zip(runs, others, strict=True))


if __name__ == "__main__":
    main()
