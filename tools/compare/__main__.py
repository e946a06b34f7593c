"""`python -m tools.compare OLD NEW`: run two checkouts' command lines and print what differs, area by area.

Each checkout is asked by its own `.venv/bin/python`, in its own folder, on its own project (both on that of
`--project`, if there is one). The command lines are made from the graph of the older one. Exit code 0: nothing differs
that is not expected; 1: something does; 2: it cannot be compared.

    python -m tools.compare ../before . --cache before.json --only queries,show
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.compare.baseline import StaleBaseline, add_cases, add_outcomes, read_baseline
from tools.compare.cases import AREAS, Case
from tools.compare.checkouts import Checkout, CheckoutError
from tools.compare.differences import Expectation, Result, compare_parts, read_expectations, render_diffs
from tools.compare.outcomes import split_ontology


def main() -> int:
    """Compare the checkouts of the command line and return the exit code."""
    options = _options()
    start = time.monotonic()
    try:
        expectations = read_expectations(options.explain) if options.explain else []
        results, odd = compare(*_checkouts(options), options, expectations)
    except (CheckoutError, StaleBaseline, ValueError, OSError) as error:
        print(f"compare: {error}", file=sys.stderr)
        return 2
    for result in results:
        print(render_result(result))
    for result in results:
        if result.differences:
            print("\n".join([f"\n== {result.area}", *render_diffs(result.differences, options.lines)]))
    for expectation in expectations:
        print(f"expected {expectation.count:>6}: {expectation.pattern.pattern} ({expectation.reason})")
    for title in odd:
        print(f"not the same in a process of its own: {title}")
    compared = sum(result.compared for result in results)
    print(f"{compared} parts compared in {time.monotonic() - start:.0f} s")
    return int(not compared or bool(odd) or any(result.differences for result in results))


def compare(
    old: Checkout, new: Checkout, options: argparse.Namespace, expectations: Sequence[Expectation]
) -> tuple[list[Result], list[str]]:
    """Return the result of each area, and the titles of sampled cases that came out otherwise in their own process.

    The two checkouts run side by side. Raises CheckoutError, StaleBaseline, or OSError if files cannot be had.
    """
    baseline = read_baseline(old, options.cache)
    for checkout in (old, new):
        checkout.check()
    add_cases(baseline, old, options.only)
    cases = [
        case
        for area in options.only
        for case in baseline.cases[area]
        if options.match is None or options.match.search(case.title)
    ]
    sampled_old = _sample(baseline.missing(cases), options.sample)
    with ThreadPoolExecutor() as pool:
        running = pool.submit(add_outcomes, baseline, old, cases, options.cache)
        found = dict(zip(cases, new.run(cases), strict=True))
        running.result()
    subjects = old.ontology_subjects() | new.ontology_subjects()
    results = {area: Result(area) for area in options.only}
    for case, parts in found.items():
        before = baseline.outcomes[case.key]
        if case.reads == "quads":
            before, parts = (split_ontology(side, subjects) for side in (before, parts))
        compare_parts(results[case.area], case.title, before, parts, expectations)
    odd = [f"new: {case.title}" for case in _sample(cases, options.sample) if new.run_alone(case) != found[case]]
    odd += [f"old: {case.title}" for case in sampled_old if old.run_alone(case) != baseline.outcomes[case.key]]
    return list(results.values()), odd


def render_result(result: Result) -> str:
    """Return the line of an area, and one below it for what the ontology brings to dumps.

    >>> print(render_result(Result("show", compared=7, expected=2)))
    show           7 compared,     0 differ,     2 differ as expected
    """
    counts = f"{result.compared:>6} compared, {len(result.differences):>5} differ, {result.expected:>5}"
    gains = [f"    {gain}, in {count} dumps" for gain, count in result.ontology.items()]
    return "\n".join([f"{result.area:<10}{counts} differ as expected", *gains])


def _sample(cases: Sequence[Case], count: int) -> list[Case]:
    """Return so many cases, evenly spread."""
    size = min(count, len(cases))
    return [cases[number * len(cases) // size] for number in range(size)]


def _checkouts(options: argparse.Namespace) -> tuple[Checkout, Checkout]:
    old, new = options.old.resolve(), options.new.resolve()
    project = options.project.resolve() if options.project else None
    data = (project or old) / "data"
    return Checkout("old", old, project or old, data), Checkout("new", new, project or new, data)


def _areas(text: str) -> list[str]:
    unknown = sorted(set(text.split(",")) - set(AREAS))
    if unknown:
        raise argparse.ArgumentTypeError(f"no area is called {', '.join(unknown)}; there are {', '.join(AREAS)}")
    return [area for area in AREAS if area in text.split(",")]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tools.compare", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old", type=Path, help="the older checkout, with its .venv")
    parser.add_argument("new", type=Path, help="the newer one")
    parser.add_argument("--only", type=_areas, default=list(AREAS), metavar="AREAS", help=f"of {','.join(AREAS)}")
    parser.add_argument("--match", type=re.compile, metavar="REGEX", help="only the command lines in which it is found")
    parser.add_argument("--cache", type=Path, metavar="FILE", help="keep what the older one does; take it from there")
    parser.add_argument("--explain", type=Path, metavar="FILE", help="what is expected: lines of REGEX, tab, reason")
    parser.add_argument("--project", type=Path, help="a project to ask, in place of that of each checkout")
    parser.add_argument("--lines", type=int, default=20, help="lines of differences an area [default: 20]")
    parser.add_argument("--sample", type=int, default=10, help="cases also run in their own process [default: 10]")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
