"""Rules about what is there twice, or about itself: names, statements, and things that point to themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.checks.integrity.breach import Breach, source_of
from mhgraph.graph.labels import short_name
from mhgraph.model import ACRONYM, BEARS_ON, CAPTURE, DIFFERENT_FROM, DIGEST, PLACE, RESTS_ON, TOUCHES
from mhgraph.namespaces import BASE, DCTERMS, JUDGEMENT, SCHEMA, SKOS, SOURCE, to_curie
from mhgraph.project.statements import Iri, ParsedProject, Statement
from mhgraph.rdf.terms import LABEL, PART_OF, TYPE

_LABELS = {LABEL, NamedNode(f"{SKOS}prefLabel")}
_GROUPING = {TYPE, PART_OF, NamedNode(f"{SKOS}inScheme"), NamedNode(f"{DCTERMS}publisher")}
_IDENTIFIER, _NOTATION = NamedNode(f"{DCTERMS}identifier"), NamedNode(f"{SKOS}notation")
_ADDRESS = NamedNode(f"{SCHEMA}sameAs")


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
    """Two things have different identifiers and addresses, two places different codes, as their entity files give them.

    An identifier is one in its class: a body and its text may be registered under one number.
    """
    first: dict[tuple[NamedNode, object, str], Statement] = {}
    for statement, classes in _list_declared(parsed):
        within: object = None
        if statement.predicate == _IDENTIFIER or (statement.predicate == _NOTATION and PLACE in classes):
            within = frozenset(classes)
        elif statement.predicate != _ADDRESS:
            continue
        other = first.setdefault((statement.predicate, within, statement.value), statement).subject
        if other != statement.subject:
            names = f"{short_name(other)} and {short_name(statement.subject)}"
            remedy = "correct one of them, or keep one name if they are the same"
            yield Breach(statement, f"{names} have the same {to_curie(statement.predicate.value)}; {remedy}.")


def same_acronym(parsed: ParsedProject) -> Iterator[Breach]:
    """Two bodies, texts or meetings have different acronyms. Nothing is said of what judgements hold to be two things.

    Classes that stand below one class are compared: an organization and a coordination body are bodies both.
    """
    decided, first = _find_decided(parsed), dict[tuple[NamedNode, str], Statement]()
    for statement, classes in _list_declared(parsed):
        if statement.predicate != ACRONYM:
            continue
        for cls in sorted({parsed.model.above(cls)[-1] for cls in classes}, key=str):
            other = first.setdefault((cls, statement.value.casefold()), statement).subject
            if other != statement.subject and frozenset((other, statement.subject)) not in decided:
                names = f"{short_name(other)} and {short_name(statement.subject)}"
                remedy = "keep one name if they are the same, or let a judgement say that they differ"
                yield Breach(statement, f"{names} have the same acronym; {remedy} ({to_curie(DIFFERENT_FROM.value)}).")


def acronym_shortens(parsed: ParsedProject) -> Iterator[Breach]:
    """An acronym is shorter than the name. Nothing is said of one that is a name of capitals."""
    for file in parsed.of("entities", "sources"):
        labels: defaultdict[tuple[Iri, Iri], set[str]] = defaultdict(set)
        for statement in file.statements:
            if statement.predicate == LABEL:
                labels[statement.graph, statement.subject].add(statement.value.casefold())
        for statement in file.statements:
            name, known = statement.value, labels[statement.graph, statement.subject]
            if statement.predicate == ACRONYM and name != name.upper() and name.casefold() in known:
                remedy = "write its initials, or leave the acronym out"
                yield Breach(statement, f"The acronym of {short_name(statement.subject)} is its name; {remedy}.")


def _list_declared(parsed: ParsedProject) -> Iterator[tuple[Statement, set[NamedNode]]]:
    """Yield the statements of entity files, each with the classes of its subject."""
    for file in parsed.of("entities"):
        classes: defaultdict[Iri, set[NamedNode]] = defaultdict(set)
        for statement in file.statements:
            if statement.predicate == TYPE and isinstance(statement.quad.object, NamedNode):
                classes[statement.subject].add(statement.quad.object)
        yield from ((statement, classes[statement.subject]) for statement in file.statements)


def same_capture(parsed: ParsedProject) -> Iterator[Breach]:
    """Two sources are two texts: what was read of them under two keys is not the same, letter by letter."""
    first: dict[str, Statement] = {}
    for file in parsed.of("sources"):
        captures = {statement.subject for statement in file.statements if statement.declares(CAPTURE)}
        for statement in file.statements:
            if statement.predicate == DIGEST and statement.subject in captures:
                other = first.setdefault(statement.value, statement)
                if source_of(other.subject) != source_of(statement.subject):
                    what = f"This text is, letter by letter, that of {short_name(other.subject)}"
                    remedy = "one text is one source: write the second place as another capture of the first"
                    yield Breach(statement, f"{what}; {remedy}.")


def needless_judgement(parsed: ParsedProject) -> Iterator[Breach]:
    """What a passage states needs no judgement that rests on its source; nor a weaker one of the same two things.

    Where a document itself says how a thing touches a provision, it needs no curator to hold that it bears on it.
    """
    stated: defaultdict[Triple, set[Iri]] = defaultdict(set)
    touching = parsed.model.below(TOUCHES)
    for file in parsed.of("sources"):
        for claim in file.statements:
            if claim.graph:
                stated[claim.quad.triple].add(claim.graph)
                if claim.predicate in touching:
                    stated[Triple(claim.quad.subject, BEARS_ON, claim.quad.object)].add(claim.graph)
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
