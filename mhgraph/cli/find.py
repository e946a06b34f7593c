"""`mhgraph find`."""

from __future__ import annotations

import sys

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import format_option
from mhgraph.cli.output import note, print_table
from mhgraph.graph.labels import short_name
from mhgraph.tables import Value, simple_table, visible


@click.command(name="find")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many at most.")
@format_option
@click.pass_obj
def find_command(settings: Settings, words: tuple[str, ...], limit: int, form: str) -> None:
    """Find entities by text, across kinds and languages; exit code 1 if none is near."""
    matches = settings.graph().find(" ".join(words))
    rows = [(Value(match.iri, short_name(match.iri)), match.kind, match.name) for match in matches[:limit]]
    print_table(simple_table(("entity", "class", "name"), list(rows)), form)
    if not matches:
        note(f"nothing is called '{visible(' '.join(words))}'; try fewer or other words")
        sys.exit(1)
    if len(matches) > limit:
        note(f"{len(matches) - limit} more; see --limit")
