"""`mhgraph analyze gaps`."""

from __future__ import annotations

from collections.abc import Sequence

import click

from mhgraph.analysis.gaps import CLASS_OF_GAP, GAPS, find_gaps
from mhgraph.analysis.network import nodes_of
from mhgraph.cli.analyze.analysis import Analysis, show_thing, show_things, view_options
from mhgraph.cli.context import Settings
from mhgraph.cli.output import note
from mhgraph.graph import Ledger


@click.command(name="gaps")
@click.option("--kind", type=click.Choice(tuple(GAPS)), multiple=True, help="Only these [default: all].")
@view_options
@click.pass_obj
def gaps_command(settings: Settings, kind: Sequence[str], ledgers: frozenset[Ledger], form: str, language: str) -> None:
    """List recommendations without follow-up, commitments without an actor, provisions that only judgements touch."""
    analysis = Analysis(settings, ledgers, form, language)
    wanted = {GAPS[name] for name in kind} or set(GAPS.values())
    found = [gap for gap in find_gaps(analysis.network, analysis.graph.model) if gap.gap in wanted]
    labels = analysis.label(gap.iri for gap in found)
    analysis.print_rows(
        ("gap", "entity", "label", "known", "passage"),
        [(gap.gap, show_thing(gap.iri), labels[gap.iri], gap.known, show_things(gap.passages)) for gap in found],
        ("known", "passage"),
    )
    for name, cls in CLASS_OF_GAP.items():
        if name in wanted:
            whole = len(list(nodes_of(analysis.network, [cls])))
            note(f"{name}: {sum(gap.gap == name for gap in found)} of {whole}, in this corpus")
    note(analysis.basis)
