"""The fast engine: pyshacl-turbo, for graphs that take pyshacl minutes. This is its owner module.

It is an optional part (`pip install 'mhgraph[fast]'`). The data goes to it as N-Triples and not as a Store: the library
takes plain literals of a Store for other terms than those of a query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse, serialize

from mhgraph.errors import MhgraphError
from mhgraph.namespaces import XSD
from mhgraph.validation.engine import ShapeResult, read_report
from mhgraph.validation.shapes import InvalidShape

if TYPE_CHECKING:
    import rdflib


class EngineNotInstalled(MhgraphError):
    """An engine was asked for that this installation lacks."""

    def __init__(self, name: str, extra: str) -> None:
        self.name = name
        super().__init__(f"the engine '{name}' is not installed", f"run: pip install 'mhgraph[{extra}]'")


def fast_findings(data: rdflib.Graph | bytes, shapes: rdflib.Graph) -> list[ShapeResult]:
    """Return what pyshacl-turbo finds, sorted; nothing is inferred, imported or fetched, and both graphs stay as they are.

    `data` is a graph, or N-Triples in UTF-8, which is faster: a large graph never becomes Python objects. Raises
    EngineNotInstalled, or InvalidShape for shapes that SHACL does not allow.

    >>> import rdflib
    >>> fast_findings(b"", rdflib.Graph())
    []
    """
    if not len(shapes):
        return []
    try:
        import pyshacl_turbo
        from pyshacl_turbo.rdf import Input
    except ImportError as error:
        raise EngineNotInstalled("turbo", "fast") from error
    import rdflib

    lines = data if isinstance(data, bytes) else _lines(data)
    try:
        _, report, text = pyshacl_turbo.validate(
            Input(_plain(lines).decode(), "nt", None, {}),
            shacl_graph=rdflib.Graph().parse(data=_plain(_lines(shapes)), format="nt"),
            inference="none",
            advanced=False,
            do_owl_imports=False,
        )
    except (ValueError, pyshacl_turbo.ReportableRuntimeError) as error:
        raise InvalidShape(str(error).partition("\n")[0]) from error
    if not isinstance(report, rdflib.Graph):
        raise InvalidShape(str(report or text))
    return read_report(report, shapes)


def _lines(graph: rdflib.Graph) -> bytes:
    return graph.serialize(format="nt", encoding="utf-8")


def _plain(lines: bytes) -> bytes:
    """Return N-Triples in which no literal says that it is a string: the library tells the two forms apart."""
    if f"{XSD}string>".encode() not in lines:
        return lines
    quads = parse(lines, format=RdfFormat.N_TRIPLES, rename_blank_nodes=False)
    return serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""
