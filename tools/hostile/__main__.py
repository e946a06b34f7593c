"""`python -m tests.hostile`: feed broken inputs to the command line, and list those that it does not take well."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tools.hostile.run import Result, inputs, run_all


def main() -> int:
    """Run; the exit code is 1 if an input ended badly."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="run this one input, and keep the file that it breaks")
    parser.add_argument("--jobs", type=int, default=min(4, os.cpu_count() or 1))
    options = parser.parse_args()
    _warm()
    cases = inputs(options.seed, options.count if options.only is None else options.only + 1)
    if options.only is not None:
        cases = (case for case in cases if case.number == options.only)
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        results = list(run_all(cases, Path(folder), jobs=options.jobs))
    faults = sorted((each for each in results if each.fault), key=lambda each: each.case.number)
    codes = Counter(str(each.code) for each in results)
    for each in faults:
        print(_line(each))
    if options.only is not None:
        for each in results:
            kept = Path(tempfile.gettempdir()) / f"hostile-{options.only}-{Path(each.case.file).name}"
            kept.write_bytes(each.case.data)
            print(f"{kept}: {' '.join(each.case.command)} ended with {each.code}\n{each.stderr}")
    listed = ", ".join(f"{count} with {code}" for code, count in sorted(codes.items()))
    print(f"{len(results)} broken inputs (seed {options.seed}): {len(faults)} ended badly; exit codes: {listed}")
    return 1 if faults else 0


def _line(result: Result) -> str:
    case, last = result.case, (result.stderr.splitlines() or [""])[-1]
    return f"{case.number}: {case.file} ({case.how}), {' '.join(case.command)}: {result.fault}; {last[:160]}"


def _warm() -> None:
    """Import all that a command may import, so that a forked process starts at once."""
    import pyshacl  # noqa: F401
    import rapidfuzz.process  # noqa: F401
    import rdflib  # noqa: F401
    import yaml  # noqa: F401

    import mhgraph.ingest.authoring
    import mhgraph.cli.check
    import mhgraph.cli.curate
    import mhgraph.cli.dump
    import mhgraph.cli.entity
    import mhgraph.cli.question
    import mhgraph.checks.integrity
    import mhgraph.checks  # noqa: F401


if __name__ == "__main__":
    sys.exit(main())
