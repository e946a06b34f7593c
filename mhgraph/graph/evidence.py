"""Evidence: on what each statement stands, in batches. The same pattern finds it in every ledger and on every store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from mhgraph.graph.identity import NOTHING, Identities
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
    RESTS_ON,
    SAME_AS,
    STANDING,
)
from mhgraph.namespaces import CONCEPT, SCHEMA
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import LABEL, Term, natural_key
from mhgraph.stores import Store

BATCH = 500
"""For how many statements one query asks."""

_LONGEST_NUMBER = 10  # digits; Python refuses to read very long ones, and no text has as many paragraphs
CONFIDENCES = ("high", "medium", "low")
"""How sure a curator can be, the surest first."""

_CONFIDENCE = f"{CONCEPT}confidence-"
_PUBLISHER = f"{CONCEPT}standing-publisher"
_URL = NamedNode(f"{SCHEMA}url")
_CLASSES = ", ".join(f"<{iri}>" for iri in LEDGER_OF_CLASS)
_GRAPH_COLUMNS = "?g ?class ?rationale ?confidence ?rule ?label ?ground ?passage ?ground_confidence"
_OF_GRAPH = f"""
  ?g a ?class . FILTER(?class IN ({_CLASSES}))
  OPTIONAL {{ ?g {RATIONALE} ?rationale }}
  OPTIONAL {{ ?g {CONFIDENCE} ?confidence }}
  OPTIONAL {{ ?g {IS_DERIVED_BY} ?rule . OPTIONAL {{ ?rule {LABEL} ?label }} }}
  OPTIONAL {{ ?g {RESTS_ON} ?ground . OPTIONAL {{ ?ground {RESTS_ON} ?passage }} OPTIONAL {{ ?ground {CONFIDENCE} ?ground_confidence }} }}"""
"""What a graph of evidence is: its ledger, its reason, and what it rests on, in at most two steps: a conclusion on a
judgement, a judgement on passages. (A path, restsOn*, was thirteen times slower: engines follow it from everything.)"""


class Support(NamedTuple):
    """One ground on which a statement stands.

    `graph` is the named graph; `ground` is what people can look up: the passage, the judgement, or the rule; `passages`
    are those that it is, rests on, or whose statements are its premises, sorted; `reason` is the rationale of a
    judgement or the label of a rule; `confidence` (high, medium, low) is that of the weakest judgement in it, "" if it
    needs none; `written` is the statement as the graph has it, if it has another name for a thing.
    """

    ledger: Ledger
    graph: str
    ground: str
    passages: tuple[str, ...]
    reason: str = ""
    confidence: str = ""
    written: Triple | None = None


class Location(NamedTuple):
    """Where a passage is: its source, the paragraph's number, the document's own label, and the link, "" if unknown."""

    source: str
    number: int | None = None
    label: str = ""
    link: str = ""


def find_evidence(
    store: Store, statements: Iterable[Triple], identities: Identities = NOTHING
) -> dict[Triple, tuple[Support, ...]]:
    """Return the supports of each statement, strongest ledger first: one query for each 500 statements.

    A statement about a merged thing is looked for under each of its names.

    There are none for what no ledger says (names, schema), nor for a statement with a blank node, which no query can
    name.
    """
    wanted = list(dict.fromkeys(statements))
    written = [(number, one) for number, triple in enumerate(wanted) for one in identities.written(triple)]
    found: list[dict[str, _Graph]] = [{} for _ in written]
    askable = [(Literal(str(place)), *one) for place, (_, one) in enumerate(written) if not _has_blank_node(one)]
    for start in range(0, len(askable), BATCH):
        block = values_block(["number", "s", "p", "o"], askable[start : start + BATCH])
        query = f"SELECT DISTINCT ?number {_GRAPH_COLUMNS} WHERE {{ {block} GRAPH ?g {{ ?s ?p ?o }}{_OF_GRAPH} }}"
        for number, *row in store.select(query).rows:
            _collect(found[int(_text(number))], row)
    merges = _Merges(store, identities)
    supports: list[list[Support]] = [[] for _ in wanted]
    for (number, one), graphs in zip(written, found, strict=True):
        supports[number] += [merges.mark(graph.support(), wanted[number], one) for graph in graphs.values()]
    return {triple: _sort(listed) for triple, listed in zip(wanted, supports, strict=True)}


def read_statements(store: Store, identities: Identities = NOTHING) -> dict[Triple, tuple[Support, ...]]:
    """Return every statement of every ledger with its supports, strongest ledger first, in a fixed order: two queries.

    Merged things have their canonical names. Days that the loader computed are left out.
    """
    merges = _Merges(store, identities)
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
            one = Triple(subject, predicate, value)
            merged = identities.merge(one)
            found.setdefault(merged, []).append(merges.mark(support, merged, one))
    return {triple: _sort(listed) for triple, listed in sorted(found.items(), key=lambda item: str(item[0]))}


def locate(store: Store, passages: Iterable[str]) -> dict[str, Location]:
    """Return where passages are: one query. A source, too, has a link.

    A link leads to the publisher. With a text fragment it opens the source at the passage, else at its top: a fragment
    was made on the copy that was read, and holds for the publisher's page only where that was the copy. Of several addresses, fragments,
    numbers or labels the first by text is taken.
    """
    wanted = sorted(set(passages))
    found = {iri: Location(source_of(iri)) for iri in wanted}
    if not wanted:
        return found
    block = values_block(["x", "source"], [[NamedNode(iri), NamedNode(source_of(iri))] for iri in wanted])
    query = f"""SELECT DISTINCT ?x ?url ?fragment ?number ?label WHERE {{ {block}
      OPTIONAL {{ ?source {_URL} ?url }}
      OPTIONAL {{ ?x {FRAGMENT} ?fragment ; {IS_SEEN_IN} ?capture . ?capture {STANDING} <{_PUBLISHER}> }}
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


class _Merges:
    """The confidence with which things were merged, and what it does to evidence found under another name."""

    def __init__(self, store: Store, identities: Identities) -> None:
        self._confidence: dict[NamedNode, str] = {}
        if not identities.canonical:
            return
        query = f"SELECT ?a ?b ?confidence WHERE {{ GRAPH ?g {{ ?a {SAME_AS} ?b }} ?g {CONFIDENCE} ?confidence }}"
        for one, other, confidence in store.select(query).rows:
            for name in (one, other):
                if isinstance(name, NamedNode) and name in identities.canonical:
                    known = self._confidence.get(name, "")
                    self._confidence[name] = weakest([known, _confidence(confidence)])

    def mark(self, support: Support, merged: Triple, written: Triple) -> Support:
        """Return a support that names the statement as written, and is at most as sure as the merge."""
        if merged == written:
            return support
        merges = [self._confidence.get(name, "") for name in (written.subject, written.object) if isinstance(name, NamedNode)]
        return support._replace(written=written, confidence=weakest([support.confidence, *merges]))


class _Graph:
    """What the rows of a query say of one graph."""

    def __init__(self, iri: str) -> None:
        self._iri = iri
        self._ground = iri
        self._ledgers: set[Ledger] = set()
        self._reasons: set[str] = set()
        self._passages: set[str] = set()
        self._confidences: set[str] = set()

    def add(
        self,
        cls: Term | None,
        rationale: Term | None,
        confidence: Term | None,
        rule: Term | None,
        label: Term | None,
        ground: Term | None,
        passage: Term | None,
        ground_confidence: Term | None,
    ) -> None:
        self._ledgers.add(LEDGER_OF_CLASS[_iri(cls)])
        self._reasons.update(_text(term) for term in (rationale, label) if term is not None)
        self._ground = _iri(rule) or self._ground
        self._passages.update(iri for iri in [_iri(passage) or _iri(ground)] if iri)
        self._confidences.update((_confidence(confidence), _confidence(ground_confidence)))

    def support(self) -> Support:
        ledger = min(self._ledgers, key=lambda one: one.rank)  # a graph of two ledgers is a finding, not a crash
        passages = (self._iri,) if ledger is Ledger.STATED else tuple(sorted(self._passages, key=natural_key))
        ground = next(iter(passages), self._iri) if ledger is Ledger.INDEXED else self._ground
        reason = min(self._reasons, default="")
        return Support(ledger, self._iri, ground, passages, reason, weakest(self._confidences))


def weakest(confidences: Iterable[str]) -> str:
    """Return the weakest of some confidences; "" if there is none.

    >>> weakest(["high", "", "medium"])
    'medium'
    """
    return max((one for one in confidences if one), key=CONFIDENCES.index, default="")


def _confidence(term: Term | None) -> str:
    return _iri(term).removeprefix(_CONFIDENCE)


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
