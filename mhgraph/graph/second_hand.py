"""Second hand: what a document tells of another text. It counts as the document's word, and not as that text's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from mhgraph.graph.evidence import source_of
from mhgraph.model import CONTAINED_IN, INSTRUMENT, SOURCE_OF
from mhgraph.namespaces import DCTERMS
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import TYPE
from mhgraph.stores import Store

_PART_OF = NamedNode(f"{DCTERMS}isPartOf")
_PUBLISHER = NamedNode(f"{DCTERMS}publisher")


def find_tellers(store: Store, statements: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return who tells what of a text that is not theirs, by IRI of the thing: three queries, none for no statement.

    `statements` maps a thing (a recommendation, a provision) to the passages that state something of it. It is told at
    second hand if the text in which it is set down, or of which it is a part, is not one that the sources of these
    passages carry. Who tells it are then the publishers of the sources; the source itself, where it names none.
    """
    sources = {thing: {source_of(passage) for passage in passages} for thing, passages in statements.items()}
    things = [thing for thing, found in sources.items() if found]
    if not things:
        return {}
    texts = _read_pairs(store, things, f"?x ({CONTAINED_IN}|{_PART_OF})+ ?y . ?y {TYPE} {INSTRUMENT}")
    of_sources = {source for thing in texts for source in sources[thing]}
    if not of_sources:
        return {}
    carried = _read_pairs(store, of_sources, f"?x {SOURCE_OF} ?y")
    publishers = _read_pairs(store, of_sources, f"?x {_PUBLISHER} ?y")
    found = {}
    for thing, holders in texts.items():
        if not any(holders & carried.get(source, set()) for source in sources[thing]):
            found[thing] = tuple(sorted({teller for one in sources[thing] for teller in publishers.get(one, {one})}))
    return found


def _read_pairs(store: Store, iris: Iterable[str], pattern: str) -> dict[str, set[str]]:
    """Return which `?y` each of some `?x` has by a pattern: one query."""
    block = values_block(["x"], [[NamedNode(iri)] for iri in sorted(iris)])
    found: dict[str, set[str]] = {}
    for thing, other in store.select(f"SELECT DISTINCT ?x ?y WHERE {{ {block} {pattern} }}").rows:
        if isinstance(thing, NamedNode) and isinstance(other, NamedNode):
            found.setdefault(thing.value, set()).add(other.value)
    return found
