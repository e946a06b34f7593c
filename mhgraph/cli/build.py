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
from mhgraph.release import EXTRAS
from mhgraph.tables import simple_table


@click.command(name="build")
@click.option("--out", type=click.Path(path_type=Path), default=Path("dist"), show_default=True, help="The folder.")
@click.option(
    "--with",
    "extras",
    multiple=True,
    type=click.Choice(EXTRAS),
    help="What else to write; can be given several times.",
)
@ledger_option
@click.pass_obj
def build_command(settings: Settings, out: Path, extras: tuple[str, ...], ledgers: frozenset[Ledger]) -> None:
    """Write the dumps, for other programs, and a README.txt that says which to take.

    Always: Turtle of all and of what is stated only; TriG and N-Quads with the evidence. On request: `owl`, a file for
    Protégé whose axioms carry the evidence; `tables`, a CSV file for each class and one of statements, with a codebook;
    `parquet`, the same tables for data frames; `json-ld`.

    The folder holds the dumps of one run or of the other, never of both. Files of yours in it stay.
    """
    from mhgraph.release.build import build

    settings.files()
    _require_folder(out)
    with pause_collector():
        rows = [(str(path), path.stat().st_size) for path in build(settings.graph(ledgers), out, extras)]
    print_table(simple_table(("file", "bytes"), list(rows)), "table")


def _require_folder(out: Path) -> None:
    """Refuse standard output.

    Raises:
        InvalidValue: it is meant.
    """
    if str(out) == "-":
        raise InvalidValue("out", "-", "a folder: the dumps are several files")
