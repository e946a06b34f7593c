"""All that is said of an entity, or by a passage, a judgement or a rule: statement by statement, with its support."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from mhgraph.corpus import Corpus
from mhgraph.entities import classes_of
from mhgraph.evidence.support import Support, statements_of, support_by, supports
from mhgraph.rdf import DEFAULT, TYPE, Term, mh, term_key


@dataclass(frozen=True)
class Statement:
    """A statement with everything that supports it, strongest ledger first."""

    triple: Triple
    supports: tuple[Support, ...]


@dataclass(frozen=True)
class Description:
    """What the corpus has about one IRI: its classes, its names and other unclaimed properties, and the statements."""

    iri: str
    classes: tuple[str, ...]
    names: tuple[tuple[NamedNode, Term], ...]
    statements: tuple[Statement, ...]


def describe(corpus: Corpus, iri: str) -> Description:
    """Return the description of an entity, source, passage, judgement or rule.

    For an entity, the statements are those with it as subject or object; for a passage, judgement or rule, those in its
    graph, each with the support that this graph lends. Computed date bounds are left out.
    """
    node = NamedNode(iri)
    bounds = {mh("earliest"), mh("latest")}
    around = [
        quad.triple
        for subject, value in ((node, None), (None, node))
        for quad in corpus.store.quads_for_pattern(subject, None, value, DEFAULT)
        if quad.predicate not in bounds
    ]
    if node in corpus.ledger_of_graph:
        inside = tuple(Statement(triple, (support_by(corpus, node, triple),)) for triple in statements_of(corpus, node))
    else:
        found = (Statement(triple, tuple(supports(corpus, triple))) for triple in sorted(set(around), key=_key))
        inside = tuple(statement for statement in found if statement.supports)
    claimed = {statement.triple for statement in inside}
    names = sorted(
        {
            (triple.predicate, triple.object)
            for triple in around
            if triple.subject == node and triple.predicate != TYPE and triple not in claimed
        },
        key=lambda pair: (pair[0].value, term_key(pair[1])),
    )
    return Description(iri, tuple(each.value for each in classes_of(corpus.store, iri)), tuple(names), inside)


def _key(triple: Triple) -> tuple[object, ...]:
    return (term_key(triple.subject), triple.predicate != TYPE, triple.predicate.value, term_key(triple.object))
