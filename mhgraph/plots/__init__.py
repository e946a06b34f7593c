"""Pictures: bars, timelines and matrices, readable with long labels. This package is the owner of matplotlib.

The same numbers give the same bytes with the same matplotlib: no date, a fixed salt for the names in the SVG. Text is
text, never markup of any kind.
"""

from mhgraph.plots.bars import Bars, draw_bars
from mhgraph.plots.chart import Chart, check_target
from mhgraph.plots.matrix import Matrix, draw_matrix
from mhgraph.plots.timeline import Span, Timeline, draw_timeline

__all__ = [
    "Bars",
    "Chart",
    "Matrix",
    "Span",
    "Timeline",
    "check_target",
    "draw_bars",
    "draw_matrix",
    "draw_timeline",
]
