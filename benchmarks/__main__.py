"""`python -m benchmarks [NAME …]`: run the benchmarks and print their tables. Each module here with a `main` is one.

`--sizes` says how large the projects are for `speed`, `--write` puts its tables into docs/speed.md.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.projects import COPIES

_USUAL = ("2.5e4", "2e5")


def names() -> list[str]:
    """Return the names of the benchmarks."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return [path.stem for path in files if not path.stem.startswith("_") and "\ndef main(" in path.read_text("utf-8")]


def main() -> int:
    """Run the benchmarks named on the command line, or all; return 1 if one found a claim that does not hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*names(), []], help=", ".join(names()))
    parser.add_argument("--sizes", nargs="+", choices=list(COPIES), default=list(_USUAL))
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    failing = []
    for name in chosen.names or names():
        print(f"## {name}\n", flush=True)
        run = import_module(f"benchmarks.{name}").main
        try:
            if name == "speed":
                run(chosen.sizes, write=chosen.write)
            else:
                run()
        except SystemExit as broken:
            failing.append(f"{name}: {broken}")
        print(flush=True)
    if failing:
        print("\n".join(failing), file=sys.stderr)
    return 1 if failing else 0


if __name__ == "__main__":
    sys.exit(main())
