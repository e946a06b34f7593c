"""What a project holds, read from a TriG dump: things by class, concepts by scheme, names, and what is mentioned."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

BASE = "https://w3id.org/mhgraph/"
NAMESPACES = {
    "mh": f"{BASE}ontology#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
_TYPE = f"{NAMESPACES['rdf']}type"
_IN_SCHEME = f"{NAMESPACES['skos']}inScheme"
_LABELS = (f"{NAMESPACES['rdfs']}label", f"{NAMESPACES['skos']}prefLabel")
_NAMES = (*_LABELS, f"{NAMESPACES['skos']}altLabel", f"{NAMESPACES['mh']}acronym", f"{NAMESPACES['skos']}notation")
_GROUNDS = ("Passage", "Judgement", "Rule", "Source")


class Facts:
    """The facts of one dump. Every list has what evidence graphs mention most first, then by IRI."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._flat: list[Quad] = []
        self._mentions: Counter[str] = Counter()
        for quad in quads:
            if isinstance(quad.graph_name, DefaultGraph):
                self._flat.append(quad)
            else:
                self._mentions.update(term.value for term in (quad.subject, quad.object) if isinstance(term, NamedNode))

    @cached_property
    def _classes(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for quad in self._flat:
            if quad.predicate.value == _TYPE and isinstance(quad.object, NamedNode):
                found[quad.object.value].add(_value(quad))
        return found

    def things(self, classes: Iterable[str]) -> list[str]:
        """Return the IRIs of the things of some classes (`mh:Event`), the classes by turns."""
        listed = [self._ranked(self._classes[expand(name)]) for name in classes]
        turns = [iris[turn] for turn in range(max(map(len, listed), default=0)) for iris in listed if turn < len(iris)]
        return list(dict.fromkeys(turns))

    def concepts(self, scheme: str) -> list[str]:
        """Return the IRIs of the concepts of a scheme, given by its slug."""
        iri = f"{BASE}scheme/{scheme}"
        return self._ranked(
            {_value(q) for q in self._flat if q.predicate.value == _IN_SCHEME and getattr(q.object, "value", "") == iri}
        )

    def showable(self) -> list[str]:
        """Return the IRIs of everything with a label, and of every passage, source, judgement and rule."""
        labelled = {_value(quad) for quad in self._flat if quad.predicate.value in _LABELS}
        return self._ranked(labelled.union(*(self._classes[expand(f"mh:{name}")] for name in _GROUNDS)))

    def mentioned(self) -> list[str]:
        """Return the IRIs of what evidence graphs speak of, save terms of the ontology."""
        return self._ranked({iri for iri in self._mentions if iri.startswith(BASE) and "#" not in iri})

    def names(self) -> list[str]:
        """Return all that things are called, in any language, sorted."""
        named = (quad.object for quad in self._flat if quad.predicate.value in _NAMES)
        return sorted({name.value for name in named if isinstance(name, Literal)})

    def _ranked(self, iris: Iterable[str]) -> list[str]:
        return sorted(iris, key=lambda iri: (-self._mentions[iri], iri))


def read_facts(dump: Path) -> Facts:
    """Return the facts of a TriG file. Raises OSError or SyntaxError if it cannot be read."""
    return Facts(parse(path=str(dump), format=RdfFormat.TRIG))


def expand(name: str) -> str:
    """Return the IRI of a CURIE with one of NAMESPACES; anything else as it is.

    >>> expand("mh:Event")
    'https://w3id.org/mhgraph/ontology#Event'
    """
    prefix, _, local = name.partition(":")
    return f"{NAMESPACES[prefix]}{local}" if prefix in NAMESPACES else name


def shorten(iri: str) -> str:
    """Return an IRI of the project as people write it on the command line; any other as it is.

    >>> shorten("https://w3id.org/mhgraph/provision/gcm-15"), shorten("https://w3id.org/mhgraph/source/key#p08")
    ('provision:gcm-15', 'key#p08')
    >>> shorten("https://w3id.org/mhgraph/ontology#Event")
    'mh:Event'
    """
    if iri.startswith(NAMESPACES["mh"]):
        return f"mh:{iri.removeprefix(NAMESPACES['mh'])}"
    kind, _, slug = iri.removeprefix(BASE).partition("/")
    if not iri.startswith(BASE) or not slug:
        return iri
    return slug if "#" in slug else f"{kind}:{slug}"


def _value(quad: Quad) -> str:
    return str(getattr(quad.subject, "value", quad.subject))
