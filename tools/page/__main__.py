"""`python -m tools.page [--write]`: check the format and the types of the page's script; with --write, format it."""

from __future__ import annotations

import argparse
import sys

from mhgraph.explorer.page import join_script
from tools.page.check import ToolMissing, check_format, check_types, install_tools


def main() -> int:
    """Check; the exit code is 1 if something was found, 2 if a tool is missing."""
    parser = argparse.ArgumentParser(prog="python -m tools.page", description=__doc__)
    parser.add_argument("--write", action="store_true", help="format the files of the script")
    options = parser.parse_args()
    try:
        install_tools()
    except ToolMissing as error:
        print(error, file=sys.stderr)
        return 2
    findings = [f"{name} is not formatted (python -m tools.page --write)" for name in check_format(write=options.write)]
    findings += check_types(join_script())
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
