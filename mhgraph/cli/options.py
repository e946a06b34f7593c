"""The options that several commands share."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.output import set_target
from mhgraph.graph import Ledger, parse_ledgers
from mhgraph.graph.labels import LANGUAGES
from mhgraph.rdf.results import RESULT_FORMATS
from mhgraph.tables import FILE_FORMATS, FORMATS

BIBTEX = "bib"
"""The name of the format of references for BibTeX: the ending of its files."""
_ENDING = "mhgraph.ending"
"""Where a context holds the ending of the file that `--out` names."""
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
    """Return a command with `--format` and `--out`, for rows."""
    return _add_format(command, (*FORMATS, *FILE_FORMATS))


def solutions_option(command: Command) -> Command:
    """Return a command with `--format` and `--out`, for rows of RDF terms: they can be written as the W3C does, too."""
    return _add_format(command, (*FORMATS, *FILE_FORMATS, *RESULT_FORMATS))


def citations_option(command: Command) -> Command:
    """Return a command with `--format` and `--out`, for references: they can be entries for BibTeX, too."""
    return _add_format(command, (*FORMATS, *FILE_FORMATS, BIBTEX))


def _add_format(command: Command, formats: Sequence[str]) -> Command:
    command = click.option(
        "--out",
        type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
        is_eager=True,
        expose_value=False,
        callback=_keep_target,
        help="Write into a file; its ending says the format, unless --format does.",
    )(command)
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        callback=_choose_format,
        metavar="FORMAT",
        help=f"How to print rows: {', '.join(formats)} [default: table].",
    )(command)


def _keep_target(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:
    set_target(ctx, None if value == Path("-") else value)
    ctx.meta[_ENDING] = value.suffix.lower().removeprefix(".") if value is not None else ""


def _choose_format(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    """Return the format that is named, or that the ending of the file means; a table without either.

    Raises:
        UsageError: the ending is of another kind of file.
    """
    assert isinstance(param.type, click.Choice)
    ending = str(ctx.meta.get(_ENDING, ""))
    if value is not None or not ending:
        return value or "table"
    if ending in param.type.choices:
        return ending
    if ending == "txt":
        return "table"
    raise click.UsageError(f"nothing is written as .{ending}; name a format with --format", ctx)


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
