"""From what people write (slug, CURIE, IRI, acronym, label in any language) to the entity that is meant, and back."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Store

from mhgraph.errors import AmbiguousName, UnknownName
from mhgraph.namespaces import BASE, DCTERMS, ENTITY_KINDS, MH, SKOS, SOURCE, from_curie, passage_name, to_curie
from mhgraph.rdf import DEFAULT, LABEL, TYPE, mh, natural_key

LANGUAGES = ("en", "fr", "es")
"""The languages of the house; the first is the fallback."""

_NAMESPACES = tuple(f"{BASE}{kind}/" for kind in (*ENTITY_KINDS, "judgement", "source", "rule", "scheme"))
_NAMES = (
    LABEL,
    NamedNode(f"{SKOS}altLabel"),
    mh("acronym"),
    NamedNode(f"{SKOS}notation"),
    NamedNode(f"{DCTERMS}identifier"),
    NamedNode(f"{DCTERMS}title"),
)
_MIN_SCORE = 75.0


class Match(NamedTuple):
    """An entity that a search found: its IRI, its class, the name that matched, and how well (0 to 100)."""

    iri: str
    kind: str
    name: str
    score: float


def label_of(store: Store, iri: str, language: str = LANGUAGES[0]) -> str:
    """Return the label of an entity in a language, else in English, else in any; the title of a source; else its CURIE.

    A passage has no label: its short name is returned.
    """
    node = NamedNode(iri)
    for predicate in (LABEL, NamedNode(f"{DCTERMS}title")):
        labels = [
            quad.object
            for quad in store.quads_for_pattern(node, predicate, None, DEFAULT)
            if isinstance(quad.object, Literal)
        ]
        if labels:
            return min(labels, key=lambda literal: language_key(literal, language)).value
    return passage_name(iri) if iri.startswith(SOURCE) else to_curie(iri)


def language_key(literal: Literal, language: str) -> tuple[bool, bool, str, str]:
    """Return a sort key that puts the wished language first, then English, then the rest by name."""
    tag = (literal.language or "").split("-")[0]
    return (tag != language, tag != LANGUAGES[0], tag, literal.value)


def classes_of(store: Store, iri: str) -> list[NamedNode]:
    """Return the classes of an entity, sorted."""
    found = (quad.object for quad in store.quads_for_pattern(NamedNode(iri), TYPE, None, DEFAULT))
    return sorted((each for each in found if isinstance(each, NamedNode)), key=lambda each: each.value)


def resolve(store: Store, name: str, classes: Collection[NamedNode] = (), *, expected: str = "entity") -> NamedNode:
    """Return the entity that `name` means, of one of `classes` (any class if none are given).

    A name is an IRI, a CURIE, a slug, `<key>#p08` for a passage, an acronym, a notation, an identifier, or a label in
    any language. Raises AmbiguousName with the candidates if several answer to it, UnknownName with the nearest if
    none does.
    """
    for candidates in (_by_address, _by_name):
        found = sorted(set(candidates(store, name, classes)), key=lambda each: natural_key(each.value))
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousName(name, [_shown(each.value) for each in found])
    raise UnknownName(name, [_shown(match.iri) for match in search(store, name, classes)][:5], expected=expected)


def search(store: Store, words: str, classes: Collection[NamedNode] = ()) -> list[Match]:
    """Return the entities whose names are near `words`, in any language, best first; an empty list if none is near."""
    from rapidfuzz import fuzz, process

    names: dict[str, list[tuple[str, str]]] = {}
    for iri, name in _all_names(store, classes):
        names.setdefault(fold(name), []).append((iri, name))
        if name == iri:
            names.setdefault(fold(iri.rsplit("/", 1)[-1]), []).append((iri, name))
    best: dict[str, Match] = {}
    needle = fold(words)
    for key, score, _ in process.extract(needle, names.keys(), scorer=fuzz.WRatio, limit=None, score_cutoff=_MIN_SCORE):
        if min(len(key), len(needle)) < 3 and key != needle:
            continue
        for iri, name in names[key]:
            if iri not in best or score > best[iri].score:
                kind = next((to_curie(each.value) for each in classes_of(store, iri)), "")
                best[iri] = Match(iri, kind, label_of(store, iri) if name == iri else name, score)

    def closeness(match: Match) -> tuple[object, ...]:
        return (-round(match.score), -round(fuzz.token_sort_ratio(needle, fold(match.name))), natural_key(match.iri))

    return sorted(best.values(), key=closeness)


def fold(text: str) -> str:
    """Return a text without accents and case, with single spaces: the form in which names are compared.

    >>> fold("  Système de SANTÉ ")
    'systeme de sante'
    """
    bare = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join(bare.casefold().replace("-", " ").split())


def _by_address(store: Store, name: str, classes: Collection[NamedNode]) -> Iterator[NamedNode]:
    expanded = from_curie(name)
    if name.startswith(("http://", "https://")):
        addresses: Iterable[str] = (name,)
    elif expanded is not None:
        addresses = (expanded,)
    elif any(each in name for each in ' <>"{}|\\^`:'):
        return
    else:
        addresses = (f"{namespace}{name}" for namespace in _NAMESPACES)
    for address in addresses:
        try:
            node = NamedNode(address)
        except ValueError:
            return
        if _is_declared(store, node, classes):
            yield node


def _by_name(store: Store, name: str, classes: Collection[NamedNode]) -> list[NamedNode]:
    needle = fold(name)
    return [NamedNode(iri) for iri, each in _all_names(store, classes) if each != iri and fold(each) == needle]


def _is_declared(store: Store, node: NamedNode, classes: Collection[NamedNode]) -> bool:
    return any(not classes or quad.object in classes for quad in store.quads_for_pattern(node, TYPE, None, DEFAULT))


def _all_names(store: Store, classes: Collection[NamedNode]) -> Iterator[tuple[str, str]]:
    """Yield (IRI, name) for every entity of ours; each entity also with its own IRI as a name."""
    for quad in store.quads_for_pattern(None, TYPE, None, DEFAULT):
        node = quad.subject
        if not isinstance(node, NamedNode) or not node.value.startswith((*_NAMESPACES, MH)):
            continue
        if (classes and quad.object not in classes) or "#" in node.value.removeprefix(MH):
            continue
        yield node.value, node.value
        for predicate in _NAMES:
            for each in store.quads_for_pattern(node, predicate, None, DEFAULT):
                if isinstance(each.object, Literal):
                    yield node.value, each.object.value


def _shown(iri: str) -> str:
    return passage_name(iri) if iri.startswith(SOURCE) else to_curie(iri)
