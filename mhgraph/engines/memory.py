"""Oxigraph in this process, for our own queries."""

from __future__ import annotations

from pyoxigraph import QuerySolutions, QueryTriples, Store, Triple

from mhgraph.engines import Solutions
from mhgraph.errors import InvalidQuery


class MemoryEngine:
    """Answers queries over a pyoxigraph Store; facts are in its default graph, and no union is ever made."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def select(self, query: str) -> Solutions:
        """Return the solutions of a SELECT query. Raises InvalidQuery."""
        answer = self._run(query)
        if not isinstance(answer, QuerySolutions):
            raise InvalidQuery("not a SELECT query")
        names = tuple(variable.value for variable in answer.variables)
        return Solutions(names, [tuple(solution[i] for i in range(len(names))) for solution in answer])

    def construct(self, query: str) -> list[Triple]:
        """Return the triples of a CONSTRUCT query. Raises InvalidQuery."""
        answer = self._run(query)
        if not isinstance(answer, QueryTriples):
            raise InvalidQuery("not a CONSTRUCT query")
        return list(answer)

    def _run(self, query: str) -> object:
        try:
            return self.store.query(query)
        except SyntaxError as error:
            raise InvalidQuery(f"the query does not parse: {error.msg}") from error
