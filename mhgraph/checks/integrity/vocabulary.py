"""Rules about terms: what is used is declared, and what is declared is used or says why it is not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from mhgraph.checks.integrity.breach import Breach
from mhgraph.files import read_text
from mhgraph.model import COMPUTED, DERIVATION, IS_DERIVED_BY, JUDGEMENT_CLASS, PASSAGE, RULE_CLASS
from mhgraph.namespaces import BASE, DCTERMS, ENTITY_KINDS, MH, RDFS, SCHEMA, SKOS, to_curie
from mhgraph.project.statements import Iri, ParsedProject, Statement
from mhgraph.rdf.terms import LABEL, TYPE
from mhgraph.text.likeness import did_you_mean


def list_terms(namespace: str, names: str) -> frozenset[NamedNode]:
    """Return the terms of a vocabulary with these local names, which are separated by spaces."""
    return frozenset(NamedNode(f"{namespace}{name}") for name in names.split())


CONCEPT_CLASS = NamedNode(f"{SKOS}Concept")
CONCEPT_TERMS = list_terms(
    SKOS,
    "altLabel broadMatch broader closeMatch definition editorialNote exactMatch example hiddenLabel inScheme "
    "narrowMatch narrower notation note prefLabel related relatedMatch scopeNote topConceptOf",
)
"""The properties of SKOS that concepts have here."""
FOREIGN = frozenset({TYPE, LABEL}).union(
    CONCEPT_TERMS,
    list_terms(SKOS, "hasTopConcept"),
    list_terms(DCTERMS, "description identifier isPartOf language modified publisher title"),
    list_terms(SCHEMA, "sameAs url"),
)
"""The properties from the vocabularies of others that data may use."""
_FOREIGN_CLASSES = frozenset({CONCEPT_CLASS, NamedNode(f"{SKOS}ConceptScheme")})
_BY_LOADER = COMPUTED | {DERIVATION, IS_DERIVED_BY, JUDGEMENT_CLASS, PASSAGE, RULE_CLASS}
"""Terms that the loader writes or reads by name."""
_ABOVE = list_terms(RDFS, "subClassOf subPropertyOf")
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
    for statement in parsed.statements:
        term = statement.predicate
        use = (statement.file.path, statement.graph, statement.subject, term)
        if not term.value.startswith(BASE) and term not in FOREIGN and use not in seen:
            seen.add(use)
            remedy = f"fix the name{_hint(term, FOREIGN)}, or say it with a term of ours"
            message = f"{to_curie(term.value)} is not a term in use here; {remedy}."
            yield Breach(statement, message, focus=term.value)


def usable_class(parsed: ParsedProject) -> Iterator[Breach]:
    """Things are of the classes whose things have names of their own: shapes look at no others.

    A term of ours that is not declared has a rule of its own.
    """
    model = parsed.model
    usable = _FOREIGN_CLASSES.union(*(model.classes_named(kind) for kind in (*ENTITY_KINDS, "judgement", "source")))
    for statement in parsed.statements:
        cls = statement.quad.object
        if statement.predicate != TYPE or not isinstance(cls, NamedNode) or cls in usable:
            continue
        if cls in model.terms or not cls.value.startswith(MH):
            remedy = f"name the class that the name of {to_curie(statement.subject)} announces{_hint(cls, usable)}"
            yield Breach(statement, f"Nothing is simply a {to_curie(cls.value)} here; {remedy}.")


def term_used(parsed: ParsedProject) -> Iterator[Breach]:
    """Every declared term is used in the data, by a rule or by the loader, or the ontology says why it is kept.

    An ontology that is linked into the project from elsewhere is judged where it lives, on the data that lives there.
    """
    root = parsed.project.root.resolve()
    if not (root / "ontology").resolve().is_relative_to(root):
        return
    model = parsed.model
    used = _BY_LOADER.union(*map(_find_terms, parsed.statements))
    used |= {term for path in parsed.project.rules for term in _find_first_uses(read_text(path))}
    used |= {statement.predicate for statement in parsed.schema}
    used |= {NamedNode(statement.value) for statement in parsed.schema if statement.predicate in _ABOVE}
    for statement in parsed.schema:
        term = statement.quad.subject
        declares = statement.predicate == TYPE and term in model.terms
        if declares and isinstance(term, NamedNode) and term not in used and not model.is_reserved(term):
            remedy = "if it is to stay, say why it is kept, or delete it"
            yield Breach(statement, f"No data uses {to_curie(term.value)}; {remedy}.")


def known_terms(parsed: ParsedProject) -> frozenset[NamedNode]:
    """Return the properties and classes of ours, and the properties of others that are in use here."""
    return FOREIGN | parsed.model.terms


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
    names = (term.datatype if isinstance(term, Literal) else term for term in statement.terms)
    return {name for name in names if isinstance(name, NamedNode) and name.value.startswith(MH)}
