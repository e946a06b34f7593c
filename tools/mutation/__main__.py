"""The command line of the mutation runs: a table of what was broken and noticed; exit code 1 if too little was."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence

from mhgraph.checks.shacl import parse_shapes
from mhgraph.graph import load_graph
from mhgraph.project.folders import Project
from tests.conftest import REPOSITORY
from tools.mutation.constraints import Demand, read_demands
from tools.mutation.data import Trial, Verdict
from tools.mutation.engines import ENGINES, make_check
from tools.mutation.proofs import Proofs
from tools.mutation.sample import SEED, draw_sample
from tools.mutation.shapes import make_shape_mutants
from tools.mutation.view import FlatView

ENOUGH = 0.95
"""The share of the changes of shapes that has to be noticed."""


def run_data(seed: int, sample: int | None, engine: str) -> int:
    """Break the shipped data and print what was noticed; return 1 if anything was not."""
    project = Project(REPOSITORY)
    shapes = parse_shapes(project).graph
    trial = Trial(FlatView.of(load_graph(project)), shapes, make_check(engine, shapes), seed=seed)
    verdicts = [
        trial.judge(mutant)
        for demand in draw_sample(read_demands(shapes), sample, seed)
        for mutant in trial.mutants(demand)
    ]
    print_table("fault", [(verdict.mutant.fault, verdict.caught) for verdict in verdicts])
    print()
    print_table("constraint", [(_name(verdict.mutant.demand), verdict.caught) for verdict in verdicts])
    missed = [verdict for verdict in verdicts if not verdict.caught]
    for verdict in missed:
        print(f"not noticed: {_say(verdict)}", file=sys.stderr)
    print(f"\nseed {seed}: {len(verdicts) - len(missed)} of {len(verdicts)} faults noticed where they are")
    return 1 if missed else 0


def run_shapes(seed: int, sample: int | None) -> int:
    """Take away, weaken and widen every constraint, print what the tests noticed; return 1 below 95 in a hundred."""
    shapes = parse_shapes(Project(REPOSITORY)).graph
    proofs = Proofs(shapes)
    every = make_shape_mutants(shapes)
    fates = [(mutant, proofs.notice(mutant)) for mutant in draw_sample(every, sample, seed)]
    print_table("change", [(mutant.kind, bool(failed)) for mutant, failed in fates])
    missed = [mutant for mutant, failed in fates if not failed]
    for mutant in missed:
        print(f"not noticed: {mutant.name}", file=sys.stderr)
    noticed = len(fates) - len(missed)
    print(f"\nseed {seed}: {noticed} of {len(fates)} changes noticed by {len(proofs)} cases and the ranges")
    return 1 if noticed < ENOUGH * len(fates) else 0


def print_table(title: str, rows: Sequence[tuple[str, bool]]) -> None:
    """Print, for each kind, how many mutants were made and noticed."""
    made, noticed = Counter(kind for kind, _ in rows), Counter(kind for kind, caught in rows if caught)
    width = max(len(title), *map(len, made)) if made else len(title)
    print(f"{title:<{width}}{'made':>8}{'noticed':>9}")
    for kind in sorted(made):
        print(f"{kind:<{width}}{made[kind]:>8}{noticed[kind]:>9}")
    print(f"{'all':<{width}}{len(rows):>8}{sum(noticed.values()):>9}")


def _name(demand: Demand) -> str:
    return demand.constraint.split("#")[-1]


def _say(verdict: Verdict) -> str:
    mutant = verdict.mutant
    return f"{mutant.fault} at <{mutant.focus.value}> ({mutant.demand.shape}, {_name(mutant.demand)})"


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutation", description=__doc__)
    parser.add_argument("what", choices=("data", "shapes"))
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--sample", type=int, help="only so many constraints, chosen by the seed")
    parser.add_argument("--engine", choices=ENGINES, default="turbo", help="for data")
    chosen = parser.parse_args()
    if chosen.what == "shapes":
        return run_shapes(chosen.seed, chosen.sample)
    return run_data(chosen.seed, chosen.sample, chosen.engine)


if __name__ == "__main__":
    sys.exit(main())
