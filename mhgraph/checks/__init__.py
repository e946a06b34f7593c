"""Validation: the shapes over the flat view, the integrity of files and graphs, and reports of what they found."""

from mhgraph.checks.finding import Finding, Severity
from mhgraph.checks.shacl import ENGINES, EngineMaker, InvalidShape, find_engine
from mhgraph.checks.validate import validate_graph, validate_project

__all__ = [
    "ENGINES",
    "EngineMaker",
    "Finding",
    "InvalidShape",
    "Severity",
    "find_engine",
    "validate_graph",
    "validate_project",
]
