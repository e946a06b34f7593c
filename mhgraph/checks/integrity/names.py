"""Rules about names: what is declared, where, by which file, and whether anybody speaks of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode

from mhgraph.project.statements import A, Hit, Iri, Material, Statement, iris, mh_, short_name
from mhgraph.text.likeness import did_you_mean, nearest
from mhgraph.checks.integrity.vocabulary import known_terms
from mhgraph.namespaces import BASE, MH, RULE, SCHEME, SKOS, to_curie
from mhgraph.model import mh
from mhgraph.rdf.terms import DEFAULT

_CLASSES = {
    "actor": iris(mh="Organization CoordinationBody"),
    "commitment": iris(mh="Commitment"),
    "concept": iris(skos="Concept"),
    "event": iris(mh="Event EventSet"),
    "figure": iris(mh="ReportedFigure"),
    "group": iris(mh="CoordinationBody"),
    "instrument": iris(mh="Instrument"),
    "judgement": iris(mh="Judgement"),
    "milestone": iris(mh="Milestone"),
    "participation": iris(mh="Participation"),
    "person": iris(mh="Person"),
    "place": iris(mh="Place"),
    "position": iris(mh="Position"),
    "practice": iris(mh="Practice"),
    "process": iris(mh="Process"),
    "provision": iris(mh="Provision"),
    "rec": iris(mh="Recommendation"),
    "series": iris(mh="EventSeries"),
    "source": iris(mh="Source Passage"),
}
_NAMING = iris(
    rdfs="label",
    skos="altLabel notation exactMatch editorialNote",
    mh="acronym",
    dcterms="identifier",
    schema="sameAs",
) | {A}
_OF_CONCEPTS = _NAMING | iris(
    skos="prefLabel hiddenLabel definition scopeNote note example inScheme topConceptOf broader narrower related "
    "broadMatch closeMatch narrowMatch relatedMatch"
)
_KINDED = iris(mh="Organization CoordinationBody Instrument Provision")
_DATED = iris(mh="Event EventSet Instrument Milestone ReportedFigure")
_DATES = ("date", "startDate", "endDate")
_UNMENTIONED = ("provision", "concept", "scheme")
_POINTERS = iris(mh="restsOn readWith")


def declared(material: Material) -> Iterator[Hit]:
    """Every name of ours that is used is typed: in an entity file, in a passage, or in the ontology.

    One hit a place: each statement that mentions the name, or the block of statements about it.
    """
    known, judged = _declared(material), _judged(material)
    for name, each in judged.items():
        if name not in known:
            place = f"data/entities/{_prefix(name)}.ttl, or in the passage that creates it"
            yield Hit(each, f"A judgement cannot declare things; declare {short_name(name)} in {place}.", focus=name)
    for name, each in _undeclared(material, known | judged.keys()):
        hint = did_you_mean(name, _namesakes(name, known))
        remedy = f"mend the name{hint}, or give it a type in its entity file or in the passage that creates it"
        yield Hit(each, f"{short_name(name)} is not declared; {remedy}.", focus=name)


def _declared(material: Material) -> set[Iri]:
    known = {each.subject for each in material.schema if each.predicate == A}
    known |= {f"{RULE}{path.stem}" for path in material.project.rules}
    known |= {each.graph for each in material.statements if each.graph}  # undescribed graphs have a rule of their own
    for each in material.statements:
        if each.predicate == A and not (each.graph and each.file.role == "judgements"):
            known.add(each.subject)
    return known


def _judged(material: Material) -> dict[Iri, Statement]:
    """Return what judgements type, each with the first statement that does."""
    typed: dict[Iri, Statement] = {}
    for each in material.of("judgements"):
        for statement in each.statements:
            if statement.graph and statement.predicate == A and statement.subject.startswith(BASE):
                typed.setdefault(statement.subject, statement)
    return typed


def _undeclared(material: Material, known: Collection[Iri]) -> Iterator[tuple[Iri, Statement]]:
    blocks: set[tuple[Iri, Path, Iri]] = set()
    for each in material.statements:
        block = (each.subject, each.file.path, each.graph)
        predicates = [each.predicate] if each.predicate.startswith(BASE) and not each.predicate.startswith(MH) else []
        objects = [each.value] if each.value in each.names[1:] and each.predicate not in _POINTERS else []
        for name in [*([] if block in blocks else [each.subject]), *predicates, *objects]:
            if name.startswith(BASE) and not name.startswith(MH) and name not in known:
                yield name, each
        blocks.add(block)


def _namesakes(name: Iri, known: Iterable[Iri]) -> list[Iri]:
    """Return the known names with the prefix of a name; none for a passage, whose names are all alike."""
    return [] if "#" in name else [each for each in known if _prefix(each) == _prefix(name) and "#" not in each]


def mentioned(material: Material) -> Iterator[Hit]:
    """Every named thing is spoken of: in a passage or judgement, by a source, or by something that is spoken of.

    What a misspelt name was meant to be is spoken of, too.
    """
    spoken = {name for each in material.statements if each.graph or each.file.role == "sources" for name in each.names}
    links: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for each in material.statements:
        if each.file.role == "entities" and len(each.names) == 2:
            links[each.subject].add(each.value)
    known = _declared(material)
    misspelt = {name for name, _ in _undeclared(material, known)}
    spoken |= {meant for name in misspelt if (meant := nearest(name, _namesakes(name, known))) is not None}
    waiting = list(spoken)
    while waiting:
        new = links[waiting.pop()] - spoken
        spoken |= new
        waiting += new
    for each in material.statements:
        exempt = _prefix(each.subject) in _UNMENTIONED
        if each.file.role == "entities" and each.predicate == A and each.subject not in spoken and not exempt:
            yield Hit(each, f"Nothing mentions {short_name(each.subject)}; say in a passage what it did, or delete it.")


def class_fits_name(material: Material) -> Iterator[Hit]:
    """The class of a thing is one that its name announces."""
    for each in material.statements:
        allowed = _CLASSES.get(_prefix(each.subject))
        if each.predicate == A and allowed is not None and each.value not in allowed:
            classes = " or ".join(sorted(to_curie(name) for name in allowed))
            yield Hit(
                each, f"{short_name(each.subject)} cannot be a {to_curie(each.value)}; make it {classes}, or rename it."
            )


def entity_predicate(material: Material) -> Iterator[Hit]:
    """Entity files name things and claim nothing: their predicates are a closed list."""
    classes: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for each in material.statements:
        if each.predicate == A:
            classes[each.subject].add(each.value)
    known = known_terms(material)
    for each in material.statements:
        claimed = each.predicate in known and each.predicate not in entity_predicates(classes[each.subject])
        if each.file.role == "entities" and claimed:
            message = (
                f"{to_curie(each.predicate)} is a claim and has no place in an entity file; a passage has to say it."
            )
            yield Hit(each, message)


def entity_predicates(classes: set[Iri]) -> frozenset[Iri]:
    """Return what an entity file may say of a thing of these classes."""
    allowed = _NAMING
    if f"{SKOS}Concept" in classes:
        allowed |= _OF_CONCEPTS
    if mh_("Provision") in classes:
        allowed |= iris(dcterms="isPartOf")
    if classes & _KINDED:
        allowed |= iris(mh="kind")
    if classes & _DATED:
        allowed |= iris(mh="dateUnknownBecause")
    return allowed


def concept_scheme(material: Material) -> Iterator[Hit]:
    """A concept is in exactly one scheme, and its slug begins with that scheme's."""
    both = [*material.schema, *material.statements]
    found: defaultdict[Iri, list[Statement]] = defaultdict(list)
    for each in both:
        if each.predicate == f"{SKOS}inScheme":
            found[each.subject].append(each)
    for each in both:
        if not each.declares(f"{SKOS}Concept"):
            continue
        listed = found[each.subject]
        if len(listed) != 1:
            yield Hit(each, f"The concept is in {len(listed)} schemes; give it exactly one skos:inScheme.")
        elif not each.subject.startswith(f"{BASE}concept/{listed[0].value.removeprefix(SCHEME)}-"):
            yield Hit(
                listed[0], f"{short_name(each.subject)} does not begin with its scheme; rename it, or mend the scheme."
            )


def date_unknown(material: Material) -> Iterator[Hit]:
    """No reason why a date is unknown stands where a date is known, in whatever ledger."""
    store = material.corpus.store
    for each in material.statements:
        if each.predicate == mh_("dateUnknownBecause") and isinstance(each.quad.subject, NamedNode):
            known = [
                name for name in _DATES if any(store.quads_for_pattern(each.quad.subject, mh(name), None, DEFAULT))
            ]
            if known:
                yield Hit(each, f"The date is known (mh:{known[0]}); take mh:dateUnknownBecause away.")


def _prefix(iri: Iri) -> str:
    return iri.removeprefix(BASE).partition("/")[0] if iri.startswith(BASE) else ""
