"""Rules about what is there twice, or about itself: names, statements, and things that point to themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from mhgraph.project.statements import A, Hit, Iri, Material, Statement, iris, short_name
from mhgraph.namespaces import BASE, JUDGEMENT, SOURCE, to_curie

_LABELS = iris(rdfs="label", skos="prefLabel")
_KINDS = iris(skos="inScheme") | {A}
_WHOLE = iris(dcterms="isPartOf")


def same_label(material: Material) -> Iterator[Hit]:
    """Two things of a class have different labels in a language: concepts in a scheme, provisions in an instrument."""
    both = [*material.schema, *material.statements]
    about: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for each in both:
        if each.predicate in _KINDS | _WHOLE:
            about[each.subject].add(each.value)
    first: dict[tuple[frozenset[Iri], str | None, str], Statement] = {}
    for each in both:
        literal = each.quad.object
        named = each.subject.startswith(BASE) and not each.subject.startswith((JUDGEMENT, SOURCE))
        if each.predicate in _LABELS and isinstance(literal, Literal) and named:
            label = (frozenset(about[each.subject]), literal.language, literal.value.casefold())
            other = first.setdefault(label, each)
            if other.subject != each.subject:
                names = f"{short_name(other.subject)} and {short_name(each.subject)}"
                yield Hit(each, f"{names} have the same label; keep one of them if they are the same, or rename one.")


def needless_judgement(material: Material) -> Iterator[Hit]:
    """What a passage states needs no judgement."""
    stated = {each.quad.triple: each for each in material.statements if each.graph and each.file.role == "sources"}
    for each in material.statements:
        passage = stated.get(each.quad.triple)
        if each.graph and each.file.role == "judgements" and passage is not None:
            message = f"{short_name(passage.graph)} states this as well; take it out of the judgement."
            yield Hit(each, message)


def about_itself(material: Material) -> Iterator[Hit]:
    """Nothing is said of a thing and itself: it is no part of itself, and does not cite itself."""
    for each in material.statements:
        if isinstance(each.quad.object, NamedNode) and each.subject == each.value:
            yield Hit(each, f"{to_curie(each.predicate)} leads from a thing to itself; name the other, or delete it.")
