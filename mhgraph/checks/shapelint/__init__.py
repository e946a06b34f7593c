"""A linter for the shapes: a misspelt `sh:minCont` passes silently in every engine, and so does a shape of nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from pyoxigraph import NamedNode

from mhgraph.graph import Corpus
from mhgraph.project.folders import Project
from mhgraph.checks.finding import Finding, Severity
from mhgraph.checks.shapelint import rules
from mhgraph.checks.shapelint.shapes import Complaint, Shapes

RULES: Mapping[str, Callable[[Shapes], Iterator[Complaint]]] = {
    "known-term": rules.known_term,
    "declared-term": rules.declared_term,
    "property-shape": rules.property_shape,
    "message": rules.message,
    "pattern": rules.pattern,
    "query": rules.query,
    "class": rules.class_has_shape,
    "focus": rules.focus,
}
"""The rules by name; a finding's check is `shapelint:` and the name."""


WARNINGS = frozenset({"focus"})
"""The rules whose findings are warnings: data that is withdrawn may leave a good shape with nothing to look at."""


def lint(project: Project, corpus: Corpus, *, exercised: Collection[str] = ()) -> list[Finding]:
    """Return what is wrong with the shapes of a project, in the order of reports.

    `exercised` are the IRIs of shapes that need no focus node in the data, since a test gives them one. Shapes that are
    linked into the project from elsewhere are judged where they live. Raises UnreadableFile or RDFSyntaxError.

    >>> from mhgraph.graph import load_corpus
    >>> from mhgraph.project.folders import find_project
    >>> project = find_project()
    >>> [each for each in lint(project, load_corpus(project)) if each.check == "shapelint:known-term"]
    []
    """
    root = project.root.resolve()
    if not (root / "shapes").resolve().is_relative_to(root):
        return []
    shapes = Shapes(project, corpus, frozenset(exercised))
    found = [_finding(shapes, name, complaint) for name, rule in RULES.items() for complaint in rule(shapes)]
    return sorted(found, key=Finding.sort_key)


def _finding(shapes: Shapes, name: str, complaint: Complaint) -> Finding:
    node, value, sentence = complaint
    file, line = shapes.place(node)
    focus = node.value if isinstance(node, NamedNode) else ""
    severity = Severity.WARNING if name in WARNINGS else Severity.VIOLATION
    return Finding(f"shapelint:{name}", severity, sentence, focus, value=value, file=file, line=line)
