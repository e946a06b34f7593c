"""`mhgraph cache`."""

from __future__ import annotations

import os

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import format_option
from mhgraph.cli.output import note, print_table
from mhgraph.tables import simple_table


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
        note("nothing is kept: there is to be no cache (MHGRAPH_NO_CACHE, --no-cache)")
        return
    cache = Cache(folder)
    if clear:
        number = cache.clear()
        note(f"{number} compiled {'graph' if number == 1 else 'graphs'} removed from {folder}")
        return
    entries = cache.entries()
    rows = [
        (
            entry.folder.name[:12],
            entry.root or "broken",
            ", ".join(entry.ledgers) + (" (two opinions)" if entry.second_opinion else ""),
            entry.quads,
            entry.size,
        )
        for entry in entries
    ]
    print_table(simple_table(("graph", "project", "ledgers", "quads", "bytes"), list(rows)), form)
    note(f"{len(rows)} compiled, {sum(entry.size for entry in entries):,} bytes in {folder}; --clear removes all")
