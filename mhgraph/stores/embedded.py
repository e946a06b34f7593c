"""What the stores share that are Oxigraph in this process, in memory or on disk."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Store, Triple

from mhgraph.errors import InvalidQuery
from mhgraph.stores import Solutions
from mhgraph.stores.engine import query_engine


class EmbeddedStore:
    """A graph that an engine in this process holds."""

    def __init__(self, engine: Store) -> None:
        self._engine = engine

    def select(self, query: str) -> Solutions:
        """Return the solutions of a SELECT query.

        Raises:
            InvalidQuery: it does not parse, or is of another form.
        """
        answer, renamed = query_engine(self._engine, query)
        if not isinstance(answer, QuerySolutions):
            raise InvalidQuery("not a SELECT query")
        names = tuple(renamed.get(variable.value, variable.value) for variable in answer.variables)
        return Solutions(names, [tuple(solution) for solution in answer])

    def construct(self, query: str) -> list[Triple]:
        """Return the triples of a CONSTRUCT query.

        Raises:
            InvalidQuery: it does not parse, or is of another form.
        """
        answer, _ = query_engine(self._engine, query)
        if not isinstance(answer, QueryTriples):
            raise InvalidQuery("not a CONSTRUCT query")
        return list(answer)

    def ask(self, query: str) -> bool:
        """Return the answer to an ASK query.

        Raises:
            InvalidQuery: it does not parse, or is of another form.
        """
        answer, _ = query_engine(self._engine, query)
        if not isinstance(answer, QueryBoolean):
            raise InvalidQuery("not an ASK query")
        return bool(answer)

    def dump(self, graphs: Collection[str] | None = None) -> Iterator[Quad]:
        """Yield the quads of the graphs with these IRIs, or of all, in no fixed order.

        "" is the default graph; a graph that does not exist has no quads.
        """
        if graphs is None:
            yield from self._engine
            return
        for iri in dict.fromkeys(graphs):
            name = NamedNode(iri) if iri else DefaultGraph()
            yield from self._engine.quads_for_pattern(None, None, None, name)
