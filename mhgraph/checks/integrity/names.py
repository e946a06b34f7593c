"""Rules about names: what is declared, where, by which file, and whether anybody speaks of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode

from mhgraph.checks.integrity.breach import Breach
from mhgraph.checks.integrity.vocabulary import CONCEPT_CLASS, CONCEPT_TERMS, known_terms, list_terms
from mhgraph.graph.labels import short_name
from mhgraph.model import DATE_UNKNOWN_BECAUSE, KIND, PROVISION, READ_WITH, RESTS_ON, Model
from mhgraph.namespaces import BASE, DCTERMS, MH, RULE, SCHEMA, SKOS, to_curie
from mhgraph.project.statements import Iri, ParsedProject, Statement
from mhgraph.rdf.terms import LABEL, PART_OF, TYPE
from mhgraph.text.likeness import did_you_mean, nearest

_NAMING = frozenset({TYPE, LABEL}).union(
    list_terms(SKOS, "altLabel editorialNote exactMatch notation"),
    list_terms(DCTERMS, "identifier"),
    list_terms(SCHEMA, "sameAs"),
)
"""What an entity file may say of anything, beside our own terms for names."""
_UNMENTIONED = ("provision", "concept", "scheme")
"""The kinds of things that need no mention: they stand in lists that are kept whole."""
_POINTERS = frozenset({RESTS_ON, READ_WITH})
"""Properties whose values are passages; the shapes say which."""


def declared(parsed: ParsedProject) -> Iterator[Breach]:
    """Every name of ours that is used is typed: in an entity file, in a passage, or in the ontology.

    One breach a place: each statement that mentions the name, or the block of statements about it.
    """
    known, judged = _find_declared(parsed), _find_judged(parsed)
    for name, statement in judged.items():
        if name not in known:
            place = f"data/entities/{_kind_of(name)}.ttl, or in the passage that creates it"
            message = f"A judgement cannot declare things; declare {short_name(name)} in {place}."
            yield Breach(statement, message, focus=name)
    for name, statement in _find_undeclared(parsed, known | judged.keys()):
        hint = did_you_mean(name, _list_namesakes(name, known))
        remedy = f"fix the name{hint}, or give it a type in its entity file or in the passage that creates it"
        yield Breach(statement, f"{short_name(name)} is not declared; {remedy}.", focus=name)


def _find_declared(parsed: ParsedProject) -> set[Iri]:
    known = {statement.subject for statement in parsed.schema if statement.predicate == TYPE}
    known |= {f"{RULE}{path.stem}" for path in parsed.project.rules}
    for statement in parsed.statements:
        if statement.graph:  # an undescribed graph has a rule of its own
            known.add(statement.graph)
        if statement.predicate == TYPE and not (statement.graph and statement.file.role == "judgements"):
            known.add(statement.subject)
    return known


def _find_judged(parsed: ParsedProject) -> dict[Iri, Statement]:
    """Return what judgements type, each with the first statement that does."""
    typed: dict[Iri, Statement] = {}
    for file in parsed.of("judgements"):
        for statement in file.statements:
            if statement.graph and statement.predicate == TYPE and statement.subject.startswith(BASE):
                typed.setdefault(statement.subject, statement)
    return typed


def _find_undeclared(parsed: ParsedProject, known: Collection[Iri]) -> Iterator[tuple[Iri, Statement]]:
    blocks: set[tuple[Iri, Path, Iri]] = set()
    for statement in parsed.statements:
        block = (statement.subject, statement.file.path, statement.graph)
        subjects = [] if block in blocks else [statement.subject]
        objects = [] if statement.predicate in _POINTERS else statement.names[1:]
        for name in (*subjects, statement.predicate.value, *objects):
            if name.startswith(BASE) and not name.startswith(MH) and name not in known:
                yield name, statement
        blocks.add(block)


def _list_namesakes(name: Iri, known: Iterable[Iri]) -> list[Iri]:
    """Return the known names of the kind of a name; none for a passage, whose names are all alike."""
    if "#" in name:
        return []
    return [other for other in known if _kind_of(other) == _kind_of(name) and "#" not in other]


def mentioned(parsed: ParsedProject) -> Iterator[Breach]:
    """Every named thing is spoken of: in a passage or judgement, by a source, or by something that is spoken of.

    What a misspelt name was meant to be is spoken of, too.
    """
    spoken: set[Iri] = set()
    links: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for statement in parsed.statements:
        if statement.graph or statement.file.role == "sources":
            spoken.update(statement.names)
        elif statement.file.role == "entities" and len(statement.names) == 2:
            links[statement.subject].add(statement.value)
    known = _find_declared(parsed)
    misspelt = {name for name, _ in _find_undeclared(parsed, known)}
    spoken |= {meant for name in misspelt if (meant := nearest(name, _list_namesakes(name, known))) is not None}
    waiting = list(spoken)
    while waiting:
        new = links[waiting.pop()] - spoken
        spoken |= new
        waiting += new
    for file in parsed.of("entities"):
        for statement in file.statements:
            name = statement.subject
            if statement.predicate == TYPE and name not in spoken and _kind_of(name) not in _UNMENTIONED:
                message = f"Nothing mentions {short_name(name)}; say in a passage what it did, or delete it."
                yield Breach(statement, message)


def entity_predicate(parsed: ParsedProject) -> Iterator[Breach]:
    """Entity files name things and claim nothing: their predicates are a closed list."""
    classes: defaultdict[Iri, set[NamedNode]] = defaultdict(set)
    for statement in parsed.statements:
        if statement.predicate == TYPE and isinstance(statement.quad.object, NamedNode):
            classes[statement.subject].add(statement.quad.object)
    known = known_terms(parsed)
    for file in parsed.of("entities"):
        for statement in file.statements:
            allowed = entity_predicates(parsed.model, classes[statement.subject])
            if statement.predicate in known and statement.predicate not in allowed:
                name = to_curie(statement.predicate.value)
                message = f"{name} is a claim and has no place in an entity file; a passage has to say it."
                yield Breach(statement, message)


def entity_predicates(model: Model, classes: Collection[NamedNode]) -> frozenset[NamedNode]:
    """Return what an entity file may say of a thing of these classes."""
    allowed = _NAMING | model.marked("name")
    if CONCEPT_CLASS in classes:
        allowed |= CONCEPT_TERMS
    if PROVISION in classes:
        allowed |= {PART_OF}
    if not model.marked("kind-is-a-name").isdisjoint(classes):
        allowed |= {KIND}
    if not model.marked("dated").isdisjoint(classes):
        allowed |= {DATE_UNKNOWN_BECAUSE}
    return allowed


def _kind_of(name: Iri) -> str:
    """Return the part of a name of ours that says what kind of thing it is; "" for another name."""
    return name.removeprefix(BASE).partition("/")[0] if name.startswith(BASE) else ""
