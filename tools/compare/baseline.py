"""The older checkout's outcomes, kept in a file, so that the newer one can be compared many times at half the cost."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from tools.compare.cases import Case, plan
from tools.compare.checkouts import Checkout
from tools.compare.outcomes import Parts
from tools.compare.questions import read_questions

_MAKERS = ("cases", "driver", "facts", "faults", "outcomes", "questions")


class StaleBaseline(Exception):
    """A file of outcomes was made of another checkout or by another version of this program."""


@dataclass
class Baseline:
    """What a checkout did: the version of this program, the commit, the project, the cases, and the parts by case."""

    version: str
    commit: str
    project: str
    cases: dict[str, list[Case]]
    outcomes: dict[str, Parts]

    def missing(self, cases: Iterable[Case]) -> list[Case]:
        """Return those of the cases that were not run yet."""
        return [case for case in cases if case.key not in self.outcomes]


def read_baseline(checkout: Checkout, path: Path | None) -> Baseline:
    """Return the outcomes kept at `path`, or none yet. Raises StaleBaseline, or ValueError if it is not such a file."""
    fresh = Baseline(_version(), checkout.commit(), str(checkout.project), {}, {})
    if path is None or not path.exists():
        return fresh
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for key in ("version", "commit", "project"):
        if kept[key] != getattr(fresh, key):
            raise StaleBaseline(f"{path} is of another {key}; remove it, and it is made anew")
    cases = {area: [_case(entry) for entry in entries] for area, entries in kept["cases"].items()}
    return Baseline(kept["version"], kept["commit"], kept["project"], cases, kept["outcomes"])


def write_baseline(baseline: Baseline, path: Path) -> None:
    """Keep everything at `path`, which is never half written. Raises OSError if it cannot be."""
    unfinished = path.with_name(f"{path.name}.part")
    unfinished.write_text(json.dumps(asdict(baseline), ensure_ascii=False), encoding="utf-8")
    unfinished.replace(path)


def add_cases(baseline: Baseline, checkout: Checkout, areas: Collection[str]) -> None:
    """Plan the cases of the areas that have none. Raises CheckoutError if the graph cannot be had."""
    missing = [area for area in areas if area not in baseline.cases]
    if not missing:
        return
    facts, questions = checkout.facts(), read_questions(checkout.project / "queries")
    for area in missing:
        baseline.cases[area] = plan(facts, questions, area)


def add_outcomes(baseline: Baseline, checkout: Checkout, cases: Iterable[Case], path: Path | None) -> None:
    """Run those of the cases that were not run, and keep everything at `path`. Raises OSError if it cannot be kept."""
    missing = baseline.missing(cases)
    if not missing:
        return
    for case, parts in zip(missing, checkout.run(missing), strict=True):
        baseline.outcomes[case.key] = parts
    if path is not None:
        write_baseline(baseline, path)


def _version() -> str:
    """Return a digest of the modules on which the outcomes depend."""
    here = Path(__file__)
    return sha256(b"".join(here.with_name(f"{name}.py").read_bytes() for name in _MAKERS)).hexdigest()[:16]


def _case(entry: dict[str, Any]) -> Case:
    return Case(**{**entry, "arguments": tuple(entry["arguments"])})
