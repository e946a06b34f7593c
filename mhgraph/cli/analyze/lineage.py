"""`mhgraph analyze lineage`."""

from __future__ import annotations

from collections import Counter

import click

from mhgraph.analysis.lineage import SIDES, trace_lineage
from mhgraph.cli.analyze.analysis import Analysis, show_thing, show_things, view_options
from mhgraph.cli.context import Settings
from mhgraph.cli.output import note
from mhgraph.graph import Ledger


@click.command(name="lineage")
@click.argument("provision")
@view_options
@click.pass_obj
def lineage_command(settings: Settings, provision: str, ledgers: frozenset[Ledger], form: str, language: str) -> None:
    """Show the dated chain of events, milestones and instruments behind PROVISION and after it."""
    analysis = Analysis(settings, ledgers, form, language)
    found = trace_lineage(analysis.graph, analysis.network, provision, language=language)
    rows = [
        (
            step.side,
            step.dates or ("undated",),
            show_thing(step.iri),
            step.label,
            tuple(statement.sentence for statement in step.statements),
            step.strands,
            step.ledger,
            step.confidence,
            show_things(dict.fromkeys(iri for statement in step.statements for iri in statement.passages)),
        )
        for step in found
    ]
    columns = ("side", "date", "item", "label", "because", "strand", "ledger", "confidence", "passage")
    analysis.print_rows(columns, rows, ("date", "because", "strand", "passage"))
    counts = Counter(step.side for step in found)
    note(f"{', '.join(f'{counts[side]} {side}' for side in SIDES)}; open: no date decides; {analysis.basis}")
