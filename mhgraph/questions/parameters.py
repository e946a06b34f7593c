"""From what a user typed to typed RDF terms. Text is never pasted into a query: the library serialises every term."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from pyoxigraph import Literal, NamedNode

from mhgraph.errors import InvalidValue, UnknownParameter
from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import LANGUAGES, short_name
from mhgraph.graph.names import addresses_of, fold
from mhgraph.namespaces import CONCEPT, SCHEME, SKOS, XSD, from_curie
from mhgraph.questions.question import Parameter, Question
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import TYPE, date_bounds

_CONCEPT = NamedNode(f"{SKOS}Concept")
_IN_SCHEME = NamedNode(f"{SKOS}inScheme")
_NAMES = ("entity", "concept")
_MOST_NAMED = 4  # classes that an error names

Kinds = Mapping[NamedNode, frozenset[NamedNode]]
"""The classes of things, and the schemes of concepts."""


def fill(graph: BaseGraph, question: Question, values: Mapping[str, Iterable[str]]) -> str:
    """Return the query of a question with its parameters filled in. Raises what `resolve_values` raises."""
    terms = resolve_values(graph, question, values)
    return question.fill({name: " ".join(map(str, found)) for name, found in terms.items()})


def resolve_values(
    graph: BaseGraph, question: Question, values: Mapping[str, Iterable[str]]
) -> dict[str, tuple[NamedNode | Literal, ...]]:
    """Return what the values mean that somebody gave for parameters, as RDF terms in a fixed order, by parameter.

    `values` maps a parameter's name to what the user gave; several values mean any of them. A parameter without a value
    takes its default, or goes with all its lines. Addresses (IRIs, CURIEs, slugs) cost one query together; another name
    is looked for among all names. Raises InvalidValue for an unknown or missing parameter and for a value of the wrong
    form, UnknownName or AmbiguousName for an entity.
    """
    given = _collect(question, values)
    texts = [(parameter, text) for parameter, listed in given.items() for text in listed]
    kinds = _read_kinds(graph, texts)
    terms: dict[str, set[NamedNode | Literal]] = {}
    for parameter, text in texts:
        terms.setdefault(parameter.name, set()).add(to_term(graph, parameter, text, kinds))
    return {name: tuple(sorted(found, key=str)) for name, found in terms.items()}


def to_term(graph: BaseGraph, parameter: Parameter, text: str, kinds: Kinds | None = None) -> NamedNode | Literal:
    """Return the RDF term that `text` means for a parameter; `kinds` are those of its addresses, if they are known.

    Raises UnknownName or AmbiguousName.

    Raises:
        InvalidValue: the text is not of the form that the parameter takes, or has half of a character.
    """
    if parameter.type not in _NAMES:
        try:
            return _LITERALS[parameter.type](parameter, text)
        except ValueError as error:  # half of a character: an argument in another encoding than UTF-8
            raise InvalidValue(parameter.name, text, "a text in UTF-8") from error
    known = _read_kinds(graph, [(parameter, text)]) if kinds is None else kinds
    find = _entity if parameter.type == "entity" else _concept
    return find(graph, parameter, text, known)


def _collect(question: Question, values: Mapping[str, Iterable[str]]) -> dict[Parameter, list[str]]:
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            raise UnknownParameter(question.name, name, list(known))
    given: dict[Parameter, list[str]] = {}
    for parameter in question.parameters:
        texts = list(values.get(parameter.name, ()))
        if not texts and parameter.default is not None:
            texts = [parameter.default]
        if not texts and parameter.required:
            raise InvalidValue(parameter.name, "", f"a value: {parameter.description}")
        if texts:
            given[parameter] = texts
    return given


def _read_kinds(graph: BaseGraph, texts: Iterable[tuple[Parameter, str]]) -> Kinds:
    """Return the kinds of whatever has one of these texts as its address: one query, none if nothing can have one."""
    wanted = {node for parameter, text in texts for node in _candidates(parameter, text)}
    if not wanted:
        return {}
    block = values_block(["x"], [[node] for node in sorted(wanted, key=str)])
    query = f"SELECT DISTINCT ?x ?kind WHERE {{ {block} ?x ?p ?kind . FILTER(?p IN ({TYPE}, {_IN_SCHEME})) }}"
    found: dict[NamedNode, set[NamedNode]] = {}
    for node, kind in graph.select(query).rows:
        if isinstance(node, NamedNode) and isinstance(kind, NamedNode):
            found.setdefault(node, set()).add(kind)
    return {node: frozenset(listed) for node, listed in found.items()}


def _candidates(parameter: Parameter, text: str) -> list[NamedNode]:
    """Return what a text can be an address of; for a concept, first the one of its scheme with this slug."""
    if parameter.type not in _NAMES:
        return []
    slugs = [f"{CONCEPT}{parameter.scheme}-{text}"] if parameter.scheme and re.fullmatch(r"[a-z0-9-]+", text) else []
    return [*map(NamedNode, slugs), *addresses_of(text)]


def _entity(graph: BaseGraph, parameter: Parameter, text: str, kinds: Kinds) -> NamedNode:
    classes = [NamedNode(iri) for name in parameter.classes if (iri := from_curie(name))]
    found = _at_address(parameter, text, kinds, classes)
    return found or graph.resolve(text, classes, expected=_name_classes(graph, classes))


def _name_classes(graph: BaseGraph, classes: Sequence[NamedNode]) -> str:
    """Return what things of these classes are called, as in `organization or person`; `entity`, if there are many."""
    if len(classes) > _MOST_NAMED:
        return "entity"
    labels = (graph.model.labels(cls).get(LANGUAGES[0], short_name(cls.value).rpartition(":")[2]) for cls in classes)
    return " or ".join(label.lower() for label in labels)


def _concept(graph: BaseGraph, parameter: Parameter, text: str, kinds: Kinds) -> NamedNode:
    scheme = NamedNode(f"{SCHEME}{parameter.scheme}")
    first = next(iter(_candidates(parameter, text)), None)
    if first is not None and scheme in kinds.get(first, ()):
        return first
    found = _at_address(parameter, text, kinds, [_CONCEPT])
    if found is None:
        found = graph.resolve(text, [_CONCEPT], expected=str(parameter.scheme))
        kinds = _read_kinds(graph, [(parameter, found.value)])
    if scheme not in kinds[found]:
        raise InvalidValue(parameter.name, text, f"a concept of the scheme {parameter.scheme}")
    return found


def _at_address(parameter: Parameter, text: str, kinds: Kinds, classes: Iterable[NamedNode]) -> NamedNode | None:
    """Return the one thing of these classes that has a text as its address; None if there is none, or several."""
    wanted = frozenset(classes)
    found = {node for node in addresses_of(text) if wanted & kinds.get(node, frozenset())}
    return found.pop() if len(found) == 1 else None


def _date(parameter: Parameter, text: str) -> Literal:
    literal = Literal(text, datatype=NamedNode(f"{XSD}date"))
    if date_bounds(literal) is None:
        raise InvalidValue(parameter.name, text, "a date like 2018-12-10")
    return literal


def _year(parameter: Parameter, text: str) -> Literal:
    literal = Literal(text, datatype=NamedNode(f"{XSD}gYear"))
    if date_bounds(literal) is None:
        raise InvalidValue(parameter.name, text, "a year like 2018")
    return literal


def _integer(parameter: Parameter, text: str) -> Literal:
    if not re.fullmatch(r"-?\d{1,18}", text, re.ASCII):
        raise InvalidValue(parameter.name, text, "a whole number")
    return Literal(int(text))


def _text(parameter: Parameter, text: str) -> Literal:
    return Literal(text)


def _choice(parameter: Parameter, text: str) -> Literal:
    for choice in parameter.choices:
        if fold(choice) == fold(text):
            return Literal(choice)
    raise InvalidValue(parameter.name, text, "one of " + ", ".join(parameter.choices))


_LITERALS: Mapping[str, Callable[[Parameter, str], Literal]] = {
    "date": _date,
    "year": _year,
    "integer": _integer,
    "text": _text,
    "choice": _choice,
}
