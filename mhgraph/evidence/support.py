"""What supports a statement: ledgers, passages, deep links, and explanations of what was inferred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.corpus import Corpus, Derivation, Ledger
from mhgraph.namespaces import DCTERMS, SCHEMA
from mhgraph.rdf import DEFAULT, mh, natural_key

_PART_OF = NamedNode(f"{DCTERMS}isPartOf")
_URL = NamedNode(f"{SCHEMA}url")


class Support(NamedTuple):
    """One ground on which a statement stands.

    `graph` is the passage, judgement or rule; `passages` are those that it is, rests on, or whose statements are its
    premises; `reason` is the rationale of a judgement or the label of a rule; `derivations` explain an inferred
    statement.
    """

    ledger: Ledger
    graph: str
    passages: tuple[str, ...]
    reason: str = ""
    derivations: tuple[Derivation, ...] = ()


def supports(corpus: Corpus, statement: Triple) -> list[Support]:
    """Return every support of a statement, strongest ledger first; none for what no ledger says (names, schema)."""
    found: list[Support] = []
    for quad in corpus.store.quads_for_pattern(statement.subject, statement.predicate, statement.object, None):
        ledger = corpus.ledger_of_graph.get(quad.graph_name) if isinstance(quad.graph_name, NamedNode) else None
        if ledger is not None and isinstance(quad.graph_name, NamedNode):
            found.append(support_by(corpus, quad.graph_name, statement))
    return sorted(found, key=lambda support: (support.ledger.rank, natural_key(support.graph)))


def support_by(corpus: Corpus, graph: NamedNode, statement: Triple) -> Support:
    """Return the support that a passage, judgement or rule lends to a statement that stands in its graph."""
    ledger = corpus.ledger_of_graph[graph]
    if ledger is Ledger.STATED:
        return Support(ledger, graph.value, (graph.value,))
    if ledger is Ledger.JUDGED:
        return Support(ledger, graph.value, rests_on(corpus, graph), _text(corpus, graph, mh("rationale")))
    derivations = tuple(each for each in corpus.derivations(statement) if each.rule == graph)
    label = next(rule.label for rule in corpus.rules if rule.name == graph)
    return Support(ledger, graph.value, premise_passages(corpus, derivations), label, derivations)


def rests_on(corpus: Corpus, judgement: NamedNode) -> tuple[str, ...]:
    """Return the passages that a judgement rests on, sorted."""
    found = corpus.store.quads_for_pattern(judgement, mh("restsOn"), None, DEFAULT)
    return _sorted(quad.object.value for quad in found if isinstance(quad.object, NamedNode))


def premise_passages(corpus: Corpus, derivations: Iterable[Derivation]) -> tuple[str, ...]:
    """Return the passages behind the premises of derivations, each premise by its strongest support."""
    return _sorted(
        passage
        for derivation in derivations
        for premise in derivation.premises
        for support in supports(corpus, premise)[:1]
        for passage in support.passages
    )


def strongest(found: Iterable[Support]) -> list[Support]:
    """Return the supports of the strongest ledger among those found."""
    listed = list(found)
    best = min((support.ledger.rank for support in listed), default=None)
    return [support for support in listed if support.ledger.rank == best]


def source_of(passage: str) -> str:
    """Return the IRI of the source of a passage.

    >>> source_of("https://w3id.org/mhgraph/source/k#p08")
    'https://w3id.org/mhgraph/source/k'
    """
    return passage.partition("#")[0]


def deep_link(corpus: Corpus, passage: str) -> str | None:
    """Return the address that opens the source at a passage (at its top without a text fragment), or None."""
    source = NamedNode(source_of(passage))
    addresses = [quad.object for quad in corpus.store.quads_for_pattern(source, _URL, None, DEFAULT)]
    if not addresses:
        return None
    address = min(getattr(each, "value", "") for each in addresses)
    return address.partition("#")[0] + _text(corpus, NamedNode(passage), mh("fragment"))


def _text(corpus: Corpus, subject: NamedNode, predicate: NamedNode) -> str:
    found = corpus.store.quads_for_pattern(subject, predicate, None, DEFAULT)
    return min((quad.object.value for quad in found if isinstance(quad.object, Literal)), default="")


def _sorted(iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(iris), key=natural_key))


def statements_of(corpus: Corpus, graph: NamedNode) -> Iterator[Triple]:
    """Yield the statements in the graph of a passage or judgement, sorted; date bounds are left out, being computed."""
    bounds = {mh("earliest"), mh("latest")}
    found = [quad.triple for quad in corpus.store.quads_for_pattern(None, None, None, graph)]
    yield from sorted((each for each in found if each.predicate not in bounds), key=str)
