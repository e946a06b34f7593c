"""`mhgraph match`."""

from __future__ import annotations

from collections.abc import Collection

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import MOST_ROWS, format_option, language_option
from mhgraph.cli.output import note, print_table
from mhgraph.graph import ALL_LEDGERS
from mhgraph.graph.labels import short_name
from mhgraph.namespaces import to_curie
from mhgraph.tables import Table, Value, simple_table


@click.command(name="match")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only such entities: actor, event, rec … [all].")
@click.option("--limit", type=click.IntRange(1, MOST_ROWS), default=20, show_default=True, help="How many at most.")
@format_option
@language_option
@click.pass_obj
def match_command(settings: Settings, kinds: Collection[str], limit: int, form: str, language: str) -> None:
    """Propose pairs of entities that may be one thing, best first, with what speaks for and against.

    It decides nothing. Read both, then let a judgement say mh:sameAs or mh:differentFrom; neither comes back.
    """
    from mhgraph.analysis.match import find_matches

    graph = settings.graph(ALL_LEDGERS)
    pairs = find_matches(graph, kinds, language=language)
    labels = graph.labels([name for pair in pairs[:limit] for name in (pair.first, pair.second)], language)
    rows = [
        (
            pair.score,
            to_curie(pair.cls),
            Value(pair.first, short_name(pair.first)),
            labels[pair.first],
            Value(pair.second, short_name(pair.second)),
            labels[pair.second],
            pair.speaks_for,
            pair.speaks_against,
        )
        for pair in pairs[:limit]
    ]
    table = simple_table(("score", "class", "entity", "label", "other", "other_label", "for", "against"), rows)
    print_table(Table(table.columns, ("for", "against"), table.rows), form)
    if not pairs:
        note("no two names look like one thing")
    if len(pairs) > limit:
        note(f"{len(pairs) - limit} more; see --limit")
