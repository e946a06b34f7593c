"""`python -m tools.places [CODE …] [--state] [--check]`: write countries, their regions, and States.

Adds the countries with these ISO 3166-1 codes (with `--state`, also as States that act) to those that are declared, and
writes them all anew from pycountry, Babel and UN M49: `data/entities/place/countries.ttl`, `regions.ttl` beside it, and
`data/entities/actor/states.ttl`. With `--check` nothing is written. Exit code 0: done, or nothing to do; 1: a file is
not what would be written, whatever the versions of the libraries are; 2: a code is in no list.

    python -m tools.places KE UG --state
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mhgraph.files import write_atomic
from tools.places.files import UnknownPlace, is_current, render_files


def main() -> int:
    """Write or check the files below the current folder and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.places", description="Write countries, regions and States.")
    parser.add_argument("codes", nargs="*", metavar="CODE", help="ISO 3166-1 code of a country to add: KE, KEN")
    parser.add_argument("--state", action="store_true", help="add it as a State that acts, too")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is not up to date")
    options = parser.parse_args()
    try:
        files = render_files(Path.cwd(), options.codes, as_states=options.state)
    except UnknownPlace as error:
        print(f"places: {error}", file=sys.stderr)
        return 2
    stale = [path for path, content in files.items() if not is_current(path, content)]
    for path in stale:
        if options.check:
            print(f"places: {path} is not what the lists say: run python -m tools.places", file=sys.stderr)
        else:
            write_atomic(path, files[path])
    return int(options.check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
