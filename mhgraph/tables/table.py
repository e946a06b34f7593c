"""Rows in the formats of the house: a table for people, and CSV, TSV, JSON, JSON lines and Markdown.

What stands in a cell is text wherever it is shown: control characters are made visible, markup is escaped.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md")
SEPARATOR = "; "
_WIDTH = 120
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]")


class Value(NamedTuple):
    """One value of a cell: `exact` for machines (an IRI, a number), `shown` for people (a label, a CURIE)."""

    exact: str | int | float
    shown: str


Cell: TypeAlias = tuple[Value, ...]


class Table(NamedTuple):
    """Rows to print. `many` names the columns whose cells are lists even when they hold one value."""

    columns: tuple[str, ...]
    many: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


def simple_table(columns: tuple[str, ...], rows: Iterator[tuple[object, ...]] | list[tuple[object, ...]]) -> Table:
    """Return a table of plain values; None is an empty cell, a tuple a list of values.

    >>> print(render(simple_table(("class", "count"), [("mh:Event", 3)]), "csv"), end="")
    class,count
    mh:Event,3
    """
    listed = [tuple(_plain(value) for value in row) for row in rows]
    return Table(columns, (), listed)


def _plain(value: object) -> Cell:
    if value is None:
        return ()
    if isinstance(value, Value):  # itself a tuple, so it comes first
        return (value,)
    if isinstance(value, tuple):
        return tuple(item for each in value for item in _plain(each))
    return (Value(value if isinstance(value, int | float) else str(value), str(value)),)


def render(table: Table, name: str) -> str:
    """Return the table in the format `name` (one of FORMATS), ending in a line feed unless it is empty.

    `table` gives aligned columns if they fit 120 characters (a long last cell is wrapped), else one block a row. An
    empty table has no rows but keeps its header where the format has one.
    """
    return _RENDERERS[name](table)


def visible(text: str) -> str:
    r"""Return a text with control and direction characters replaced, so that a terminal shows it and does not obey it.

    >>> visible("a\x1b[31mb")
    'a�[31mb'
    """
    return _CONTROL.sub("\ufffd", text.replace("\n", " "))


def shown_rows(table: Table) -> list[list[str]]:
    """Return the cells as people read them, several values joined by a semicolon."""
    return [[visible(SEPARATOR.join(value.shown for value in cell)) for cell in row] for row in table.rows]


def _exact_rows(table: Table) -> list[list[str]]:
    return [[SEPARATOR.join(str(value.exact) for value in cell) for cell in row] for row in table.rows]


def _table(table: Table) -> str:
    rows = shown_rows(table)
    if not rows:
        return ""
    widths = [max(len(text) for text in column) for column in zip(table.columns, *rows, strict=True)]
    rest = _WIDTH - sum(widths[:-1]) - 2 * (len(widths) - 1)
    if rest >= min(widths[-1], _WIDTH // 3):
        widths[-1] = min(widths[-1], rest)
        lines = [list(table.columns), ["-" * width for width in widths], *rows]
        return "".join(_line(line, widths) for line in lines)
    margin = max(len(name) for name in table.columns) + 2
    blocks = [
        "".join(_field(name, text, margin) for name, text in zip(table.columns, row, strict=True)) for row in rows
    ]
    return "\n".join(blocks)


def _line(cells: list[str], widths: list[int]) -> str:
    """Return one line of an aligned table; a long last cell goes on below itself."""
    head = "".join(text.ljust(width + 2) for text, width in zip(cells[:-1], widths[:-1], strict=True))
    tail = _wrapped(cells[-1], widths[-1])
    return "".join(f"{head if i == 0 else ' ' * len(head)}{text}".rstrip() + "\n" for i, text in enumerate(tail))


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]


def _field(name: str, text: str, margin: int) -> str:
    wrapped = textwrap.wrap(text, _WIDTH - margin, break_long_words=False, break_on_hyphens=False) or [""]
    return "".join(f"{(name if i == 0 else '').ljust(margin)}{line}".rstrip() + "\n" for i, line in enumerate(wrapped))


def _separated(delimiter: str) -> Callable[[Table], str]:
    def write(table: Table) -> str:
        import csv
        import io

        lines = []
        for row in (table.columns, *_exact_rows(table)):
            line = io.StringIO(newline="")
            csv.writer(line, delimiter=delimiter, lineterminator="\r\n").writerow(row)  # so that CR in a cell is quoted
            lines.append(line.getvalue().removesuffix("\r\n") + "\n")
        return "".join(lines)

    return write


def _records(table: Table) -> Iterator[Mapping[str, object]]:
    for row in table.rows:
        yield {
            name: [value.exact for value in cell]
            if name in table.many or len(cell) > 1
            else (cell[0].exact if cell else None)
            for name, cell in zip(table.columns, row, strict=True)
        }


def _json(table: Table) -> str:
    import json

    return json.dumps(list(_records(table)), ensure_ascii=False, indent=2) + "\n"


def _json_lines(table: Table) -> str:
    import json

    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in _records(table))


def _markdown(table: Table) -> str:
    def line(cells: list[str]) -> str:
        return "| " + " | ".join(cells) + " |\n"

    rows = [[re.sub(r"([\\`*_{}\[\]<>|#~])", r"\\\1", text) for text in row] for row in shown_rows(table)]
    return line(list(table.columns)) + line(["---"] * len(table.columns)) + "".join(line(row) for row in rows)


_RENDERERS: Mapping[str, Callable[[Table], str]] = {
    "table": _table,
    "csv": _separated(","),
    "tsv": _separated("\t"),
    "json": _json,
    "jsonl": _json_lines,
    "md": _markdown,
}
