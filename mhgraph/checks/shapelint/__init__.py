"""A linter for the shapes: a misspelt `sh:minCont` passes silently in every engine, and so does a shape of nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from pyoxigraph import NamedNode

from mhgraph.checks.finding import Finding, Severity
from mhgraph.checks.shacl import ParsedShapes
from mhgraph.checks.shapelint import queries, rules
from mhgraph.checks.shapelint.shapes import Complaint, ShapeIndex
from mhgraph.graph import BaseGraph
from mhgraph.project.statements import ParsedProject

RULES: Mapping[str, Callable[[ShapeIndex], Iterator[Complaint]]] = {
    "known-term": rules.known_term,
    "declared-term": rules.declared_term,
    "property-shape": rules.property_shape,
    "message": rules.message,
    "pattern": queries.pattern,
    "query": queries.query,
    "class": rules.class_has_shape,
    "focus": rules.focus,
}
"""The rules by name; a finding's check is `shapelint:` and the name."""

WARNINGS = frozenset({"focus"})
"""The rules whose findings are warnings: data that is withdrawn may leave a good shape with nothing to look at."""


def lint(
    shapes: ParsedShapes, parsed: ParsedProject, graph: BaseGraph, *, exercised: Collection[str] = ()
) -> list[Finding]:
    """Return what is wrong with the shapes of a project, in the order of reports.

    `exercised` are the IRIs of shapes that need no focus node in the data, since a test gives them one. Shapes that are
    linked into the project from elsewhere are judged where they live.

    >>> from mhgraph.checks.shacl import parse_shapes
    >>> from mhgraph.graph import load_graph
    >>> from mhgraph.project.folders import find_project
    >>> from mhgraph.project.statements import parse_project
    >>> parsed = parse_project(find_project())
    >>> found = lint(parse_shapes(parsed.project), parsed, load_graph(parsed))
    >>> [finding for finding in found if finding.check == "shapelint:known-term"]
    []
    """
    root = shapes.project.root.resolve()
    if not (root / "shapes").resolve().is_relative_to(root):
        return []
    index = ShapeIndex(shapes, parsed, graph, frozenset(exercised))
    found = [_make_finding(index, name, complaint) for name, rule in RULES.items() for complaint in rule(index)]
    return sorted(found, key=Finding.sort_key)


def _make_finding(index: ShapeIndex, name: str, complaint: Complaint) -> Finding:
    file, line = index.place(complaint.node)
    focus = complaint.node.value if isinstance(complaint.node, NamedNode) else ""
    severity = Severity.WARNING if name in WARNINGS else Severity.VIOLATION
    return Finding(f"shapelint:{name}", severity, complaint.message, focus, value=complaint.value, file=file, line=line)
