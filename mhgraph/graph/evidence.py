"""Evidence: on what each statement stands, in batches. The same pattern finds it in every ledger and on every store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from mhgraph.graph.ledgers import LEDGER_OF_CLASS, Ledger
from mhgraph.model import COMPUTED, DOCUMENT_LABEL, FRAGMENT, IS_DERIVED_BY, NUMBER, RATIONALE, RESTS_ON
from mhgraph.namespaces import SCHEMA
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import LABEL, Term, natural_key
from mhgraph.stores import Store

BATCH = 500
"""For how many statements one query asks."""

_LONGEST_NUMBER = 10  # digits; Python refuses to read very long ones, and no text has as many paragraphs
_URL = NamedNode(f"{SCHEMA}url")
_CLASSES = ", ".join(f"<{iri}>" for iri in LEDGER_OF_CLASS)
_GRAPH_COLUMNS = "?g ?class ?rationale ?rule ?label ?ground ?passage"
_OF_GRAPH = f"""
  ?g a ?class . FILTER(?class IN ({_CLASSES}))
  OPTIONAL {{ ?g {RATIONALE} ?rationale }}
  OPTIONAL {{ ?g {IS_DERIVED_BY} ?rule . OPTIONAL {{ ?rule {LABEL} ?label }} }}
  OPTIONAL {{ ?g {RESTS_ON} ?ground . OPTIONAL {{ ?ground {RESTS_ON} ?passage }} }}"""
"""What a graph of evidence is: its ledger, its reason, and what it rests on, in at most two steps: a conclusion on a
judgement, a judgement on passages. (A path, restsOn*, was thirteen times slower: engines follow it from everything.)"""


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
    """Where a passage is: its source, the paragraph's number, the document's own label, and the link, "" if unknown."""

    source: str
    number: int | None = None
    label: str = ""
    link: str = ""


def find_evidence(store: Store, statements: Iterable[Triple]) -> dict[Triple, tuple[Support, ...]]:
    """Return the supports of each statement, strongest ledger first: one query for each 500 statements.

    There are none for what no ledger says (names, schema), nor for a statement with a blank node, which no query can
    name.
    """
    wanted = list(dict.fromkeys(statements))
    found: list[dict[str, _Graph]] = [{} for _ in wanted]
    askable = [(Literal(str(number)), *triple) for number, triple in enumerate(wanted) if not _has_blank_node(triple)]
    for start in range(0, len(askable), BATCH):
        block = values_block(["number", "s", "p", "o"], askable[start : start + BATCH])
        query = f"SELECT DISTINCT ?number {_GRAPH_COLUMNS} WHERE {{ {block} GRAPH ?g {{ ?s ?p ?o }}{_OF_GRAPH} }}"
        for number, *row in store.select(query).rows:
            _collect(found[int(_text(number))], row)
    return {
        triple: _sort(graph.support() for graph in graphs.values())
        for triple, graphs in zip(wanted, found, strict=True)
    }


def read_statements(store: Store) -> dict[Triple, tuple[Support, ...]]:
    """Return every statement of every ledger with its supports, strongest ledger first, in a fixed order: two queries.

    Days that the loader computed are left out.
    """
    graphs: dict[str, _Graph] = {}
    for row in store.select(f"SELECT DISTINCT {_GRAPH_COLUMNS} WHERE {{ {_OF_GRAPH} }}").rows:
        _collect(graphs, row)
    supports = {iri: graph.support() for iri, graph in graphs.items()}
    found: dict[Triple, list[Support]] = {}
    for graph, subject, predicate, value in store.select("SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }").rows:
        support = supports.get(_iri(graph))
        if support is not None and predicate not in COMPUTED:
            assert isinstance(subject, NamedNode | BlankNode)
            assert isinstance(predicate, NamedNode)
            assert value is not None
            found.setdefault(Triple(subject, predicate, value), []).append(support)
    return {triple: _sort(listed) for triple, listed in sorted(found.items(), key=lambda item: str(item[0]))}


def locate(store: Store, passages: Iterable[str]) -> dict[str, Location]:
    """Return where passages are: one query. A source, too, has a link.

    With a text fragment a link opens the source at the passage, else at its top. Of several addresses, fragments,
    numbers or labels the first by text is taken.
    """
    wanted = sorted(set(passages))
    found = {iri: Location(source_of(iri)) for iri in wanted}
    if not wanted:
        return found
    block = values_block(["x", "source"], [[NamedNode(iri), NamedNode(source_of(iri))] for iri in wanted])
    query = f"""SELECT DISTINCT ?x ?url ?fragment ?number ?label WHERE {{ {block}
      OPTIONAL {{ ?source {_URL} ?url }} OPTIONAL {{ ?x {FRAGMENT} ?fragment }}
      OPTIONAL {{ ?x {NUMBER} ?number }} OPTIONAL {{ ?x {DOCUMENT_LABEL} ?label }} }}"""
    rows = sorted(store.select(query).rows, key=lambda row: [str(term) for term in row], reverse=True)
    for thing, url, fragment, number, label in rows:  # the first by text comes last, and stays
        iri, address, digits = _iri(thing), _iri(url), _text(number)
        found[iri] = Location(
            source_of(iri),
            int(digits) if digits.isdecimal() and len(digits) <= _LONGEST_NUMBER else None,
            _text(label),
            address.partition("#")[0] + _text(fragment) if address else "",
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

    def __init__(self, iri: str) -> None:
        self._iri = iri
        self._ground = iri
        self._ledgers: set[Ledger] = set()
        self._reasons: set[str] = set()
        self._passages: set[str] = set()

    def add(
        self,
        cls: Term | None,
        rationale: Term | None,
        rule: Term | None,
        label: Term | None,
        ground: Term | None,
        passage: Term | None,
    ) -> None:
        self._ledgers.add(LEDGER_OF_CLASS[_iri(cls)])
        self._reasons.update(_text(term) for term in (rationale, label) if term is not None)
        self._ground = _iri(rule) or self._ground
        self._passages.update(iri for iri in [_iri(passage) or _iri(ground)] if iri)

    def support(self) -> Support:
        ledger = min(self._ledgers, key=lambda one: one.rank)  # a graph of two ledgers is a finding, not a crash
        passages = [self._iri] if ledger is Ledger.STATED else sorted(self._passages, key=natural_key)
        return Support(ledger, self._iri, self._ground, tuple(passages), min(self._reasons, default=""))


def _collect(graphs: dict[str, _Graph], row: Sequence[Term | None]) -> None:
    graph, *said = row
    graphs.setdefault(_iri(graph), _Graph(_iri(graph))).add(*said)


def _sort(supports: Iterable[Support]) -> tuple[Support, ...]:
    return tuple(sorted(supports, key=lambda support: (support.ledger.rank, natural_key(support.graph))))


def _has_blank_node(triple: Triple) -> bool:
    return any(isinstance(term, BlankNode) for term in triple)


def _iri(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Literal) else ""
