"""The one place where the text of a query reaches the engine, here and in the guarded child.

The engine follows SERVICE. So no text gets to it in which the keyword still is one (`rdf.sparql.break_service`); no
reading of the text has to be right for that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from mhgraph.errors import InvalidQuery
from mhgraph.rdf.sparql import break_service
from mhgraph.rdf.sparql_errors import explain_engine_error

EngineAnswer: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples


def query_engine(store: Store, query: str) -> tuple[EngineAnswer, Mapping[str, str]]:
    """Return the engine's answer to a query, and the names in it that stand for others (new name: name in the query).

    Raises:
        InvalidQuery: the query does not parse, calls what the engine does not have, or asks another endpoint.

    >>> bool(query_engine(Store(), "ASK { ?s ?p 'service' }")[0])
    False
    """
    broken = break_service(query)
    try:
        return store.query(broken.text), broken.renamed
    except (SyntaxError, RuntimeError) as error:
        raise InvalidQuery(explain_engine_error(query, error)) from error


def is_failure(error: BaseException | None) -> bool:
    """Return whether an error of the engine says that what it keeps on disk cannot be read, and nothing of the query.

    >>> is_failure(RuntimeError("Corruption: block checksum mismatch"))
    True
    """
    return isinstance(error, OSError) or str(error).startswith(("Corruption", "IO error"))
