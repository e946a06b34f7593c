"""A result: what the graph answered, as a table in a notebook, as rows, and as a data frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mhgraph.errors import InvalidValue
from mhgraph.tables import Table, list_records, render, render_plain

if TYPE_CHECKING:
    import pandas
    import polars

    from mhgraph.plots import Chart

MOST_SHOWN = 50
"""So many rows a notebook and a terminal show; all of them are in `rows`."""
_DAY = ("_first", "_last")
"""How the columns end that hold the first and the last day of a date."""


class Thing(NamedTuple):
    """A thing of the graph: its name, its short name (`provision:gcm-15`), and its address."""

    name: str
    short: str
    address: str


class Result:
    """Rows that the graph answered with: names beside addresses, and on what each row rests.

    In a notebook it is a table with links, on a terminal a table that fits. `title` is what was asked, `taken` which
    things the values were taken for, by parameter, `sparql` the query, where there is one.

    >>> import mhgraph
    >>> result = mhgraph.load().query("events-addressing", provision="Objective 15")
    >>> result.taken["provision"][0].short
    'provision:gcm-15'
    >>> result.rows[0]["how_known"]
    'a curator, medium'
    """

    def __init__(
        self,
        table: Callable[[], Table],
        shown: Callable[[], Table],
        *,
        title: str,
        dates: Iterable[str] = (),
        taken: Mapping[str, tuple[Thing, ...]] | None = None,
        note: Callable[[], str] = lambda: "no rows",
        sparql: str = "",
    ) -> None:
        self._make_table = table
        self._make_shown = shown
        self._days = frozenset(name + ending for name in dates for ending in _DAY)
        self.title = title
        self.taken = taken or {}
        self._make_note = note
        self.sparql = sparql

    @cached_property
    def note(self) -> str:
        """What it means that there are no rows; "" if there are some."""
        return "" if self.shown.rows else self._make_note()

    @cached_property
    def table(self) -> Table:
        """The rows with every column, as they are written to files."""
        return self._make_table()

    @cached_property
    def shown(self) -> Table:
        """The rows with the columns that people read first."""
        return self._make_shown()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns: `event` has the addresses of events, `event_label` their names."""
        return self.table.columns

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The rows, by column: texts, numbers, days (`datetime.date`), None, and lists where there can be several.

        >>> import mhgraph
        >>> row = mhgraph.load().query("events-in-period", year=2020).rows[0]
        >>> row["date"], row["date_first"], row["date_precision"]
        ('2020-01', datetime.date(2020, 1, 1), 'month')
        """
        records = list_records(self.table)
        for record in records:
            for name in self._days.intersection(record):
                record[name] = _read_days(record[name])
        return records

    def __len__(self) -> int:
        return len(self.table.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows)

    def __repr__(self) -> str:
        table = self.shown._replace(rows=self.shown.rows[:MOST_SHOWN])
        return f"{self.title}\n\n{render_plain(table, most_lines=3)}\n{self._sum_up()}"

    def _repr_html_(self) -> str:
        from mhgraph.tables.html import render_html

        return render_html(self.shown, caption=self.title, summary=self._sum_up(), most_rows=MOST_SHOWN)

    def to_csv(self, path: Path | str | None = None) -> str:
        """Return the rows as CSV, with a header, and write them to a file if one is named. Raises UnwritableTarget.

        Several values of a cell are joined by a semicolon. The values are exact: a spreadsheet may take a text that
        begins with `=` for a formula.
        """
        text = render(self.table, "csv")
        if path is not None:
            from mhgraph.files import write_atomic

            write_atomic(Path(path), text.encode())
        return text

    def to_pandas(self) -> pandas.DataFrame:
        """Return the rows as a data frame of pandas, with a type for each column. Raises MissingLibrary."""
        from mhgraph.api.frames import to_pandas

        return to_pandas(self.columns, self.rows, self._days, self.table.many)

    def to_polars(self) -> polars.DataFrame:
        """Return the rows as a data frame of Polars, with a type for each column. Raises MissingLibrary."""
        from mhgraph.api.frames import to_polars

        return to_polars(self.columns, self.rows, self._days, self.table.many)

    def bars(self, column: str, *, title: str = "", most: int = 20) -> Chart:
        """Return a bar chart: how many rows have each value of a column, the most frequent first.

        Raises InvalidValue for a column that there is not, MissingLibrary without matplotlib.
        """
        from mhgraph.api.charts import chart_bars

        return chart_bars(self, column, title, most)

    def timeline(self, column: str = "date", *, label: str | None = None, title: str = "") -> Chart:
        """Return the dated rows as a timeline: each a line from its first to its last day, the earliest first.

        `column` is one of dates; `label` says what a row is called, the first column without it. Raises InvalidValue
        for a column that there is not, MissingLibrary without matplotlib.
        """
        from mhgraph.api.charts import chart_timeline

        return chart_timeline(self, column, label, title)

    def matrix(self, rows: str, columns: str, *, count: str | None = None, title: str = "") -> Chart:
        """Return a table of two columns against each other as a chart: the darker, the more rows have both values.

        With `count`, the numbers of that column are added instead. Raises InvalidValue for a column that there is not,
        MissingLibrary without matplotlib.
        """
        from mhgraph.api.charts import chart_matrix

        return chart_matrix(self, rows, columns, count, title)

    def names(self, column: str) -> list[list[str]]:
        """Return the values of a column of each row, as people read them: the names of things, the dates as known.

        Raises:
            InvalidValue: there is no such column.
        """
        named = f"{column}_label" if f"{column}_label" in self.columns else column
        if named not in self.columns:
            raise InvalidValue("column", column, "one of " + ", ".join(self.columns))
        place = self.columns.index(named)
        return [[value.shown for value in row[place]] for row in self.table.rows]

    def _sum_up(self) -> str:
        """Return how many rows there are, what no rows mean, and what the values were taken for."""
        count = len(self.shown.rows)
        shown = f"the first {MOST_SHOWN} of {count} rows" if count > MOST_SHOWN else f"{count} rows"
        taken = [f"{name}: {thing.name} ({thing.short})" for name, found in self.taken.items() for thing in found]
        parts = [self.note if not count else "1 row" if count == 1 else shown, *taken]
        return "; ".join(parts)


def _read_days(value: Any) -> Any:
    if isinstance(value, list):
        return [date.fromisoformat(text) for text in value]
    return None if value is None else date.fromisoformat(value)
