"""The child of `guarded`: validates graphs with an engine, within limits.

A script that is run by its path, with the name of the engine. The engine does a little of everything before the limits
begin, since libraries load parts of themselves when they first need them, and later no file can be opened.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, Triple, parse

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))  # this package, and no other copy that is installed

from mhgraph.checks.shacl.engines import Engine, find_engine
from mhgraph.checks.shacl.results import results_to_json
from mhgraph.checks.shacl.shapes import InvalidShape, make_graph
from mhgraph.stores.service import Meter, Refused, Reply, TooMuch, serve

_WARM_UP = b"""@prefix sh: <http://www.w3.org/ns/shacl#> .
<urn:shape> a sh:NodeShape ; sh:targetClass <urn:class> ;
  sh:property [ sh:path [ sh:inversePath <urn:path> ] ; sh:pattern "^a" ; sh:minCount 1 ] ;
  sh:sparql [ sh:message "No." ; sh:select "SELECT $this { $this a ?class FILTER(REGEX(STR(?class), 'a')) }" ] .
<urn:thing> a <urn:class> ; <urn:date> "2018-12-10"^^<http://www.w3.org/2001/XMLSchema#date> .
"""


class Worker:
    """The tasks: `compile` shapes, `validate` a graph with them."""

    def __init__(self, name: str) -> None:
        self._make = find_engine(name)
        self._engine: Engine | None = None
        self._meter = Meter()
        warm_up = [quad.triple for quad in parse(_WARM_UP, format=RdfFormat.TURTLE)]
        lines = "".join(f"{triple} .\n" for triple in warm_up)
        self._make(make_graph(warm_up)).validate(lines.encode())

    def compile(self, request: Mapping[str, Any], data: bytes) -> Reply:
        """Return an empty reply; N-Triples are the shapes from now on.

        Raises:
            Refused: the engine cannot use the shapes.
        """
        shapes: list[Triple] = [
            quad.triple for quad in parse(data, format=RdfFormat.N_TRIPLES, rename_blank_nodes=False, lenient=True)
        ]
        self._meter.start(request)
        try:
            self._engine = self._make(make_graph(shapes))
        except InvalidShape as error:
            raise Refused(error.reason) from error
        return {}, b""

    def validate(self, request: Mapping[str, Any], data: bytes) -> Reply:
        """Return the results for N-Triples, of the focus nodes that the request names.

        Raises:
            Refused: only now is seen that the shapes cannot be used.
            TooMuch: the results are larger than allowed.
        """
        assert self._engine is not None  # the parent compiles first
        self._meter.start(request)
        try:
            results = results_to_json(self._engine.validate(data, focus=request["focus"]))
        except InvalidShape as error:
            raise Refused(error.reason) from error
        if len(results) > request["output"] * 2**20:
            raise TooMuch
        return {}, results


def main() -> None:
    """Serve, until the parent has no more to ask."""
    worker = Worker(sys.argv[2])
    serve({"compile": worker.compile, "validate": worker.validate})


if __name__ == "__main__":
    main()
