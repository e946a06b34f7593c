"""`mhgraph analyze communities`."""

from __future__ import annotations

import click

from mhgraph.analysis.measures import find_communities, measure_modularity
from mhgraph.cli.analyze.analysis import Analysis, projection_option, show_things, view_options
from mhgraph.cli.context import Settings
from mhgraph.cli.options import NumberRange
from mhgraph.cli.output import note
from mhgraph.graph import Ledger

_SHOWN = 5


@click.command(name="communities")
@projection_option("everything")
@click.option(
    "--resolution",
    type=NumberRange(0.01, 1_000),
    default=1.0,
    show_default=True,
    help="Above 1: more and smaller ones.",
)
@view_options
@click.pass_obj
def communities_command(
    settings: Settings, projection: str, resolution: float, ledgers: frozenset[Ledger], form: str, language: str
) -> None:
    """Find what belongs together (Louvain), and say what each community is about."""
    analysis = Analysis(settings, ledgers, form, language)
    network = analysis.derive(projection)
    found = find_communities(network, whole=analysis.network, resolution=resolution)
    cells = []
    for community in found:
        members = community.members[:_SHOWN] if form in ("table", "md") else community.members
        about = ([iri for iri, _ in counts[:_SHOWN]] for counts in (community.topics, community.provisions))
        cells.append((members, *about))
    labels = analysis.label(*(iris for row in cells for iris in row))
    many = ("members", "topics", "provisions")
    analysis.print_rows(
        ("community", "size", *many),
        [
            (community.number, len(community.members), *(show_things(iris, labels) for iris in row))
            for community, row in zip(found, cells, strict=True)
        ],
        many,
    )
    analysis.say_size(projection, network)
    note(f"modularity {measure_modularity(network, found)}; members: the most tied first")
