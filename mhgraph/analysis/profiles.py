"""Profiles: what is known of each entity by which two can be compared. They are read from the flat view, all at once.

A thing that was merged has one profile, with all its names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from mhgraph.graph import BaseGraph
from mhgraph.graph.names import fold
from mhgraph.model import ACRONYM, EARLIEST, INDEX_SUFFIX, KIND, LATEST, PLACE, is_ours
from mhgraph.namespaces import BASE, DCTERMS, MH, SCHEMA, SKOS, SOURCE
from mhgraph.rdf.terms import LABEL, PART_OF, TYPE, Term

Relation = tuple[str, str, bool]
"""A property, what is at its other end, and whether that end is the subject."""

_IDENTIFIER = NamedNode(f"{DCTERMS}identifier")
_NOTATION = NamedNode(f"{SKOS}notation")
_ADDRESS = NamedNode(f"{SCHEMA}sameAs")
_NAMES = frozenset({LABEL, NamedNode(f"{SKOS}altLabel"), NamedNode(f"{DCTERMS}title")})
_WORD = re.compile(r"\w+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|e|er|ere|eme|o|a)?")
_STEM = 6
_ROMAN = ("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii")
_ROMAN_VALUES = (2, 3, 4, 6, 7, 8, 9, 11, 12)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme",
    "primera segunda tercera cuarta quinta sexta septima octava novena decima undecima duodecima",
    "primer segundo tercer cuarto quinto sexto septimo octavo noveno decimo undecimo duodecimo",
    "premiere seconde",
)
"""Ordinals as words, folded, in the languages of the house."""
_NUMBERS = {
    **dict(zip(_ROMAN, _ROMAN_VALUES, strict=True)),
    **{word: place for words in _ORDINALS for place, word in enumerate(words.split(), start=1)},
}


@dataclass(frozen=True)
class Name:
    """A name as it is written, its language ("" for none), and the stems of its words."""

    text: str
    language: str
    stems: frozenset[str]


@dataclass
class Profile:
    """What is known of one entity: names, codes, days, places, numbers, relations, and which passages speak of it.

    `acronyms`, `codes` and `notations` are folded. `numbers` are those in its names, ordinals as digits. `values` are
    the literals of properties of which a thing has one value; `places` those of properties that nest (a place, a
    country), by property.
    """

    iri: str
    cls: str
    is_declared: bool
    names: list[Name] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    notations: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    earliest: str = ""
    latest: str = ""
    kinds: set[str] = field(default_factory=set)
    values: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    places: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    relations: set[Relation] = field(default_factory=set)
    passages: set[str] = field(default_factory=set)

    @property
    def stems(self) -> set[str]:
        """The stems of all words in its names, acronyms among them."""
        return {stem for name in self.names for stem in name.stems} | {acronym[:_STEM] for acronym in self.acronyms}

    @cached_property
    def outgoing(self) -> dict[str, set[str]]:
        """What it points to, by property."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for predicate, value, back in self.relations:
            if not back:
                found[predicate].add(value)
        return found


class Profiles:
    """The profiles of the entities of a graph, by IRI, and which place lies in which."""

    def __init__(self, graph: BaseGraph, kinds: Collection[str]) -> None:
        self._wholes: defaultdict[str, set[str]] = defaultdict(set)
        model = graph.model
        self._literal = model.marked("single-valued") - model.marked("date")
        self._nested = model.marked("single-nested")
        self._left_out = model.marked("identity") | model.marked("computed") | model.marked("name")
        made = graph.select("SELECT DISTINCT ?x WHERE { GRAPH ?g { ?x a ?class } }").rows
        made_by_passages = {graph.identities.name(term) for (term,) in made if term is not None}
        spaces = tuple(f"{BASE}{kind}/" for kind in kinds)
        rows = graph.select("SELECT ?s ?p ?o WHERE { ?s ?p ?o }").rows
        things = {cls.value for cls in model.usable if cls.value.startswith(MH)}
        self.by_iri: dict[str, Profile] = {}
        for subject, predicate, value in rows:
            name, cls = getattr(subject, "value", ""), getattr(value, "value", "")
            if predicate == TYPE and cls in things and name.startswith(spaces):
                self.by_iri[name] = Profile(name, cls, subject not in made_by_passages)
        for subject, predicate, value in rows:
            if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and value is not None:
                self._add(subject.value, predicate, value)
        self._add_passages(graph)

    def lies_in(self, place: str, other: str) -> bool:
        """Return whether a place is another one, or lies in it, at any depth."""
        found, waiting = {place}, [place]
        while waiting:
            new = self._wholes.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return other in found

    def _add(self, subject: str, predicate: NamedNode, value: Term) -> None:
        if isinstance(value, Literal):
            profile = self.by_iri.get(subject)
            if profile is not None:
                self._add_literal(profile, predicate, value)
        elif isinstance(value, NamedNode):
            self._add_relation(subject, predicate, value.value)

    def _add_literal(self, profile: Profile, predicate: NamedNode, value: Literal) -> None:
        text = value.value
        if predicate in _NAMES:
            words = _WORD.findall(fold(text))
            profile.names.append(Name(text, (value.language or "").split("-")[0], frozenset(w[:_STEM] for w in words)))
            profile.numbers.update(number for word in words if (number := _read_number(word)) is not None)
        elif predicate == ACRONYM:
            profile.acronyms.add(fold(text))
        elif predicate == _IDENTIFIER:
            profile.codes.add(fold(text))
        elif predicate == _NOTATION:
            profile.notations.add(fold(text))
        elif predicate == EARLIEST:
            profile.earliest = min(profile.earliest or text, text)
        elif predicate == LATEST:
            profile.latest = max(profile.latest, text)
        elif predicate in self._literal:
            profile.values[predicate.value].add(text)

    def _add_relation(self, subject: str, predicate: NamedNode, value: str) -> None:
        if predicate in self._nested or predicate == PART_OF:
            self._wholes[subject].add(value)
        profile, other = self.by_iri.get(subject), self.by_iri.get(value)
        if profile is not None:
            if predicate == _ADDRESS:
                profile.addresses.add(value)
            elif predicate == KIND:
                profile.kinds.add(value)
            elif predicate in self._nested and profile.cls != PLACE.value:
                profile.places[predicate.value].add(value)
            elif is_ours(value) and predicate not in self._left_out and not value.startswith((MH, SOURCE)):
                profile.relations.add((predicate.value, value, False))
        if other is not None and predicate not in self._left_out and is_ours(subject):
            other.relations.add((predicate.value, subject, True))

    def _add_passages(self, graph: BaseGraph) -> None:
        """Add to each profile the passages in which a thing is the subject or object of a statement."""
        query = "SELECT DISTINCT ?g ?x WHERE { GRAPH ?g { { ?x ?p ?o } UNION { ?s ?p ?x } } }"
        for graph_name, term in graph.select(query).rows:
            passage, name = getattr(graph_name, "value", ""), graph.identities.name(term) if term else None
            profile = self.by_iri.get(getattr(name, "value", ""))
            if profile is not None and passage.startswith(SOURCE):
                profile.passages.add(passage.removesuffix(INDEX_SUFFIX))


def _read_number(word: str) -> int | None:
    """Return the number that a folded word of a name means; None if it means none.

    >>> _read_number("2nd"), _read_number("deuxieme"), _read_number("second"), _read_number("health")
    (2, 2, 2, None)
    """
    match = _ORDINAL.fullmatch(word)
    if match:
        return int(match[1]) if len(match[1]) < 10 else None
    return _NUMBERS.get(word)
