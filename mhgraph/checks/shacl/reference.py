"""SHACL engines: from a data graph and a shapes graph to results. The reference is pyshacl; this is its owner module.

Results are plain text in N-Triples forms, so that those of two engines can be compared.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pyoxigraph import Literal, NamedNode

from mhgraph.namespaces import SH, XSD
from mhgraph.checks.finding import Severity
from mhgraph.checks.shacl.shapes import InvalidShape, as_list

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

_SEVERITIES = {f"{SH}Violation": Severity.VIOLATION, f"{SH}Warning": Severity.WARNING, f"{SH}Info": Severity.INFO}
FOLLOW_IMPORTS = False
"""Whether what shapes import is fetched: never. A test switches it on, to see that it would notice."""
_PATH_FORMS = {"inversePath": "^{}", "zeroOrMorePath": "({})*", "oneOrMorePath": "({})+", "zeroOrOnePath": "({})?"}


@dataclass(frozen=True, order=True)
class ShapeResult:
    """One result of a SHACL engine.

    `focus`, `shape`, `constraint` are IRIs; `path` is the IRI of a property, a SPARQL property path, or ""; `value`
    is an IRI, a literal in N-Triples form, or "".
    """

    focus: str
    path: str
    shape: str
    constraint: str
    value: str
    severity: Severity = Severity.VIOLATION
    message: str = ""

    @property
    def key(self) -> tuple[str, str, str, str, Severity]:
        """What engines have to agree on: focus node, path, shape, constraint and severity."""
        return (self.focus, self.path, self.shape, self.constraint, self.severity)


class Engine(Protocol):
    """Whatever validates a data graph against a shapes graph; results come in a fixed order."""

    def __call__(self, data: rdflib.Graph | bytes, shapes: rdflib.Graph) -> list[ShapeResult]:
        """Return the results for a graph, or for N-Triples in UTF-8. Raises InvalidShape for shapes of no use to it."""
        ...


def shacl_findings(data: rdflib.Graph | bytes, shapes: rdflib.Graph) -> list[ShapeResult]:
    """Return what pyshacl finds, sorted; nothing is inferred, imported or fetched, and both graphs stay as they are.

    `data` is a graph, or N-Triples in UTF-8. Raises InvalidShape for shapes that SHACL does not allow.

    >>> import rdflib
    >>> shacl_findings(b"", rdflib.Graph())
    []
    """
    import pyshacl
    import rdflib

    from mhgraph.checks.shacl.prepared import PreparedGraph

    if not len(shapes):
        return []
    with quiet():
        graph = rdflib.Graph().parse(data=data, format="nt") if isinstance(data, bytes) else data
        try:
            _, report, text = pyshacl.validate(
                PreparedGraph(graph),
                shacl_graph=_copy(shapes),
                inference="none",
                advanced=False,
                do_owl_imports=FOLLOW_IMPORTS,
            )
        except Exception as error:  # pyshacl and rdflib raise plain Exceptions and those of pyparsing for bad shapes
            raise InvalidShape(str(getattr(error, "message", error))) from error
        if not isinstance(report, rdflib.Graph):
            raise InvalidShape(str(getattr(report, "message", text)))
        return read_report(report, shapes)


def _copy(shapes: rdflib.Graph) -> rdflib.Graph:
    """Return the shapes as a graph of their own: pyshacl writes into the one it gets."""
    import rdflib

    copy = rdflib.Graph()
    for triple in shapes:
        copy.add(triple)
    return copy


@contextmanager
def quiet() -> Iterator[None]:
    """Keep off standard error what the engines and rdflib log of odd literals and shapes: what matters they report."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


def read_report(report: rdflib.Graph, shapes: rdflib.Graph) -> list[ShapeResult]:
    """Return the top-level results of a SHACL report graph, sorted; `shapes` gives the forms of paths."""
    from rdflib import Namespace

    sh = Namespace(SH)
    found = set()
    for node in report.objects(None, sh.result):
        path = report.value(node, sh.resultPath)
        found.add(
            ShapeResult(
                focus=_text(report.value(node, sh.focusNode)),
                path="" if path is None else path_text(report, path) or path_text(shapes, path),
                shape=_text(report.value(node, sh.sourceShape)),
                constraint=_text(report.value(node, sh.sourceConstraintComponent)),
                value=_text(report.value(node, sh.value)),
                severity=_SEVERITIES.get(_text(report.value(node, sh.resultSeverity)), Severity.VIOLATION),
                message=_message(report.objects(node, sh.resultMessage)),
            )
        )
    return sorted(found, key=lambda each: (*each.key[:4], each.value, each.severity.rank, each.message))


def path_text(graph: rdflib.Graph, path: Node) -> str:
    """Return a SHACL path as text: the IRI of a predicate, else a SPARQL property path; "" for none."""
    from rdflib import BNode, Namespace

    sh = Namespace(SH)
    if not isinstance(path, BNode):
        return str(path)
    for name, form in _PATH_FORMS.items():
        inner = graph.value(path, sh[name])
        if inner is not None:
            return form.format(_step(graph, inner))
    alternatives = graph.value(path, sh.alternativePath)
    if alternatives is not None:
        return "|".join(_step(graph, each) for each in as_list(graph, alternatives))
    return "/".join(_step(graph, each) for each in as_list(graph, path))


def _step(graph: rdflib.Graph, path: Node) -> str:
    from rdflib import URIRef

    return f"<{path}>" if isinstance(path, URIRef) else path_text(graph, path)


def _text(term: Node | None) -> str:
    """Return an IRI as it is, a literal in the form of pyoxigraph, "" for nothing."""
    import rdflib

    if term is None:
        return ""
    if not isinstance(term, rdflib.Literal):
        return str(term) if isinstance(term, rdflib.URIRef) else f"_:{term}"
    if term.language:
        return str(Literal(str(term), language=term.language))
    return str(Literal(str(term), datatype=NamedNode(str(term.datatype or f"{XSD}string"))))


def _message(literals: Iterable[Node]) -> str:
    """Return the English message; without one, the first without a language, else the first by its tag."""
    import rdflib

    texts = [(each.language or "", str(each)) for each in literals if isinstance(each, rdflib.Literal)]
    ranked = sorted(texts, key=lambda each: (each[0].split("-")[0] != "en", each))
    return " ".join(ranked[0][1].split()) if ranked else ""
