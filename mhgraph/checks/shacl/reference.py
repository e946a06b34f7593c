"""The reference among the SHACL engines: pyshacl. This is its owner module."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from mhgraph.checks.shacl.results import ShapeResult, read_report, silence_libraries
from mhgraph.checks.shacl.shapes import InvalidShape, to_rdflib
from mhgraph.checks.shacl.sockets import refuse_sockets

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

FOLLOW_IMPORTS = False
"""Whether what shapes import is fetched: never. A test switches it on, to see that it would notice."""


class ReferenceEngine:
    """Shapes to validate many graphs with pyshacl."""

    def __init__(self, shapes: rdflib.Graph) -> None:
        self._shapes = shapes

    def validate(self, data: bytes, *, focus: Collection[str] = ()) -> list[ShapeResult]:
        """Return what is wrong with N-Triples in UTF-8, sorted; nothing is inferred, imported or fetched.

        With `focus`, only what is found at these nodes (IRIs) is returned; all are looked at, for told to look at some,
        pyshacl passes over shapes in sh:node.

        Raises:
            InvalidShape: SHACL does not allow these shapes.
        """
        import pyshacl
        import rdflib

        from mhgraph.checks.shacl.prepared import PreparedGraph

        if not len(self._shapes):
            return []
        quads = parse(data, format=RdfFormat.N_TRIPLES, rename_blank_nodes=False)
        with silence_libraries(), refuse_sockets():
            graph = _make_graph(to_rdflib(quad.triple for quad in quads))
            try:
                _, report, text = pyshacl.validate(
                    PreparedGraph(graph),
                    shacl_graph=_make_graph(self._shapes),  # a copy, for pyshacl writes into the one it gets
                    inference="none",
                    advanced=False,
                    do_owl_imports=FOLLOW_IMPORTS,
                )
            except (
                Exception
            ) as error:  # pyshacl and rdflib raise plain Exceptions and those of pyparsing for bad shapes
                raise InvalidShape(str(getattr(error, "message", error))) from error
            if not isinstance(report, rdflib.Graph):
                raise InvalidShape(str(getattr(report, "message", text)))
            found = read_report(report, self._shapes)
            return [result for result in found if result.focus in focus] if focus else found


def _make_graph(triples: Iterable[tuple[Node, Node, Node]]) -> rdflib.Graph:
    import rdflib

    graph = rdflib.Graph()
    for triple in triples:
        graph.add(triple)
    return graph
