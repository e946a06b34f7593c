"""`python -m tools.w3c`: run the suites of the W3C, and list what does not end as it should."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tools.w3c.run import run_all, summarize
from tools.w3c.suites import SuiteNotFound, find_suites, read_cases


def main() -> int:
    """Run; the exit code is 1 if a test ended badly, 2 if there are no tests."""
    parser = argparse.ArgumentParser(prog="python -m tools.w3c", description=__doc__)
    parser.add_argument("--only", default="", metavar="TEXT", help="only tests whose name holds this")
    options = parser.parse_args()
    try:
        cases = [case for case in read_cases(find_suites()) if options.only in case.name]
    except SuiteNotFound as error:
        print(error, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="w3c-") as folder:
        verdicts = list(run_all(cases, Path(folder) / "project"))
    print(summarize(verdicts))
    return 1 if not verdicts or any(verdict.fault or not verdict.agrees for verdict in verdicts) else 0


if __name__ == "__main__":
    sys.exit(main())
