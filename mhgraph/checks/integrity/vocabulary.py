"""Rules about terms: what is used is declared in the ontology, and may be written by hand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from mhgraph.checks.integrity.breach import Breach
from mhgraph.files import read_text
from mhgraph.namespaces import BASE, MH, to_curie
from mhgraph.project.statements import Iri, ParsedProject, Statement
from mhgraph.rdf.terms import TYPE
from mhgraph.text.likeness import did_you_mean

_IN_TEXT = re.compile(rf"(?:\bmh:|{re.escape(MH)})([A-Za-z]\w*)")


def term_declared(parsed: ParsedProject) -> Iterator[Breach]:
    """Every term of ours in data, questions and rules is declared in the ontology. In a query, the first use counts."""
    known = parsed.model.terms
    for statement in parsed.statements:
        for term in sorted(_find_terms(statement) - known, key=str):
            yield Breach(statement, _say_undeclared(term, known), focus=term.value)
    for path in [*parsed.project.queries, *parsed.project.rules]:
        text = read_text(path)
        for term, match in _find_first_uses(text).items():
            if term not in known:
                line = text.count("\n", 0, match.start()) + 1
                yield Breach(parsed.project.relative(path), _say_undeclared(term, known), line, term.value)


def foreign_term(parsed: ParsedProject) -> Iterator[Breach]:
    """Of the vocabularies of others, data uses only the properties that this project has chosen. One breach a thing."""
    seen: set[tuple[Path, Iri, Iri, NamedNode]] = set()
    borrowed = parsed.model.borrowed
    for statement in parsed.statements:
        term = statement.predicate
        use = (statement.file.path, statement.graph, statement.subject, term)
        if not term.value.startswith(BASE) and term not in borrowed and use not in seen:
            seen.add(use)
            remedy = f"fix the name{_hint(term, borrowed)}, or say it with a term of ours"
            message = f"{to_curie(term.value)} is not a term in use here; {remedy}."
            yield Breach(statement, message, focus=term.value)


def usable_class(parsed: ParsedProject) -> Iterator[Breach]:
    """Things are of the classes whose things have names of their own: shapes look at no others.

    A term of ours that is not declared has a rule of its own, and so have the classes that the loader gives.
    """
    model = parsed.model
    usable, computed = model.usable, model.marked("computed")
    for statement in parsed.statements:
        cls = statement.quad.object
        if statement.predicate != TYPE or not isinstance(cls, NamedNode) or cls in usable | computed:
            continue
        if cls in model.terms or not cls.value.startswith(MH):
            remedy = f"name the class that the name of {to_curie(statement.subject)} announces{_hint(cls, usable)}"
            yield Breach(statement, f"Nothing is simply a {to_curie(cls.value)} here; {remedy}.")


def known_terms(parsed: ParsedProject) -> frozenset[NamedNode]:
    """Return the properties and classes of ours, and the properties of others that are in use here."""
    return parsed.model.borrowed | parsed.model.terms


def _say_undeclared(term: NamedNode, known: Collection[NamedNode]) -> str:
    return f"{to_curie(term.value)} is not in the ontology; fix the name{_hint(term, known)}, or declare it there."


def _hint(term: NamedNode, known: Iterable[NamedNode]) -> str:
    return did_you_mean(term.value, [other.value for other in known])


def _find_first_uses(text: str) -> dict[NamedNode, re.Match[str]]:
    """Return each term of ours in a SPARQL text, with its first place."""
    first: dict[NamedNode, re.Match[str]] = {}
    for match in _IN_TEXT.finditer(text):
        first.setdefault(NamedNode(f"{MH}{match[1]}"), match)
    return first


def _find_terms(statement: Statement) -> set[NamedNode]:
    """Return the terms of ours in a statement."""
    return {name for term in statement.terms if (name := _term_in(term)) is not None}


@lru_cache(maxsize=2**16)
def _term_in(term: object) -> NamedNode | None:
    """Return the term of ours that a term of a statement is, or has as its datatype."""
    name = term.datatype if isinstance(term, Literal) else term
    return name if isinstance(name, NamedNode) and name.value.startswith(MH) else None
