"""The child of `guard`: holds a graph, or has a compiled one open, and answers queries about it within limits.

Its argument, if it has one, is the folder of a compiled store. It is opened before anything is asked, for after that
nothing can be.

A script that is run by its path. It uses a few small modules of the package and the engine, and nothing else, so that
it starts fast and holds nothing to lose.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store, serialize

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # this package, and no other copy that is installed

from mhgraph.errors import InvalidQuery
from mhgraph.stores.engine import is_failure, query_engine
from mhgraph.stores.service import Capped, Meter, Refused, Reply, count_open, serve


class Worker:
    """The tasks: `hold` a graph, in place of the one held before; `add` to it; answer a `query` about it.

    A worker with a folder begins with the compiled graph there, if it can be opened, and tells so (`look`).
    """

    def __init__(self, folder: str | None = None) -> None:
        self._store = Store()
        self._is_open = False
        self.spare = 0
        if folder is not None:
            with contextlib.suppress(OSError, RuntimeError):
                self._open(Path(folder))
        self._meter = Meter()

    def _open(self, folder: Path) -> None:
        """Open a compiled graph; `spare` is how many of its files the engine has not opened, and will when it must.

        It opens sixteen at once, and as many make up a graph of some million quads. Raises OSError or RuntimeError.
        """
        before = count_open()
        self._store = Store.read_only(str(folder))
        self._is_open = True
        self.spare = max(0, len(list(folder.glob("*.sst"))) - (count_open() - before))

    def look(self, request: Mapping[str, Any], data: bytes) -> Reply:
        """Return whether the compiled graph is open."""
        return {"is_open": self._is_open}, b""

    def hold(self, request: Mapping[str, Any], data: bytes) -> Reply:
        """Return an empty reply; N-Quads that a store of ours wrote are the graph from now on."""
        self._store, self._is_open = Store(), False
        return self.add(request, data)

    def add(self, request: Mapping[str, Any], data: bytes) -> Reply:
        """Return an empty reply; N-Quads that a store of ours wrote are part of the graph from now on."""
        self._store.load(data, RdfFormat.N_QUADS, lenient=True)  # they were checked when they were read
        return {}, b""

    def query(self, request: Mapping[str, Any], data: bytes) -> Reply:
        """Return the form of the answer (select, ask, graph), and the answer as JSON results or N-Triples.

        The form is "broken" if the compiled graph cannot be read on.

        Raises Capped's TooMuch.

        Raises:
            Refused: the query does not parse.
        """
        output = Capped(request["output"] * 2**20)
        self._meter.start(request)
        try:
            answer, renamed = query_engine(self._store, request["query"])
            if isinstance(answer, QuerySolutions | QueryBoolean):
                form = "ask" if isinstance(answer, QueryBoolean) else "select"
                answer.serialize(output, format=QueryResultsFormat.JSON)
            else:
                form = "graph"
                serialize(answer, output, format=RdfFormat.N_TRIPLES)
            return {"form": form}, _restore_names(output.getvalue(), renamed) if renamed else output.getvalue()
        except (InvalidQuery, OSError, RuntimeError) as error:
            if self._is_open and is_failure(error.__cause__ or error):
                return {"form": "broken"}, b""
            if isinstance(error, InvalidQuery):
                raise Refused(error.problem) from error
            raise Refused(f"the query cannot be answered: {error}") from error  # met while it was computed
        finally:
            self._meter.stop()


def _restore_names(results: bytes, renamed: Mapping[str, str]) -> bytes:
    """Return JSON results with the variables of the query as it was asked."""
    found = json.loads(results)
    if "results" not in found:
        return results
    found["head"]["vars"] = [renamed.get(name, name) for name in found["head"]["vars"]]
    found["results"]["bindings"] = [
        {renamed.get(name, name): term for name, term in row.items()} for row in found["results"]["bindings"]
    ]
    return json.dumps(found, separators=(",", ":")).encode()


def main() -> None:
    """Serve, until the parent has no more to ask."""
    worker = Worker(*sys.argv[2:])
    serve({"look": worker.look, "hold": worker.hold, "add": worker.add, "query": worker.query}, spare=worker.spare)


if __name__ == "__main__":
    main()
