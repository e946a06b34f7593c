"""Rules about our own terms: what is used is declared, and what is declared is used or says why it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from mhgraph.files import read_text
from mhgraph.integrity.material import A, Hit, Iri, Material, iris, mh_
from mhgraph.namespaces import MH, to_curie

_BY_LOADER = iris(mh="earliest latest Judgement Passage Rule")
"""Terms that the loader writes or reads by name."""
_IN_TEXT = re.compile(rf"(?:\bmh:|{re.escape(MH)})([A-Za-z]\w*)")


def term_declared(material: Material) -> Iterator[Hit]:
    """Every term of ours in data, questions and rules is declared in the ontology. One hit a term and file of text."""
    known = _declared(material)
    seen: set[Iri] = set()
    for each in material.statements:
        for term in _terms(each.terms):
            if term not in known and term not in seen:
                seen.add(term)
                yield Hit(each, _undeclared(term), focus=term)
    for path in [*material.project.queries, *material.project.rules]:
        text = read_text(path)
        for name, match in _first_uses(text).items():
            term = mh_(name)
            if term not in known:
                line = text.count("\n", 0, match.start()) + 1
                yield Hit(material.project.relative(path), _undeclared(term), line, term)


def _undeclared(term: Iri) -> str:
    return f"{to_curie(term)} is not in the ontology; declare it there, or mend the name."


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
            yield Hit(
                each, f"No data uses {to_curie(each.subject)}; use it, delete it, or say why it is kept (mh:reserved)."
            )


def _declared(material: Material) -> set[Iri]:
    return {each.subject for each in material.schema if each.predicate == A and each.subject.startswith(MH)}


def _terms(terms: tuple[object, ...]) -> Iterator[Iri]:
    for term in terms:
        name = term.datatype if isinstance(term, Literal) else term
        if isinstance(name, NamedNode) and name.value.startswith(MH):
            yield name.value
