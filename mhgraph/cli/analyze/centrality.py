"""`mhgraph analyze centrality`."""

from __future__ import annotations

from pathlib import Path

import click

from mhgraph.analysis.measures import measure_centrality
from mhgraph.cli.analyze.analysis import Analysis, limit_option, plot_option, projection_option, view_options
from mhgraph.cli.context import Settings
from mhgraph.cli.output import note
from mhgraph.graph import Ledger


@click.command(name="centrality")
@projection_option("actors")
@limit_option
@plot_option
@view_options
@click.pass_obj
def centrality_command(
    settings: Settings,
    projection: str,
    limit: int,
    plot: Path | None,
    ledgers: frozenset[Ledger],
    form: str,
    language: str,
) -> None:
    """Rank entities by how central they are: degree, strength, betweenness, PageRank."""
    analysis = Analysis(settings, ledgers, form, language, plot)
    network = analysis.derive(projection)
    found = measure_centrality(network)
    shown = found[:limit]
    entities = analysis.describe([row.iri for row in shown])
    analysis.print_rows(
        ("entity", "label", "class", "degree", "strength", "betweenness", "pagerank"),
        [(*entities[row.iri], row.degree, row.strength, row.betweenness, row.pagerank) for row in shown],
    )
    analysis.say_size(projection, network, len(found) - limit)
    if found and found[0].starts:
        note(f"betweenness is estimated from {found[0].starts} of {len(found)} entities")
    bars = [(entities[row.iri][1], [row.pagerank]) for row in shown]
    analysis.draw(f"Centrality ({projection})", f"PageRank; {len(found)} entities", ("PageRank",), bars)
