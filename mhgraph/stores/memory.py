"""Oxigraph in this process, in memory."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, Store

from mhgraph.stores.embedded import EmbeddedStore


class MemoryStore(EmbeddedStore):
    """A graph in memory.

    >>> from pyoxigraph import NamedNode
    >>> store = MemoryStore()
    >>> store.load([Quad(NamedNode("http://e/a"), NamedNode("http://e/b"), NamedNode("http://e/c"))])
    >>> store.ask("ASK { ?s ?p ?o }")
    True
    """

    def __init__(self) -> None:
        super().__init__(Store())

    def load(self, quads: Iterable[Quad]) -> None:
        """Add quads."""
        self._engine.bulk_extend(quads)
