"""The fast engine: pyshacl-turbo, for graphs that take pyshacl minutes. This is its owner module.

It is an optional part (`pip install 'mhgraph[fast]'`). The data goes to it as N-Triples and not as a Store: the library
takes the plain literals of a Store for other terms than those of a query.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from pyoxigraph import RdfFormat, parse, serialize

from mhgraph.errors import MhgraphError
from mhgraph.namespaces import XSD
from mhgraph.checks.shacl.reference import ShapeResult, quiet, read_report
from mhgraph.checks.shacl.shapes import InvalidShape

if TYPE_CHECKING:
    import rdflib


class EngineNotInstalled(MhgraphError):
    """An engine was asked for that this installation lacks."""

    def __init__(self, name: str, extra: str) -> None:
        self.name = name
        super().__init__(f"the engine '{name}' is not installed", f"run: pip install 'mhgraph[{extra}]'")


class FastShapes:
    """Shapes, compiled once to validate many graphs."""

    def __init__(self, shapes: rdflib.Graph) -> None:
        """Compile `shapes`, which stay as they are; nothing that they name is fetched.

        Raises EngineNotInstalled, or InvalidShape for shapes that SHACL does not allow.
        """
        try:
            import pyshacl_turbo
        except ImportError as error:
            raise EngineNotInstalled("turbo", "fast") from error
        import rdflib

        library: Any = pyshacl_turbo  # it says that it is typed, and its calls are not
        self._shapes = shapes
        plain = rdflib.Graph().parse(data=_plain(_lines(shapes)), format="nt")
        try:
            self._compiled = library.CompiledShapes(plain)
        except (ValueError, RuntimeError) as error:
            raise InvalidShape(_first_line(error)) from error

    def validate(self, data: rdflib.Graph | bytes, *, focus: Collection[str] = ()) -> list[ShapeResult]:
        """Return what is wrong with `data`, sorted; nothing is inferred, and `data` stays as it is.

        `data` is a graph, or N-Triples in UTF-8, which is faster: a large graph never becomes Python objects. With
        `focus`, only these nodes (IRIs) are looked at. Raises InvalidShape for shapes of which only now is seen that
        they cannot be used.
        """
        from pyshacl_turbo.rdf import Input

        lines = _plain(data if isinstance(data, bytes) else _lines(data))
        with quiet():
            try:
                _, report, _ = self._compiled.validate(
                    Input(lines.decode(), "nt", None, {}), focus_nodes=sorted(focus) or None
                )
            except (ValueError, RuntimeError) as error:
                raise InvalidShape(_first_line(error)) from error
            return read_report(report, self._shapes)


def fast_findings(data: rdflib.Graph | bytes, shapes: rdflib.Graph) -> list[ShapeResult]:
    """Return what pyshacl-turbo finds, sorted: the same as `shacl_findings`, sooner; see `FastShapes` for the rest.

    >>> import rdflib
    >>> fast_findings(b"", rdflib.Graph())
    []
    """
    return FastShapes(shapes).validate(data) if len(shapes) else []


def _lines(graph: rdflib.Graph) -> bytes:
    return graph.serialize(format="nt", encoding="utf-8")


def _plain(lines: bytes) -> bytes:
    """Return N-Triples in which no literal says that it is a string: the library tells the two forms apart."""
    if f"{XSD}string>".encode() not in lines:
        return lines
    quads = parse(lines, format=RdfFormat.N_TRIPLES, rename_blank_nodes=False)
    return serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
