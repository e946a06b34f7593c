"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from mhgraph.graph import Ledger, parse_ledgers
from mhgraph.graph.labels import LANGUAGES
from mhgraph.tables import FORMATS

Command = TypeVar("Command", bound=Callable[..., Any])


class LedgersType(click.ParamType[frozenset[Ledger]]):
    """A comma-separated choice of ledgers."""

    name = "ledgers"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[Ledger]:
        """Return the set of ledgers. Raises InvalidValue."""
        return value if isinstance(value, frozenset) else parse_ledgers(str(value))


def ledger_option(command: Command) -> Command:
    """Return a command with `--ledger`."""
    return click.option(
        "--ledger",
        "ledgers",
        type=LedgersType(),
        default=",".join(ledger.value for ledger in Ledger),
        show_default=True,
        metavar="LEDGERS",
        help="On what ground statements may stand.",
    )(command)


def format_option(command: Command) -> Command:
    """Return a command with `--format`, for rows."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print rows."
    )(command)


def language_option(command: Command) -> Command:
    """Return a command with `--lang`."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(LANGUAGES),
        default=LANGUAGES[0],
        show_default=True,
        help="The language of labels.",
    )(command)
