"""Evidence: on what each statement stands, in batches. The same pattern finds it in every ledger and on every store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from mhgraph.graph.identity import NOTHING, Identities, confidence_of, weakest
from mhgraph.graph.ledgers import LEDGER_OF_CLASS, Ledger
from mhgraph.model import (
    COMPUTED,
    CONFIDENCE,
    DOCUMENT_LABEL,
    FRAGMENT,
    IS_DERIVED_BY,
    IS_SEEN_IN,
    NUMBER,
    RATIONALE,
    RECORD,
    RESTS_ON,
    STANDING,
)
from mhgraph.namespaces import CONCEPT, SCHEMA
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import LABEL, TYPE, Term, natural_key
from mhgraph.stores import Store
from mhgraph.text.fragments import join_address

BATCH = 1_000
"""For how many statements one query asks, as they are written. Of three thousand, Virtuoso's compiler has too much."""

_LONGEST_NUMBER = 10  # digits; Python refuses to read very long ones, and no text has as many paragraphs
_PUBLISHER = NamedNode(f"{CONCEPT}standing-publisher")
_URL = NamedNode(f"{SCHEMA}url")
_CLASSES = ", ".join(f"<{iri}>" for iri in LEDGER_OF_CLASS)
_GRAPH_COLUMNS = "?g ?class ?rationale ?confidence ?rule ?label ?ground ?passage ?ground_confidence"
_OF_GRAPH = f"""
  ?g a ?class . FILTER(?class IN ({_CLASSES}))
  OPTIONAL {{ ?g {RATIONALE} ?rationale }}
  OPTIONAL {{ ?g {CONFIDENCE} ?confidence }}
  OPTIONAL {{ ?g {IS_DERIVED_BY} ?rule . OPTIONAL {{ ?rule {LABEL} ?label }} }}
  OPTIONAL {{
    ?g {RESTS_ON} ?ground .
    OPTIONAL {{ ?ground {RESTS_ON} ?passage }}
    OPTIONAL {{ ?ground {CONFIDENCE} ?ground_confidence }}
  }}"""
"""What a graph of evidence is: its ledger, its reason, and what it rests on, in at most two steps: a conclusion on a
judgement, a judgement on passages. (A path, restsOn*, was thirteen times slower: engines follow it from everything.)"""

OF_GROUNDS = frozenset({TYPE, CONFIDENCE, IS_DERIVED_BY, RESTS_ON})
"""The predicates that say of which ledger a graph is, how sure it is, and what it rests on."""

_Row: TypeAlias = Sequence[Term | None]


class Support(NamedTuple):
    """One ground on which a statement stands.

    `graph` is the named graph; `ground` is what people can look up: the passage, the judgement, or the rule; `passages`
    are those that it is, rests on, or whose statements are its premises, sorted; `reason` is the rationale of a
    judgement or the label of a rule; `confidence` (high, medium, low) is that of the weakest judgement in it, "" if it
    needs none; `written` is the statement as the graph has it, where the graph has another name for a thing.
    """

    ledger: Ledger
    graph: str
    ground: str
    passages: tuple[str, ...]
    reason: str = ""
    confidence: str = ""
    written: Triple | None = None


class Location(NamedTuple):
    """Where a passage is: its source, the paragraph's number, the document's own label, and the link, "" if unknown.

    `is_record` tells that it is no passage of the text, but what the place where the text was found says of it.
    """

    source: str
    number: int | None = None
    label: str = ""
    link: str = ""
    is_record: bool = False


def find_evidence(
    store: Store, statements: Iterable[Triple], identities: Identities = NOTHING
) -> dict[Triple, tuple[Support, ...]]:
    """Return the supports of each statement, strongest ledger first: one query for each 1,000 statements.

    A statement on merged things counts once for each way in which it may be written. There are none for what no ledger
    says (names, schema), nor for a statement with a blank node, which no query can name.
    """
    supports: dict[Triple, list[Support]] = {triple: [] for triple in statements}
    askable = [triple for triple in supports if not _has_blank_node(triple)]
    written = [(triple, one) for triple in askable for one in identities.written(triple)]
    for start in range(0, len(written), BATCH):
        batch = written[start : start + BATCH]
        rows: list[list[_Row]] = [[] for _ in batch]
        numbered = (
            (Literal(str(number)), one.subject, one.predicate, None if _has_tag(one) else one.object)
            for number, (_, one) in enumerate(batch)
        )
        block = values_block(["number", "s", "p", "o"], numbered)
        query = f"SELECT DISTINCT ?number ?o {_GRAPH_COLUMNS} WHERE {{ {block} GRAPH ?g {{ ?s ?p ?o }}{_OF_GRAPH} }}"
        for number, value, *row in store.select(query).rows:
            index = int(_text(number))
            if value == batch[index][1].object or not _has_tag(batch[index][1]):
                rows[index].append(row)
        for (triple, one), found in zip(batch, rows, strict=True):
            supports[triple] += [_rename(support, triple, one, identities) for support in _supports(found).values()]
    return {triple: _sort(listed) for triple, listed in supports.items()}


def read_statements(store: Store, identities: Identities = NOTHING) -> dict[Triple, tuple[Support, ...]]:
    """Return every statement of every ledger with its supports, strongest ledger first, in a fixed order: two queries.

    Merged things have their canonical names. Days that the loader computed are left out.
    """
    supports = _supports(store.select(f"SELECT DISTINCT {_GRAPH_COLUMNS} WHERE {{ {_OF_GRAPH} }}").rows)
    found: dict[Triple, list[Support]] = {}
    for graph, subject, predicate, value in store.select("SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }").rows:
        if _iri(graph) in supports and predicate not in COMPUTED:
            assert isinstance(subject, NamedNode | BlankNode)
            assert isinstance(predicate, NamedNode)
            assert value is not None
            one = Triple(subject, predicate, value)
            merged = identities.merge(one)
            if merged is None:
                continue
            found.setdefault(merged, []).append(_rename(supports[_iri(graph)], merged, one, identities))
    return {triple: _sort(listed) for triple, listed in sorted(found.items(), key=lambda item: str(item[0]))}


def locate(store: Store, passages: Iterable[str]) -> dict[str, Location]:
    """Return where passages are: one query. A source, too, has a link.

    A link leads to the publisher. With a text fragment it opens the source at the passage, else at its top: a fragment
    was made on the copy that was read, and holds for the publisher's page only where that was the copy. Of several
    addresses, fragments, numbers or labels the first by text is taken.
    """
    wanted = sorted(set(passages))
    found = {iri: Location(source_of(iri)) for iri in wanted}
    if not wanted:
        return found
    block = values_block(["x", "source"], [[NamedNode(iri), NamedNode(source_of(iri))] for iri in wanted])
    query = f"""SELECT DISTINCT ?x ?url ?fragment ?number ?label ?record WHERE {{ {block}
      OPTIONAL {{ ?source {_URL} ?url }}
      OPTIONAL {{ ?x {FRAGMENT} ?fragment ; {IS_SEEN_IN} ?capture . ?capture {STANDING} {_PUBLISHER} }}
      OPTIONAL {{ ?x {NUMBER} ?number }} OPTIONAL {{ ?x {DOCUMENT_LABEL} ?label }}
      OPTIONAL {{ ?x a ?record . FILTER(?record = {RECORD}) }} }}"""
    rows = sorted(store.select(query).rows, key=lambda row: [str(term) for term in row], reverse=True)
    for thing, url, fragment, number, label, record in rows:  # the first by text comes last, and stays
        iri, address, digits = _iri(thing), _iri(url), _text(number)
        found[iri] = Location(
            source_of(iri),
            int(digits) if digits.isdecimal() and len(digits) <= _LONGEST_NUMBER else None,
            _text(label),
            join_address(address, _text(fragment)),
            record is not None,
        )
    return found


def strongest(supports: Sequence[Support]) -> list[Support]:
    """Return the supports of the strongest ledger among those found."""
    best = min((support.ledger.rank for support in supports), default=None)
    return [support for support in supports if support.ledger.rank == best]


def passages_of(supports: Iterable[Support]) -> tuple[str, ...]:
    """Return the passages of supports, each once, sorted."""
    found = {passage for support in supports for passage in support.passages}
    return tuple(sorted(found, key=natural_key) if len(found) > 1 else found)


def source_of(passage: str) -> str:
    """Return the IRI of the source of a passage.

    >>> source_of("https://w3id.org/mhgraph/source/k#p08")
    'https://w3id.org/mhgraph/source/k'
    """
    return passage.partition("#")[0]


def _supports(rows: Iterable[_Row]) -> dict[str, Support]:
    """Return what graphs lend to their statements, by IRI, from rows of `_GRAPH_COLUMNS`."""
    by_graph: dict[str, list[_Row]] = {}
    for graph, *said in rows:
        by_graph.setdefault(_iri(graph), []).append(said)
    return {iri: _support(iri, said) for iri, said in by_graph.items()}


def _support(iri: str, said: Sequence[_Row]) -> Support:
    if len(said) == 1 and LEDGER_OF_CLASS[_iri(said[0][0])] is Ledger.STATED and not any(said[0][1:]):
        return Support(Ledger.STATED, iri, iri, (iri,))  # what most statements stand on, and soon said
    classes, rationales, confidences, rules, labels, grounds, passages, further = zip(*said, strict=True)
    # of two classes the stronger: a graph of two ledgers is a finding, not a crash
    ledger = min((LEDGER_OF_CLASS[_iri(cls)] for cls in classes), key=lambda one: one.rank)
    rested = {_iri(passage) or _iri(ground) for ground, passage in zip(grounds, passages, strict=True)} - {""}
    found = (iri,) if ledger is Ledger.STATED else tuple(sorted(rested, key=natural_key))
    return Support(
        ledger,
        iri,
        (found or (iri,))[0] if ledger is Ledger.INDEXED else min(filter(None, map(_iri, rules)), default=iri),
        found,
        min(filter(None, map(_text, (*rationales, *labels))), default=""),
        weakest(confidence_of(term) for term in {*confidences, *further}),
    )


def _rename(support: Support, merged: Triple, written: Triple, identities: Identities) -> Support:
    """Return a support of a merged statement that tells the written one; it is at most as sure as the merge."""
    if merged == written:
        return support
    merges = [identities.confidence[t] for t in (written.subject, written.object) if t in identities.canonical]  # type: ignore[index] # it is a name
    return support._replace(written=written, confidence=weakest([support.confidence, *merges]))


def _sort(supports: Iterable[Support]) -> tuple[Support, ...]:
    listed = tuple(supports)
    if len(listed) < 2:  # most statements have one; their keys would cost a second at two hundred documents
        return listed
    return tuple(sorted(listed, key=_strength))


def _strength(support: Support) -> tuple[object, ...]:
    """Return the order of supports: by ledger, what is said of a thing under its own name first, then by graph."""
    return (support.ledger.rank, support.written is not None, natural_key(support.graph))


def _has_tag(triple: Triple) -> bool:
    """Return whether the object has a language. It is not asked for: in VALUES, Virtuoso finds no such literal."""
    return isinstance(triple.object, Literal) and triple.object.language is not None


def _has_blank_node(triple: Triple) -> bool:
    return any(isinstance(term, BlankNode) for term in triple)


def _iri(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Literal) else ""
