"""`python -m tests.questions.update` writes the golden files anew and says what changed in them.

A changed row is a changed answer: read it against the texts before it is committed.
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

from mhgraph.graph import load_corpus
from mhgraph.files import write_atomic
from mhgraph.project.folders import Project
from tests.conftest import REPOSITORY
from tests.questions.cases import ANSWERS, SHIPPED, golden


def main() -> int:
    """Write every golden file; delete those of no case; print the rows that came and went."""
    corpus = load_corpus(Project(REPOSITORY))
    wanted = {case.path: golden(case, corpus) for case in SHIPPED}
    for path in sorted({*wanted, *ANSWERS.glob("*.csv")}):
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        new = wanted.get(path, "")
        if old != new:
            sys.stdout.write(f"{path.name}\n{_changes(path, old, new)}")
        if path in wanted:
            write_atomic(path, new.encode())
        else:
            path.unlink()
    return 0


def _changes(path: Path, old: str, new: str) -> str:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return "".join(f"  {line}\n" for line in lines if not line.startswith(("---", "+++", "@@")))


if __name__ == "__main__":
    sys.exit(main())
