"""References: a passage as a footnote cites it, so that somebody else can find it without this graph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from mhgraph.graph.coverage import read_version
from mhgraph.graph.evidence import Location, locate, source_of
from mhgraph.graph.labels import LANGUAGES, TITLE, choose, choose_text, short_name
from mhgraph.model import DATE, SOURCE_OF
from mhgraph.namespaces import DCTERMS
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import LABEL
from mhgraph.stores import Store

_PUBLISHER = NamedNode(f"{DCTERMS}publisher")
_PARAGRAPH = {"en": "para.", "fr": "par.", "es": "párr."}


class Reference(NamedTuple):
    """Where something is said: `str()` of it is a footnote.

    `place` is the paragraph in the document's own words ("para. 11", "GCM Objectives"), `link` leads to it, `version`
    is that of the data. What is not known is empty.

    >>> str(Reference("WHO", "A title", "2023-05", "para. 11", "https://who.example/a", "0.2.0"))
    'WHO, A title, 2023-05, para. 11, https://who.example/a (mhgraph data 0.2.0)'
    """

    publisher: str
    title: str
    date: str
    place: str
    link: str
    version: str

    def __str__(self) -> str:
        """Return the footnote."""
        address = self.link.partition("#:~:")[0]  # a text fragment is for a browser, and long
        text = ", ".join(filter(None, (self.publisher, self.title, self.date, self.place, address)))
        return f"{text} (mhgraph data {self.version})" if self.version else text


def read_references(store: Store, passages: Iterable[str], language: str = LANGUAGES[0]) -> dict[str, Reference]:
    """Return the reference of each passage or source: three queries, however many there are.

    Titles and publishers are given in a language, as far as they have a name in it.
    """
    wanted = sorted(set(passages))
    if not wanted:
        return {}
    sources = _read_sources(store, {source_of(iri) for iri in wanted}, language)
    version = read_version(store)
    found: dict[str, Reference] = {}
    for iri, location in locate(store, wanted).items():
        publisher, title, date = sources[location.source]
        found[iri] = Reference(publisher, title, date, _describe_place(iri, location, language), location.link, version)
    return found


def _read_sources(store: Store, sources: Iterable[str], language: str) -> dict[str, tuple[str, str, str]]:
    """Return publishers, title and date of sources, by IRI: one query.

    The date is that of the text which the source carries; of several, the first by text.
    """
    block = values_block(["source"], [[NamedNode(iri)] for iri in sorted(sources)])
    query = f"""SELECT DISTINCT ?source ?p ?value ?name WHERE {{ {block}
      {{ ?source ?p ?value . FILTER(?p IN ({TITLE}, {_PUBLISHER})) OPTIONAL {{ ?value {LABEL} ?name }} }}
      UNION {{ ?source {SOURCE_OF}/{DATE} ?value . BIND({DATE} AS ?p) }} }}"""
    titles: dict[str, list[Literal]] = {}
    dates: dict[str, list[str]] = {}
    publishers: dict[str, dict[str, list[Literal]]] = {}
    for source, predicate, value, name in store.select(query).rows:
        assert isinstance(source, NamedNode)
        if predicate == TITLE and isinstance(value, Literal):
            titles.setdefault(source.value, []).append(value)
        elif predicate == DATE and isinstance(value, Literal):
            dates.setdefault(source.value, []).append(value.value)
        elif isinstance(value, NamedNode):
            names = publishers.setdefault(source.value, {}).setdefault(value.value, [])
            names += [name] if isinstance(name, Literal) else []
    found = {}
    for iri in sources:
        bodies = publishers.get(iri, {}).items()
        named = [choose(names, language) if names else short_name(body) for body, names in bodies]
        title = choose(titles[iri], language) if iri in titles else short_name(iri)
        found[iri] = (", ".join(sorted(named)), title, min(dates.get(iri, [""])))
    return found


def _describe_place(iri: str, location: Location, language: str) -> str:
    if location.label:
        return location.label
    if location.number is not None:
        return f"{choose_text(_PARAGRAPH, language)} {location.number}"
    return "" if iri == location.source else iri.partition("#")[2]
