"""Stacked horizontal bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mhgraph.plots.chart import (
    COLOURS,
    HATCHES,
    WIDTH,
    Chart,
    draw_chart,
    label_rows,
    load_matplotlib,
    measure_rows,
    name_series,
)

_ROOM = 1.12
"""How much longer than the longest bar the axis is, so that its number has room."""


@dataclass(frozen=True)
class Bars:
    """What to draw: one bar a row, one stretch of it for each of `series`; `caption` says what is counted, and when."""

    title: str
    caption: str
    series: tuple[str, ...]
    rows: Sequence[tuple[str, Sequence[float]]]


def draw_bars(bars: Bars) -> Chart:
    """Return bars as a chart, from the first row down. Raises MissingLibrary without matplotlib.

    >>> bars = Bars("Events by year", "5 sources", ("events",), [("2018", [3]), ("2019", [1])])
    >>> draw_bars(bars).figure.get_suptitle()
    'Events by year'
    """

    def draw(axes: Any) -> None:
        places = range(len(bars.rows))
        starts = [0.0] * len(bars.rows)
        for number in range(len(bars.series)):
            widths = [float(values[number]) for _, values in bars.rows]
            looks = {"color": COLOURS[number % 5], "hatch": HATCHES[number % 5], "edgecolor": "white"}
            drawn = axes.barh(places, widths, left=starts, **looks)
            starts = [start + width for start, width in zip(starts, widths, strict=True)]
        if len(bars.series) == 1:
            axes.bar_label(drawn, fmt="{:.3g}", padding=3)
        label_rows(axes, [label for label, _ in bars.rows])
        axes.set_xlim(0, max(starts, default=0) * _ROOM or 1)
        if all(start.is_integer() for start in starts):
            axes.xaxis.set_major_locator(load_matplotlib("matplotlib.ticker").MaxNLocator(integer=True))
        name_series(axes, bars.series)

    return draw_chart(bars.title, bars.caption, WIDTH, measure_rows([label for label, _ in bars.rows]), draw)
