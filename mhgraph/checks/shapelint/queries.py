"""What can be wrong with the regular expressions and queries of shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mhgraph.checks.shapelint.shapes import Complaint, ShapeIndex
from mhgraph.errors import InvalidQuery, QueryStopped
from mhgraph.rdf.sparql import describe_excess, words_of
from mhgraph.rdf.terms import Term
from mhgraph.stores import Store
from mhgraph.stores.guard import GuardedStore
from mhgraph.stores.memory import MemoryStore

_IN_QUERY = re.compile(
    r"""\b(?:REGEX|REPLACE)\s*\([^"']*?,\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""", re.IGNORECASE
)
_FLAGS = frozenset("smixq")
_NOT_IN_SHACL = ("MINUS", "SERVICE", "VALUES")
_SELECTED = re.compile(r"\bSELECT\b([^{]*)", re.IGNORECASE)
_THIS = re.compile(r"[$?]this\b")


class Query(NamedTuple):
    """A SPARQL constraint: the node that holds it, its text, and the prefixes declared for it."""

    node: Term
    text: str
    prologue: str


def pattern(shapes: ShapeIndex) -> Iterator[Complaint]:
    """Regular expressions compile, with what XPath has of them: those of shapes, and those in queries."""
    texts: list[tuple[Term, str]] = [
        (triple.subject, getattr(triple.object, "value", "")) for triple in shapes.using("pattern")
    ]
    for query in _find_queries(shapes):
        found = ("".join(parts) for parts in _IN_QUERY.findall(query.text))
        texts += [(query.node, text.replace("\\\\", "\\")) for text in found]
    for node, text in sorted(texts, key=str):
        problem = _find_problem(text)
        if problem:
            yield Complaint(shapes.owner(node), text, problem)
    for triple in shapes.using("flags"):
        if not _FLAGS.issuperset(getattr(triple.object, "value", "")):
            message = "A flag of a regular expression is one of s, m, i, x, q; correct sh:flags."
            yield Complaint(shapes.owner(triple.subject), "", message)


def _find_problem(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        return f"The regular expression does not compile ({error.msg}); fix it."
    return "The regular expression has (?, which XPath does not know; write it without." if "(?" in text else ""


def query(shapes: ShapeIndex) -> Iterator[Complaint]:
    """SPARQL constraints parse with the prefixes declared for them, select $this, and are what SHACL allows."""
    nothing: Store = MemoryStore()
    if not shapes.shapes.is_released:
        nothing = GuardedStore(nothing)  # a parser may overflow its stack
    for constraint in _find_queries(shapes):
        owner, text = shapes.owner(constraint.node), constraint.text
        selected = _SELECTED.search(text)
        if selected and not _THIS.search(selected[1]):
            yield Complaint(owner, text, "The query does not select $this; add it to what is selected.")
        for word in sorted(set(_NOT_IN_SHACL).intersection(words_of(text))):
            yield Complaint(owner, text, f"SHACL allows no {word} in a query; write it without.")
        path = next((shapes.sparql_path(path) for path in _find_paths(shapes, constraint.node)), "<path:>")
        whole = constraint.prologue + text.replace("$PATH", path)
        excess = describe_excess(whole)
        if excess:
            yield Complaint(owner, text, f"{excess[0].upper()}{excess[1:]}; write it with fewer.")
            continue
        try:
            nothing.select(whole)
        except (InvalidQuery, QueryStopped) as error:
            yield Complaint(owner, text, f"The query cannot be run ({error.problem}); fix it, or its sh:prefixes.")


def _find_queries(shapes: ShapeIndex) -> Iterator[Query]:
    for triple in shapes.using("select"):
        declared = [
            f"PREFIX {_text(shapes, declaration, 'prefix')}: <{_text(shapes, declaration, 'namespace')}>\n"
            for ontology in shapes.values(triple.subject, "prefixes")
            for declaration in shapes.values(ontology, "declare")
        ]
        yield Query(triple.subject, getattr(triple.object, "value", ""), "".join(declared))


def _find_paths(shapes: ShapeIndex, node: Term) -> list[Term]:
    owners = [triple.subject for triple in shapes.using("sparql") if triple.object == node]
    return [path for owner in owners for path in shapes.values(owner, "path")]


def _text(shapes: ShapeIndex, node: Term, name: str) -> str:
    return next((getattr(value, "value", "") for value in shapes.values(node, name)), "")
