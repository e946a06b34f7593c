"""`mhgraph analyze uptake`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from mhgraph.analysis.uptake import STATES, Uptake, count_uptake, list_takers, summarize
from mhgraph.cli.analyze.analysis import Analysis, plot_option, show_thing, show_things, view_options
from mhgraph.cli.context import Settings
from mhgraph.cli.output import note
from mhgraph.graph import Ledger
from mhgraph.model import INSTRUMENT, PROVISION
from mhgraph.tables import Value


@click.command(name="uptake")
@click.argument("within", metavar="[PROVISION]", required=False)
@click.option(
    "--by", type=click.Choice(["kind", "provision"]), help="A row for each [default: kind; provision with PROVISION]."
)
@click.option("--state", type=click.Choice(STATES), help="Only the provisions in this state.")
@plot_option
@view_options
@click.pass_obj
def uptake_command(
    settings: Settings,
    within: str | None,
    by: str | None,
    state: str | None,
    plot: Path | None,
    ledgers: frozenset[Ledger],
    form: str,
    language: str,
) -> None:
    """Count who took provisions up (those of PROVISION, an objective or instrument): evidenced, not found, not read."""
    analysis = Analysis(settings, ledgers, form, language, plot)
    classes = [PROVISION, INSTRUMENT]
    iri = analysis.graph.resolve(within, classes, expected="provision or instrument").value if within else None
    found = count_uptake(analysis.graph, analysis.network, iri)
    chosen = [uptake for uptake in found if state in (None, uptake.state)]
    kinds = analysis.label({uptake.kind for uptake in found})
    if (by or ("provision" if within or state else "kind")) == "kind":
        _print_by_kind(analysis, chosen, found, kinds)
    else:
        _print_by_provision(analysis, chosen)
    counts = ", ".join(f"{sum(uptake.state == name for uptake in found)} {name}" for name in STATES)
    note(f"of {len(found)} provisions: {counts}; {analysis.basis}")
    bars = [(f"{kinds[kind]} ({count})", [states[name] for name in STATES]) for kind, count, states in summarize(found)]
    analysis.draw("Uptake of provisions", "provisions", STATES, bars)


def _print_by_kind(
    analysis: Analysis, chosen: Sequence[Uptake], found: Sequence[Uptake], kinds: Mapping[str, str]
) -> None:
    whole = {kind: count for kind, count, _ in summarize(found)}
    rows = [
        (
            Value(kind, kinds[kind]),
            whole[kind],
            *(Value(states[name], f"{states[name]} of {whole[kind]}") for name in STATES),
            found[0].dated,
        )
        for kind, _, states in summarize(chosen)
    ]
    analysis.print_rows(("kind", "provisions", *STATES, "data of"), rows)


def _print_by_provision(analysis: Analysis, found: Sequence[Uptake]) -> None:
    hows = {how for uptake in found for how, _ in uptake.ways}
    labels = analysis.label((uptake.iri for uptake in found), hows)
    takers = list_takers(analysis.graph.model)
    rows = [
        (
            show_thing(uptake.iri),
            labels[uptake.iri],
            uptake.state,
            *(uptake.counts[taker] for taker in takers),
            uptake.directly,
            tuple(
                f"{labels[how]} ({ledger}): {count} of {uptake.total}" for (how, ledger), count in uptake.ways.items()
            ),
            tuple(f"{kind}: {count}" for kind, count in uptake.beside.items()),
            f"{len(uptake.reading.speaking)} of {uptake.reading.sources} sources speak of its instrument, "
            f"{len(uptake.reading.whole)} of them read whole",
            show_things(uptake.passages),
            uptake.dated,
        )
        for uptake in found
    ]
    last = ("directly", "how", "beside", "read", "passage", "data of")
    analysis.print_rows(("provision", "label", "state", *takers, *last), rows, ("how", "beside", "passage"))
