"""The evidence of rows: on what ground each is known, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.evidence import Support, passages_of, source_of, strongest
from mhgraph.graph.identity import surest
from mhgraph.graph.labels import choose_text
from mhgraph.namespaces import from_curie
from mhgraph.rdf.terms import Term

Row = Mapping[str, tuple[Term, ...]]

_KNOWN = {
    Ledger.STATED: {"en": "the document says so", "fr": "le document le dit", "es": "el documento lo dice"},
    Ledger.INDEXED: {"en": "filed by a curator", "fr": "classé par nous", "es": "clasificado por nosotros"},
    Ledger.JUDGED: {"en": "a curator", "fr": "notre avis", "es": "a nuestro juicio"},
    Ledger.INFERRED: {"en": "a rule concludes it", "fr": "déduit par une règle", "es": "lo deduce una regla"},
}
"""On what ground something is known; short, for it stands in every row."""
_SURE = {
    "high": {"en": "high", "fr": "confiance élevée", "es": "confianza alta"},
    "medium": {"en": "medium", "fr": "confiance moyenne", "es": "confianza media"},
    "low": {"en": "low", "fr": "confiance faible", "es": "confianza baja"},
}


def add_evidence(graph: BaseGraph, statement: tuple[str, str, str], rows: Iterable[Row], language: str) -> list[Row]:
    """Return rows with the columns of evidence: the strongest ledger of each statement, and its grounds in that ledger.

    A row whose statement no ledger says is left out: what an entity file says is a name and no statement. A row without
    a statement (a part of it may be optional) has no evidence. Its confidence is that of its surest ground; there is
    none where a ground needs no judgement. References, links and who tells it are looked up by `Answer`.
    """
    statements = [(row, statement_of(row, statement)) for row in rows]
    supports = graph.evidence(triple for _, triple in statements if triple is not None)
    return [
        {**row, **evidence_terms(strongest(supports[triple]) if triple is not None else [], language)}
        for row, triple in statements
        if triple is None or supports[triple]
    ]


def describe_ground(ledger: Ledger, confidence: str, language: str) -> str:
    """Return on what ground something is known, in words.

    >>> describe_ground(Ledger.JUDGED, "medium", "en")
    'a curator, medium'
    """
    texts = [_KNOWN[ledger], *([_SURE[confidence]] if confidence else [])]
    return ", ".join(choose_text(text, language) or "" for text in texts)


def subject_of(row: Row, statement: tuple[str, str, str]) -> str:
    """Return of what the statement of a row says something, by IRI; "" if it is unbound or no name."""
    subject = _part(row, statement[0])
    return subject.value if isinstance(subject, NamedNode) else ""


def statement_of(row: Row, statement: tuple[str, str, str]) -> Triple | None:
    """Return the statement that a row is about; None if a part of it is unbound."""
    subject, predicate, value = (_part(row, part) for part in statement)
    if not isinstance(subject, NamedNode) or not isinstance(predicate, NamedNode) or value is None:
        return None
    return Triple(subject, predicate, value)


def _part(row: Row, part: str) -> Term | None:
    if part.startswith("?"):
        return next(iter(row[part[1:]]), None)
    iri = from_curie(part)
    assert iri is not None  # the header was checked on reading
    return NamedNode(iri)


def evidence_terms(supports: Sequence[Support], language: str) -> dict[str, tuple[Term, ...]]:
    """Return the columns of evidence, without those that are looked up, from supports of one ledger."""
    passages = passages_of(supports)
    confidence = surest(support.confidence for support in supports)
    return {
        "how_known": tuple(Literal(describe_ground(one.ledger, confidence, language)) for one in supports[:1]),
        "ledger": tuple(Literal(support.ledger.value) for support in supports[:1]),
        "confidence": (Literal(confidence),) if confidence else (),
        "source": tuple(NamedNode(iri) for iri in sorted({source_of(passage) for passage in passages})),
        "passage": tuple(NamedNode(iri) for iri in passages),
        "reason": tuple(Literal(text) for text in sorted({support.reason for support in supports if support.reason})),
    }
