"""Gaps: what a reader of this corpus would ask for next. A gap is one in the documents read, never one in the world.

No document can say that nothing is known of something, for the next document may say it. So what is missing is computed
here, from all that was read, and each gap tells what is known instead.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from mhgraph.analysis.gap_index import Fact, GapIndex
from mhgraph.analysis.network import Network
from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.labels import LANGUAGES
from mhgraph.model import (
    ABOUT,
    ADDRESSED_TO,
    BINDS,
    COMES_FROM,
    COMMITMENT,
    CONCERNS,
    FORCE,
    GATHERING,
    INSTRUMENT,
    INVOLVES,
    IS_ACT_OF,
    IS_ARRANGED_BY,
    KIND,
    OUTCOME,
    PERIOD_LABEL,
    PERSON,
    PROVISION,
    RECOMMENDATION,
    TAKES_UP,
    TOUCHES,
)
from mhgraph.namespaces import CONCEPT
from mhgraph.rdf.terms import natural_key

_PROMISES = frozenset(NamedNode(f"{CONCEPT}force-{slug}") for slug in ("duty", "promise"))
"""The forces of provisions that bind somebody."""

Known: TypeAlias = "Iterable[Fact] | None"
"""What is known of a thing in the place of what is missing; None, if nothing is missing."""


@dataclass(frozen=True)
class Gap:
    """One gap: the thing, what is known instead (phrases in the language asked for), and the passages on the thing."""

    iri: str
    known: tuple[str, ...]
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Gaps:
    """All gaps of one sort: of what (a key of KINDS), what is missing, and among how many things it was looked for."""

    of: str
    missing: str
    whole: int
    found: tuple[Gap, ...]


@dataclass(frozen=True)
class _Sort:
    """A sort of gaps: what is missing, among which things it is looked for, and what tells whether one lacks it."""

    missing: str
    among: Callable[[GapIndex], Collection[str]]
    look: Callable[[GapIndex, str], Known]


def find_gaps(
    graph: BaseGraph, network: Network, of: Collection[str] = (), *, language: str = LANGUAGES[0]
) -> list[Gaps]:
    """Return the gaps of some KINDS, of all if none is named: in the order of KINDS, then by name.

    Only the ledgers of the graph count. `network` is that of the graph.

    Not for: what did not happen, or who failed to do it. Most documents that ask are older than those that answer.
    """
    index = GapIndex(graph, network)
    found: list[tuple[str, str, int, list[tuple[str, tuple[Fact, ...]]]]] = []
    for kind, sorts in KINDS.items():
        for sort in sorts if not of or kind in of else ():
            things = sorted(sort.among(index), key=natural_key)
            looked = ((thing, sort.look(index, thing)) for thing in things)
            told = ((thing, known) for thing, known in looked if known is not None)
            lacking = [(thing, index.choose_language(known, language)) for thing, known in told]
            found.append((kind, sort.missing, len(things), lacking))
    facts = ((thing, fact) for *_, lacking in found for thing, known in lacking for fact in known)
    words = index.word_facts(facts, language)
    return [
        Gaps(
            kind,
            missing,
            whole,
            tuple(
                Gap(thing, tuple(words[thing, fact] for fact in known), index.passages(thing))
                for thing, known in lacking
            ),
        )
        for kind, missing, whole, lacking in found
    ]


def _list_recommendations(index: GapIndex) -> Collection[str]:
    return index.members(RECOMMENDATION)


def _list_instruments(index: GapIndex) -> Collection[str]:
    return index.members(INSTRUMENT)


def _list_meetings(index: GapIndex) -> Collection[str]:
    return index.members(*(index.model.below(GATHERING) - index.model.abstract - index.model.marked("lasting")))


def _look_for_date(index: GapIndex, event: str) -> Known:
    """Return phrases of time, and what the event is part of with its dates, for one without a day, month or year."""
    if index.out(event, index.dates):
        return None
    around = index.out(event, index.model.marked("places"))
    dates = (fact for place in around for fact in index.out(place.object_iri, index.dates))
    return [*index.out(event, {PERIOD_LABEL}), *around, *dates]


def _look_for_arranger(index: GapIndex, event: str) -> Known:
    """Return who took part, what was said there, and who arranged the whole, for an event that nobody arranges."""
    arranged = index.model.below(IS_ARRANGED_BY)
    if index.out(event, arranged):
        return None
    around = index.out(event, index.model.marked("places"))
    wholes = (fact for place in around for fact in index.out(place.object_iri, arranged))
    return [*index.into(event, index.model.marked("tie") | index.model.marked("places")), *wholes]


def _look_for_addressee(index: GapIndex, recommendation: str) -> Known:
    """Return who asks and for whose sake, if no document says whom."""
    if index.out(recommendation, {ADDRESSED_TO}):
        return None
    return index.out(recommendation, {*index.model.below(COMES_FROM), CONCERNS, INVOLVES})


def _look_for_force(index: GapIndex, recommendation: str) -> Known:
    """Return who asks and where, if nothing says how strongly."""
    if index.out(recommendation, {FORCE}):
        return None
    return index.out(recommendation, index.model.below(COMES_FROM) | index.model.marked("places"))


def _look_for_follow_up(index: GapIndex, recommendation: str) -> Known:
    """Return what came later on the same provisions, if nothing takes the recommendation up.

    Follow-up is what takes it up, and a milestone of it other than its coming about. What can take a provision up and
    touches one of the recommendation's, its first day after the recommendation's last, may be follow-up though nobody
    says so: it is counted as known, and the gap stays.
    """
    beginning = {kind.value for kind in index.model.marked("beginning")}
    milestones = (milestone.object_iri for milestone in index.into(recommendation, {ABOUT}))
    kinds = ({kind.object_iri for kind in index.out(milestone, {KIND})} for milestone in milestones)
    if index.into(recommendation, {TAKES_UP}) or any(found and not found <= beginning for found in kinds):
        return None
    later = index.count_later(recommendation)
    return [Fact(recommendation, "later on the same provision:", Literal(later))] if later else []


def _list_promises(index: GapIndex) -> Collection[str]:
    """Return commitments, and the provisions that promise or lay down a duty."""
    provisions = index.members(PROVISION)
    promised = {iri for iri in provisions if {fact.object for fact in index.out(iri, {FORCE})} & _PROMISES}
    return {*index.members(COMMITMENT), *promised}


def _look_for_bound(index: GapIndex, promise: str) -> Known:
    """Return whose text it is, for a promise that binds nobody.

    A constituency (“States”) is somebody. Who is bound by the whole is bound by its parts.
    """
    if any(index.out(whole, index.model.below(BINDS)) for whole in index.wholes(promise)):
        return None
    return index.out(promise, {*index.model.below(COMES_FROM), INVOLVES, FORCE, *index.model.marked("places")})


def _look_for_issuer(index: GapIndex, text: str) -> Known:
    """Return the publisher of its source, and what it is the outcome of, for a text that comes from nobody.

    Who issued, adopted or wrote it counts, and whose act one of its milestones is.
    """
    milestones = [milestone.object_iri for milestone in index.into(text, {ABOUT})]
    if index.out(text, index.model.below(COMES_FROM)) or any(index.out(one, {IS_ACT_OF}) for one in milestones):
        return None
    publishers = (Fact(text, "publisher of its source:", publisher) for publisher in index.publishers.get(text, ()))
    return [*publishers, *index.into(text, {OUTCOME, ABOUT})]


def _look_for_date_of_text(index: GapIndex, text: str) -> Known:
    """Return phrases of time, the dates of its milestones and those of its source, for a text without a date."""
    if index.out(text, index.dates):
        return None
    milestones = [milestone.object_iri for milestone in index.into(text, {ABOUT})]
    dates = (fact for milestone in milestones for fact in index.out(milestone, index.dates))
    own = (Fact(text, "date of its source:", date) for date in index.source_dates.get(text, ()))
    return [*index.out(text, {PERIOD_LABEL}), *dates, *own]


def _list_touched(index: GapIndex) -> Collection[str]:
    return [iri for iri in index.members(PROVISION) if index.into(iri, index.model.below(TOUCHES))]


def _look_for_document(index: GapIndex, provision: str) -> Known:
    """Return how many things and judgements there are, if whatever touches the provision is judged, or rests on that.

    A document may well speak of a provision without its number: the judgements are none the worse for it.
    """
    touches = index.into(provision, index.model.below(TOUCHES))
    supports = [support for fact in touches for support in fact.supports]
    if any(support.ledger is Ledger.STATED for support in supports):
        return None
    judgements = {support.graph for support in supports if support.ledger is Ledger.JUDGED}
    counts = {"things that touch it:": len(touches), "judgements:": len(judgements)}
    return [Fact(provision, words, Literal(count)) for words, count in counts.items()]


def _look_for_values(index: GapIndex, source: str) -> Known:
    """Return the labels of fields whose values all copies lost, each with the properties for which it stands."""
    return [
        Fact(source, f"“{label}” stands for", stands_for)
        for label, properties in index.lost_fields[source].items()
        for stands_for in properties or [Literal("what is not known")]
    ]


def _look_for_address(index: GapIndex, source: str) -> Known:
    """Return the publisher, and where copies were read, if the source has no official address."""
    return None if source in index.addressed else index.sources[source]


def _look_for_use(index: GapIndex, thing: str) -> Known:
    return None if thing in index.used else ()


def _list_declared(index: GapIndex) -> Collection[str]:
    """Return all things but those that are listed for their own sake (the trait): provisions, places, concepts."""
    listed = {cls.value for cls in index.model.marked("listed")}
    return [iri for iri, cls in index.classes.items() if cls not in listed]


def _list_named(index: GapIndex) -> Collection[str]:
    """Return all things but people, whose names are the same everywhere."""
    return set(index.classes).difference(index.members(PERSON))


def _look_for_labels(index: GapIndex, thing: str) -> Known:
    """Return the languages without and with a label, if one of LANGUAGES is without."""
    tags = index.languages.get(thing, set())
    missing = [tag for tag in LANGUAGES if tag not in tags]
    if not missing:
        return None
    told = {"missing:": missing, "there is:": sorted(tags) or ["none"]}
    return [Fact(thing, words, Literal(", ".join(listed))) for words, listed in told.items()]


KINDS: Mapping[str, tuple[_Sort, ...]] = {
    "events": (
        _Sort("event without a date", _list_meetings, _look_for_date),
        _Sort("event without an arranger", _list_meetings, _look_for_arranger),
    ),
    "recommendations": (
        _Sort("recommendation without an addressee", _list_recommendations, _look_for_addressee),
        _Sort("recommendation without a force", _list_recommendations, _look_for_force),
        _Sort("recommendation without follow-up", _list_recommendations, _look_for_follow_up),
    ),
    "promises": (_Sort("promise that binds nobody", _list_promises, _look_for_bound),),
    "texts": (
        _Sort("text without issuer, adopter or author", _list_instruments, _look_for_issuer),
        _Sort("text without a date", _list_instruments, _look_for_date_of_text),
    ),
    "provisions": (_Sort("provision that only judgements touch", _list_touched, _look_for_document),),
    "fields": (_Sort("field whose value was lost", lambda index: index.lost_fields, _look_for_values),),
    "sources": (_Sort("source without an address", lambda index: index.sources, _look_for_address),),
    "unused": (_Sort("thing that nothing mentions", _list_declared, _look_for_use),),
    "labels": (_Sort("thing without a label in a language", _list_named, _look_for_labels),),
}
"""The sorts of gaps, by the name under which commands know them."""
