"""Evidence: on what each statement stands, in batches. The same pattern finds it in every ledger and on every store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.graph.ledgers import LEDGER_OF_CLASS, Ledger
from mhgraph.model import COMPUTED, DOCUMENT_LABEL, FRAGMENT, IS_DERIVED_BY, NUMBER, PASSAGE, RATIONALE, RESTS_ON
from mhgraph.namespaces import DCTERMS, SCHEMA
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import LABEL, Term, natural_key
from mhgraph.stores import Store

BATCH = 500
"""For how many statements one query asks."""

_PART_OF = NamedNode(f"{DCTERMS}isPartOf")
_URL = NamedNode(f"{SCHEMA}url")
_CLASSES = ", ".join(f"<{iri}>" for iri in LEDGER_OF_CLASS)
_OF_GRAPH = f"""
  ?g a ?class . FILTER(?class IN ({_CLASSES}))
  OPTIONAL {{ ?g {RATIONALE} ?rationale }}
  OPTIONAL {{ ?g {IS_DERIVED_BY} ?rule . ?rule {LABEL} ?rule_label }}
  OPTIONAL {{ ?g {RESTS_ON}* ?passage . ?passage a {PASSAGE} }}"""
"""What a graph of evidence is: its ledger, its reason, and the passages that it is, rests on, or draws on."""


class Support(NamedTuple):
    """One ground on which a statement stands.

    `graph` is the named graph; `ground` is what people can look up: the passage, the judgement, or the rule; `passages`
    are those that it is, rests on, or whose statements are its premises, sorted; `reason` is the rationale of a
    judgement or the label of a rule.
    """

    ledger: Ledger
    graph: str
    ground: str
    passages: tuple[str, ...]
    reason: str = ""


class Location(NamedTuple):
    """Where a passage is: its source, the paragraph's number, the document's own label, and the link ("" if unknown)."""

    source: str
    number: int | None = None
    label: str = ""
    link: str = ""


def find_evidence(store: Store, statements: Iterable[Triple]) -> dict[Triple, tuple[Support, ...]]:
    """Return the supports of each statement, strongest ledger first; none for what no ledger says (names, schema).

    One query for each 500 statements.
    """
    wanted = list(dict.fromkeys(statements))
    found: dict[Triple, dict[str, _Graph]] = {triple: {} for triple in wanted}
    for start in range(0, len(wanted), BATCH):
        block = values_block(["s", "p", "o"], [_terms(triple) for triple in wanted[start : start + BATCH]])
        query = f"""SELECT DISTINCT ?s ?p ?o ?g ?class ?rationale ?rule ?rule_label ?passage WHERE {{
          {block} GRAPH ?g {{ ?s ?p ?o }}{_OF_GRAPH} }}"""
        for subject, predicate, value, *graph in store.select(query).rows:
            _collect(found[_triple(subject, predicate, value)], graph)
    return {triple: _supports(graphs) for triple, graphs in found.items()}


def read_graphs(store: Store, graphs: Iterable[str] | None = None) -> dict[str, Support]:
    """Return what each graph of evidence lends to its statements, by IRI; of all graphs, if none are named."""
    found: dict[str, _Graph] = {}
    block = "" if graphs is None else values_block(["g"], [[NamedNode(iri)] for iri in sorted(set(graphs))])
    query = f"SELECT DISTINCT ?g ?class ?rationale ?rule ?rule_label ?passage WHERE {{ {block}{_OF_GRAPH} }}"
    for row in store.select(query).rows:
        _collect(found, row)
    return {iri: graph.support() for iri, graph in found.items()}


def read_statements(store: Store) -> dict[Triple, tuple[Support, ...]]:
    """Return every statement of every ledger with its supports, strongest ledger first, in a fixed order.

    Days that the loader computed are left out.
    """
    graphs = read_graphs(store)
    found: dict[Triple, list[Support]] = {}
    query = f"SELECT ?g ?s ?p ?o WHERE {{ GRAPH ?g {{ ?s ?p ?o }} ?g a ?class . FILTER(?class IN ({_CLASSES})) }}"
    for graph, subject, predicate, value in store.select(query).rows:
        if predicate not in COMPUTED:
            found.setdefault(_triple(subject, predicate, value), []).append(graphs[_iri(graph)])
    return {triple: _sorted(set(supports)) for triple, supports in sorted(found.items(), key=lambda item: str(item[0]))}


def locate(store: Store, passages: Iterable[str]) -> dict[str, Location]:
    """Return where passages are; with a text fragment a link opens the source at the passage, else at its top."""
    wanted = sorted(set(passages))
    found = {iri: Location(source_of(iri)) for iri in wanted}
    if not wanted:
        return found
    block = values_block(["x", "source"], [[NamedNode(iri), NamedNode(source_of(iri))] for iri in wanted])
    query = f"""SELECT DISTINCT ?x ?url ?fragment ?number ?label WHERE {{ {block}
      OPTIONAL {{ ?source {_URL} ?url }} OPTIONAL {{ ?x {FRAGMENT} ?fragment }}
      OPTIONAL {{ ?x {NUMBER} ?number }} OPTIONAL {{ ?x {DOCUMENT_LABEL} ?label }} }}"""
    rows = sorted(store.select(query).rows, key=lambda row: [str(term) for term in row], reverse=True)
    for thing, url, fragment, number, label in rows:  # of several values, the first by text is kept
        iri, digits = _iri(thing), _text(number)
        found[iri] = Location(
            source_of(iri),
            int(digits) if digits.isdecimal() else None,
            _text(label),
            _iri(url).partition("#")[0] + _text(fragment) if url is not None else "",
        )
    return found


def strongest(supports: Sequence[Support]) -> list[Support]:
    """Return the supports of the strongest ledger among those found."""
    best = min((support.ledger.rank for support in supports), default=None)
    return [support for support in supports if support.ledger.rank == best]


def passages_of(supports: Iterable[Support]) -> tuple[str, ...]:
    """Return the passages of supports, each once, sorted."""
    return tuple(sorted({passage for support in supports for passage in support.passages}, key=natural_key))


def source_of(passage: str) -> str:
    """Return the IRI of the source of a passage.

    >>> source_of("https://w3id.org/mhgraph/source/k#p08")
    'https://w3id.org/mhgraph/source/k'
    """
    return passage.partition("#")[0]


class _Graph:
    """What the rows of a query say of one graph."""

    def __init__(self, iri: str, cls: str) -> None:
        self._iri = iri
        self._ledger = LEDGER_OF_CLASS[cls]
        self._ground = iri
        self._reasons: set[str] = set()
        self._passages: set[str] = set()

    def add(self, rationale: Term | None, rule: Term | None, rule_label: Term | None, passage: Term | None) -> None:
        self._reasons.update(_text(term) for term in (rationale, rule_label) if term is not None)
        if rule is not None:
            self._ground = _iri(rule)
        if passage is not None:
            self._passages.add(_iri(passage))

    def support(self) -> Support:
        passages = tuple(sorted(self._passages, key=natural_key))
        return Support(self._ledger, self._iri, self._ground, passages, min(self._reasons, default=""))


def _collect(graphs: dict[str, _Graph], row: Sequence[Term | None]) -> None:
    graph, cls, *rest = row
    iri = _iri(graph)
    if iri not in graphs:
        graphs[iri] = _Graph(iri, _iri(cls))
    graphs[iri].add(*rest)


def _supports(graphs: Mapping[str, _Graph]) -> tuple[Support, ...]:
    return _sorted(graph.support() for graph in graphs.values())


def _sorted(supports: Iterable[Support]) -> tuple[Support, ...]:
    return tuple(sorted(supports, key=lambda support: (support.ledger.rank, natural_key(support.graph))))


def _terms(triple: Triple) -> tuple[Term, Term, Term]:
    return (triple.subject, triple.predicate, triple.object)


def _triple(subject: Term | None, predicate: Term | None, value: Term | None) -> Triple:
    assert isinstance(subject, NamedNode)
    assert isinstance(predicate, NamedNode)
    assert value is not None
    return Triple(subject, predicate, value)


def _iri(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Literal) else ""
