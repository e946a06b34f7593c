"""Rules about statements of one document that cannot all be meant: each is fine, and together they contradict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from mhgraph.checks.integrity.breach import Breach
from mhgraph.graph.labels import TITLE, short_name
from mhgraph.model import (
    AS_OF,
    BINDS,
    COMES_FROM,
    CURATION_DATE,
    DATE,
    END_DATE,
    FORCE,
    IN_SERIES,
    INDEX_SUFFIX,
    MADE_AT,
    MILESTONE,
    ON_BEHALF_OF,
    ORDINAL,
    PART_OF_EVENT,
    PARTICIPANT,
    PARTICIPATION,
    PRECEDES,
    REPORTED_FIGURE,
    SAYS,
    START_DATE,
    STATUS,
    STEP_OF,
)
from mhgraph.namespaces import CONCEPT, DCTERMS, OWL, SKOS, to_curie
from mhgraph.project.statements import Iri, ParsedProject, ProjectFile, Statement
from mhgraph.rdf.terms import LABEL, TYPE, date_bounds

_DISJOINT = NamedNode(f"{OWL}propertyDisjointWith")
_LANGUAGE = NamedNode(f"{DCTERMS}language")
_HELD = f"{CONCEPT}status-held"
_PAST = frozenset({DATE, AS_OF, NamedNode(f"{DCTERMS}issued"), NamedNode(f"{DCTERMS}modified")})
_NAMES = frozenset({LABEL, NamedNode(f"{SKOS}altLabel")})
_UNBINDING = frozenset(f"{CONCEPT}force-{slug}" for slug in ("option", "permission", "right"))
_TOLD_BY_CONTENT = frozenset({PARTICIPATION, MILESTONE, REPORTED_FIGURE})
"""Classes of which two things differ in what is said of them; of an utterance the label alone may tell."""


def disjoint_properties(parsed: ParsedProject) -> Iterator[Breach]:
    """No document joins two things in ways of which the ontology says that they exclude each other."""
    pairs = [(one.quad.subject, one.quad.object) for one in parsed.schema if one.predicate == _DISJOINT]
    excluding: defaultdict[object, set[object]] = defaultdict(set)
    for one, other in pairs:
        excluding[one].add(other)
        excluding[other].add(one)
    for file in parsed.of("entities", "sources", "judgements"):
        said: defaultdict[tuple[object, object], list[Statement]] = defaultdict(list)
        for statement in file.statements:
            if statement.predicate in excluding:
                said[statement.quad.subject, statement.quad.object].append(statement)
        for listed in said.values():
            for place, statement in enumerate(listed):
                against = excluding[statement.predicate] & {other.predicate for other in listed[:place]}
                if against:
                    names = f"{to_curie(statement.predicate.value)} and {to_curie(str(min(against, key=str))[1:-1])}"
                    yield Breach(
                        statement, f"{names} exclude each other, and join the same two; keep the one it means."
                    )


def not_yet(parsed: ParsedProject) -> Iterator[Breach]:
    """What is told as past was before the day on which it was read: texts, milestones, meetings that were held."""
    for file in parsed.of("sources"):
        read = max((one.value for one in file.statements if one.predicate == CURATION_DATE), default="")
        held = {(one.graph, one.subject) for one in file.statements if one.predicate == STATUS and one.value == _HELD}
        for statement in file.statements:
            is_past = statement.predicate in _PAST or (
                statement.predicate == START_DATE and (statement.graph, statement.subject) in held
            )
            literal = statement.quad.object
            days = date_bounds(literal) if is_past and isinstance(literal, Literal) else None
            if days is not None and read and days[0].value > read:
                what = f"{to_curie(statement.predicate.value)} is later than the day on which this was read ({read})"
                yield Breach(statement, f"{what}; correct one of them.")


def same_content(parsed: ParsedProject) -> Iterator[Breach]:
    """A document tells of one participation, milestone or figure under one name."""
    for file in parsed.of("sources"):
        first: dict[tuple[object, frozenset[tuple[NamedNode, str]]], Iri] = {}
        for name, (cls, statement, content) in _list_contents(file).items():
            other = first.setdefault((cls, content), name)
            if other != name and len(content) > 1:
                what = f"All that is said of {short_name(name)} is said of {short_name(other)}"
                yield Breach(statement, f"{what}; keep one name, or say in what they differ.")


def _list_contents(file: ProjectFile) -> dict[Iri, tuple[object, Statement, frozenset[tuple[NamedNode, str]]]]:
    """Return the things of a document that are told apart by their content: class, where typed, and the content."""
    typed: dict[Iri, Statement] = {}
    content: defaultdict[Iri, set[tuple[NamedNode, str]]] = defaultdict(set)
    for statement in file.statements:
        if statement.predicate == TYPE and statement.quad.object in _TOLD_BY_CONTENT:
            typed.setdefault(statement.subject, statement)
        elif statement.graph and not statement.graph.endswith(INDEX_SUFFIX) and statement.predicate not in _NAMES:
            content[statement.subject].add((statement.predicate, statement.value))
    return {name: (one.quad.object, one, frozenset(content[name] - {(TYPE, one.value)})) for name, one in typed.items()}


def precedes_in_order(parsed: ParsedProject) -> Iterator[Breach]:
    """What comes before something begins no later than that ends, by the days that one document gives."""
    firsts, lasts = parsed.model.marked("first-day"), parsed.model.marked("last-day")
    for file in parsed.of("sources"):
        earliest: dict[Iri, str] = {}
        latest: dict[Iri, str] = {}
        for statement in file.statements:
            literal, is_date = statement.quad.object, statement.predicate in firsts | lasts
            days = date_bounds(literal) if statement.graph and is_date and isinstance(literal, Literal) else None
            if days is not None:
                name = statement.subject
                earliest[name] = min(earliest.get(name, days[0].value), days[0].value)
                latest[name] = max(latest.get(name, days[1].value), days[1].value)
        for statement in file.statements:
            if statement.predicate == PRECEDES:
                begin, end = earliest.get(statement.subject, ""), latest.get(statement.value, "")
                if begin and end and begin > end:
                    what = (
                        f"{short_name(statement.subject)} ({begin}) is later than {short_name(statement.value)} ({end})"
                    )
                    yield Breach(statement, f"{what}; turn the two round, or correct a date.")


def step_within_process(parsed: ParsedProject) -> Iterator[Breach]:
    """A step of a process is not over before that begins, and begins before that is over, by the days of a document."""
    dates = parsed.model.marked("first-day") | parsed.model.marked("last-day")
    for file in parsed.of("sources"):
        days: defaultdict[tuple[Iri, NamedNode], list[tuple[str, str]]] = defaultdict(list)
        for statement in file.statements:
            literal = statement.quad.object
            bounds = date_bounds(literal) if statement.graph and isinstance(literal, Literal) else None
            if bounds is not None:
                days[statement.subject, statement.predicate].append((bounds[0].value, bounds[1].value))
        for statement in (one for one in file.statements if one.predicate == STEP_OF):
            own = [bounds for date in dates for bounds in days.get((statement.subject, date), ())]
            begins = [first for first, _ in days.get((statement.value, START_DATE), ())]
            ends = [last for _, last in days.get((statement.value, END_DATE), ())]
            too_early = own and begins and max(last for _, last in own) < min(begins)
            if too_early or (own and ends and min(first for first, _ in own) > max(ends)):
                when = "over before it begins" if too_early else "later than its end"
                what = f"{short_name(statement.subject)} is a step of {short_name(statement.value)}, and {when}"
                yield Breach(statement, f"{what}; correct a date, or the process.")


def own_ordinal(parsed: ParsedProject) -> Iterator[Breach]:
    """Two meetings of one series, or two parts of one meeting, have different places in its order."""
    for file in parsed.of("sources"):
        wholes: defaultdict[Iri, set[Iri]] = defaultdict(set)
        for statement in file.statements:
            if statement.predicate in (IN_SERIES, PART_OF_EVENT):
                wholes[statement.subject].add(statement.value)
        first: dict[tuple[Iri, str], Iri] = {}
        for statement in file.statements:
            for whole in sorted(wholes[statement.subject]) if statement.predicate == ORDINAL else ():
                other = first.setdefault((whole, statement.value), statement.subject)
                if other != statement.subject:
                    what = f"{short_name(other)} is number {statement.value} of {short_name(whole)} as well"
                    yield Breach(statement, f"{what}; correct one of them, or use one name.")


def made_by_participant(parsed: ParsedProject) -> Iterator[Breach]:
    """What is said in a participation is said by who takes part in it, or by whom they speak for."""
    speaking = parsed.model.below(COMES_FROM)
    for file in parsed.of("sources"):
        there: defaultdict[Iri, set[Iri]] = defaultdict(set)
        speakers: defaultdict[Iri, set[Iri]] = defaultdict(set)
        for statement in file.statements:
            if statement.predicate in (PARTICIPANT, ON_BEHALF_OF):
                there[statement.subject].add(statement.value)
            elif statement.predicate in speaking:
                speakers[statement.subject].add(statement.value)
        for statement in file.statements:
            who = speakers.get(statement.subject, set())
            if (
                statement.predicate == MADE_AT
                and who
                and statement.value in there
                and who.isdisjoint(there[statement.value])
            ):
                names = f"{short_name(min(who))} does not take part in {short_name(statement.value)}"
                yield Breach(statement, f"{names}; correct who said this, or where.")


def unbinding_force(parsed: ParsedProject) -> Iterator[Breach]:
    """An option, a permission and a right bind nobody."""
    for file in parsed.of("sources"):
        unbinding = {
            one.subject: one.value for one in file.statements if one.predicate == FORCE and one.value in _UNBINDING
        }
        for statement in file.statements:
            if statement.predicate == BINDS and statement.subject in unbinding:
                what = f"{to_curie(unbinding[statement.subject])} binds nobody"
                yield Breach(statement, f"{what}; say whom it involves, or correct the force.")


def said_once(parsed: ParsedProject) -> Iterator[Breach]:
    """Two provisions of which a document tells say different things: else the sentence of one is that of the other."""
    for file in parsed.of("sources"):
        first: dict[object, Iri] = {}
        for statement in file.statements:
            if statement.predicate == SAYS:
                other = first.setdefault(statement.quad.object, statement.subject)
                if other != statement.subject:
                    what = f"{short_name(other)} says this, word for word, as well"
                    yield Breach(statement, f"{what}; look whether both do, and say what tells them apart.")


def title_language(parsed: ParsedProject) -> Iterator[Breach]:
    """The title of a source is in a language of its text; so is at least one, if it is given in several."""
    for file in parsed.of("sources"):
        own = [one for one in file.statements if one.subject == file.source and not one.graph]
        languages = {one.value for one in own if one.predicate == _LANGUAGE}
        titles = [one for one in own if one.predicate == TITLE and isinstance(one.quad.object, Literal)]
        tags = {(getattr(one.quad.object, "language", None) or "").split("-")[0] for one in titles}
        if titles and languages and tags.isdisjoint(languages):
            what = (
                f"The title is tagged as {', '.join(sorted(tags))}, and the text is in {', '.join(sorted(languages))}"
            )
            yield Breach(titles[0], f"{what}; tag the title with the language of the document.")
