"""SHACL: the shapes as engines take them, the engines, and their results. No other package knows rdflib's shapes."""

from mhgraph.checks.shacl.engines import ENGINES, Engine, EngineMaker, find_engine
from mhgraph.checks.shacl.fast import EngineNotInstalled, FastEngine
from mhgraph.checks.shacl.guarded import open_engine
from mhgraph.checks.shacl.reference import ReferenceEngine
from mhgraph.checks.shacl.results import ShapeResult
from mhgraph.checks.shacl.shapes import InvalidShape, ParsedShapes, parse_shapes

__all__ = [
    "ENGINES",
    "Engine",
    "EngineMaker",
    "EngineNotInstalled",
    "FastEngine",
    "InvalidShape",
    "ParsedShapes",
    "ReferenceEngine",
    "ShapeResult",
    "find_engine",
    "open_engine",
    "parse_shapes",
]
