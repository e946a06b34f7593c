"""What engines find, as plain values, so that the results of two engines can be compared."""

from __future__ import annotations

import json
import logging
import threading
import warnings
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from mhgraph.checks.finding import Severity
from mhgraph.checks.shacl.shapes import as_list
from mhgraph.namespaces import SH as SHACL
from mhgraph.namespaces import XSD

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

_SEVERITIES = {
    f"{SHACL}Violation": Severity.VIOLATION,
    f"{SHACL}Warning": Severity.WARNING,
    f"{SHACL}Info": Severity.INFO,
}
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


def results_to_json(results: Iterable[ShapeResult]) -> bytes:
    """Return results as JSON in UTF-8.

    >>> one = ShapeResult("http://e/a", "", "http://e/shape", "http://e/constraint", "1")
    >>> results_from_json(results_to_json([one])) == [one]
    True
    """
    return json.dumps([{**asdict(result), "severity": result.severity.value} for result in results]).encode()


def results_from_json(data: bytes) -> list[ShapeResult]:
    """Return results that `results_to_json` wrote."""
    return [ShapeResult(**{**row, "severity": Severity(row["severity"])}) for row in json.loads(data)]


class _Silence:
    """What is kept off standard error for as long as some thread wants it: both switches are of the whole process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wanted = 0
        self._level = 0
        self._warnings = warnings.catch_warnings()

    def __enter__(self) -> None:
        with self._lock:
            self._wanted += 1
            if self._wanted == 1:
                self._level = logging.root.manager.disable
                logging.disable(logging.CRITICAL)
                self._warnings = warnings.catch_warnings()
                self._warnings.__enter__()
                warnings.simplefilter("ignore")

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._wanted -= 1
            if self._wanted == 0:
                self._warnings.__exit__(None, None, None)
                logging.disable(self._level)


_SILENCE = _Silence()


def silence_libraries() -> AbstractContextManager[None]:
    """Return a block that keeps off standard error what engines and rdflib log of odd literals and shapes.

    What matters they report.
    """
    return _SILENCE


def read_report(report: rdflib.Graph, shapes: rdflib.Graph) -> list[ShapeResult]:
    """Return the top-level results of a SHACL report graph, sorted; `shapes` gives the forms of paths."""
    from rdflib import SH

    found = set()
    for node in report.objects(None, SH.result):
        path = report.value(node, SH.resultPath)
        found.add(
            ShapeResult(
                focus=_show(report.value(node, SH.focusNode)),
                path="" if path is None else show_path(report, path) or show_path(shapes, path),
                shape=_show(report.value(node, SH.sourceShape)),
                constraint=_show(report.value(node, SH.sourceConstraintComponent)),
                value=_show(report.value(node, SH.value)),
                severity=_SEVERITIES.get(_show(report.value(node, SH.resultSeverity)), Severity.VIOLATION),
                message=_choose_message(report.objects(node, SH.resultMessage)),
            )
        )
    return sorted(found, key=lambda result: (*result.key[:4], result.value, result.severity.rank, result.message))


def show_path(graph: rdflib.Graph, path: Node) -> str:
    """Return a SHACL path as text: the IRI of a predicate, else a SPARQL property path; "" for none."""
    from rdflib import SH, BNode

    if not isinstance(path, BNode):
        return str(path)
    for name, form in _PATH_FORMS.items():
        inner = graph.value(path, SH[name])
        if inner is not None:
            return form.format(_show_step(graph, inner))
    alternatives = graph.value(path, SH.alternativePath)
    if alternatives is not None:
        return "|".join(_show_step(graph, step) for step in as_list(graph, alternatives))
    return "/".join(_show_step(graph, step) for step in as_list(graph, path))


def _show_step(graph: rdflib.Graph, path: Node) -> str:
    from rdflib import URIRef

    return f"<{path}>" if isinstance(path, URIRef) else show_path(graph, path)


def _show(term: Node | None) -> str:
    """Return an IRI as it is, a literal in the form of pyoxigraph, "" for nothing."""
    import rdflib

    if term is None:
        return ""
    if not isinstance(term, rdflib.Literal):
        return str(term) if isinstance(term, rdflib.URIRef) else f"_:{term}"
    if term.language:
        return str(Literal(str(term), language=term.language))
    return str(Literal(str(term), datatype=NamedNode(str(term.datatype or f"{XSD}string"))))


def _choose_message(literals: Iterable[Node]) -> str:
    """Return the English message; without one, the first without a language, else the first by its tag."""
    import rdflib

    texts = [(literal.language or "", str(literal)) for literal in literals if isinstance(literal, rdflib.Literal)]
    ranked = sorted(texts, key=lambda text: (text[0].split("-")[0] != "en", text))
    return " ".join(ranked[0][1].split()) if ranked else ""
