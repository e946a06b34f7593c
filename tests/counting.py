"""A store that counts how often it is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pyoxigraph import Quad, Triple

from mhgraph.stores import Solutions, Store


class CountingStore:
    """Passes everything on to another store, and counts the questions."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.calls = 0

    def select(self, query: str) -> Solutions:
        self.calls += 1
        return self._store.select(query)

    def construct(self, query: str) -> Iterable[Triple]:
        self.calls += 1
        return self._store.construct(query)

    def ask(self, query: str) -> bool:
        self.calls += 1
        return self._store.ask(query)

    def load(self, quads: Iterable[Quad]) -> None:
        self._store.load(quads)

    def dump(self, graphs: Collection[str] | None = None) -> Iterable[Quad]:
        self.calls += 1
        return self._store.dump(graphs)
