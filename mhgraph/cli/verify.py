"""`mhgraph verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import format_option
from mhgraph.cli.output import print_table
from mhgraph.tables import simple_table


@click.command(name="verify")
@click.argument("folder", type=click.Path(path_type=Path))
@format_option
@click.pass_obj
def verify_command(settings: Settings, folder: Path, form: str) -> None:
    """Compare the digests of the graph with the texts (*.txt) in FOLDER; exit code 1 on a mismatch."""
    from mhgraph.checks.verification import verify

    found = verify(settings.graph(), folder)
    rows: list[tuple[object, ...]] = [
        (
            source.key,
            source.text.name if source.text else "not at hand",
            source.matching,
            "; ".join(source.problems) or ("every digest matches" if source.text else "not checked"),
        )
        for source in found.sources
    ]
    rows += [("no source", path.name, 0, "this text belongs to no source") for path in found.strangers]
    print_table(simple_table(("source", "text", "matching", "result"), rows), form)
    sys.exit(0 if found.is_clean else 1)
