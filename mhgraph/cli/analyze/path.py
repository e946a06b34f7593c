"""`mhgraph analyze path`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from mhgraph.analysis.network import entity_network
from mhgraph.analysis.paths import Choice, Connection, Path, connect, find_whole, parse_pattern
from mhgraph.cli.analyze.analysis import Analysis, show_thing, show_things, view_options
from mhgraph.cli.context import Settings
from mhgraph.cli.output import note
from mhgraph.graph import ALL_LEDGERS, Ledger
from mhgraph.graph.labels import short_name
from mhgraph.namespaces import to_curie


@click.command(name="path")
@click.argument("start", metavar="FROM")
@click.argument("goal", metavar="TO")
@click.option(
    "--allow", multiple=True, metavar="PATTERN", help="Use only this: a relation, class or 'CLASS REL CLASS'."
)
@click.option("--forbid", multiple=True, metavar="PATTERN", help="Never use this.")
@click.option("--count", type=click.IntRange(1, 50), default=3, show_default=True, help="How many paths at most.")
@view_options
@click.pass_obj
def path_command(
    settings: Settings,
    start: str,
    goal: str,
    allow: Sequence[str],
    forbid: Sequence[str],
    count: int,
    ledgers: frozenset[Ledger],
    form: str,
    language: str,
) -> None:
    """Explain how two entities are joined: the best paths, one statement a line, each with its ledger and passage.

    Exit code 1: there is no path.
    """
    analysis = Analysis(settings, ledgers, form, language)
    graph, network = analysis.graph, analysis.network
    ends = [graph.resolve(name).value for name in (start, goal)]
    patterns = ([parse_pattern(graph.model, text) for text in given] for given in (allow, forbid))
    wider = network if graph.is_complete else entity_network(settings.graph(ALL_LEDGERS))
    found = connect(network, graph.model, *ends, choice=Choice(*patterns), count=count, wider=wider)
    listed: list[tuple[int | str, Path]] = list(enumerate(found.paths, 1))
    if found.path_to_nearest is not None:
        listed = [("nearest", found.path_to_nearest)]
    _print_paths(analysis, listed)
    if not found.paths:
        note(f"{_describe_failure(analysis, found, ends)} ({analysis.basis})")
        sys.exit(1)
    note(f"a path joins what documents say, step by step; it is no cause ({analysis.basis})")


def _print_paths(analysis: Analysis, paths: Sequence[tuple[int | str, Path]]) -> None:
    steps = [(number, place, step) for number, path in paths for place, step in enumerate(path.steps, 1)]
    located = analysis.graph.locate(passage for *_, step in steps for passage in step.data["passages"])
    rows = [
        (
            number,
            place,
            step.sentence(analysis.network, analysis.language),
            show_thing(step.subject),
            to_curie(step.data["predicate"]),
            show_thing(step.object),
            step.data["ledger"] or "a name",
            step.data["confidence"],
            show_things(step.data["passages"]),
            tuple(located[passage].link for passage in step.data["passages"] if located[passage].link),
        )
        for number, place, step in steps
    ]
    columns = ("path", "hop", "statement", "subject", "relation", "object", "ledger", "confidence", "passage", "link")
    analysis.print_rows(columns, rows, ("passage", "link"))


def _describe_failure(analysis: Analysis, found: Connection, ends: Sequence[str]) -> str:
    """Return that there is no path, why, and what is nearest."""
    if found.missing:
        parts = [
            f"nothing is said of {short_name(iri)} in this corpus, "
            + _name_nearest(find_whole(analysis.graph, analysis.network, iri))
            for iri in found.missing
        ]
        return f"no path: {'; '.join(parts)}"
    start, goal = (short_name(iri) for iri in ends)
    return f"no path from {start} to {goal}; {_name_nearest(found.nearest)}"


def _name_nearest(iri: str | None) -> str:
    return f"the nearest is {short_name(iri)}" if iri else "nothing is near"
