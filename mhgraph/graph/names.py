"""Names: from what somebody types to the entity it means, and search across kinds and languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from mhgraph.errors import AmbiguousName, UnknownName
from mhgraph.graph.identity import NOTHING, Identities
from mhgraph.graph.labels import BATCH, LANGUAGES, TITLE, choose, language_key, short_name
from mhgraph.model import ACRONYM
from mhgraph.namespaces import BASE, DCTERMS, ENTITY_KINDS, MH, SKOS, from_curie, to_curie
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import LABEL, natural_key
from mhgraph.stores import Store
from mhgraph.text.likeness import score_likeness

_NAMESPACES = tuple(f"{BASE}{kind}/" for kind in (*ENTITY_KINDS, "judgement", "source", "rule", "scheme"))
_NAME_PROPERTIES = (
    LABEL,
    NamedNode(f"{SKOS}altLabel"),
    ACRONYM,
    NamedNode(f"{SKOS}notation"),
    NamedNode(f"{DCTERMS}identifier"),
    TITLE,
)


_SPECIAL = r"\.^$*+?()[]{}|"
_BEYOND = "[^ -~]{1,4}"  # what is not ASCII: one letter, or its bytes
_SPACE = r"[\s-]"
_LONG_WORD = 6  # letters


class Match(NamedTuple):
    """An entity that a search found: its IRI, its class, the name that matched, and how well (0 to 100)."""

    iri: str
    kind: str
    name: str
    score: float


class NameIndex:
    """Every name of every entity of a graph, read when first asked for, by two queries.

    An address (IRI, CURIE, slug) is asked of the store, which costs less than reading all names. With `by_query` (a
    store on another machine), no more is read than the names of the entities that may be meant: see `_near` for those.
    """

    def __init__(self, store: Store, identities: Identities = NOTHING, *, by_query: bool = False) -> None:
        self._store = store
        self._identities = identities
        self._by_query = by_query

    def resolve(self, name: str, classes: Collection[NamedNode] = (), *, expected: str = "entity") -> NamedNode:
        """Return the entity that `name` means, of one of `classes` (any class if none are given).

        A name is an IRI, a CURIE, a slug, `<key>#p08` for a passage, an acronym, a notation, an identifier, or a label
        in any language.

        Raises:
            AmbiguousName: several entities answer to it.
            UnknownName: none does; the error names the nearest.
        """
        for find in (self._by_address, self._by_name):
            found = sorted(set(find(name, classes)), key=lambda node: natural_key(node.value))
            if len(found) == 1:
                return found[0]
            if found:
                raise AmbiguousName(name, [short_name(node.value) for node in found])
        nearest = [short_name(match.iri) for match in self.search(name, classes)]
        raise UnknownName(name, nearest[:5], expected=expected)

    def search(self, words: str, classes: Collection[NamedNode] = ()) -> list[Match]:
        """Return the entities whose names are near `words`, in any language, best first; empty if none is near."""
        known = self._names(_near(words))
        named = {iri: names for iri, names in known.forms.items() if known.is_of(iri, classes)}
        scores = dict(score_likeness(fold(words), (form for names in named.values() for form, _ in names)))
        best: dict[str, Match] = {}
        for iri, names in named.items():
            score, name = max(((scores.get(form, 0.0), name) for form, name in names), key=lambda found: found[0])
            if score:
                shown = known.label(iri) if name == iri else name
                best[iri] = Match(iri, to_curie(min(known.classes[iri])), shown, score)
        order = dict(score_likeness(fold(words), [fold(match.name) for match in best.values()], whole=True))

        def closeness(match: Match) -> tuple[object, ...]:
            return (-round(match.score), -round(order.get(fold(match.name), 0.0)), natural_key(match.iri))

        return sorted(best.values(), key=closeness)

    def _by_address(self, name: str, classes: Collection[NamedNode]) -> Iterable[NamedNode]:
        addresses = [self._identities.canonical.get(node, node) for node in addresses_of(name)]
        if not addresses:
            return []
        block = values_block(["x"], [[node] for node in addresses])
        rows = self._store.select(f"SELECT DISTINCT ?x ?class WHERE {{ {block} ?x a ?class }}").rows
        return [node for node, cls in rows if isinstance(node, NamedNode) and (not classes or cls in classes)]

    def _by_name(self, name: str, classes: Collection[NamedNode]) -> Iterable[NamedNode]:
        needle = fold(name)
        known = self._names(_equal(name))
        return [
            NamedNode(iri)
            for iri, names in known.forms.items()
            if known.is_of(iri, classes) and any(form == needle and own != iri for form, own in names)
        ]

    def _names(self, pattern: str) -> _Names:
        """Return the names of the entities that have one which fits a pattern, at least; of all, if that costs less."""
        if not self._by_query:
            return self._all
        merged = [node for node, name in self._identities.canonical.items() if re.search(pattern, fold(node.value))]
        test = f'FILTER(REGEX(STR(?text), {Literal(pattern)}, "i"))'
        named = f"?x ?p ?text FILTER(?p IN ({', '.join(map(str, _NAME_PROPERTIES))}))"
        query = f"SELECT DISTINCT ?x WHERE {{ {{ {named} }} UNION {{ ?x a ?class BIND(?x AS ?text) }} {test} }}"
        found = {node for (node,) in self._store.select(query).rows if isinstance(node, NamedNode)}
        return _read_names(
            self._store, self._identities, found.union(self._identities.canonical[one] for one in merged)
        )

    @cached_property
    def _all(self) -> _Names:
        return _read_names(self._store, self._identities)


class _Names:
    """The classes and names of some entities."""

    def __init__(
        self,
        classes: Mapping[str, set[str]],
        names: Mapping[str, list[tuple[NamedNode, Literal]]],
        identities: Identities,
    ) -> None:
        self.classes = classes
        """The classes of each entity and term of ours, passages left out."""
        self._named = names
        self._identities = identities

    def is_of(self, iri: str, classes: Collection[NamedNode]) -> bool:
        """Return whether an entity is of one of some classes; of any, if there are none."""
        return not classes or any(cls.value in self.classes[iri] for cls in classes)

    def label(self, iri: str) -> str:
        """Return what an entity is called in the first language that it has a name in."""
        for wanted in (LABEL, TITLE):
            labels = [name for predicate, name in self._named.get(iri, ()) if predicate == wanted]
            if labels:
                return choose(labels)
        return short_name(iri)

    @cached_property
    def forms(self) -> dict[str, list[tuple[str, str]]]:
        """The names of every entity, each folded and as it is; IRI and slugs are names, merged ones too."""
        found: dict[str, list[tuple[str, str]]] = {}
        for iri in sorted(self.classes):
            names = [name.value for _, name in self._named.get(iri, ())]
            written = [getattr(name, "value", "") for name in self._identities.names_of(NamedNode(iri))]
            slugs = [(fold(name.rsplit("/", 1)[-1]), iri) for name in written]
            found[iri] = [(fold(iri), iri), *slugs, *((fold(name), name) for name in names)]
        return found


def _read_names(store: Store, identities: Identities, wanted: Collection[NamedNode] | None = None) -> _Names:
    """Return the names of the wanted entities, or of all: two queries for each 5,000, each in order of precedence."""
    blocks = [""]
    if wanted is not None:
        ordered = sorted(wanted, key=str)
        starts = range(0, len(ordered), BATCH)
        blocks = [values_block(["x"], [[node] for node in ordered[start : start + BATCH]]) for start in starts]
    parts = " UNION ".join(f"{{ ?x {p} ?name . BIND({p} AS ?p) }}" for p in _NAME_PROPERTIES)
    if wanted is not None:
        parts = f"?x ?p ?name FILTER(?p IN ({', '.join(map(str, _NAME_PROPERTIES))}))"
    classes: dict[str, set[str]] = {}
    names: dict[str, list[tuple[NamedNode, Literal]]] = {}
    for block in blocks:
        for node, cls in store.select(f"SELECT DISTINCT ?x ?class WHERE {{ {block} ?x a ?class }}").rows:
            if isinstance(node, NamedNode) and isinstance(cls, NamedNode) and _is_entity(node.value):
                classes.setdefault(node.value, set()).add(cls.value)
        for node, predicate, name in store.select(f"SELECT DISTINCT ?x ?p ?name WHERE {{ {block} {parts} }}").rows:
            if isinstance(node, NamedNode) and isinstance(predicate, NamedNode) and isinstance(name, Literal):
                names.setdefault(node.value, []).append((predicate, name))
    for listed in names.values():
        listed.sort(key=_precedence)
    return _Names(classes, names, identities)


def _precedence(name: tuple[NamedNode, Literal]) -> tuple[object, ...]:
    """Return the order of names that match alike: labels first, English first, the longest first, as it tells most."""
    predicate, literal = name
    *language, text = language_key(literal, LANGUAGES[0])
    return (_NAME_PROPERTIES.index(predicate), *language, -len(literal.value), text)


def fold(text: str) -> str:
    """Return a text without accents and case, with single spaces: the form in which names are compared.

    >>> fold("  Système de SANTÉ ")
    'systeme de sante'
    """
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(bare.casefold().replace("-", " ").split())


def _equal(name: str) -> str:
    """Return a pattern that every name fits which is equal to `name` when both are folded, and few others."""
    return f"^{_SPACE}*{_variants(fold(name))}{_SPACE}*$"


def _near(words: str) -> str:
    """Return a pattern for names near some words: with a word in it, or half of a long one: a letter may be wrong."""
    pieces: set[str] = set()
    for word in fold(words).split():
        half = len(word) // 2
        pieces |= {word[:half], word[half:]} if len(word) >= _LONG_WORD else {word}
    return "|".join(_variants(piece) for piece in sorted(pieces)) or "^$"


def _variants(text: str) -> str:
    """Return a pattern that every name fits which is the given text when it is folded, and few others.

    For a letter any letter beyond ASCII may stand. The pattern itself is ASCII: Virtuoso reads others as bytes.
    """
    found = []
    for char in text:
        if char == " ":
            found.append(f"{_SPACE}+")
        elif char.isascii():
            found.append(f"({char}|{_BEYOND})" if char.isalpha() else f"\\{char}" if char in _SPECIAL else char)
        else:
            found.append(_BEYOND)
    return "".join(found)


def addresses_of(name: str) -> Iterator[NamedNode]:
    """Yield the IRIs that a name can be an address of: itself, what its prefix says, or a slug of any kind."""
    expanded = from_curie(name)
    if name.startswith(("http://", "https://")):
        candidates = [name]
    elif expanded is not None:
        candidates = [expanded]
    elif any(char in name for char in ' <>"{}|\\^`:'):
        return
    else:
        candidates = [f"{namespace}{name}" for namespace in _NAMESPACES]
    for candidate in candidates:
        try:
            yield NamedNode(candidate)
        except ValueError:
            return


def _is_entity(iri: str) -> bool:
    return iri.startswith(MH) or (iri.startswith(_NAMESPACES) and "#" not in iri)
