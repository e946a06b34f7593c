"""`mhgraph build`."""

from __future__ import annotations

from pathlib import Path

import click

from mhgraph.cli.collector import pause_collector
from mhgraph.cli.context import Settings
from mhgraph.cli.options import ledger_option
from mhgraph.cli.output import print_table
from mhgraph.errors import InvalidValue
from mhgraph.graph import Ledger
from mhgraph.tables import simple_table


@click.command(name="build")
@click.option("--out", type=click.Path(path_type=Path), default=Path("dist"), show_default=True, help="The folder.")
@ledger_option
@click.pass_obj
def build_command(settings: Settings, out: Path, ledgers: frozenset[Ledger]) -> None:
    """Write the dumps: flat Turtle; TriG, N-Quads and JSON-LD with evidence; N-Quads for stores with a union.

    The folder holds the dumps of one release or of the other, never of both. Files of yours in it stay.
    """
    from mhgraph.release.build import build

    settings.files()
    _require_folder(out)
    with pause_collector():
        rows = [(str(path), path.stat().st_size) for path in build(settings.graph(ledgers), out)]
    print_table(simple_table(("file", "bytes"), list(rows)), "table")


def _require_folder(out: Path) -> None:
    """Refuse standard output.

    Raises:
        InvalidValue: it is meant.
    """
    if str(out) == "-":
        raise InvalidValue("out", "-", "a folder: the dumps are several files")
