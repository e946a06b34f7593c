"""Validation: the shapes over the flat view, the integrity of files and graphs, and reports of what they found."""

from mhgraph.checks.shacl.reference import Engine, ShapeResult, shacl_findings
from mhgraph.checks.validate import ENGINES, ShapeFinding, find_engine, validate_graph, validate_project
from mhgraph.checks.shacl.shapes import InvalidShape, load_shapes

__all__ = [
    "ENGINES",
    "Engine",
    "InvalidShape",
    "ShapeFinding",
    "ShapeResult",
    "find_engine",
    "load_shapes",
    "shacl_findings",
    "validate_graph",
    "validate_project",
]
