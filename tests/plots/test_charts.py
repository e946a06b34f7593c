"""Timelines and matrices, and what all charts share: nothing is cut off, text is text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from mhgraph.plots import Bars, Chart, Matrix, Span, Timeline, draw_bars, draw_matrix, draw_timeline

LONG = "Provide access to basic services for migrants, whatever their status, $as$ <b>laid down</b> in the Compact " * 2
TODAY = date(2031, 6, 1)


def draw_all(count: int) -> list[Chart]:
    """Return a chart of each kind, with so many rows, every second with a long label."""
    labels = [LONG if number % 2 else f"row {number}" for number in range(count)]
    spans = [
        Span(label, date(2000 + number, 1, 1), date(2000 + number, 12, 31), ("one", LONG)[number % 2])
        for number, label in enumerate(labels)
    ]
    return [
        draw_bars(Bars(LONG, LONG, ("known", LONG), [(label, [1, 2]) for label in labels])),
        draw_timeline(Timeline(LONG, LONG, spans, ("one", LONG))),
        draw_matrix(Matrix(LONG, LONG, ["events", LONG], [(label, [0, 3]) for label in labels])),
    ]


def lay_out(chart: Chart) -> None:
    """Give all parts of a chart their places, and the size in which it is saved."""
    chart.figure.set_dpi(150)
    chart._repr_png_()


@pytest.mark.slow
@pytest.mark.parametrize("count", [0, 1, 8, 40])
def test_no_text_is_cut_off(count: int) -> None:
    for chart in draw_all(count):
        lay_out(chart)
        drawn = chart.figure.get_tightbbox()  # in inches, as the size of the figure
        width, height = chart.figure.get_size_inches()
        assert 0 <= drawn.x0 < drawn.x1 <= width
        assert 0 <= drawn.y0 < drawn.y1 <= height


def test_labels_of_rows_do_not_meet() -> None:
    chart = draw_all(8)[0]
    lay_out(chart)
    boxes = [label.get_window_extent() for label in chart.figure.get_axes()[0].get_yticklabels()]
    assert all(above.y0 >= below.y1 for above, below in pairwise(boxes))


def test_headings_of_columns_do_not_meet() -> None:
    chart = draw_matrix(Matrix("Kinds", "", ["Recommendation", "Reported figure", LONG] * 3, [(LONG, [1] * 9)] * 2))
    lay_out(chart)
    boxes = [tick.label2.get_window_extent() for tick in chart.figure.get_axes()[0].xaxis.get_major_ticks()]
    assert all(left.x1 < right.x0 for left, right in pairwise(boxes))


def test_a_notebook_shows_a_picture() -> None:
    shown = draw_timeline(Timeline("A day", "", [Span("today", TODAY, TODAY)]))._repr_png_()
    assert shown.startswith(b"\x89PNG")


def test_a_day_is_seen_among_years() -> None:
    spans = [Span("long ago", date(1851, 7, 23), date(1852, 1, 19)), Span("today", TODAY, TODAY)]
    axes = draw_timeline(Timeline("Two meetings", "", spans)).figure.get_axes()[0]
    assert [round(patch.get_width() / 365) for patch in axes.patches] == [2, 2]


def test_groups_have_colours_and_a_legend() -> None:
    spans = [Span("a", TODAY, TODAY, "stated"), Span("b", TODAY, TODAY, "judged"), Span("c", TODAY, TODAY, "stated")]
    axes = draw_timeline(Timeline("Three", "", spans, ("stated", "indexed", "judged"))).figure.get_axes()[0]
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["stated", "judged"]
    assert len({patch.get_facecolor() for patch in axes.patches}) == 2


def test_a_matrix_says_its_numbers() -> None:
    axes = draw_matrix(
        Matrix("By year", "", ["2018", "2019"], [("events", [3, 0]), ("texts", [1, 2])])
    ).figure.get_axes()[0]
    assert [text.get_text() for text in axes.texts] == ["3", "0", "1", "2"]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2018", "2019"]
