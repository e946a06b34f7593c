"""`mhgraph gaps`."""

from __future__ import annotations

from collections.abc import Collection

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import format_option, language_option, ledger_option
from mhgraph.cli.output import note, print_table
from mhgraph.graph import Ledger, list_ledgers

KINDS = (
    "events",
    "recommendations",
    "promises",
    "pledges",
    "texts",
    "provisions",
    "fields",
    "sources",
    "unused",
    "labels",
)
"""The kinds of `mhgraph.analysis.gaps`, said here too, so that `--help` loads no library for networks."""


@click.command(name="gaps")
@click.option("--of", "of", type=click.Choice(KINDS), multiple=True, help="Only gaps of these [default: all].")
@ledger_option
@format_option
@language_option
@click.pass_obj
def gaps_command(settings: Settings, of: Collection[str], ledgers: frozenset[Ledger], form: str, language: str) -> None:
    """List what the documents read do not tell, such as events without a date, or promises that bind nobody.

    Each row names the gap, the thing, what is known instead, and the passages that speak of the thing. A gap is one in
    these documents, not in the world. Exit code 0, whether there are gaps or none.
    """
    from mhgraph.analysis.gaps import find_gaps
    from mhgraph.analysis.network import entity_network
    from mhgraph.graph.labels import short_name
    from mhgraph.tables import Table, Value, simple_table

    graph = settings.graph(ledgers)
    found = find_gaps(graph, entity_network(graph), of, language=language)
    labels = graph.labels([gap.iri for gaps in found for gap in gaps.found], language)
    rows = [
        (
            gaps.missing,
            Value(gap.iri, short_name(gap.iri)),
            labels[gap.iri],
            gap.known,
            tuple(Value(passage, short_name(passage)) for passage in gap.passages),
        )
        for gaps in found
        for gap in gaps.found
    ]
    table = simple_table(("gap", "entity", "label", "known", "passage"), rows)
    print_table(Table(table.columns, ("known", "passage"), table.rows), form)
    for gaps in found:
        note(f"{gaps.missing}: {len(gaps.found)} of {gaps.whole}, in these documents")
    sources = graph.count_sources()
    note(f"{sources} sources, data of {graph.date}, ledgers: {list_ledgers(graph.ledgers)}")
