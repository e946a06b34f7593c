"""Our own words that are those of the text: labels, and what provisions say, compared with the text of their source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from mhgraph.graph import BaseGraph
from mhgraph.graph.evidence import source_of
from mhgraph.model import AGENT, INSTRUMENT, PASSAGE, SAYS
from mhgraph.namespaces import DCTERMS, PREFIXES, SOURCE
from mhgraph.rdf.terms import LABEL, TYPE, natural_key
from mhgraph.text.folder import HeldText
from mhgraph.text.wording import Wording

_ALTERNATIVE = NamedNode(f"{PREFIXES['skos']}altLabel")
_TITLE = NamedNode(f"{DCTERMS}title")


@dataclass(frozen=True)
class CopiedWording:
    """Words of a text that a label, or a sentence on what a provision says, has in a row."""

    passage: str
    thing: str
    language: str
    words: str


def find_copied(graph: BaseGraph, texts: Mapping[str, Sequence[HeldText]]) -> dict[str, list[CopiedWording]]:
    """Return by key of the source what in its passages shares six words or more in a row with one of its texts.

    Official titles and names are nobody's wording: what entity files call things, the titles of sources, and labels of
    bodies, persons and instruments. Two queries.
    """
    names = _read_names(graph)
    ours = _read_ours(graph, set(texts))
    found: dict[str, list[CopiedWording]] = {}
    for key, held in texts.items():
        wording = Wording((line for text in held for line in text.lines), names)
        for passage, thing, text in ours.get(key, ()):
            words = wording.find_shared(text.value)
            if words:
                found.setdefault(key, []).append(CopiedWording(passage, thing, text.language or "", words))
    return found


def _read_names(graph: BaseGraph) -> set[str]:
    """Return the names of things, and the titles of sources. What a passage calls a thing is no name, but our word."""
    query = f"""SELECT DISTINCT ?name WHERE {{ ?thing ?called ?name .
      FILTER(?called IN ({LABEL}, {_ALTERNATIVE}, {_TITLE}))
      FILTER NOT EXISTS {{ GRAPH ?passage {{ ?thing ?called ?name }} }} }}"""
    return {name.value for (name,) in graph.select(query).rows if isinstance(name, Literal)}


def _read_ours(graph: BaseGraph, keys: set[str]) -> dict[str, list[tuple[str, str, Literal]]]:
    """Return passage, thing and text of all labels and sentences of ours in the passages of some sources, by key."""
    named = ", ".join(str(cls) for top in (AGENT, INSTRUMENT) for cls in sorted(graph.model.below(top), key=str))
    query = f"""SELECT DISTINCT ?passage ?thing ?text WHERE {{
      ?passage a {PASSAGE} . GRAPH ?passage {{ ?thing ?how ?text . FILTER(?how IN ({LABEL}, {SAYS})) }}
      FILTER NOT EXISTS {{ ?thing {TYPE} ?class . FILTER(?class IN ({named})) }} }}"""
    found: dict[str, list[tuple[str, str, Literal]]] = {}
    for passage, thing, text in graph.select(query).rows:
        if isinstance(passage, NamedNode) and isinstance(thing, NamedNode) and isinstance(text, Literal):
            key = source_of(passage.value).removeprefix(SOURCE)
            if key in keys:
                found.setdefault(key, []).append((passage.value, thing.value, text))
    for listed in found.values():
        listed.sort(key=lambda row: (natural_key(row[0]), natural_key(row[1]), str(row[2])))
    return found
