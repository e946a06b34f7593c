"""mhgraph: a knowledge graph of migration-health governance, in which every statement points to its paragraph.

Start here: `mhgraph.load()` returns a Graph, which answers questions, finds things by name, and tells what it knows of
them and from which paragraph; `mhgraph.connect(URL)` returns one that lives behind a SPARQL endpoint. What they answer
is a Result: a table in a notebook, rows, a data frame. Nothing heavy is imported before it is used.

>>> import mhgraph
>>> graph = mhgraph.load()
>>> len(graph.query("events-addressing", provision="Objective 15"))
5
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mhgraph.api import Graph, Result, Thing, connect, load
    from mhgraph.checks.finding import Finding
    from mhgraph.errors import (
        AmbiguousName,
        AnswerCut,
        EndpointFailed,
        InvalidQuery,
        InvalidValue,
        MhgraphError,
        ProjectNotFound,
        QueryStopped,
        UnknownName,
        UnknownParameter,
        UnknownQuestion,
    )
    from mhgraph.graph.ledgers import Ledger
    from mhgraph.optional import MissingLibrary

__version__ = "0.1.0"
__all__ = [
    "AmbiguousName",
    "AnswerCut",
    "EndpointFailed",
    "Finding",
    "Graph",
    "InvalidQuery",
    "InvalidValue",
    "Ledger",
    "MhgraphError",
    "MissingLibrary",
    "ProjectNotFound",
    "QueryStopped",
    "Result",
    "Thing",
    "UnknownName",
    "UnknownParameter",
    "UnknownQuestion",
    "__version__",
    "connect",
    "load",
]
_MODULES = {
    "Finding": "mhgraph.checks.finding",
    "Graph": "mhgraph.api",
    "Ledger": "mhgraph.graph.ledgers",
    "MissingLibrary": "mhgraph.optional",
    "Result": "mhgraph.api",
    "Thing": "mhgraph.api",
    "connect": "mhgraph.api",
    "load": "mhgraph.api",
}
"""Where a name is defined; the others are errors."""

if not TYPE_CHECKING:  # so that a misspelt name is an error to type checkers

    def __getattr__(name: str) -> object:
        """Return a public name, imported when it is first asked for.

        Raises:
            AttributeError: there is no such name.
        """
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module 'mhgraph' has no attribute '{name}'")
        return getattr(import_module(_MODULES.get(name, "mhgraph.errors")), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
