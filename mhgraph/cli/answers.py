"""How the answer to a question is printed: the columns that people came for, and a line that sums up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import click
from pyoxigraph import NamedNode

from mhgraph.cli.options import MOST_ROWS
from mhgraph.cli.output import CUT, note, print_table
from mhgraph.errors import InvalidValue
from mhgraph.graph.labels import short_name
from mhgraph.questions import Answer
from mhgraph.rdf.terms import natural_key
from mhgraph.tables import Cell, Table

Command = TypeVar("Command", bound=Callable[..., Any])

FOR_PEOPLE = ("table", "md")
_EVIDENCE = ("how_known", "reason", "told_by", "reference")
"""The columns that show on what a row rests."""
_GROUNDS = {
    "stated": ("the document says so", "the documents say so"),
    "indexed": ("filed so by a curator", "filed so by a curator"),
    "judged": ("in a curator's view", "in a curator's view"),
    "inferred": ("follows from what is known", "follow from what is known"),
}
"""How the rows of a ledger are summed up: one row, or several."""


class Presentation(NamedTuple):
    """What of an answer is shown, and in which order. `sort` is a column, with "-" before it the last first."""

    wide: bool = False
    evidence: bool = False
    columns: tuple[str, ...] = ()
    sort: str | None = None
    limit: int | None = None
    long: bool = False


def presentation_options(command: Command) -> Command:
    """Return a command with the options of `Presentation`."""
    for option in (
        click.option("--long", is_flag=True, help="A row for each value of a cell that has several."),
        click.option("--sort", metavar="COLUMN", help="Sort by this column; -COLUMN: the last first."),
        click.option("--limit", type=click.IntRange(1, MOST_ROWS), help="So many rows at most."),
        click.option("--columns", metavar="A,B,…", help="Only these columns, in this order."),
        click.option("--evidence", is_flag=True, help="Show on what each row rests, and why."),
        click.option("--wide", is_flag=True, help="Show all columns, and whole cells."),
    ):
        command = option(command)
    return command


def print_answer(answer: Answer, form: str, presentation: Presentation) -> None:
    """Print the rows of an answer in a format, and for people a line that sums them up.

    Raises InvalidValue for a column that the answer does not have.
    """
    if form in FOR_PEOPLE:
        table = _choose(answer, presentation)
    else:
        table = answer.data()
        if presentation.columns:
            table = _select(table, presentation.columns)
    table = _sort(table, presentation.sort)
    if presentation.long:
        table = _lengthen(table)
    total = len(table.rows)
    table = table._replace(rows=table.rows[: presentation.limit])
    print_table(table, form, most_lines=None if presentation.wide or presentation.evidence else CUT)
    if form in FOR_PEOPLE and table.rows:
        note(_sum_up(answer, len(table.rows), total, presentation))


def describe_values(answer: Answer, given: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield which things the names were taken for that somebody typed, where they are not the things' own names."""
    for name, terms in answer.values.items():
        for term in terms:
            if isinstance(term, NamedNode):
                short = short_name(term.value)
                if not {short, short.rpartition(":")[2], term.value} & set(given.get(name, ())):
                    yield f"{name}: {answer.graph.label(term.value, answer.language)} ({short})"


def _choose(answer: Answer, presentation: Presentation) -> Table:
    if presentation.columns:
        known = [column.name for column in answer.question.columns]
        _require_known(presentation.columns, known)
        return answer.table(presentation.columns)
    if presentation.wide:
        return answer.table([column.name for column in answer.question.columns])
    if presentation.evidence:
        shown = answer.table().columns
        known = [column.name for column in answer.question.columns if column.is_evidence]
        return answer.table([*shown, *(name for name in _EVIDENCE if name in known and name not in shown)])
    return answer.table()


def _select(table: Table, names: Sequence[str]) -> Table:
    _require_known(names, table.columns)
    places = [table.columns.index(name) for name in names]
    rows = [tuple(row[place] for place in places) for row in table.rows]
    return Table(tuple(names), tuple(name for name in table.many if name in names), rows)


def _require_known(names: Sequence[str], known: Sequence[str]) -> None:
    """Refuse a column that there is not.

    Raises:
        InvalidValue: one is named.
    """
    for name in names:
        if name not in known:
            raise InvalidValue("columns", name, "some of " + ", ".join(known))


def _sort(table: Table, sort: str | None) -> Table:
    """Return a table sorted by a column: numbers by size, texts as people sort them, empty cells last."""
    if sort is None:
        return table
    name, is_reversed = sort.removeprefix("-"), sort.startswith("-")
    _require_known([name], table.columns)
    place = table.columns.index(name)
    filled = [row for row in table.rows if row[place]]
    empty = [row for row in table.rows if not row[place]]
    filled.sort(key=lambda row: _sort_key(row[place]), reverse=is_reversed)
    return table._replace(rows=[*filled, *empty])


def _sort_key(cell: Cell) -> tuple[object, ...]:
    value = cell[0]
    if isinstance(value.exact, int | float):
        return (0, value.exact)
    return (1, natural_key(value.shown.casefold()))


def _lengthen(table: Table) -> Table:
    """Return a table with a row for each value of a cell that has several, the other cells repeated."""
    rows = list(table.rows)
    for place in range(len(table.columns)):
        rows = [(*row[:place], cell, *row[place + 1 :]) for row in rows for cell in _split(row[place])]
    return Table(table.columns, (), rows)


def _split(cell: Cell) -> list[Cell]:
    """Return a cell for each value of a cell; an empty one stays as it is."""
    return [(value,) for value in cell] or [cell]


def _sum_up(answer: Answer, shown: int, total: int, presentation: Presentation) -> str:
    """Return how many rows there are, and on what grounds."""
    count = f"{shown} of {total} rows" if shown < total else f"{total} rows" if total != 1 else "1 row"
    grounds = Counter(term.value for row in answer.rows for term in row.get("ledger", ()))  # type: ignore[union-attr] # it is a literal
    told = [f"{number} {_GROUNDS[ledger][number > 1]}" for ledger, number in grounds.items()]
    if len(told) == 1 and len(answer.rows) == next(iter(grounds.values())):
        ledger = next(iter(grounds))
        told = [("all " if total > 1 else "") + _GROUNDS[ledger][total > 1]]
    if not told:
        return count
    more = "" if presentation.wide or presentation.evidence else "; --evidence shows why, --wide all columns"
    return f"{count}: {', '.join(told)}{more}"
