"""Which engine runs the shapes: the fast one where there is a build of it, else the reference."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Protocol, TypeAlias

from mhgraph.checks.shacl.fast import FastEngine
from mhgraph.checks.shacl.reference import ReferenceEngine
from mhgraph.checks.shacl.results import ShapeResult
from mhgraph.errors import InvalidValue

if TYPE_CHECKING:
    import rdflib


class Engine(Protocol):
    """Shapes, ready to validate many graphs."""

    def validate(self, data: bytes, *, focus: Collection[str] = ()) -> list[ShapeResult]:
        """Return the results for N-Triples in UTF-8, in a fixed order; with `focus`, those of these nodes (IRIs) only.

        Raises InvalidShape for shapes of no use.
        """
        ...


EngineMaker: TypeAlias = Callable[["rdflib.Graph"], Engine]
"""Makes an engine from shapes as `ParsedShapes.graph` has them.

Raises InvalidShape for shapes that it cannot use, EngineNotInstalled.
"""

ENGINES = ("turbo", "pyshacl")
"""The engines by name, the fast one and the reference."""
_MAKERS: dict[str, EngineMaker] = dict(zip(ENGINES, (FastEngine, ReferenceEngine), strict=True))


def find_engine(name: str | None = None) -> EngineMaker:
    """Return the engine of a name of ENGINES; without one, the fast engine if it is installed, else the reference.

    Raises:
        InvalidValue: no engine has this name.

    >>> find_engine("pyshacl") is ReferenceEngine
    True
    """
    if name is None:
        return FastEngine if _is_installed() else ReferenceEngine
    if name not in _MAKERS:
        raise InvalidValue("engine", name, " or ".join(ENGINES))
    return _MAKERS[name]


def name_engine(make: EngineMaker) -> str | None:
    """Return the name of ENGINES that a maker has here; None for one that is not ours.

    >>> name_engine(find_engine("pyshacl"))
    'pyshacl'
    """
    return next((name for name, maker in _MAKERS.items() if maker is make), None)


def _is_installed() -> bool:
    try:
        import pyshacl_turbo  # noqa: F401 - asked is only whether it can be imported
    except ImportError:
        return False
    return True
