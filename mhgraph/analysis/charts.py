"""Pictures of analyses: stacked horizontal bars as SVG or PNG. This module is the owner of matplotlib.

The same numbers give the same bytes with the same matplotlib: no date, a fixed salt for the names in the SVG. Text is
text, never markup of any kind.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mhgraph.errors import InvalidValue
from mhgraph.files import write_atomic
from mhgraph.optional import load_extra
from mhgraph.text.characters import visible

FORMATS = ("svg", "png")
_COLOURS = ("#0072b2", "#e69f00", "#bbbbbb", "#009e73", "#cc79a7")
_HATCHES = ("", "//", "..", "xx", "\\\\")
_SETTINGS = {"svg.hashsalt": "mhgraph", "svg.fonttype": "none", "font.family": "DejaVu Sans", "font.size": 9}
_LABEL = 60


@dataclass(frozen=True)
class Bars:
    """What to draw: one bar a row, one stretch of it for each of `series`; `caption` says what is counted, and when."""

    title: str
    caption: str
    series: tuple[str, ...]
    rows: Sequence[tuple[str, Sequence[float]]]


def check_target(path: Path) -> None:
    """Refuse the name of a picture that cannot be drawn; raises MissingLibrary without matplotlib.

    Raises:
        InvalidValue: The name does not end in .svg or .png.
    """
    if path.suffix.lower().removeprefix(".") not in FORMATS:
        raise InvalidValue("plot", str(path), "a file name that ends in .svg or .png")
    load_extra("matplotlib", wish="a picture", extra="plot")


def draw_bars(bars: Bars, path: Path) -> None:
    """Write bars to a file, from the first row down. Raises what `check_target` raises, or UnwritableTarget."""
    check_target(path)
    matplotlib = load_extra("matplotlib", wish="a picture", extra="plot")
    figures = load_extra("matplotlib.figure", wish="a picture", extra="plot")
    form = path.suffix.lower().removeprefix(".")
    out = io.BytesIO()
    with matplotlib.rc_context(_SETTINGS):
        figure = figures.Figure(figsize=(9, 1.6 + 0.28 * max(1, len(bars.rows))), layout="constrained")
        axes = figure.add_subplot()
        places = range(len(bars.rows))
        starts = [0.0] * len(bars.rows)
        for number, name in enumerate(bars.series):
            widths = [float(values[number]) for _, values in bars.rows]
            looks = {"color": _COLOURS[number % 5], "hatch": _HATCHES[number % 5], "edgecolor": "white"}
            axes.barh(places, widths, left=starts, label=_shorten(name), **looks)
            starts = [start + width for start, width in zip(starts, widths, strict=True)]
        for tick in axes.set_yticks(places, [_shorten(name) for name, _ in bars.rows]):
            tick.label1.set_parse_math(False)
        axes.invert_yaxis()
        axes.set_xlabel(_shorten(bars.caption), parse_math=False)
        axes.set_title(_shorten(bars.title), loc="left", parse_math=False)
        axes.spines[["top", "right"]].set_visible(False)
        if len(bars.series) > 1:
            figure.legend(loc="outside lower left", ncols=len(bars.series), frameon=False)
        metadata = {"Date": None, "Creator": "mhgraph"} if form == "svg" else {"Software": None}
        figure.savefig(out, format=form, metadata=metadata, dpi=150)
    write_atomic(path, out.getvalue())


def _shorten(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LABEL * 3 else shown[: _LABEL * 3 - 1] + "…"
