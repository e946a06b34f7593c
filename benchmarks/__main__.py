"""`python -m benchmarks [NAME …]`: run the benchmarks and print their tables. Each module here with a `main` is one."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def names() -> list[str]:
    """Return the names of the benchmarks."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return [path.stem for path in files if not path.stem.startswith("_") and "\ndef main(" in path.read_text("utf-8")]


def main() -> int:
    """Run the benchmarks named on the command line, or all."""
    chosen = sys.argv[1:] or names()
    unknown = sorted(set(chosen) - set(names()))
    if unknown:
        print(f"no benchmark is called {', '.join(unknown)}; there are {', '.join(names())}", file=sys.stderr)
        return 2
    for name in chosen:
        print(f"## {name}\n", flush=True)
        import_module(f"benchmarks.{name}").main()
        print(flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
