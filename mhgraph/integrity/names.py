"""Rules about names: what is declared, where, by which file, and whether anybody speaks of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode

from mhgraph.integrity.material import A, Hit, Iri, Material, Statement, iris, mh_
from mhgraph.namespaces import BASE, ENTITY_KINDS, MH, RULE, SCHEME, SKOS, SOURCE, passage_name, to_curie
from mhgraph.rdf import DEFAULT, mh

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
    """Every name of ours that is used is typed: in an entity file, in a passage, or in the ontology. One hit a name."""
    known = _declared(material)
    for each in material.statements:
        predicates = [each.predicate] if each.predicate.startswith(BASE) and not each.predicate.startswith(MH) else []
        objects = each.names[1:] if each.predicate not in _POINTERS else []
        for name in [*each.names[:1], *predicates, *objects]:
            if name.startswith(BASE) and not name.startswith(MH) and name not in known:
                known.add(name)
                remedy = "give it a type in its entity file, or in the passage that creates it, or mend the name"
                yield Hit(each, f"{_short(name)} is not declared; {remedy}.", focus=name)


def _declared(material: Material) -> set[Iri]:
    known = {each.subject for each in material.schema if each.predicate == A}
    known |= {f"{RULE}{path.stem}" for path in material.project.rules}
    known |= {each.graph for each in material.statements if each.graph}  # undescribed graphs have a rule of their own
    for each in material.statements:
        if each.predicate == A and not (each.graph and each.file.role == "judgements"):
            known.add(each.subject)
    return known


def mentioned(material: Material) -> Iterator[Hit]:
    """Every named thing is spoken of: in a passage or judgement, by a source, or by something that is spoken of."""
    spoken = {name for each in material.statements if each.graph or each.file.role == "sources" for name in each.names}
    links: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for each in material.statements:
        if each.file.role == "entities" and len(each.names) == 2:
            links[each.subject].add(each.value)
    waiting = list(spoken)
    while waiting:
        new = links[waiting.pop()] - spoken
        spoken |= new
        waiting += new
    for each in material.statements:
        exempt = _prefix(each.subject) in _UNMENTIONED
        if each.file.role == "entities" and each.predicate == A and each.subject not in spoken and not exempt:
            yield Hit(each, f"Nothing mentions {_short(each.subject)}; say in a passage what it did, or delete it.")


def class_fits_name(material: Material) -> Iterator[Hit]:
    """The class of a thing is one that its name announces."""
    for each in material.statements:
        allowed = _CLASSES.get(_prefix(each.subject))
        if each.predicate == A and allowed is not None and each.value not in allowed:
            classes = " or ".join(sorted(to_curie(name) for name in allowed))
            yield Hit(
                each, f"{_short(each.subject)} cannot be a {to_curie(each.value)}; make it {classes}, or rename it."
            )


def entity_predicate(material: Material) -> Iterator[Hit]:
    """Entity files name things and claim nothing: their predicates are a closed list."""
    classes: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for each in material.statements:
        if each.predicate == A:
            classes[each.subject].add(each.value)
    for each in material.statements:
        if each.file.role == "entities" and each.predicate not in _allowed(classes[each.subject]):
            message = (
                f"{to_curie(each.predicate)} is a claim and has no place in an entity file; a passage has to say it."
            )
            yield Hit(each, message)


def _allowed(classes: set[Iri]) -> frozenset[Iri]:
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


def entity_file(material: Material) -> Iterator[Hit]:
    """An entity file holds the things of one kind, and is named after it. One hit a name."""
    seen: set[Iri] = set()
    for each in material.statements:
        kind = each.file.path.stem
        strange = kind not in ENTITY_KINDS or not each.subject.startswith(f"{BASE}{kind}/")
        if each.file.role == "entities" and each.subject not in seen and strange:
            seen.add(each.subject)
            yield Hit(
                each, f"{_short(each.subject)} does not belong in {each.file.path.name}; move it to its own file."
            )


def source_file(material: Material) -> Iterator[Hit]:
    """A source file describes one source, and is named after it."""
    for file in material.of("sources"):
        typed = [each for each in file.statements if each.declares(mh_("Source"))]
        if not typed:
            yield Hit(file.path, "The file describes no source; type one as mh:Source.", 1)
        for each in typed:
            if each.subject != f"{SOURCE}{file.path.stem}":
                key = each.subject.removeprefix(SOURCE)
                yield Hit(each, f"The file of this source is called {key}.trig; rename the file, or mend the key.")


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
                listed[0], f"{_short(each.subject)} does not begin with its scheme; rename it, or mend the scheme."
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


def _short(iri: Iri) -> str:
    return passage_name(iri) if iri.startswith(SOURCE) else to_curie(iri)
