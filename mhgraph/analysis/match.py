"""Matching: pairs of entities that may be one thing, best first, with what speaks for and against. It decides nothing.

Two names are compared if they share something rare: a word of their names, an identifier, an address, a neighbour. Each
likeness and each difference has a weight of its own; their sum orders the pairs. What a curator has decided, either
way or unsure, is not proposed again, nor what is merged already.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt

from mhgraph.analysis.profiles import Name, Profile, Profiles
from mhgraph.errors import InvalidValue
from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import LANGUAGES
from mhgraph.model import Model
from mhgraph.namespaces import BASE, ENTITY_KINDS
from mhgraph.rdf.terms import natural_key
from mhgraph.text.likeness import measure_likeness

KINDS = tuple(kind for kind in ENTITY_KINDS if kind not in ("concept", "membership"))
"""The kinds of entities that are compared. Concepts are joined in their schemes, by matches; the name of a membership
says member, body and role, so that two names are two memberships."""

LEAST = 30
"""The score below which a pair is not worth a look."""

_COMMON = 40
"""A feature that more things have tells little, and finds no pairs …"""
_FEWEST, _MOST = 4, 300
"""… but a thing is looked up by its rarest four in any case, as long as no more than so many have them."""
_PARTNERS = 12
"""With how many others a thing is compared in full: those with which it shares most."""


@dataclass(frozen=True)
class Proposal:
    """Two entities that may be one: class (IRI), score (0 to 100), and what speaks for it and against it.

    `first` is the name that would be merged into `second`: the declared one, if one is.
    """

    first: str
    second: str
    cls: str
    score: int
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


@dataclass(frozen=True)
class _Ground:
    """What speaks for a pair (weight above zero) or against it: words, and names whose labels are set into them."""

    weight: float
    words: str
    names: tuple[str, ...] = ()


def find_matches(
    graph: BaseGraph, kinds: Collection[str] = (), *, limit: int | None = None, language: str = LANGUAGES[0]
) -> list[Proposal]:
    """Return the pairs of entities of some KINDS (all, if none is named) that may be one thing, best first.

    Both are of one class. Not for: merging. A high score says that somebody should read both passages.

    Raises:
        InvalidValue: a kind is none of KINDS.

    >>> from mhgraph.graph import load_graph
    >>> from mhgraph.project.folders import find_project
    >>> all(pair.score >= LEAST for pair in find_matches(load_graph(find_project()), ["event"]))
    True
    """
    for kind in kinds:
        if kind not in KINDS:
            raise InvalidValue("kind", kind, "one of " + ", ".join(KINDS))
    profiles = Profiles(graph, KINDS)
    judge = _Judge(profiles, graph.model)
    decided = _find_decided(graph)
    spaces = tuple(f"{BASE}{kind}/" for kind in kinds) or BASE
    pairs = (pair for pair in _find_pairs(profiles) if frozenset(pair) not in decided and pair[0].startswith(spaces))
    weighed = ((judge.weigh(profiles.by_iri[a], profiles.by_iri[b]), a, b) for a, b in pairs)
    scored = [(_score(grounds), a, b, grounds) for grounds, a, b in weighed]
    worthy = [found for found in scored if found[0] >= LEAST]
    worthy.sort(key=lambda found: (-found[0], natural_key(found[1]), natural_key(found[2])))
    chosen = worthy[:limit]
    names = {name for *_, grounds in chosen for ground in grounds for name in ground.names}
    labels = graph.labels(names, language)
    return [_propose(profiles.by_iri[a], profiles.by_iri[b], grounds, labels) for _, a, b, grounds in chosen]


def _find_decided(graph: BaseGraph) -> set[frozenset[str]]:
    """Return the pairs of which a judgement speaks, in canonical names; those that were left apart in any way."""
    decided = {frozenset(pair) for clash in graph.identities.clashes for pair in combinations(clash.members, 2)}
    for predicate in graph.model.marked("identity"):
        for subject, value in graph.select(f"SELECT DISTINCT ?s ?o WHERE {{ ?s {predicate} ?o }}").rows:
            decided.add(frozenset(getattr(term, "value", "") for term in (subject, value)))
    return decided


def _find_pairs(profiles: Profiles) -> list[tuple[str, str]]:
    """Return the pairs of things of one class that share most, each once, in a fixed order."""
    features = {iri: set(_list_features(profile)) for iri, profile in profiles.by_iri.items()}
    having: defaultdict[object, list[str]] = defaultdict(list)
    for iri in sorted(features):
        for feature in features[iri]:
            having[feature].append(iri)
    found: set[tuple[str, str]] = set()
    for iri in features:
        shared: defaultdict[str, float] = defaultdict(float)
        ordered = sorted((len(having[feature]), str(feature), feature) for feature in features[iri])
        for place, (count, _, feature) in enumerate(ordered):
            if count > (_MOST if place < _FEWEST else _COMMON):
                break
            for other in having[feature]:
                shared[other] += 1 / count
        del shared[iri]
        best = heapq.nlargest(_PARTNERS, shared, key=lambda other: (shared[other], other))
        found.update((min(iri, other), max(iri, other)) for other in best)
    return sorted(found)


def _list_features(profile: Profile) -> Iterator[tuple[object, ...]]:
    """Yield what can lead from a thing to another of its class."""
    yield from ((profile.cls, "word", stem) for stem in profile.stems)
    yield from ((profile.cls, "name", name.text.casefold()) for name in profile.names)
    yield from ((profile.cls, "code", code) for code in profile.codes)
    yield from ((profile.cls, "address", address) for address in profile.addresses)
    yield from ((profile.cls, "relation", *relation) for relation in profile.relations)
    if profile.earliest:
        yield profile.cls, "days", profile.earliest, profile.latest


class _Judge:
    """Weighs pairs: how rare words and relations are among all things says how much it means to share them."""

    def __init__(self, profiles: Profiles, model: Model) -> None:
        self._profiles = profiles
        self._defining = {term.value for trait in ("places", "tie") for term in model.marked(trait)}
        count = len(profiles.by_iri)
        stems = Counter(stem for profile in profiles.by_iri.values() for stem in profile.stems)
        relations = Counter(one for profile in profiles.by_iri.values() for one in profile.relations)
        self._of_stem = {stem: log(1 + count / number) ** 2 for stem, number in stems.items()}
        names = {name.stems for profile in profiles.by_iri.values() for name in profile.names}
        self._of_name = {words: sqrt(sum(self._of_stem[stem] for stem in words)) for words in names}
        self._of_relation = {one: log(1 + count / number) for one, number in relations.items()}

    def weigh(self, one: Profile, other: Profile) -> list[_Ground]:
        """Return what speaks for and against two things' being one."""
        pair = (one, other)
        grounds = [*self._weigh_names(*pair), *_weigh_codes(*pair), *_weigh_days(*pair), *_weigh_values(*pair)]
        return [*grounds, *self._weigh_places(*pair), *self._weigh_relations(*pair), *_weigh_mentions(*pair)]

    def _weigh_names(self, one: Profile, other: Profile) -> Iterator[_Ground]:
        likeness, a, b = max(
            (
                (self._compare(a, b), a.text, b.text)
                for a in one.names
                for b in other.names
                if a.language == b.language or not (a.language and b.language)
            ),
            default=(0.0, "", ""),
        )
        if a.casefold() == b.casefold() and a:
            yield _Ground(60, f"one name: “{a}”")
        elif likeness >= 0.3:
            yield _Ground(55 * likeness, f"names alike: “{a}”, “{b}”")
        numbers = (one.numbers, other.numbers)
        if all(numbers) and one.numbers.isdisjoint(other.numbers):
            yield _Ground(-30, f"other numbers in the names: {_join(one.numbers)} / {_join(other.numbers)}")
        elif one.numbers & other.numbers:
            yield _Ground(6, f"the same number in the names: {_join(one.numbers & other.numbers)}")

    def _compare(self, a: Name, b: Name) -> float:
        """Return how alike two names are, from 0 to 1: by the rare words that they share, or letter by letter."""
        shared = a.stems & b.stems
        if not shared:
            return 0.0
        likeness = sum(self._of_stem[stem] for stem in shared) / (self._of_name[a.stems] * self._of_name[b.stems])
        if len(shared) > 1 and len(shared) == min(len(a.stems), len(b.stems)):  # the one name is within the other
            likeness = (1 + likeness) / 2
        return max(likeness, measure_likeness(a.text, b.text)) if likeness > 0.5 else likeness

    def _weigh_places(self, one: Profile, other: Profile) -> Iterator[_Ground]:
        for predicate in sorted(one.places.keys() & other.places.keys()):
            mine, theirs = one.places[predicate], other.places[predicate]
            lies_in = self._profiles.lies_in
            near = sorted(a for a in mine for b in theirs if lies_in(a, b) or lies_in(b, a))
            if near:
                yield _Ground(8, "{}: {} – both", (predicate, near[0]))
            else:
                yield _Ground(-25, "{}: {} / {}", (predicate, min(mine), min(theirs)))

    def _weigh_relations(self, one: Profile, other: Profile) -> Iterator[_Ground]:
        shared = sorted(one.relations & other.relations, key=lambda relation: (-self._of_relation[relation], relation))
        left = 25.0
        for predicate, value, back in shared[:5]:
            weight = min(left, 2.5 * self._of_relation[predicate, value, back])
            left -= weight
            if weight:
                yield _Ground(weight, "{1}: {0} – both" if back else "{}: {} – both", (predicate, value))
        mine, theirs = one.outgoing, other.outgoing
        apart = [key for key in sorted(mine.keys() & theirs.keys()) if mine[key].isdisjoint(theirs[key])]
        for predicate in [key for key in apart if max(len(mine[key]), len(theirs[key])) == 1][:4]:
            weight = -30 if predicate in self._defining else -8
            yield _Ground(weight, "{}: {} / {}", (predicate, min(mine[predicate]), min(theirs[predicate])))


def _weigh_codes(one: Profile, other: Profile) -> Iterator[_Ground]:
    for what, mine, theirs, weight, penalty in (
        ("identifier", one.codes, other.codes, 50, -40),
        ("number", one.notations, other.notations, 10, -40),
        ("address", one.addresses, other.addresses, 50, 0),
        ("acronym", one.acronyms, other.acronyms, 20, 0),
    ):
        if mine & theirs:
            yield _Ground(weight, f"one {what}: {_join(mine & theirs)}")
        elif mine and theirs and penalty:
            yield _Ground(penalty, f"{what}s differ: {_join(mine)} / {_join(theirs)}")
    if one.acronyms & other.acronyms:
        return
    for named, short in ((one, other), (other, one)):
        texts = [name.text.casefold().split() for name in named.names] if short.acronyms else []
        used = sorted(short.acronyms.intersection(word for words in texts for word in words))
        if used:
            yield _Ground(10, f"the acronym of the one in the name of the other: {used[0].upper()}")
            return


def _weigh_days(one: Profile, other: Profile) -> Iterator[_Ground]:
    if not (one.earliest and other.earliest):
        return
    if one.latest < other.earliest or other.latest < one.earliest:
        yield _Ground(-35, f"days exclude each other: {_span(one)} / {_span(other)}")
    elif (one.earliest, one.latest) == (other.earliest, other.latest):
        yield _Ground(15, f"the same days: {_span(one)}")
    else:
        yield _Ground(6, f"days fit: {_span(one)} / {_span(other)}")


def _weigh_values(one: Profile, other: Profile) -> Iterator[_Ground]:
    for predicate in sorted(one.values.keys() & other.values.keys()):
        mine, theirs = one.values[predicate], other.values[predicate]
        if mine & theirs:
            yield _Ground(10, f"{{}}: {_join(mine & theirs)} – both", (predicate,))
        else:
            yield _Ground(-35, f"{{}}: {_join(mine)} / {_join(theirs)}", (predicate,))
    if one.kinds & other.kinds:
        yield _Ground(5, "{} – both", (min(one.kinds & other.kinds),))
    elif one.kinds and other.kinds:
        yield _Ground(-10, "kinds: {} / {}", (min(one.kinds), min(other.kinds)))


def _weigh_mentions(one: Profile, other: Profile) -> Iterator[_Ground]:
    """Yield what the places tell in which two things are spoken of, and whether one is said to belong to the other."""
    if any(value == other.iri for _, value, _ in one.relations):
        yield _Ground(-30, "one is said of the other")
    shared = one.passages & other.passages
    sources = {passage.partition("#")[0] for passage in one.passages}
    if shared:
        yield _Ground(-35, "one paragraph speaks of both")
    elif any(passage.partition("#")[0] in sources for passage in other.passages):
        yield _Ground(-20, "one document speaks of both")
    if one.is_declared and other.is_declared:
        yield _Ground(-10, "both are declared in entity files")
    elif one.is_declared or other.is_declared:
        yield _Ground(5, "one is declared, the other is known from a document")


def _score(grounds: Iterable[_Ground]) -> int:
    return max(0, min(100, round(sum(ground.weight for ground in grounds))))


def _propose(one: Profile, other: Profile, grounds: list[_Ground], labels: dict[str, str]) -> Proposal:
    first, second = (other, one) if one.is_declared and not other.is_declared else (one, other)
    ordered = sorted(grounds, key=lambda ground: -abs(ground.weight))
    said = [(ground.weight > 0, ground.words.format(*map(labels.__getitem__, ground.names))) for ground in ordered]
    return Proposal(
        first.iri,
        second.iri,
        one.cls,
        _score(grounds),
        tuple(words for is_for, words in said if is_for),
        tuple(words for is_for, words in said if not is_for),
    )


def _span(profile: Profile) -> str:
    return profile.earliest if profile.earliest == profile.latest else f"{profile.earliest} to {profile.latest}"


def _join(values: Iterable[object]) -> str:
    return ", ".join(map(str, sorted(values, key=str)))
