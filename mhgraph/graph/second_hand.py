"""Second hand: what a document tells of another text. It counts as the document's word, and not as that text's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from mhgraph.graph.evidence import source_of
from mhgraph.graph.identity import NOTHING, Identities
from mhgraph.model import CONTAINED_IN, INSTRUMENT, SOURCE_OF
from mhgraph.namespaces import DCTERMS
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import PART_OF, Term
from mhgraph.stores import Store

Telling = tuple[str, str]
"""A thing, such as a recommendation or a provision, and a passage, by IRI."""
_PUBLISHER = NamedNode(f"{DCTERMS}publisher")


def find_tellers(
    store: Store, tellings: Iterable[Telling], identities: Identities = NOTHING
) -> dict[Telling, tuple[str, ...]]:
    """Return who tells at second hand what passages say of things: one query.

    A passage tells of a thing at second hand if the thing is set down in, or a part of, a text that the source of the
    passage does not carry. Who tells it are the publishers of the source; the source itself, where it names none. There
    are none where the text itself speaks. A passage that says nothing of the thing is left out, and so is a thing that
    belongs to no text.
    """
    block = values_block(
        ["thing", "written", "passage", "source"],
        (
            (NamedNode(thing), name, NamedNode(passage), NamedNode(source_of(passage)))
            for thing, passage in sorted(set(tellings))
            for name in identities.names_of(NamedNode(thing))
        ),
    )
    query = f"""SELECT DISTINCT ?thing ?passage ?source ?carries ?publisher WHERE {{ {block}
      ?thing ({CONTAINED_IN}|{PART_OF})+ ?text . ?text a {INSTRUMENT} .
      GRAPH ?passage {{ ?written ?predicate ?object }}
      OPTIONAL {{ ?source {SOURCE_OF} ?text . BIND(?text AS ?carries) }}
      OPTIONAL {{ ?source {_PUBLISHER} ?publisher }} }}"""
    found: dict[Telling, set[str]] = {}
    first_hand: set[Telling] = set()
    for thing, passage, source, carries, publisher in store.select(query).rows:
        telling = (_iri(thing), _iri(passage))
        found.setdefault(telling, set()).add(_iri(publisher) or _iri(source))
        if carries is not None:
            first_hand.add(telling)
    return {telling: () if telling in first_hand else tuple(sorted(found[telling])) for telling in found}


def list_tellers(tellers: Mapping[Telling, tuple[str, ...]], thing: str, passages: Iterable[str]) -> tuple[str, ...]:
    """Return who tells a thing, from what `find_tellers` found: nobody, if one of the passages is the text's own."""
    found = [tellers[thing, passage] for passage in passages if (thing, passage) in tellers]
    return tuple(sorted({teller for listed in found for teller in listed})) if all(found) else ()


def _iri(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode) else ""
