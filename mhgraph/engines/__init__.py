"""Where queries are answered. `memory` is Oxigraph in this process; `guard` runs queries of strangers in another."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from mhgraph.rdf import Term


class Solutions(NamedTuple):
    """The answer to a SELECT: variable names without `?`, and one tuple a row, None where a variable is unbound."""

    variables: tuple[str, ...]
    rows: list[tuple[Term | None, ...]]


class Engine(Protocol):
    """What a place that answers SELECT queries must offer."""

    def select(self, query: str) -> Solutions:
        """Return the solutions of a SELECT query. Raises InvalidQuery."""
        ...
