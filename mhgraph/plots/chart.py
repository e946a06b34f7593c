"""A chart: a figure that a notebook shows and that is saved as SVG or PNG, and what all kinds of charts share."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from mhgraph.errors import InvalidValue
from mhgraph.files import write_atomic
from mhgraph.optional import load_extra
from mhgraph.text.characters import visible

FORMATS = ("svg", "png")
COLOURS = ("#0072b2", "#e69f00", "#bbbbbb", "#009e73", "#cc79a7")
HATCHES = ("", "//", "..", "xx", "\\\\")
WIDTH = 9.0
"""How wide a chart is, in inches."""
_DPI = 150
_SETTINGS = {"svg.hashsalt": "mhgraph", "svg.fonttype": "none", "font.family": "DejaVu Sans", "font.size": 9}
LINE = 0.165
"""How high a line of text is, in inches."""
_LABEL = 48
_LABEL_LINES = 3
_MANY_ROWS = 12
"""Of more rows, labels have two lines at most."""
_TITLE = 9.5
_CAPTION = 13.0
"""How many characters of title and caption an inch holds."""
_TITLE_LINES = 4
_SERIES = 26


class Chart:
    """A picture. A notebook shows it; `save` writes it; `figure` is the figure of matplotlib, to change it further.

    >>> from mhgraph.plots import Bars, draw_bars
    >>> chart = draw_bars(Bars("Events by year", "", ("events",), [("2018", [3])]))
    >>> chart.figure.get_axes()[0].get_yticklabels()[0].get_text()
    '2018'
    """

    def __init__(self, figure: Any) -> None:
        self.figure = figure

    def save(self, path: Path | str) -> None:
        """Write the chart to a file, as its name ends: .svg or .png. Raises InvalidValue or UnwritableTarget."""
        target = Path(path)
        check_target(target)
        write_atomic(target, self._render(target.suffix.lower().removeprefix(".")))

    def _repr_png_(self) -> bytes:
        return self._render("png")

    def _render(self, form: str) -> bytes:
        matplotlib = load_matplotlib()
        out = io.BytesIO()
        metadata = {"Date": None, "Creator": "mhgraph"} if form == "svg" else {"Software": None}
        with matplotlib.rc_context(_SETTINGS):
            self.figure.savefig(out, format=form, metadata=metadata, dpi=_DPI)
        return out.getvalue()


def check_target(path: Path) -> None:
    """Refuse the name of a picture that cannot be drawn; raises MissingLibrary without matplotlib.

    Raises:
        InvalidValue: The name does not end in .svg or .png.
    """
    if path.suffix.lower().removeprefix(".") not in FORMATS:
        raise InvalidValue("plot", str(path), "a file name that ends in .svg or .png")
    load_matplotlib()


def load_matplotlib(module: str = "matplotlib") -> Any:
    """Return matplotlib, or a module of it. Raises MissingLibrary."""
    return load_extra(module, wish="a picture", extra="plots")


def draw_chart(title: str, caption: str, width: float, height: float, draw: Callable[[Any], None]) -> Chart:
    """Return a chart that `draw` paints on the axes it is given; title and caption are added around it.

    `width` and `height`, in inches, are those of what is between title and caption.
    """
    matplotlib = load_matplotlib()
    with matplotlib.rc_context(_SETTINGS):
        above = wrap(title, int(width * _TITLE), _TITLE_LINES)
        below = wrap(caption, int(width * _CAPTION), _TITLE_LINES)
        lines = above.count("\n") + below.count("\n") + 2
        size = (width, height + 1.1 + lines * LINE)
        figure = load_matplotlib("matplotlib.figure").Figure(figsize=size, layout="constrained")
        axes = figure.add_subplot()
        draw(axes)
        figure.get_layout_engine().set(w_pad=0.1, h_pad=0.08)
        axes.spines[["top", "right"]].set_visible(False)
        if above:
            figure.suptitle(above, x=0.01, ha="left", fontsize=10.5, fontweight="bold", parse_math=False)
        if below:
            figure.supxlabel(below, x=0.01, ha="left", fontsize=8, color="#555555", parse_math=False)
    return Chart(figure)


def label_rows(axes: Any, labels: Sequence[str]) -> None:
    """Write the labels of rows beside them, the first row at the top."""
    for tick in axes.set_yticks(range(len(labels)), _wrap_labels(labels)):
        tick.label1.set_parse_math(False)
    axes.set_ylim(max(1, len(labels)) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)


def measure_rows(labels: Sequence[str]) -> float:
    """Return how high rows with these labels are together, in inches."""
    lines = max((label.count("\n") + 1 for label in _wrap_labels(labels)), default=1)
    return max(1, len(labels)) * (0.12 + lines * LINE)


def name_series(axes: Any, names: Sequence[str]) -> None:
    """Say above the rows what their colours mean, if there are several."""
    if len(names) > 1:
        shown = [wrap(name, _SERIES, 2) for name in names]
        legend = axes.legend(shown, loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False)
        for text in legend.get_texts():
            text.set_parse_math(False)


def _wrap_labels(labels: Sequence[str]) -> list[str]:
    lines = _LABEL_LINES if len(labels) <= _MANY_ROWS else _LABEL_LINES - 1
    return [wrap(label, _LABEL, lines) for label in labels]


def wrap(text: str, width: int, most_lines: int) -> str:
    r"""Return a text in lines of at most so many characters, cut at the end if it takes more lines.

    >>> wrap("Provide access to basic services for migrants", 16, 2)
    'Provide access\nto basic …'
    """
    return "\n".join(
        textwrap.wrap(visible(text), width, max_lines=most_lines, placeholder=" …", break_on_hyphens=False)
    )
