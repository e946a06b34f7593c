"""Charts of results: what is counted, in which order, and how rows are called."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from mhgraph.errors import InvalidValue
from mhgraph.graph import Ledger
from mhgraph.plots import Bars, Chart, Matrix, Span, Timeline, draw_bars, draw_matrix, draw_timeline
from mhgraph.rdf.terms import natural_key

if TYPE_CHECKING:
    from mhgraph.api.result import Result

_NONE = "(none)"
"""What a value is called that a row does not have."""


def chart_bars(result: Result, column: str, title: str, most: int) -> Chart:
    """Return how many rows have each value of a column. Raises what `Result.bars` raises."""
    counts = Counter(name for names in result.names(column) for name in names or [_NONE])
    ordered = sorted(counts.items(), key=lambda item: (-item[1], natural_key(item[0])))
    rows = [(name, [float(count)]) for name, count in ordered[:most]]
    more = f", the {most} most frequent of {len(ordered)}" if len(ordered) > most else ""
    caption = f"Rows by {_word(column)}{more}; {len(result)} rows"
    return draw_bars(Bars(title or result.title, caption, ("rows",), rows))


def chart_timeline(result: Result, column: str, label: str | None, title: str) -> Chart:
    """Return the dated rows as lines, coloured by ledger. Raises what `Result.timeline` raises.

    Raises:
        InvalidValue: the column holds no dates.
    """
    result.names(column)  # refuses a column that there is not
    if f"{column}_first" not in result.columns:
        raise InvalidValue("column", column, "a column of dates")
    called = result.names(label or _choose_label(result, column))
    spans = {
        Span(
            "; ".join(names) or _NONE, min(firsts), max([*_list(row.get("end_last")), *lasts]), row.get("ledger") or ""
        )
        for names, row in zip(called, result.rows, strict=True)
        if (firsts := _list(row[f"{column}_first"])) and (lasts := _list(row[f"{column}_last"]))
    }
    ordered = sorted(spans, key=lambda span: (span.first, span.last, natural_key(span.label), span.group))
    undated = sum(not row[f"{column}_first"] for row in result.rows)
    caption = "Each line goes from the first to the last day that the date can mean."
    caption += f" {undated} of {len(result)} rows have no date." if undated else ""
    return draw_timeline(Timeline(title or result.title, caption, ordered, ("", *(ledger.value for ledger in Ledger))))


def chart_matrix(result: Result, rows: str, columns: str, count: str | None, title: str) -> Chart:
    """Return two columns against each other. Raises what `Result.matrix` raises.

    Raises:
        InvalidValue: the column to add up does not exist.
    """
    if count is not None and count not in result.columns:
        raise InvalidValue("count", count, "one of " + ", ".join(result.columns))
    numbers: Counter[tuple[str, str]] = Counter()
    for down, across, row in zip(result.names(rows), result.names(columns), result.rows, strict=True):
        number = 1 if count is None else row[count] or 0
        for pair in ((one, other) for one in down or [_NONE] for other in across or [_NONE]):
            numbers[pair] += number
    names, headings = ({pair[place]: None for pair in numbers} for place in (0, 1))
    ordered = sorted(names, key=natural_key)
    across_all = sorted(headings, key=natural_key)
    cells = [(name, [float(numbers[name, heading]) for heading in across_all]) for name in ordered]
    caption = f"{_word(count or 'rows').capitalize()} by {_word(rows)} and {_word(columns)}; {len(result)} rows"
    return draw_matrix(Matrix(title or result.title, caption, across_all, cells))


def _choose_label(result: Result, column: str) -> str:
    """Return the column that says what a row is about: the first that people see and that is not the date."""
    return next((name for name in result.shown.columns if name != column), column)


def _word(column: str) -> str:
    return column.replace("_", " ")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
