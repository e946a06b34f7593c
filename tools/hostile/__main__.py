"""`python -m tools.hostile`: feed broken inputs to the command line, and list those that it does not take well."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import mhgraph
from tools.hostile.run import KINDS, Result, make_inputs, run_all


def main() -> int:
    """Run; the exit code is 1 if an input ended badly."""
    parser = argparse.ArgumentParser(prog="python -m tools.hostile", description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=tuple(KINDS), help="break only this")
    parser.add_argument("--only", type=int, help="run this one input, and keep the file that it breaks")
    parser.add_argument("--jobs", type=int, default=min(4, os.cpu_count() or 1))
    options = parser.parse_args()
    _import_all()
    count = options.count if options.only is None else options.only + 1
    cases = make_inputs(options.seed, count, KINDS if options.kind is None else {options.kind: 1})
    if options.only is not None:
        cases = (case for case in cases if case.number == options.only)
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        results = list(run_all(cases, Path(folder), jobs=options.jobs))
    faults = sorted((result for result in results if result.fault), key=lambda result: result.case.number)
    codes = Counter(str(result.code) for result in results)
    for result in faults:
        print(_describe(result))
    if options.only is not None:
        for result in results:
            kept = Path(tempfile.gettempdir()) / f"hostile-{options.only}-{Path(result.case.file).name}"
            kept.write_bytes(result.case.data)
            print(f"{kept}: {' '.join(result.case.command)} ended with {result.code}\n{result.stderr}")
    listed = ", ".join(f"{count} with {code}" for code, count in sorted(codes.items()))
    print(f"{len(results)} broken inputs (seed {options.seed}): {len(faults)} ended badly; exit codes: {listed}")
    return 1 if faults else 0


def _describe(result: Result) -> str:
    case, last = result.case, (result.stderr.splitlines() or [""])[-1]
    call = " ".join(case.command)[:300]
    return ascii(f"{case.number}: {case.file} ({case.how}), {call}: {result.fault}; {last[:160]}")[1:-1]


def _import_all() -> None:
    """Import all that a command may import, so that a forked process starts at once."""
    for name in ("pyshacl", "rapidfuzz.process", "rdflib", "yaml"):
        import_module(name)
    for module in walk_packages(mhgraph.__path__, "mhgraph."):
        if not module.name.endswith(("__main__", ".worker")):
            import_module(module.name)


if __name__ == "__main__":
    sys.exit(main())
