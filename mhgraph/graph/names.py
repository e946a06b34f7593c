"""Names: from what somebody types to the entity it means, and search across kinds and languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from mhgraph import bounds
from mhgraph.errors import AmbiguousName, InvalidValue, UnknownName
from mhgraph.graph.identity import NOTHING, Identities
from mhgraph.graph.labels import BATCH, LANGUAGES, TITLE, choose, language_key, short_name
from mhgraph.model import ACRONYM, IDENTITY, JUDGEMENT_CLASS, MEMBERSHIP, MILESTONE, PARTICIPATION
from mhgraph.namespaces import BASE, DCTERMS, ENTITY_KINDS, MH, SKOS, from_curie, to_curie
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import LABEL, natural_key
from mhgraph.stores import Store
from mhgraph.text.likeness import score_likeness

_NAMESPACES = tuple(f"{BASE}{kind}/" for kind in (*ENTITY_KINDS, "judgement", "source", "rule", "scheme"))
NAME_PROPERTIES = (
    LABEL,
    NamedNode(f"{SKOS}altLabel"),
    ACRONYM,
    NamedNode(f"{SKOS}notation"),
    NamedNode(f"{DCTERMS}identifier"),
    TITLE,
)

_DASHES, _SINGLE, _DOUBLE = (
    "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    "\u2018\u2019\u201a\u201b\u2032\u02bc",
    "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
)
_TYPED = str.maketrans({**dict.fromkeys(_DASHES, " "), **dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"')})
"""What people type for typographic dashes and quotes."""

_LAST = (f"{SKOS}Concept", *(cls.value for cls in (PARTICIPATION, MEMBERSHIP, MILESTONE, JUDGEMENT_CLASS, IDENTITY)))
"""Classes whose things come after all others, where names match alike: they have names because others have."""


class Match(NamedTuple):
    """An entity that a search found: its IRI, its class, the name that matched, and how well (0 to 100)."""

    iri: str
    kind: str
    name: str
    score: float


class Names(NamedTuple):
    """The names of some entities.

    `classes` are those of each entity and term of ours, passages left out. `forms` are the names of each, folded and
    as they are, its IRI and its slugs (merged ones too) among them. `label` says what one of them is called.
    """

    classes: Mapping[str, Collection[str]]
    forms: Mapping[str, Sequence[tuple[str, str]]]
    label: Callable[[str], str]

    def is_of(self, iri: str, classes: Collection[NamedNode]) -> bool:
        """Return whether an entity is of one of some classes; of any, if there are none."""
        return not classes or any(cls.value in self.classes[iri] for cls in classes)


class NameIndex:
    """Every name of every entity of a graph, read when first asked for, by two queries.

    An address (IRI, CURIE, slug) is asked of the store, which costs less than reading all names. Where fewer names can
    be read, a class of its own says how: `name_file` on disk, `asked_names` across a network.
    """

    def __init__(self, store: Store, identities: Identities = NOTHING) -> None:
        self._store = store
        self._identities = identities

    @cached_property
    def all(self) -> Names:
        """The names of all entities."""
        return read_names(self._store, self._identities)

    def resolve(self, name: str, classes: Collection[NamedNode] = (), *, expected: str = "entity") -> NamedNode:
        """Return the entity that `name` means, of one of `classes` (any class if none are given).

        A name is an IRI, a CURIE, a slug, `<key>#p08` for a passage, an acronym, a notation, an identifier, or a label
        in any language.

        Raises:
            AmbiguousName: several entities answer to it.
            UnknownName: none does; the error names the nearest.
        """
        _require_short(name)
        for find in (self._by_address, self._by_name):
            found = sorted(set(find(name, classes)), key=lambda node: natural_key(node.value))
            if len(found) == 1:
                return found[0]
            if found:
                raise AmbiguousName(name, [short_name(node.value) for node in found])
        nearest = [short_name(match.iri) for match in self.search(name, classes)]
        raise UnknownName(name, nearest[:5], expected=expected)

    def search(self, words: str, classes: Collection[NamedNode] = ()) -> list[Match]:
        """Return the entities whose names are near `words`, in any language, best first; empty if none is near.

        Raises InvalidValue for more words than a name has.
        """
        _require_short(words)
        known = self._read_near(words)
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
            rank = min(map(_rank, known.classes[match.iri]))
            likeness = round(order.get(fold(match.name), 0.0))
            is_equal = fold(match.name) == fold(words)
            return (not is_equal, -round(match.score), rank, -likeness, natural_key(match.iri))

        return sorted(best.values(), key=closeness)

    def complete(self, start: str, classes: Collection[NamedNode] = ()) -> list[tuple[str, str, str]]:
        """Return names of one word that begin as `start` does: whose each is (by IRI), the name, and the thing's label.

        A name is a slug, or another name as it is written: an acronym in its letters. Sorted by name.
        """
        known = self._read_starting(start)
        return sorted(
            (iri, name, known.label(iri))
            for iri, forms in known.forms.items()
            if known.is_of(iri, classes)
            for name in dict.fromkeys(iri.rsplit("/", 1)[-1] if own == iri else own for _, own in forms)
            if name.startswith(start) and not any(char.isspace() for char in name)
        )

    def _by_address(self, name: str, classes: Collection[NamedNode]) -> Iterable[NamedNode]:
        addresses = [self._identities.canonical.get(node, node) for node in addresses_of(name)]
        if not addresses:
            return []
        block = values_block(["x"], [[node] for node in addresses])
        rows = self._store.select(f"SELECT DISTINCT ?x ?class WHERE {{ {block} ?x a ?class }}").rows
        return [node for node, cls in rows if isinstance(node, NamedNode) and (not classes or cls in classes)]

    def _by_name(self, name: str, classes: Collection[NamedNode]) -> Iterable[NamedNode]:
        """Return the entities of some classes that have a name, when both are folded; an IRI is no name here."""
        needle, known = fold(name), self._read_equal(name)
        return [
            NamedNode(iri)
            for iri, names in known.forms.items()
            if known.is_of(iri, classes) and any(form == needle and own != iri for form, own in names)
        ]

    def _read_equal(self, name: str) -> Names:
        """Return the names of the entities that may have this name, at least."""
        return self.all

    def _read_starting(self, start: str) -> Names:
        """Return the names of the entities that may have a name which begins so, at least."""
        return self.all

    def _read_near(self, words: str) -> Names:
        """Return the names of the entities that may be near some words, at least."""
        return self.all


def read_names(store: Store, identities: Identities, wanted: Collection[NamedNode] | None = None) -> Names:
    """Return the names of the wanted entities, or of all: two queries, or two for each 4,000 that are wanted."""
    blocks, parts = [""], " UNION ".join(f"{{ ?x {p} ?name . BIND({p} AS ?p) }}" for p in NAME_PROPERTIES)
    if wanted is not None:
        ordered = [[node] for node in sorted(wanted, key=str)]
        blocks = [values_block(["x"], ordered[start : start + BATCH]) for start in range(0, len(ordered), BATCH)]
        parts = f"?x ?p ?name FILTER(?p IN ({', '.join(map(str, NAME_PROPERTIES))}))"
    classes: dict[str, set[str]] = {}
    named: dict[str, list[tuple[NamedNode, Literal]]] = {}
    for block in blocks:
        for node, cls in store.select(f"SELECT DISTINCT ?x ?class WHERE {{ {block} ?x a ?class }}").rows:
            if isinstance(node, NamedNode) and isinstance(cls, NamedNode) and _is_entity(node.value):
                classes.setdefault(node.value, set()).add(cls.value)
        for node, predicate, name in store.select(f"SELECT DISTINCT ?x ?p ?name WHERE {{ {block} {parts} }}").rows:
            if isinstance(node, NamedNode) and isinstance(predicate, NamedNode) and isinstance(name, Literal):
                named.setdefault(node.value, []).append((predicate, name))
    for listed in named.values():
        listed.sort(key=_precedence)
    forms = {iri: _list_forms(iri, named.get(iri, ()), identities) for iri in sorted(classes)}
    return Names(classes, forms, lambda iri: _choose_label(iri, named.get(iri, ())))


def _rank(cls: str) -> int:
    """Return in which order classes are shown where names match alike: what people look for, first."""
    if cls in _LAST:
        return 1 + _LAST.index(cls)
    return 0 if cls.startswith(MH) else len(_LAST)


def _list_forms(iri: str, named: Iterable[tuple[NamedNode, Literal]], identities: Identities) -> list[tuple[str, str]]:
    written = [getattr(name, "value", "") for name in identities.names_of(NamedNode(iri))]
    slugs = [(fold(name.rsplit("/", 1)[-1]), iri) for name in written]
    return [(fold(iri), iri), *slugs, *((fold(name.value), name.value) for _, name in named)]


def _choose_label(iri: str, named: Collection[tuple[NamedNode, Literal]]) -> str:
    """Return what an entity is called in the first language that it has a name in; its short name without one."""
    for wanted in (LABEL, TITLE):
        labels = [name for predicate, name in named if predicate == wanted]
        if labels:
            return choose(labels)
    return short_name(iri)


def _precedence(name: tuple[NamedNode, Literal]) -> tuple[object, ...]:
    """Return the order of names that match alike: labels first, English first, the longest first, as it tells most."""
    predicate, literal = name
    *language, text = language_key(literal, LANGUAGES[0])
    return (NAME_PROPERTIES.index(predicate), *language, -len(literal.value), text)


def fold(text: str) -> str:
    r"""Return a text without accents and case, with single spaces: the form in which names are compared.

    Quotes and dashes are those of a keyboard, for nobody types others; a dash is a space.

    >>> fold("  Système de SANTÉ "), fold("Health \u2013 a \u201cRight\u201d")
    ('systeme de sante', 'health a "right"')
    """
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(bare.casefold().translate(_TYPED).split())


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


def _require_short(name: str) -> None:
    if len(name) > bounds.NAME:
        raise InvalidValue("name", name, f"at most {bounds.NAME:,} characters")


def _is_entity(iri: str) -> bool:
    return iri.startswith(MH) or (iri.startswith(_NAMESPACES) and "#" not in iri)
