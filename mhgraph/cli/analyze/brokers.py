"""`mhgraph analyze brokers`."""

from __future__ import annotations

import click

from mhgraph.analysis.measures import find_brokers
from mhgraph.cli.analyze.analysis import Analysis, limit_option, projection_option, view_options
from mhgraph.cli.context import Settings
from mhgraph.graph import Ledger


@click.command(name="brokers")
@projection_option("actors")
@limit_option
@view_options
@click.pass_obj
def brokers_command(
    settings: Settings, projection: str, limit: int, ledgers: frozenset[Ledger], form: str, language: str
) -> None:
    """Rank entities by how much they stand between others: betweenness between communities, and Burt's constraint."""
    analysis = Analysis(settings, ledgers, form, language)
    network = analysis.derive(projection)
    found = find_brokers(network)
    shown = found[:limit]
    entities = analysis.describe([row.iri for row in shown])
    analysis.print_rows(
        ("entity", "label", "class", "between communities", "communities", "constraint"),
        [(*entities[row.iri], row.between_communities, row.communities, row.constraint) for row in shown],
    )
    analysis.say_size(projection, network, len(found) - limit)
