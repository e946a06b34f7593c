"""What commands share: the settings before the command, common options, loading, and printing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import click

from mhgraph.graph import Corpus, Ledger, load_corpus, parse_ledgers
from mhgraph.graph.entities import LANGUAGES
from mhgraph.project.folders import Project, find_project
from mhgraph.tables.table import FORMATS, Table, render, shown_rows

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class Settings:
    """The options that stand before the command."""

    root: Path | None
    debug: bool

    def project(self) -> Project:
        """Return the project. Raises ProjectNotFound."""
        return self._project

    @cached_property
    def _project(self) -> Project:
        project = find_project(self.root)
        if self.debug:
            print(f"mhgraph: root {project.root}", file=sys.stderr)
        return project

    def corpus(self, ledgers: frozenset[Ledger]) -> Corpus:
        """Return the loaded corpus with the chosen ledgers."""
        return load_corpus(self.project(), ledgers)


class LedgersType(click.ParamType[frozenset[Ledger]]):
    """A comma-separated choice of ledgers."""

    name = "ledgers"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[Ledger]:
        """Return the set of ledgers; InvalidValue becomes one line for the user."""
        return value if isinstance(value, frozenset) else parse_ledgers(str(value))


def ledger_option(command: Command) -> Command:
    """Add `--ledger`."""
    return click.option(
        "--ledger",
        "ledgers",
        type=LedgersType(),
        default="stated,judged,inferred",
        show_default=True,
        metavar="LEDGERS",
        help="On what ground statements may stand.",
    )(command)


def format_option(command: Command) -> Command:
    """Add `--format` for rows."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print rows."
    )(command)


def language_option(command: Command) -> Command:
    """Add `--lang`."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(LANGUAGES),
        default=LANGUAGES[0],
        show_default=True,
        help="The language of labels.",
    )(command)


def print_table(table: Table, form: str) -> None:
    """Print rows: coloured for people on a terminal, plain text in a pipe, or the format asked for."""
    if form == "table" and sys.stdout.isatty() and table.rows:
        _print_rich(table)
    else:
        sys.stdout.write(render(table, form))


def note(text: str) -> None:
    """Print a remark on standard error, where it does not mix with rows."""
    print(f"mhgraph: {text}", file=sys.stderr)


def _print_rich(table: Table) -> None:
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    console = Console()
    rows = shown_rows(table)
    natural = sum(max(len(text) for text in column) + 3 for column in zip(table.columns, *rows, strict=True))
    if natural <= console.width:
        grid = RichTable(*table.columns)
        for row in rows:
            grid.add_row(*(Text(text) for text in row))
        console.print(grid)
        return
    for row in rows:
        block = RichTable(box=None, show_header=False, pad_edge=False)
        block.add_column(style="dim", no_wrap=True)
        block.add_column(overflow="fold")
        for name, text in zip(table.columns, row, strict=True):
            block.add_row(Text(name), Text(text))
        console.print(block)
        console.print()
