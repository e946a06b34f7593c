"""From what a user typed to typed RDF terms. Text is never pasted into a query: the library serialises every term."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from pyoxigraph import Literal, NamedNode, Store

from mhgraph.graph.entities import fold, resolve
from mhgraph.errors import InvalidValue
from mhgraph.namespaces import CONCEPT, SCHEME, SKOS, XSD, from_curie
from mhgraph.questions.question import Parameter, Question
from mhgraph.rdf.terms import DEFAULT, date_bounds

_CONCEPT = NamedNode(f"{SKOS}Concept")
_IN_SCHEME = NamedNode(f"{SKOS}inScheme")
_SLUG = re.compile(r"[a-z0-9-]+")


def fill(store: Store, question: Question, values: Mapping[str, Iterable[str]]) -> str:
    """Return the query of a question with its parameters filled in.

    `values` maps a parameter's name to what the user gave; several values mean any of them. A parameter without a value
    takes its default, or its block is removed. Raises InvalidValue for an unknown or missing parameter and for a
    value of the wrong form, UnknownName or AmbiguousName for an entity.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            raise InvalidValue(name, "this parameter", "one of " + (", ".join(known) or "none: this question has none"))
    terms: dict[str, str] = {}
    for parameter in question.parameters:
        given = list(values.get(parameter.name, ()))
        if not given and parameter.default is not None:
            given = [parameter.default]
        if not given and parameter.required:
            raise InvalidValue(f"--{parameter.name}", "", f"a value: {parameter.description}")
        if given:
            terms[parameter.name] = " ".join(sorted({str(to_term(store, parameter, each)) for each in given}))
    return question.filled(terms)


def to_term(store: Store, parameter: Parameter, text: str) -> NamedNode | Literal:
    """Return the RDF term that `text` means for a parameter. Raises InvalidValue, UnknownName or AmbiguousName."""
    if parameter.type == "entity":
        classes = [NamedNode(iri) for each in parameter.classes if (iri := from_curie(each))]
        expected = " or ".join(each.removeprefix("mh:").lower() for each in parameter.classes)
        return resolve(store, text, classes, expected=expected)
    if parameter.type == "concept":
        return _concept(store, parameter, text)
    return _LITERALS[parameter.type](parameter, text)


def _concept(store: Store, parameter: Parameter, text: str) -> NamedNode:
    scheme = NamedNode(f"{SCHEME}{parameter.scheme}")
    by_slug = NamedNode(f"{CONCEPT}{parameter.scheme}-{text}") if _SLUG.fullmatch(text) else None
    if by_slug and any(store.quads_for_pattern(by_slug, _IN_SCHEME, scheme, DEFAULT)):
        return by_slug
    found = resolve(store, text, [_CONCEPT], expected=str(parameter.scheme))
    if not any(store.quads_for_pattern(found, _IN_SCHEME, scheme, DEFAULT)):
        raise InvalidValue(f"--{parameter.name}", text, f"a concept of the scheme {parameter.scheme}")
    return found


def _date(parameter: Parameter, text: str) -> Literal:
    literal = Literal(text, datatype=NamedNode(f"{XSD}date"))
    if date_bounds(literal) is None:
        raise InvalidValue(f"--{parameter.name}", text, "a date like 2018-12-10")
    return literal


def _year(parameter: Parameter, text: str) -> Literal:
    literal = Literal(text, datatype=NamedNode(f"{XSD}gYear"))
    if date_bounds(literal) is None:
        raise InvalidValue(f"--{parameter.name}", text, "a year like 2018")
    return literal


def _integer(parameter: Parameter, text: str) -> Literal:
    if not re.fullmatch(r"-?\d{1,18}", text, re.ASCII):
        raise InvalidValue(f"--{parameter.name}", text, "a whole number")
    return Literal(int(text))


def _text(parameter: Parameter, text: str) -> Literal:
    return Literal(text)


def _choice(parameter: Parameter, text: str) -> Literal:
    for choice in parameter.choices:
        if fold(choice) == fold(text):
            return Literal(choice)
    raise InvalidValue(f"--{parameter.name}", text, "one of " + ", ".join(parameter.choices))


_LITERALS: Mapping[str, Callable[[Parameter, str], Literal]] = {
    "date": _date,
    "year": _year,
    "integer": _integer,
    "text": _text,
    "choice": _choice,
}
