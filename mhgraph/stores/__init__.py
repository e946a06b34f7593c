"""Where a graph is kept and asked. Above this package nobody knows which engine answers.

Facts are in the default graph, each once; evidence is in named graphs. No union of graphs is ever made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple, Protocol

from pyoxigraph import Quad, Triple

from mhgraph.rdf.terms import Term


class Solutions(NamedTuple):
    """The answer to a SELECT: variable names without `?`, and one tuple a row, None where a variable is unbound."""

    variables: tuple[str, ...]
    rows: list[tuple[Term | None, ...]]


class Limits(NamedTuple):
    """What a task that is not ours may use: seconds of wall clock, MiB of memory beyond the data, MiB of output."""

    seconds: float = 30.0
    memory: int = 2048
    output: int = 64


class Store(Protocol):
    """What every home of a graph offers. Terms are those of pyoxigraph."""

    def select(self, query: str) -> Solutions:
        """Return the solutions of a SELECT query. Raises InvalidQuery."""
        ...

    def construct(self, query: str) -> Iterable[Triple]:
        """Return the triples of a CONSTRUCT query. Raises InvalidQuery."""
        ...

    def ask(self, query: str) -> bool:
        """Return the answer to an ASK query. Raises InvalidQuery."""
        ...

    def load(self, quads: Iterable[Quad]) -> None:
        """Add quads; nothing is removed or updated."""
        ...

    def dump(self, graphs: Collection[str] | None = None) -> Iterable[Quad]:
        """Return the quads of the graphs with these IRIs, or of all, in no fixed order.

        "" is the default graph; a graph that does not exist has no quads.
        """
        ...
