"""Rules about what is there twice, or about itself: names, statements, and things that point to themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.checks.integrity.breach import Breach, source_of
from mhgraph.graph.labels import short_name
from mhgraph.model import INSTRUMENT, PLACE, RESTS_ON
from mhgraph.namespaces import BASE, DCTERMS, JUDGEMENT, SKOS, SOURCE, to_curie
from mhgraph.project.statements import Iri, ParsedProject, Statement
from mhgraph.rdf.terms import LABEL, PART_OF, TYPE

_LABELS = {LABEL, NamedNode(f"{SKOS}prefLabel")}
_GROUPING = {TYPE, PART_OF, NamedNode(f"{SKOS}inScheme"), NamedNode(f"{DCTERMS}publisher")}
_IDENTIFIER, _NOTATION = NamedNode(f"{DCTERMS}identifier"), NamedNode(f"{SKOS}notation")


def same_label(parsed: ParsedProject) -> Iterator[Breach]:
    """Two things of a class have different labels in a language: concepts in a scheme, provisions in an instrument.

    Nothing is said of names that judgements hold to be one thing, or two.
    """
    statements, decided = [*parsed.schema, *parsed.statements], _find_decided(parsed)
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
            if other != subject and frozenset((other, subject)) not in decided:
                names = f"{short_name(other)} and {short_name(subject)}"
                remedy = "keep one of them if they are the same, or rename one"
                yield Breach(statement, f"{names} have the same label; {remedy}.")


def _find_decided(parsed: ParsedProject) -> set[frozenset[Iri]]:
    """Return the pairs of names of which a judgement says that they mean one thing, or two."""
    deciding = parsed.model.marked("identity")
    judged = (statement for file in parsed.of("judgements") for statement in file.statements)
    return {frozenset(statement.names) for statement in judged if statement.graph and statement.predicate in deciding}


def same_identifier(parsed: ParsedProject) -> Iterator[Breach]:
    """Two instruments have different symbols, and two places different codes, as their entity files give them."""
    for cls, predicate in ((INSTRUMENT, _IDENTIFIER), (PLACE, _NOTATION)):
        first: dict[str, Statement] = {}
        for file in parsed.of("entities"):
            members = {statement.subject for statement in file.statements if statement.declares(cls)}
            for statement in file.statements:
                if statement.predicate == predicate and statement.subject in members:
                    other = first.setdefault(statement.value, statement).subject
                    if other != statement.subject:
                        names = f"{short_name(other)} and {short_name(statement.subject)}"
                        remedy = "correct one of them, or keep one name if they are the same"
                        yield Breach(statement, f"{names} have the same {to_curie(predicate.value)}; {remedy}.")


def needless_judgement(parsed: ParsedProject) -> Iterator[Breach]:
    """What a passage states needs no judgement that rests on its source."""
    stated: defaultdict[Triple, set[Iri]] = defaultdict(set)
    for file in parsed.of("sources"):
        for claim in file.statements:
            if claim.graph:
                stated[claim.quad.triple].add(claim.graph)
    for file in parsed.of("judgements"):
        sources: defaultdict[Iri, set[Iri]] = defaultdict(set)
        for statement in file.statements:
            if statement.predicate == RESTS_ON:
                sources[statement.subject].add(source_of(statement.value))
        for claim in file.statements:
            passages = {name for name in stated.get(claim.quad.triple, ()) if source_of(name) in sources[claim.graph]}
            if claim.graph and passages:
                yield Breach(claim, f"{short_name(min(passages))} states this as well; take it out of the judgement.")


def about_itself(parsed: ParsedProject) -> Iterator[Breach]:
    """Nothing is said of a thing and itself, whatever the property: it is no part of itself, and does not cite itself.

    A circle of several things is the matter of the shapes.
    """
    for statement in parsed.statements:
        if statement.quad.subject == statement.quad.object:
            name = to_curie(statement.predicate.value)
            yield Breach(statement, f"{name} leads from a thing to itself; name the other, or delete it.")
