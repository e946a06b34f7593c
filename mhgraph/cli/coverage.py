"""`mhgraph coverage`."""

from __future__ import annotations

import sys

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import format_option
from mhgraph.cli.output import note, print_table
from mhgraph.tables import simple_table


@click.command(name="coverage")
@format_option
@click.pass_obj
def coverage_command(settings: Settings, form: str) -> None:
    """Report, source by source, how many passages were read (some in part), hold nothing, or are unread.

    Exit code 1 if a passage is unread, or if there is no source.
    """
    sources = settings.graph().coverage()
    rows: list[tuple[object, ...]] = [
        (
            source.key,
            source.extent,
            source.passages,
            source.with_statements,
            source.in_part,
            source.with_none,
            len(source.unread),
            source.statements,
            source.remark,
        )
        for source in sources
    ]
    columns = ("source", "extent", "passages", "read", "in part", "with nothing", "unread", "statements", "remark")
    print_table(simple_table(columns, rows), form)
    if not sources:
        note("there is no source")
    sys.exit(1 if not sources or any(source.unread for source in sources) else 0)
