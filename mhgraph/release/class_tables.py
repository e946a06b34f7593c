"""A table for each class of things: a row for a thing, a column for each property that some of them have.

The rows are facts of all chosen ledgers, each thing under one name. On what ground a fact stands is in the table of
statements.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import LANGUAGES
from mhgraph.model import COMPUTED, KIND, Model, is_ours, local_name
from mhgraph.namespaces import SKOS, XSD, to_curie
from mhgraph.questions.evidence import Row
from mhgraph.questions.question import Column
from mhgraph.rdf.terms import LABEL, TYPE, Term, date_bounds, natural_key
from mhgraph.release.dump_table import DumpTable

_PREFERRED_LABEL = NamedNode(f"{SKOS}prefLabel")
_OTHER_NAME = NamedNode(f"{SKOS}altLabel")
_LEFT_OUT = frozenset({TYPE, _PREFERRED_LABEL})  # the table tells the class; the loader copies a preferred label
_DEFINITION = NamedNode(f"{SKOS}definition")
_NUMBERS = frozenset(NamedNode(f"{XSD}{name}") for name in ("integer", "decimal", "double"))
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

_Key = tuple[NamedNode, str]
"""A property, and the language of its texts; "" for what has none."""
_Thing = Mapping[_Key, tuple[Term, ...]]

MEANINGS = {
    "dcat:version": "The version of the data.",
    "dcterms:bibliographicCitation": "How to cite it.",
    "dcterms:created": "The day on which it was made.",
    "dcterms:creator": "Who made it.",
    "dcterms:description": "What it is about.",
    "dcterms:identifier": "A number or symbol by which it is known, such as A/RES/73/195.",
    "dcterms:isPartOf": "The whole that it is a part of.",
    "dcterms:issued": "The day on which it was issued.",
    "dcterms:language": "The language of its text.",
    "dcterms:license": "Under which licence it may be used.",
    "dcterms:modified": "The day on which it was last changed.",
    "dcterms:publisher": "Who publishes it.",
    "dcterms:source": "Where its names were looked up: an address or the title of a published work.",
    "dcterms:subject": "A subject under which its publisher files it.",
    "dcterms:title": "Its title.",
    "rdfs:label": "What it is called.",
    "schema:sameAs": "An address outside that stands for the same thing.",
    "schema:url": "Its official address.",
    "skos:altLabel": "Another name.",
    "skos:broadMatch": "A wider concept of another list.",
    "skos:broader": "The concept above it.",
    "skos:closeMatch": "Nearly the same concept of another list.",
    "skos:definition": "What it means.",
    "skos:editorialNote": "A remark of the curators.",
    "skos:exactMatch": "The same thing in another list.",
    "skos:example": "An example.",
    "skos:hasTopConcept": "The concepts at its top.",
    "skos:hiddenLabel": "Words that mean it in documents.",
    "skos:inScheme": "The list that it stands in.",
    "skos:notation": "Its code or number.",
    "skos:note": "A remark.",
    "skos:related": "A concept that has to do with it.",
    "skos:scopeNote": "What it does not mean.",
    "skos:topConceptOf": "The list of which it is at the top.",
}
"""What properties of other vocabularies mean here; ours say it themselves."""


def list_class_tables(graph: BaseGraph, facts: Iterable[Triple], labels: Mapping[str, str]) -> list[DumpTable]:
    """Return a table for each class that data uses and some thing has, by name."""
    things = _group(facts)
    definitions = {
        subject: definition.value
        for subject, said in things.items()
        for definition in said.get((_DEFINITION, LANGUAGES[0]), ())
        if isinstance(definition, Literal)
    }
    members: defaultdict[NamedNode, list[NamedNode]] = defaultdict(list)
    for subject in sorted(things, key=lambda thing: natural_key(thing.value)):
        for cls in things[subject].get((TYPE, ""), ()):
            if isinstance(cls, NamedNode) and cls in graph.model.usable:
                members[cls].append(subject)
    return [
        _make_table(graph.model, cls, {thing: things[thing] for thing in members[cls]}, definitions, labels)
        for cls in sorted(members, key=table_name)
    ]


def _group(facts: Iterable[Triple]) -> dict[NamedNode, dict[_Key, tuple[Term, ...]]]:
    """Return what is said of each thing, by property and language."""
    things: defaultdict[NamedNode, defaultdict[_Key, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in facts:
        if isinstance(subject, NamedNode):
            tag = value.language or "" if isinstance(value, Literal) else ""
            things[subject][predicate, tag].append(value)
    return {thing: {key: tuple(terms) for key, terms in said.items()} for thing, said in things.items()}


def _make_table(
    model: Model,
    cls: NamedNode,
    things: Mapping[NamedNode, _Thing],
    definitions: Mapping[NamedNode, str],
    labels: Mapping[str, str],
) -> DumpTable:
    keys = {key for said in things.values() for key in said if key[0] not in _LEFT_OUT}
    terms = {key: {term for said in things.values() for term in said.get(key, ())} for key in keys}
    itself = table_name(cls)
    columns = {name: key for key, name in _name_columns(keys, itself).items()}
    return DumpTable(
        itself,
        definitions.get(cls) or f"Things of the class {to_curie(cls.value)}.",
        (
            Column(itself, "iri", "The thing itself."),
            *(
                Column(name, _find_type(key[0], terms[key]), _explain(key, definitions), many=True)
                for name, key in columns.items()
            ),
        ),
        partial(_list_rows, itself, columns, things),
        labels,
        {itself: to_curie(cls.value), **{name: to_curie(key[0].value) for name, key in columns.items()}},
    )


def _list_rows(itself: str, columns: Mapping[str, _Key], things: Mapping[NamedNode, _Thing]) -> Iterator[Row]:
    for thing, said in things.items():
        yield {itself: (thing,), **{name: said[key] for name, key in columns.items() if key in said}}


def _name_columns(keys: Collection[_Key], itself: str) -> dict[_Key, str]:
    """Return the names of columns, in their order: label and kind first.

    Two alike, or one like the column of the thing itself, have their prefix before them.
    """
    predicates = sorted({predicate for predicate, _ in keys}, key=_rank)
    plain = [itself, *map(table_name, predicates)]
    names = {
        predicate: name if plain.count(name) == 1 else f"{to_curie(predicate.value).partition(':')[0]}_{name}"
        for predicate, name in zip(predicates, plain[1:], strict=True)
    }
    ordered = sorted(keys, key=lambda key: (_rank(key[0]), key[1] not in LANGUAGES, key[1]))
    return {key: f"{names[key[0]]}_{key[1].replace('-', '_')}" if key[1] else names[key[0]] for key in ordered}


def _rank(predicate: NamedNode) -> tuple[bool, bool, bool, str, str]:
    name = table_name(predicate)
    return predicate != LABEL, predicate != KIND, predicate != _OTHER_NAME, name, predicate.value


def table_name(term: NamedNode) -> str:
    """Return the name of a class or property as a column has it: `has_start_date`."""
    local = local_name(term) if is_ours(term.value) else re.split("[#/]", term.value)[-1]
    return _WORD.sub("_", local).lower()


def _find_type(predicate: NamedNode, terms: Collection[Term]) -> str:
    """Return the type of a column that holds some terms. An address that stands for no thing of ours is text.

    So is a day that the loader computed: it needs no first and last day beside it.
    """
    if all(isinstance(term, NamedNode) for term in terms):
        return "iri" if any(isinstance(term, NamedNode) and is_ours(term.value) for term in terms) else "text"
    if all(isinstance(term, Literal) and date_bounds(term) for term in terms):
        return "text" if predicate in COMPUTED else "date"
    is_number = all(isinstance(term, Literal) and term.datatype in _NUMBERS for term in terms)
    return "number" if is_number else "text"


def _explain(key: _Key, definitions: Mapping[NamedNode, str]) -> str:
    predicate, tag = key
    curie = to_curie(predicate.value)
    text = definitions.get(predicate) or MEANINGS.get(curie) or f"As {curie} says."
    return f"{text} Language: {tag}." if tag else text
