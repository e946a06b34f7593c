"""The options that several commands share."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import click

from mhgraph.cli.context import Settings
from mhgraph.graph import Ledger, parse_ledgers
from mhgraph.graph.labels import LANGUAGES
from mhgraph.tables import FORMATS

MOST_ROWS = 1_000_000
"""The most rows that somebody can ask for: more than any graph of ours has."""

Command = TypeVar("Command", bound=Callable[..., Any])


class LedgersType(click.ParamType[frozenset[Ledger]]):
    """A comma-separated choice of ledgers."""

    name = "ledgers"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[Ledger]:
        """Return the set of ledgers. Raises InvalidValue."""
        return value if isinstance(value, frozenset) else parse_ledgers(str(value))


class NumberRange(click.FloatRange):
    """A number within bounds, both of which are finite; `nan` is in no range, though it is no more than any."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number."""
        number = float(super().convert(value, param, ctx))
        if math.isnan(number):
            self.fail(f"{value!r} is not a number.", param, ctx)
        return number


def ledger_option(command: Command) -> Command:
    """Return a command with `--ledger`, and with `--second-opinion`, which becomes a part of the settings."""
    command = click.option(
        "--second-opinion",
        is_flag=True,
        expose_value=False,
        callback=_ask_second_opinion,
        help="Judgements count only if two people signed them.",
    )(command)
    return click.option(
        "--ledger",
        "ledgers",
        type=LedgersType(),
        default=",".join(ledger.value for ledger in Ledger),
        show_default=True,
        metavar="LEDGERS",
        help="On what ground statements may stand.",
    )(command)


def _ask_second_opinion(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    settings = ctx.find_object(Settings)
    if value and settings is not None:
        ctx.obj = replace(settings, second_opinion=True)


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
