"""Tables in Markdown, in which the text of a cell stays text."""

from __future__ import annotations

import re

from mhgraph.tables.table import Table, shown_rows


def render_markdown(table: Table) -> str:
    """Return a table in Markdown (with the pipes of GitHub and others), every mark in a cell escaped."""
    rows = [[re.sub(r"([\\`*_{}\[\]<>|#~])", r"\\\1", text) for text in row] for row in shown_rows(table)]
    return "".join(_line(cells) for cells in (list(table.columns), ["---"] * len(table.columns), *rows))


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
