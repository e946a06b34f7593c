"""Oxigraph on disk, only read: what loading once yielded, opened in no time however large it is.

Who writes one is not known here: a folder that is written by half opens as an empty graph without an error, so that it
must come into its place as a whole (`files.make_folder`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pyoxigraph import Quad, Store, Triple

from mhgraph.errors import InvalidQuery
from mhgraph.stores import Solutions
from mhgraph.stores.embedded import EmbeddedStore
from mhgraph.stores.engine import is_failure

Answer = TypeVar("Answer")


def compile_store(quads: Iterable[Quad], folder: Path, *, merge: bool = True) -> int:
    """Write a graph into a new folder, for a CompiledStore. Raises OSError or RuntimeError, as the engine does.

    With `merge`, it is written into as few files as can be.

    Returns:
        How many quads it holds.
    """
    engine = Store(str(folder))
    engine.bulk_extend(quads)
    engine.flush()
    if merge:
        engine.optimize()
    return len(engine)


class CompiledStore:
    """A graph on disk. Where the engine cannot read on, `renew` gives another store, which answers from then on.

    Raises OSError or RuntimeError, as the engine does, if it cannot be opened.
    """

    def __init__(self, folder: Path, renew: Callable[[], EmbeddedStore]) -> None:
        self._store = EmbeddedStore(Store.read_only(str(folder)))
        self._folder: Path | None = folder
        self._renew = renew

    @property
    def folder(self) -> Path | None:
        """The folder that it reads; None once it could not be read any more."""
        return self._folder

    def select(self, query: str) -> Solutions:
        """Return the solutions of a SELECT query. Raises InvalidQuery."""
        return self._answer(lambda store: store.select(query))

    def construct(self, query: str) -> list[Triple]:
        """Return the triples of a CONSTRUCT query. Raises InvalidQuery."""
        return self._answer(lambda store: store.construct(query))

    def ask(self, query: str) -> bool:
        """Return the answer to an ASK query. Raises InvalidQuery."""
        return self._answer(lambda store: store.ask(query))

    def load(self, quads: Iterable[Quad]) -> None:
        """Refuse to add: what is compiled is a function of the files.

        Raises:
            TypeError: always.
        """
        raise TypeError("a compiled graph is only read")

    def dump(self, graphs: Collection[str] | None = None) -> Iterator[Quad]:
        """Yield the quads of the graphs with these IRIs, or of all, in no fixed order.

        Read to the end before the first is given, lest half of them come from a store that cannot be read on.
        """
        yield from self._answer(lambda store: list(store.dump(graphs)))

    def renew(self) -> None:
        """Give up the folder: the other store answers from now on."""
        if self._folder is not None:
            self._folder = None
            self._store = self._renew()

    def _answer(self, ask: Callable[[EmbeddedStore], Answer]) -> Answer:
        if self._folder is None:
            return ask(self._store)
        try:
            return ask(self._store)
        except (OSError, RuntimeError) as error:
            if not is_failure(error):
                raise
        except InvalidQuery as error:
            if not is_failure(error.__cause__):
                raise
        self.renew()
        return ask(self._store)
