"""`mhgraph cache`."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import format_option
from mhgraph.cli.output import note, print_table
from mhgraph.graph import ALL_LEDGERS
from mhgraph.tables import simple_table

if TYPE_CHECKING:
    from mhgraph.graph.cache import Entry


@click.command(name="cache")
@click.option("--clear", is_flag=True, help="Remove all of it.")
@format_option
@click.pass_obj
def cache_command(settings: Settings, clear: bool, form: str) -> None:
    """Show, or remove, what is kept compiled so that questions about large projects need no loading.

    A graph is kept under a digest of the files that it was loaded from. When one of them changes, it is not found any
    more; what nobody uses is removed by itself. Nothing is lost with it. MHGRAPH_CACHE names another folder for it.
    """
    from mhgraph.graph.cache import Cache, find_cache_folder

    folder = find_cache_folder(os.environ) if settings.is_cached else None
    if folder is None:
        note("nothing is kept: with --no-cache or MHGRAPH_NO_CACHE, or without a home (MHGRAPH_CACHE names a folder)")
        return
    cache = Cache(folder)
    refusal = cache.explain_refusal()
    if refusal:
        note(f"nothing more is kept: {refusal}")
    if clear:
        number = cache.clear()
        note(f"{number} compiled {'graph' if number == 1 else 'graphs'} removed from {folder}")
        return
    entries = cache.entries()
    rows = [(entry.root or "broken", _name_choice(entry), entry.quads, entry.size, _day(entry)) for entry in entries]
    print_table(simple_table(("project", "ledgers", "quads", "bytes", "last used"), rows), form)
    note(f"{len(rows)} compiled, {sum(entry.size for entry in entries):,} bytes in {folder}; --clear removes all")


def _name_choice(entry: Entry) -> str:
    ledgers = "all" if len(entry.ledgers) == len(ALL_LEDGERS) else ", ".join(entry.ledgers)
    return f"{ledgers}, second opinion" if entry.second_opinion else ledgers


def _day(entry: Entry) -> str:
    return date.fromtimestamp(entry.used).isoformat() if entry.used else ""
