"""Timelines: what happened when, each thing a line from its first to its last possible day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from mhgraph.plots.chart import (
    COLOURS,
    WIDTH,
    Chart,
    draw_chart,
    label_rows,
    load_matplotlib,
    measure_rows,
    name_series,
)

_SHORT = 0.012
"""How long a line is at least, as a share of the whole time."""


class Span(NamedTuple):
    """Something with a first and a last day; `group` decides on the colour."""

    label: str
    first: date
    last: date
    group: str = ""


@dataclass(frozen=True)
class Timeline:
    """What to draw, from the top down; `caption` says on what it rests.

    `groups` are those that have a colour of their own, in the order of the colours; those of no span are not named.
    """

    title: str
    caption: str
    spans: Sequence[Span]
    groups: Sequence[str] = ("",)


def draw_timeline(timeline: Timeline) -> Chart:
    """Return a timeline as a chart. Raises MissingLibrary without matplotlib.

    >>> span = Span("Adoption of the Compact", date(2018, 12, 10), date(2018, 12, 11))
    >>> draw_timeline(Timeline("Steps of the Compact", "", [span])).figure.get_suptitle()
    'Steps of the Compact'
    """
    spans = timeline.spans
    groups = [
        (number, group) for number, group in enumerate(timeline.groups) if group in {span.group for span in spans}
    ]

    def draw(axes: Any) -> None:
        dates = load_matplotlib("matplotlib.dates")
        firsts, lasts = ([dates.date2num(span[place]) for span in spans] for place in (1, 2))
        least = (max(lasts, default=1) - min(firsts, default=0) or 365) * _SHORT
        for number, group in groups:
            places = [place for place, span in enumerate(spans) if span.group == group]
            widths = [max(lasts[place] - firsts[place], least) for place in places]
            starts = [(firsts[place] + lasts[place] - width) / 2 for place, width in zip(places, widths, strict=True)]
            looks = {"color": COLOURS[number % 5], "height": 0.5}
            axes.barh(places, widths, left=starts, **looks)
        label_rows(axes, [span.label for span in spans])
        axes.margins(x=0.03)
        locator = dates.AutoDateLocator(minticks=3, maxticks=10)
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
        axes.grid(axis="both", color="#dddddd", linewidth=0.6)
        axes.set_axisbelow(True)
        name_series(axes, [group for _, group in groups])

    return draw_chart(timeline.title, timeline.caption, WIDTH, measure_rows([span.label for span in spans]), draw)
