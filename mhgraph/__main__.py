"""`python -m mhgraph`, and the program `mhgraph`, are the command line."""

from mhgraph.cli import main
from mhgraph.cli.terminal import require_utf8_names


def start() -> None:
    """Run the command line as a program of its own."""
    require_utf8_names()
    main()


if __name__ == "__main__":
    start()
