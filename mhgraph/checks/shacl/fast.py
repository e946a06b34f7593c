"""The fast SHACL engine: pyshacl-turbo. This is its owner module.

The data goes to it as N-Triples and not as a store: the library takes the plain literals of a store for other terms
than those of a query.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from pyoxigraph import RdfFormat, parse, serialize

from mhgraph.checks.shacl.results import ShapeResult, read_report, silence_libraries
from mhgraph.checks.shacl.shapes import InvalidShape
from mhgraph.checks.shacl.sockets import refuse_sockets
from mhgraph.errors import MhgraphError
from mhgraph.namespaces import XSD

if TYPE_CHECKING:
    import rdflib


class EngineNotInstalled(MhgraphError):
    """An engine was asked for that this installation lacks."""

    def __init__(self, name: str, library: str) -> None:
        self.name = name
        self.library = library
        super().__init__(f"the engine '{name}' is not installed", f"run: pip install {library}")


class FastEngine:
    """Shapes, compiled once to validate many graphs."""

    def __init__(self, shapes: rdflib.Graph) -> None:
        """Compile `shapes`, which stay as they are; nothing that they name is fetched.

        Raises:
            EngineNotInstalled: this machine has no pyshacl-turbo.
            InvalidShape: SHACL does not allow these shapes.
        """
        try:
            import pyshacl_turbo
        except ImportError as error:
            raise EngineNotInstalled("turbo", "pyshacl-turbo") from error
        library: Any = pyshacl_turbo  # it says that it is typed, and its calls are not
        self._shapes = shapes
        try:
            self._compiled = library.CompiledShapes(shapes)
        except (ValueError, RuntimeError) as error:
            raise InvalidShape(_first_line(error)) from error

    def validate(self, data: bytes, *, focus: Collection[str] = ()) -> list[ShapeResult]:
        """Return what is wrong with N-Triples in UTF-8, sorted; nothing is inferred.

        With `focus`, only these nodes (IRIs) are looked at.

        Raises:
            InvalidShape: only now is seen that the shapes cannot be used.
        """
        from pyshacl_turbo.rdf import Input

        lines = _drop_string_datatypes(data).decode()
        with silence_libraries(), refuse_sockets():
            try:
                _, report, _ = self._compiled.validate(Input(lines, "nt", None, {}), focus_nodes=sorted(focus) or None)
            except (ValueError, RuntimeError) as error:
                raise InvalidShape(_first_line(error)) from error
            return read_report(report, self._shapes)


def _drop_string_datatypes(lines: bytes) -> bytes:
    """Return N-Triples in which no literal says that it is a string: the library tells the two forms apart."""
    if f"{XSD}string>".encode() not in lines:
        return lines
    quads = parse(lines, format=RdfFormat.N_TRIPLES, rename_blank_nodes=False)
    return serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
