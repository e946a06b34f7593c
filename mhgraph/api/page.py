"""The interactive page in a notebook."""

from __future__ import annotations

from html import escape
from pathlib import Path

from mhgraph.explorer.page import write_page
from mhgraph.files import write_atomic
from mhgraph.graph import BaseGraph
from mhgraph.namespaces import to_curie

_HEIGHT = 640
_FRAME = (
    '<iframe title="mhgraph" width="100%" height="{}" style="border:0" '
    'sandbox="allow-scripts allow-popups allow-downloads" srcdoc="{}"></iframe>'
)
"""A frame that holds the whole page, which may reach nothing around it. (As an address, `data:…`, a page of more than
two megabytes is not shown by Chromium.)"""


class Page:
    """The page: a notebook shows it in a frame, `save` writes it. `start` is where it opens."""

    def __init__(self, data: bytes, start: str = "") -> None:
        self.data = data
        self.start = start

    def __repr__(self) -> str:
        where = f" at {self.start}" if self.start else ""
        return f'<the page of the graph{where}; it shows in a notebook, save("page.html") writes it>'

    def _repr_html_(self) -> str:
        return _FRAME.format(_HEIGHT, escape(self.data.decode()))

    def save(self, path: Path | str) -> None:
        """Write the page to a file, which opens in any browser. Raises UnwritableTarget."""
        write_atomic(Path(path), self.data)


def make_page(graph: BaseGraph, focus: str | None, language: str) -> Page:
    """Return the page of a graph, opened at a thing. Raises UnknownName, AmbiguousName or InvalidValue."""
    start = "" if focus is None else graph.resolve(focus).value
    return Page(write_page(graph, language=language, focus=start), to_curie(start) if start else "")
