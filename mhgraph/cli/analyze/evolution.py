"""`mhgraph analyze evolution`."""

from __future__ import annotations

from pathlib import Path

import click

from mhgraph.analysis.evolution import count_ties_by_year
from mhgraph.analysis.projections import relate_actors
from mhgraph.cli.analyze.analysis import Analysis, plot_option, show_things, view_options
from mhgraph.cli.context import Settings
from mhgraph.graph import Ledger
from mhgraph.model import AGENT


@click.command(name="evolution")
@click.argument("actor", required=False)
@plot_option
@view_options
@click.pass_obj
def evolution_command(
    settings: Settings, actor: str | None, plot: Path | None, ledgers: frozenset[Ledger], form: str, language: str
) -> None:
    """Show how the ties between actors (or of ACTOR) change by year; what has no date is counted apart."""
    analysis = Analysis(settings, ledgers, form, language, plot)
    graph = analysis.graph
    iri = graph.resolve(actor, graph.model.below(AGENT), expected="actor").value if actor else None
    actors = relate_actors(analysis.network, graph.model)
    found = count_ties_by_year(analysis.network, actors, iri)
    most_tied = [[who for who, _ in year.most_tied] for year in found]
    labels = analysis.label(*most_tied)
    analysis.print_rows(
        ("year", "events", "actors", "ties", "new", "kept", "most tied"),
        [
            (year.year, len(year.events), year.actors, year.ties, year.new, year.kept, show_things(most, labels))
            for year, most in zip(found, most_tied, strict=True)
        ],
        ("most tied",),
    )
    analysis.say_size("actors", actors)
    bars = [(year.year, [year.ties - (year.new or 0), year.new or 0]) for year in found]
    analysis.draw("Ties by year", "ties between actors", ("known before, or undated", "new"), bars)
