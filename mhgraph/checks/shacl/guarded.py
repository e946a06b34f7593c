"""Shapes that are not ours run in a child with limits: a regular expression in them may take for ever."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from mhgraph.checks.shacl.engines import Engine, EngineMaker, name_engine
from mhgraph.checks.shacl.results import ShapeResult, results_from_json
from mhgraph.checks.shacl.shapes import InvalidShape, ParsedShapes
from mhgraph.errors import InvalidQuery
from mhgraph.stores import Limits
from mhgraph.stores.child import Child, Reply

_WORKER = Path(__file__).with_name("worker.py")
LIMITS = {"turbo": Limits(seconds=60.0), "pyshacl": Limits(seconds=300.0)}
"""What an engine may use for one portion: many times what it needs for the largest of those that are shipped."""


@contextmanager
def open_engine(shapes: ParsedShapes, make: EngineMaker) -> Iterator[Engine]:
    """Yield an engine with these shapes: in this process if they are those of the release, else in a guarded child.

    Raises what the maker of the engine raises.
    """
    name = name_engine(make)
    if shapes.is_released or name is None:
        yield make(shapes.graph)
        return
    with Child(_WORKER, name) as child:
        yield GuardedEngine(child, shapes, LIMITS[name])


class GuardedEngine:
    """Shapes to validate many graphs, in a child that runs `worker`."""

    def __init__(self, child: Child, shapes: ParsedShapes, limits: Limits) -> None:
        """Have the shapes compiled. Raises InvalidShape for shapes that the engine refuses, QueryStopped."""
        self._child = child
        self._limits = limits
        self._run({"task": "compile"}, serialize(shapes.triples, format=RdfFormat.N_TRIPLES) or b"")

    def validate(self, data: bytes, *, focus: Collection[str] = ()) -> list[ShapeResult]:
        """Return what the engine of the child returns. Raises InvalidShape; QueryStopped for a limit that was met."""
        return results_from_json(self._run({"task": "validate", "focus": sorted(focus)}, data).data)

    def _run(self, task: dict[str, object], data: bytes) -> Reply:
        try:
            return self._child.run(task, data, limits=self._limits, what="a check of the shapes")
        except InvalidQuery as error:
            raise InvalidShape(error.problem) from error
