"""How the answer to a question is printed: the columns that people came for, and a line that sums up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any, NamedTuple, TypeVar

import click
from pyoxigraph import Literal, NamedNode

from mhgraph.cli.entities import explain_name
from mhgraph.cli.options import MOST_ROWS
from mhgraph.cli.output import CUT, note, print_bytes, print_table
from mhgraph.errors import InvalidValue
from mhgraph.graph.evidence import source_of
from mhgraph.questions import Answer, Column
from mhgraph.rdf.results import RESULT_FORMATS, write_results
from mhgraph.rdf.terms import Term, natural_key
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
        click.option(
            "--long", is_flag=True, help="A row for each value of a cell that has several, and for each passage."
        ),
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
    if presentation.long or form in RESULT_FORMATS:
        answer = _spread(answer)
    if form in RESULT_FORMATS:
        _print_results(answer, form, presentation)
        return
    if form in FOR_PEOPLE:
        table = _choose(answer, presentation)
    else:
        table = answer.data()
        if presentation.columns:
            table = _select(table, presentation.columns)
    order = _order(table, presentation.sort)
    table = table._replace(rows=[table.rows[place] for place in order])
    total = len(table.rows)
    table = table._replace(rows=table.rows[: presentation.limit])
    print_table(table, form, most_lines=None if presentation.wide or presentation.evidence else CUT)
    if form in FOR_PEOPLE and table.rows:
        note(_sum_up(answer, len(table.rows), total, presentation))


def describe_values(answer: Answer, given: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield which things the names were taken for that somebody typed, where they are not the things' own names."""
    schemes = {parameter.name: parameter.scheme for parameter in answer.question.parameters}
    for name, terms in answer.values.items():
        for term in terms if name in given else ():
            if isinstance(term, NamedNode):
                typed, scheme = given[name], schemes[name]
                taken = explain_name(answer.graph, typed, term.value, language=answer.language, scheme=scheme)
                if taken:
                    yield f"{name}: {taken}"


def _print_results(answer: Answer, form: str, presentation: Presentation) -> None:
    """Print the rows as the W3C writes solutions: one for each combination of the values of a row."""
    known = {column.name: column for column in answer.question.columns}
    _require_known(presentation.columns, list(known))
    chosen = [known[name] for name in presentation.columns] or list(known.values())
    names = [column.name for column in chosen]
    table = answer.table([*names, *(name for name in known if name not in names)])
    rows: list[dict[str, Term]] = []
    for place in _order(table, presentation.sort)[: presentation.limit]:
        cells = zip(chosen, table.rows[place], strict=False)  # the columns that are not chosen stand last
        terms = [_list_terms(column, answer.rows[place], cell) for column, cell in cells]
        choices: list[Sequence[Term | None]] = [listed or [None] for listed in terms]
        for values in product(*choices):
            rows.append({name: term for name, term in zip(names, values, strict=True) if term is not None})
    print_bytes(write_results(names, rows, form), form)


def _list_terms(column: Column, row: Mapping[str, Sequence[Term]], cell: Cell) -> Sequence[Term]:
    """Return the terms of a cell: those of the row; of what is looked up, names for things, else texts."""
    if row.get(column.name):
        return row[column.name]
    return [NamedNode(str(one.exact)) if column.type == "iri" else Literal(str(one.exact)) for one in cell]


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


def _require_known(names: Sequence[str], known: Sequence[str], option: str = "columns") -> None:
    """Refuse a column that there is not.

    Raises:
        InvalidValue: one is named.
    """
    for name in names:
        if name not in known:
            raise InvalidValue(option, name, "some of " + ", ".join(known))


def _order(table: Table, sort: str | None) -> list[int]:
    """Return the places of the rows sorted by a column: numbers by size, texts as people sort them, empty cells last.

    Raises InvalidValue for a column that there is not.
    """
    places = list(range(len(table.rows)))
    if sort is None:
        return places
    name, is_reversed = sort.removeprefix("-"), sort.startswith("-")
    _require_known([name], table.columns, "sort")
    column = table.columns.index(name)
    filled = [place for place in places if table.rows[place][column]]
    filled.sort(key=lambda place: _sort_key(table.rows[place][column]), reverse=is_reversed)
    return [*filled, *(place for place in places if not table.rows[place][column])]


def _sort_key(cell: Cell) -> tuple[object, ...]:
    value = cell[0]
    if isinstance(value.exact, int | float):
        return (0, value.exact)
    return (1, natural_key(value.shown.casefold()))


def _spread(answer: Answer) -> Answer:
    """Return an answer with a row for each value of a cell that has several, and for each passage.

    With the passage go its source, its reference and its link; what else is said of all of them stays together.
    """
    many = [column.name for column in answer.question.selected if column.many]
    rows = []
    for row in answer.rows:
        choices = [[(name, term) for term in row[name]] for name in [*many, "passage"] if row.get(name)]
        for chosen in product(*choices):
            own = {name: (term,) for name, term in chosen}
            for passage in own.get("passage", ()):
                own["source"] = (NamedNode(source_of(str(getattr(passage, "value", passage)))),)
            rows.append({**row, **own})
    return replace(answer, rows=rows)


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
