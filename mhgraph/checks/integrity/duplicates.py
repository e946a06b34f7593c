"""Rules about what is there twice, or about itself: names, statements, and things that point to themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from mhgraph.checks.integrity.breach import Breach
from mhgraph.graph.labels import short_name
from mhgraph.namespaces import BASE, JUDGEMENT, SKOS, SOURCE, to_curie
from mhgraph.project.statements import Iri, ParsedProject, Statement
from mhgraph.rdf.terms import LABEL, PART_OF, TYPE

_LABELS = {LABEL, NamedNode(f"{SKOS}prefLabel")}
_GROUPING = {TYPE, PART_OF, NamedNode(f"{SKOS}inScheme")}


def same_label(parsed: ParsedProject) -> Iterator[Breach]:
    """Two things of a class have different labels in a language: concepts in a scheme, provisions in an instrument."""
    statements = [*parsed.schema, *parsed.statements]
    groups: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for statement in statements:
        if statement.predicate in _GROUPING:
            groups[statement.subject].add(statement.value)
    first: dict[tuple[frozenset[Iri], str | None, str], Statement] = {}
    for statement in statements:
        literal, subject = statement.quad.object, statement.subject
        named = subject.startswith(BASE) and not subject.startswith((JUDGEMENT, SOURCE))
        if statement.predicate in _LABELS and isinstance(literal, Literal) and named:
            label = (frozenset(groups[subject]), literal.language, literal.value.casefold())
            other = first.setdefault(label, statement).subject
            if other != subject:
                names = f"{short_name(other)} and {short_name(subject)}"
                remedy = "keep one of them if they are the same, or rename one"
                yield Breach(statement, f"{names} have the same label; {remedy}.")


def needless_judgement(parsed: ParsedProject) -> Iterator[Breach]:
    """What a passage states needs no judgement."""
    claims = [statement for statement in parsed.statements if statement.graph]
    stated = {claim.quad.triple: claim.graph for claim in claims if claim.file.role == "sources"}
    for claim in claims:
        passage = stated.get(claim.quad.triple)
        if claim.file.role == "judgements" and passage is not None:
            yield Breach(claim, f"{short_name(passage)} states this as well; take it out of the judgement.")


def about_itself(parsed: ParsedProject) -> Iterator[Breach]:
    """Nothing is said of a thing and itself, whatever the property: it is no part of itself, and does not cite itself.

    A circle of several things is the matter of the shapes.
    """
    for statement in parsed.statements:
        if statement.quad.subject == statement.quad.object:
            name = to_curie(statement.predicate.value)
            yield Breach(statement, f"{name} leads from a thing to itself; name the other, or delete it.")
