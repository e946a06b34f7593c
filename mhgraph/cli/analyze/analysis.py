"""What the analyses share: options, loading, tables, and the sentence on which every figure rests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from pyoxigraph import NamedNode

from mhgraph.analysis.network import entity_network
from mhgraph.analysis.projections import PROJECTIONS, AnyNetwork
from mhgraph.cli.context import Settings
from mhgraph.cli.options import MOST_ROWS, Command, format_option, language_option, ledger_option
from mhgraph.cli.output import note, print_table
from mhgraph.graph import Ledger, list_ledgers
from mhgraph.graph.labels import short_name
from mhgraph.model import local_name
from mhgraph.plots import Bars, check_target, draw_bars
from mhgraph.tables import Table, Value, simple_table


def view_options(command: Command) -> Command:
    """Return a command with `--ledger`, `--format` and `--lang`."""
    return ledger_option(format_option(language_option(command)))


limit_option = click.option(
    "--limit", type=click.IntRange(1, MOST_ROWS), default=20, show_default=True, help="How many rows at most."
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


class Analysis:
    """What an analysis works on, and how it speaks: the graph, its network, the format and the language."""

    def __init__(
        self, settings: Settings, ledgers: frozenset[Ledger], form: str, language: str, plot: Path | None = None
    ) -> None:
        if plot is not None:  # a picture that cannot be made is refused before anything is computed
            check_target(plot)
        self.graph = settings.graph(ledgers)
        self.network = entity_network(self.graph)
        self.language = language
        self.form = form
        self._plot = plot

    @property
    def basis(self) -> str:
        """On what every figure rests: the number of sources, the date of the data, the ledgers."""
        sources = self.graph.count_sources()
        return f"{sources} sources, data of {self.graph.date}, ledgers: {list_ledgers(self.graph.ledgers)}"

    def derive(self, projection: str) -> AnyNetwork:
        """Return a projection of the network by name."""
        return PROJECTIONS[projection](self.network, self.graph.model)

    def label(self, *lists: Iterable[str]) -> Mapping[str, str]:
        """Return what the things of some lists are called, by IRI: one query for all of them."""
        return self.graph.labels([iri for listed in lists for iri in listed], self.language)

    def describe(self, iris: Sequence[str]) -> dict[str, tuple[Value, str, str]]:
        """Return the first three cells of a row about an entity, by IRI: itself, its label, its class."""
        labels = self.label(iris)
        types = {iri: NamedNode(self.network.nodes[iri]["type"]) for iri in iris}
        return {iri: (show_thing(iri), labels[iri], local_name(types[iri])) for iri in iris}

    def print_rows(
        self, columns: Sequence[str], rows: Iterable[tuple[object, ...]], many: tuple[str, ...] = ()
    ) -> None:
        """Print rows of plain values; `many` names the columns whose cells are lists even when they hold one value."""
        plain = simple_table(tuple(columns), list(rows))
        print_table(Table(plain.columns, many, plain.rows), self.form)

    def say_size(self, projection: str, network: Any, more: int = 0) -> None:
        """Say on standard error which network was measured, how large it is, and how many rows were not printed."""
        size = f"{network.number_of_nodes()} entities, {network.number_of_edges()} ties"
        note(f"projection {projection}: {size}; {self.basis}")
        if more > 0:
            note(f"{more} more; see --limit")

    def draw(
        self, title: str, caption: str, series: tuple[str, ...], rows: Sequence[tuple[str, Sequence[float]]]
    ) -> None:
        """Draw bars, if a picture was asked for; the caption ends with the basis."""
        if self._plot is not None:
            draw_bars(Bars(title, f"{caption}; {self.basis}", series, rows)).save(self._plot)


def show_thing(iri: str) -> Value:
    """Return one thing for a cell, shown by its short name."""
    return Value(iri, short_name(iri))


def show_things(iris: Iterable[str], labels: Mapping[str, str] | None = None) -> tuple[Value, ...]:
    """Return several things for a cell, shown by their labels, or by their short names."""
    return tuple(show_thing(iri) if labels is None else Value(iri, labels[iri]) for iri in iris)
