"""`mhgraph stats`."""

from __future__ import annotations

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import format_option
from mhgraph.cli.output import print_table
from mhgraph.tables import simple_table


@click.command(name="stats")
@format_option
@click.pass_obj
def stats_command(settings: Settings, form: str) -> None:
    """Count things by class and statements by ledger; say the version and the date of the data."""
    counts = settings.graph().statistics()
    rows: list[tuple[object, ...]] = [("version", "", counts.version), ("dated", "", counts.dated)]
    rows += [("class", name, count) for name, count in counts.by_class.items()]
    rows += [("statements", name, count) for name, count in counts.by_ledger.items()]
    rows += [("triples", "flat view", counts.triples)]
    print_table(simple_table(("what", "name", "value"), rows), form)
