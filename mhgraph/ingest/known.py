"""What the graph knows already, as a curator meets it in a new text: names, fields, verbs, and what properties take."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from mhgraph.graph import BaseGraph
from mhgraph.graph.names import fold
from mhgraph.model import ACRONYM, END_DATE, KIND, KIND_SCHEME, STANDS_FOR, START_DATE, Model
from mhgraph.namespaces import BASE, DCTERMS, RDFS, SCHEMA, SCHEME, SKOS, XSD
from mhgraph.project.todo import todo_name
from mhgraph.rdf.terms import LABEL, natural_key
from mhgraph.text.likeness import score_likeness

_NAMES = (LABEL, ACRONYM, *(NamedNode(f"{SKOS}{name}") for name in ("prefLabel", "altLabel")))
_IDENTIFIER = NamedNode(f"{DCTERMS}identifier")
_CONCEPT_CLASS = NamedNode(f"{SKOS}Concept")
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"the", "la", "le", "les", "l", "el", "los", "las"})
_ARTICLE = re.compile(r"(?:The|La|Le|Les|El|Los|Las)\s")
_LONGEST_NAME = 16
_NEAR = 80.0
_CONNECTORS = r"(?:of|the|and|for|on|in|to|de|du|des|la|le|les|et|pour|sur|del|los|las|y|para|por)"
_CAPITALISED = re.compile(
    rf"\b[A-ZÀ-Þ][\w’'-]*(?:(?:\s{_CONNECTORS}){{0,3}}\s[A-ZÀ-Þ][\w’'-]*)+|[“«\"]([^”»\"]{{8,120}})[”»\"]"
)
_PREFERRED_KINDS = ("actor", "place", "event", "instrument", "provision", "concept")


class Found(NamedTuple):
    """A known name in a text: the words there, and the things that have it."""

    words: str
    things: tuple[str, ...]


class Near(NamedTuple):
    """A name in a text that nothing has, and the known name that is nearest, if one is near."""

    words: str
    name: str = ""
    thing: str = ""


@dataclass(frozen=True)
class Field:
    """What the label of a field stands for, and in which languages it is so called.

    `is_own` says whether the publisher's own vocabulary has it.
    """

    properties: tuple[NamedNode, ...]
    languages: frozenset[str]
    is_own: bool


class Known:
    """What a graph knows, indexed by words; read from it by a handful of queries when first asked for."""

    def __init__(self, graph: BaseGraph) -> None:
        self._graph = graph

    @property
    def model(self) -> Model:
        """The model of the graph."""
        return self._graph.model

    def named(self, words: str, kinds: Collection[str] = ()) -> list[str]:
        """Return the things that have a name, those of some kinds if any are given; case and articles do not count."""
        things = self._by_name.get(key_of(words), ())
        return sorted((thing for thing in things if not kinds or kind_of(thing) in kinds), key=natural_key)

    def resolve(self, words: str, kinds: Collection[str] = ()) -> NamedNode | None:
        """Return the one thing that has a name; None if there is none, or several."""
        found = self.named(words, kinds)
        return NamedNode(found[0]) if len(found) == 1 else None

    def concept(self, words: str, scheme: str) -> NamedNode | None:
        """Return the concept of a scheme, by its last part, that has a name; None if there is none."""
        found = [thing for thing in self.named(words, ["concept"]) if self._schemes.get(thing) == f"{SCHEME}{scheme}"]
        return NamedNode(found[0]) if len(found) == 1 else None

    def label(self, thing: str, language: str = "en") -> str:
        """Return what a thing is called."""
        return self._graph.labels([thing], language)[thing]

    def value(self, predicate: NamedNode, subject_class: NamedNode, words: str) -> NamedNode:
        """Return the thing that some words name as a value of a property, or a name that has to be found out.

        Raises nothing: what is not known, or not told from another, is a name with TODO.
        """
        scheme = self._kind_scheme(subject_class) if predicate == KIND else None
        if scheme:
            return self.concept(words, scheme) or todo_name("concept", words)
        kinds = self.kinds_of(predicate)
        found = self.resolve(words, kinds)
        preferred = next((kind for kind in _PREFERRED_KINDS if kind in kinds), min(kinds, default="concept"))
        return found or todo_name(preferred, words)

    def kinds_of(self, predicate: NamedNode) -> frozenset[str]:
        """Return the prefixes of what a property may have as value; empty for texts, numbers and dates."""
        kinds: set[str] = set()
        for value in self._ranges.get(predicate, ()):
            if value == _CONCEPT_CLASS:
                kinds.add("concept")
            else:
                kinds.update(prefix for cls in self.model.below(value) for prefix in self.model.slug_prefixes(cls))
        return frozenset(kinds)

    def takes_dates(self, predicate: NamedNode) -> bool:
        """Return whether the values of a property are dates."""
        return NamedNode(f"{XSD}date") in self._ranges.get(predicate, ())

    def start_of(self, properties: Collection[NamedNode]) -> NamedNode:
        """Return the property, of some, that dates a beginning, or the one that is a date at all; the start if none."""
        dated = [predicate for predicate in properties if predicate != END_DATE and self.takes_dates(predicate)]
        return START_DATE if START_DATE in dated or not dated else dated[0]

    def field(self, label: str, publisher: str | None) -> Field | None:
        """Return what the label of a field stands for on the pages of a publisher; None if no vocabulary has it.

        Labels of other publishers serve where the publisher has none of its own.
        """
        found = self._fields.get(key_of(label), ())
        own = [field for owner, field in found if owner == publisher]
        return own[0] if own else replace(found[0][1], is_own=False) if found else None

    def property_called(self, label: str) -> NamedNode | None:
        """Return the property of ours that is called like a label, with or without "has"; None if there is none."""
        return self._properties.get(key_of(label))

    def find_names(self, text: str) -> list[Found]:
        """Return the names of things, concepts left out, that a text prints: the longest at each place."""
        found, words = [], [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
        keys, start = [key_of(word) or word.lower() for word, _, _ in words], 0
        while start < len(words):
            step = 1
            for length in range(min(_LONGEST_NAME, len(words) - start), 0, -1):
                shown = text[words[start][1] : words[start + length - 1][2]]
                things = self._printed(" ".join(keys[start : start + length]), shown)
                if things:
                    found.append(Found(shown, things))
                    step = length
                    break
            start += step
        return list(dict.fromkeys(found))

    def find_unknown(self, text: str) -> Iterator[str]:
        """Yield what a text writes like a name (capitals, quotation marks), and nothing is called."""
        known = {key_of(found.words) for found in self.find_names(text)}
        for match in _CAPITALISED.finditer(text):
            words = _ARTICLE.sub("", match[1] or match.group())
            key = key_of(words)
            if " " in words and not self._by_name.get(key) and not any(key in name for name in known):
                yield words

    def nearest(self, words: str) -> Near:
        """Return some words with the name of a thing that is most like them, if one is near."""
        best = score_likeness(key_of(words), self._entity_names, whole=True)[:1]
        if not best or best[0][1] < _NEAR:
            return Near(words)
        return Near(words, best[0][0], min(self._entity_names[best[0][0]], key=natural_key))

    def verbs(self, scheme: str) -> list[tuple[str, NamedNode]]:
        """Return the words by which texts show a concept of a scheme, hidden labels among them, the longest first."""
        found = [
            (words, NamedNode(concept)) for words, concept in self._verbs if self._schemes[concept].endswith(scheme)
        ]
        return sorted(found, key=lambda pair: (-len(pair[0]), pair[0], pair[1].value))

    def _printed(self, key: str, shown: str) -> tuple[str, ...]:
        """Return the things that a text names, if it prints the name as one: with a capital, an acronym as it is."""
        if len(shown) < 3 or not (shown[0].isupper() or shown[0].isdecimal()):
            return ()
        forms = self._forms.get(key, ())
        return tuple(sorted({thing for thing, name in forms if not name.isupper() or name == shown}, key=natural_key))

    def _kind_scheme(self, cls: NamedNode) -> str | None:
        query = f"SELECT ?scheme WHERE {{ {cls} {KIND_SCHEME} ?scheme }}"
        rows = self._graph.store.select(query).rows
        return next((node.value.removeprefix(SCHEME) for (node,) in rows if isinstance(node, NamedNode)), None)

    @cached_property
    def _names(self) -> list[tuple[str, str, bool]]:
        """Each name of each thing of ours, and whether it is an identifier."""
        listed = ", ".join(map(str, (*_NAMES, _IDENTIFIER)))
        query = f"SELECT DISTINCT ?x ?p ?name WHERE {{ ?x ?p ?name FILTER(?p IN ({listed})) }}"
        return [
            (node.value, name.value, predicate == _IDENTIFIER)
            for node, predicate, name in self._graph.store.select(query).rows
            if isinstance(node, NamedNode) and isinstance(name, Literal) and kind_of(node.value)
        ]

    @cached_property
    def _by_name(self) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for thing, name, _ in self._names:
            found[key_of(name)].add(thing)
            if kind_of(thing) == "provision":  # "VHC Objective 1: Clean water" is cited without its heading
                found[key_of(name.partition(":")[0])].add(thing)
        return found

    @cached_property
    def _forms(self) -> dict[str, list[tuple[str, str]]]:
        """The names of what is no concept and not only said, by their words."""
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for thing, name, _ in self._names:
            if kind_of(thing) in _NAMED_KINDS:
                found[" ".join(words_of(name))].append((thing, name))
        return found

    @cached_property
    def _entity_names(self) -> dict[str, set[str]]:
        return {key: {thing for thing, _ in forms} for key, forms in self._forms.items() if len(key) > 3}

    @cached_property
    def _schemes(self) -> dict[str, str]:
        rows = self._graph.store.select(f"SELECT ?x ?scheme WHERE {{ ?x <{SKOS}inScheme> ?scheme }}").rows
        return {x.value: s.value for x, s in rows if isinstance(x, NamedNode) and isinstance(s, NamedNode)}

    @cached_property
    def _fields(self) -> dict[str, list[tuple[str, Field]]]:
        """By label: each publisher that has such a field, and what it stands for there."""
        label, publisher = f"<{SKOS}prefLabel>", f"<{DCTERMS}publisher>"
        query = (
            f"SELECT DISTINCT ?x ?label ?who ?p WHERE {{ ?x <{SKOS}inScheme> <{SCHEME}field-label> ; {label} ?label ; "
            f"{publisher} ?who OPTIONAL {{ ?x {STANDS_FOR} ?p }} }}"
        )
        said: defaultdict[tuple[str, str, str], tuple[set[NamedNode], set[str]]] = defaultdict(lambda: (set(), set()))
        for concept, name, who, predicate in self._graph.store.select(query).rows:
            if isinstance(name, Literal) and isinstance(who, NamedNode) and isinstance(concept, NamedNode):
                properties, languages = said[key_of(name.value), who.value, concept.value]
                properties.update(term for term in (predicate,) if isinstance(term, NamedNode))
                languages.add(name.language or "")
        found: defaultdict[str, list[tuple[str, Field]]] = defaultdict(list)
        for (key, owner, _), (properties, languages) in sorted(said.items(), key=lambda item: item[0]):
            field = Field(tuple(sorted(properties, key=str)), frozenset(languages), is_own=True)
            found[key].append((owner, field))
        return found

    @cached_property
    def _properties(self) -> dict[str, NamedNode]:
        found = {}
        for term in sorted(self.model.terms - self.model.classes, key=str, reverse=True):
            for text in self.model.labels(term).values():
                key = key_of(text)
                found[key] = term
                found[re.sub(r"^(?:has|a pour|tiene por|is) ", "", key)] = term
        return found

    @cached_property
    def _ranges(self) -> dict[NamedNode, set[NamedNode]]:
        query = f"SELECT ?p ?range WHERE {{ ?p <{RDFS}range>|<{SCHEMA}rangeIncludes> ?range }}"
        found: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
        for predicate, value in self._graph.store.select(query).rows:
            if isinstance(predicate, NamedNode) and isinstance(value, NamedNode):
                found[predicate].add(value)
        return found

    @cached_property
    def _verbs(self) -> list[tuple[str, str]]:
        query = f"SELECT DISTINCT ?x ?name WHERE {{ ?x <{SKOS}hiddenLabel>|<{SKOS}prefLabel> ?name }}"
        return [
            (name.value, node.value)
            for node, name in self._graph.store.select(query).rows
            if isinstance(node, NamedNode) and isinstance(name, Literal) and node.value in self._schemes
        ]


_NAMED_KINDS = frozenset(
    {"actor", "event", "group", "instrument", "person", "place", "practice", "process", "provision", "series"}
)
"""The kinds of things that have names of their own, not only labels in our words."""


def key_of(words: str) -> str:
    """Return words in the form in which names are compared: no case, accents, punctuation, or article before them.

    >>> key_of("The Riverside Health-Board’s")
    'riverside health board s'
    """
    found = words_of(words)
    return " ".join(found[1:] if len(found) > 1 and found[0] in _ARTICLES else found)


def words_of(text: str) -> list[str]:
    """Return the words of a text, without case and accents.

    >>> words_of("Santé, eau!")
    ['sante', 'eau']
    """
    return _WORD.findall(fold(text))


def kind_of(thing: str) -> str:
    """Return the prefix of the name of a thing of ours; "" for a term, a passage, or a name of others.

    >>> kind_of(f"{BASE}concept/force-call")
    'concept'
    """
    kind, _, slug = thing.removeprefix(BASE).partition("/")
    return kind if slug and thing.startswith(BASE) and "#" not in slug else ""
