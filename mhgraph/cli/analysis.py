"""What the analyses share: options, loading, tables, and the sentence on which every figure rests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import Command, format_option, language_option, ledger_option
from mhgraph.cli.output import note
from mhgraph.graph import Corpus, Ledger
from mhgraph.graph.entities import label_of
from mhgraph.graph.coverage import data_date
from mhgraph.namespaces import to_curie
from mhgraph.analysis import plots
from mhgraph.analysis.projections import PROJECTIONS
from mhgraph.analysis.network import Network, everything
from mhgraph.tables.table import Table, Value, simple_table


def view_options(command: Command) -> Command:
    """Add `--ledger`, `--format` and `--lang`."""
    return ledger_option(format_option(language_option(command)))


limit_option = click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many rows at most."
)
plot_option = click.option(
    "--plot", "plot", type=click.Path(path_type=Path), metavar="FILE", help="Also draw it, as .svg or .png."
)


def projection_option(default: str) -> Callable[[Command], Command]:
    """Return the decorator that adds `--projection` with a default."""
    return click.option(
        "--projection",
        type=click.Choice(tuple(PROJECTIONS)),
        default=default,
        show_default=True,
        help="Which network to measure.",
    )


def load(settings: Settings, ledgers: frozenset[Ledger], plot: Path | None = None) -> tuple[Corpus, Network]:
    """Return the corpus and its network; a picture that cannot be made is refused before anything is computed."""
    if plot is not None:
        plots.check_target(plot)
    corpus = settings.corpus(ledgers)
    return corpus, everything(corpus)


def entity(network: Network, iri: str, name: Callable[[str], str]) -> tuple[Value, str, str]:
    """Return the first three cells of a row about an entity: itself, its label, its class."""
    return Value(iri, to_curie(iri)), name(iri), str(network.nodes[iri]["cls"])


def names(corpus: Corpus, iris: Iterable[str], language: str) -> tuple[Value, ...]:
    """Return a cell of several entities, shown by their labels."""
    return tuple(Value(iri, label_of(corpus.store, iri, language)) for iri in iris)


def table(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]], many: tuple[str, ...] = ()) -> Table:
    """Return a table of plain values; `many` names the columns whose cells are lists even when they hold one value."""
    plain = simple_table(columns, list(rows))
    return Table(plain.columns, many, plain.rows)


def basis(corpus: Corpus) -> str:
    """Return on what every figure rests: the number of sources, the date of the data, the ledgers."""
    chosen = ", ".join(ledger.value for ledger in Ledger if ledger in corpus.ledgers)
    return f"{len(corpus.project.sources)} sources, data of {data_date(corpus)}, ledgers: {chosen}"


def say_size(corpus: Corpus, projection: str, network: Any, more: int) -> None:
    """Say on standard error which network was measured, how large it is, and how many rows were not printed."""
    size = f"{network.number_of_nodes()} entities, {network.number_of_edges()} ties"
    note(f"projection {projection}: {size}; {basis(corpus)}")
    if more > 0:
        note(f"{more} more; see --limit")
