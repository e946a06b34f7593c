"""`mhgraph find`."""

from __future__ import annotations

import sys

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import MOST_ROWS, format_option
from mhgraph.cli.output import note, print_table
from mhgraph.graph import BaseGraph
from mhgraph.graph.concepts import list_concepts
from mhgraph.graph.labels import short_name
from mhgraph.graph.names import fold
from mhgraph.tables import Table, Value, simple_table
from mhgraph.text.characters import visible

_MOST = 20
"""So many matches are shown, unless more are asked for."""


@click.command(name="find")
@click.argument("words", nargs=-1)
@click.option("--scheme", help="List the concepts of a scheme, such as topic or force, with what they mean.")
@click.option(
    "--limit",
    type=click.IntRange(1, MOST_ROWS),
    help="How many at most [default: 20; of a scheme, all].",
)
@format_option
@click.pass_obj
def find_command(settings: Settings, words: tuple[str, ...], scheme: str | None, limit: int | None, form: str) -> None:
    """Find entities by text, across kinds and languages; exit code 1 if none is near.

    With --scheme, all concepts of a scheme, or those of them that are near WORDS.
    """
    text = " ".join(words)
    if scheme is not None:
        table = _list_concepts(settings.graph(), scheme, text)
    else:
        table = _list_entities(settings, text)
        limit = limit or _MOST
    print_table(table._replace(rows=table.rows[:limit]), form)
    if not table.rows:
        note(f"nothing is called '{visible(text)}'; try fewer or other words")
        sys.exit(1)
    if limit and len(table.rows) > limit:
        note(f"{len(table.rows) - limit} more; see --limit")


def _list_entities(settings: Settings, words: str) -> Table:
    """Return the entities that are near some words as rows, the nearest first.

    Raises:
        UsageError: there are no words.
    """
    if not words:
        raise click.UsageError("WORDS are missing; give some, or --scheme")
    graph = settings.graph()
    found = graph.find(words)
    labels = graph.labels(match.iri for match in found)
    rows = [
        (Value(match.iri, short_name(match.iri)), match.kind, _show_name(labels[match.iri], match.name))
        for match in found
    ]
    return simple_table(("entity", "class", "name"), list(rows))


def _show_name(label: str, name: str) -> str:
    """Return what a thing is called, and the name that matched, if that tells more."""
    return label if fold(name) in fold(label) else f"{label} ({name})"


def _list_concepts(graph: BaseGraph, scheme: str, words: str) -> Table:
    """Return the concepts of a scheme as rows: all in its order, or those that are near some words, the nearest first.

    Raises what `list_concepts` raises.
    """
    concepts = {concept.iri: concept for concept in list_concepts(graph, scheme)}
    near = [match.iri for match in graph.find(words) if match.iri in concepts] if words else list(concepts)
    rows = [
        (
            Value(concept.iri, short_name(concept.iri)),
            tuple(Value(broader, short_name(broader)) for broader in concept.broader),
            concept.name,
            concept.definition,
        )
        for concept in map(concepts.__getitem__, near)
    ]
    return simple_table(("concept", "broader", "name", "definition"), list(rows))._replace(many=("broader",))
