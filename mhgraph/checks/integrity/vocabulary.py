"""Rules about our own terms: what is used is declared, and what is declared is used or says why it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from mhgraph.files import read_text
from mhgraph.project.statements import A, Hit, Iri, Material, iris, mh_
from mhgraph.text.likeness import did_you_mean
from mhgraph.namespaces import BASE, MH, to_curie

FOREIGN = iris(
    rdfs="label",
    skos="altLabel broadMatch broader closeMatch definition editorialNote exactMatch example hiddenLabel inScheme "
    "narrowMatch narrower notation note prefLabel related relatedMatch scopeNote topConceptOf hasTopConcept",
    dcterms="description identifier isPartOf language modified publisher title",
    schema="sameAs url",
) | {A}
"""The properties from the vocabularies of others that data may use."""
_BY_LOADER = iris(mh="earliest latest Judgement Passage Rule")
"""Terms that the loader writes or reads by name."""
_IN_TEXT = re.compile(rf"(?:\bmh:|{re.escape(MH)})([A-Za-z]\w*)")


def term_declared(material: Material) -> Iterator[Hit]:
    """Every term of ours in data, questions and rules is declared in the ontology. In a query, the first use counts."""
    known = _declared(material)
    for each in material.statements:
        for term in sorted(set(_terms(each.terms)) - known):
            yield Hit(each, _undeclared(term, known), focus=term)
    for path in [*material.project.queries, *material.project.rules]:
        text = read_text(path)
        for name, match in _first_uses(text).items():
            term = mh_(name)
            if term not in known:
                line = text.count("\n", 0, match.start()) + 1
                yield Hit(material.project.relative(path), _undeclared(term, known), line, term)


def _undeclared(term: Iri, known: set[Iri]) -> str:
    hint = did_you_mean(term, known)
    return f"{to_curie(term)} is not in the ontology; mend the name{hint}, or declare it there."


def foreign_term(material: Material) -> Iterator[Hit]:
    """Of the vocabularies of others, data uses only the properties that this project has chosen. One hit a thing."""
    seen: set[tuple[Path, Iri, Iri, Iri]] = set()
    for each in material.statements:
        use = (each.file.path, each.graph, each.subject, each.predicate)
        if not each.predicate.startswith(BASE) and each.predicate not in FOREIGN and use not in seen:
            seen.add(use)
            hint = did_you_mean(each.predicate, FOREIGN)
            remedy = f"mend the name{hint}, or say it with a term of ours"
            yield Hit(each, f"{to_curie(each.predicate)} is not a term in use here; {remedy}.", focus=each.predicate)


def known_terms(material: Material) -> frozenset[Iri]:
    """Return the properties and classes of ours, and the properties of others that are in use here."""
    return FOREIGN | _declared(material)


def _first_uses(text: str) -> dict[str, re.Match[str]]:
    """Return each term of ours (its local name) in a SPARQL text, with its first place."""
    first: dict[str, re.Match[str]] = {}
    for match in _IN_TEXT.finditer(text):
        first.setdefault(match[1], match)
    return first


def term_used(material: Material) -> Iterator[Hit]:
    """Every declared term is used in the data, by a rule or by the loader, or says why not (`mh:reserved`).

    An ontology that is linked into the project from elsewhere is judged where it lives, on the data that lives there.
    """
    root = material.project.root.resolve()
    if not (root / "ontology").resolve().is_relative_to(root):
        return
    used = _BY_LOADER | {term for each in material.statements for term in _terms(each.terms)}
    used |= {mh_(name) for path in material.project.rules for name in _first_uses(read_text(path))}
    used |= {each.predicate for each in material.schema}
    used |= {each.value for each in material.schema if each.predicate in iris(rdfs="subClassOf subPropertyOf")}
    used |= {each.subject for each in material.schema if each.predicate == mh_("reserved")}
    for each in material.schema:
        if each.predicate == A and each.subject.startswith(MH) and each.subject not in used:
            name = to_curie(each.subject)
            yield Hit(each, f"No data uses {name}; if it is to stay, say why it is kept (mh:reserved), or delete it.")


def _declared(material: Material) -> set[Iri]:
    return {each.subject for each in material.schema if each.predicate == A and each.subject.startswith(MH)}


def _terms(terms: tuple[object, ...]) -> Iterator[Iri]:
    for term in terms:
        name = term.datatype if isinstance(term, Literal) else term
        if isinstance(name, NamedNode) and name.value.startswith(MH):
            yield name.value
