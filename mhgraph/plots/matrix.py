"""Matrices: numbers by two things at once, the darker the more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mhgraph.plots.chart import LINE, Chart, draw_chart, label_rows, measure_rows, wrap

_COLUMN = 1.15
"""How wide a column is, in inches."""
_FEWEST = 4
"""For how many columns there is room at least, so that the title has some."""
_HEADING = 14
_HEADING_LINES = 4
_ROW_LABELS = 3.7
"""How wide the labels of rows are, in inches."""
_DARK = 0.55
"""From which share of the greatest number on the text in a cell is white."""


@dataclass(frozen=True)
class Matrix:
    """What to draw: a number for each row and column; `caption` says what is counted, and when."""

    title: str
    caption: str
    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[float]]]


def draw_matrix(matrix: Matrix) -> Chart:
    """Return a matrix as a chart. Raises MissingLibrary without matplotlib.

    >>> draw_matrix(Matrix("Objectives", "", ["events"], [("Objective 15", [3])])).figure.get_suptitle()
    'Objectives'
    """
    headings = [wrap(name, _HEADING, _HEADING_LINES) for name in matrix.columns]
    numbers = [list(values) for _, values in matrix.rows]
    greatest = max((number for values in numbers for number in values), default=0) or 1

    def draw(axes: Any) -> None:
        if numbers and headings:
            axes.imshow(numbers, cmap="Blues", vmin=0, vmax=greatest, aspect="auto")
        for place, values in enumerate(numbers):
            for column, number in enumerate(values):
                colour = "white" if number > greatest * _DARK else "black" if number else "#999999"
                axes.text(column, place, f"{number:g}", ha="center", va="center", color=colour)
        for tick in axes.set_xticks(range(len(headings)), headings):
            tick.label2.set(parse_math=False, fontsize=8.5)
        axes.tick_params(axis="x", top=False, bottom=False, labeltop=True, labelbottom=False)
        label_rows(axes, [label for label, _ in matrix.rows])
        axes.spines[["left", "bottom"]].set_visible(False)

    lines = max((name.count("\n") for name in headings), default=0)
    height = measure_rows([label for label, _ in matrix.rows]) + lines * LINE
    return draw_chart(matrix.title, matrix.caption, _ROW_LABELS + _COLUMN * max(_FEWEST, len(headings)), height, draw)
