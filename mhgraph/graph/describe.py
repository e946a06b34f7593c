"""All that is said of an entity, or by a passage, a judgement or a rule: statement by statement, with its support."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from mhgraph.graph.evidence import Support
from mhgraph.graph.ledgers import LEDGER_OF_CLASS
from mhgraph.graph.rules import Derivation
from mhgraph.model import COMPUTED, IS_DERIVED_BY, RULE_CLASS
from mhgraph.rdf.terms import TYPE, Term, sort_triples, term_key

if TYPE_CHECKING:
    from mhgraph.graph.base import BaseGraph


@dataclass(frozen=True)
class Statement:
    """A statement with everything that supports it, strongest ledger first.

    `derivations` are those of the rules among its supports.
    """

    triple: Triple
    supports: tuple[Support, ...]
    derivations: tuple[Derivation, ...] = ()


@dataclass(frozen=True)
class Description:
    """What a graph has about one IRI: its classes, its names and other unclaimed properties, and the statements.

    `premises` are the supports of every premise of a derivation; none for what no ledger says (a name).
    """

    iri: str
    classes: tuple[str, ...]
    names: tuple[tuple[NamedNode, Term], ...]
    statements: tuple[Statement, ...]
    premises: dict[Triple, tuple[Support, ...]]


def describe(graph: BaseGraph, iri: str) -> Description:
    """Return the description of an entity, source, passage, judgement or rule.

    For an entity, the statements are those with it as subject or object; for a passage, judgement or rule, those in its
    graph, each with the support that this graph lends. Computed days are left out.
    """
    node = NamedNode(iri)
    about = _triples(graph, f"{{ BIND({node} AS ?s) {node} ?p ?o }} UNION {{ ?s ?p {node} . BIND({node} AS ?o) }}")
    classes = sorted(term.value for t in about if t.subject == node and t.predicate == TYPE and (term := _node(t)))
    if RULE_CLASS.value in classes:
        inside = _triples(graph, f"?g {IS_DERIVED_BY} {node} . GRAPH ?g {{ ?s ?p ?o }}")
    elif any(cls in LEDGER_OF_CLASS for cls in classes):
        inside = _triples(graph, f"GRAPH {node} {{ ?s ?p ?o }}")
    else:
        inside = []
    is_ground = bool(inside) or RULE_CLASS.value in classes or any(cls in LEDGER_OF_CLASS for cls in classes)
    supports = graph.evidence([*about, *inside])
    if is_ground:
        listed = sorted(inside, key=str)
        supports = {triple: tuple(one for one in supports[triple] if iri in (one.ground, one.graph)) for triple in listed}
    else:
        listed = [triple for triple in sort_triples(set(about)) if supports[triple]]
    derivations = graph.explain([t for t in listed if any(one.ground != one.graph for one in supports[t])])
    premises = {premise for found in derivations.values() for derivation in found for premise in derivation.premises}
    return Description(
        iri,
        tuple(classes),
        _names(node, about, set(listed)),
        tuple(Statement(t, supports[t], _of_rules(supports[t], derivations.get(t, []))) for t in listed),
        graph.evidence(sort_triples(premises)),
    )


def _triples(graph: BaseGraph, pattern: str) -> list[Triple]:
    rows = graph.select(f"SELECT DISTINCT ?s ?p ?o WHERE {{ {pattern} }}").rows
    return [
        Triple(subject, predicate, value)
        for subject, predicate, value in rows
        if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and value is not None
        and predicate not in COMPUTED
    ]


def _names(node: NamedNode, about: list[Triple], claimed: set[Triple]) -> tuple[tuple[NamedNode, Term], ...]:
    found = {(t.predicate, t.object) for t in about if t.subject == node and t.predicate != TYPE and t not in claimed}
    return tuple(sorted(found, key=lambda pair: (pair[0].value, term_key(pair[1]))))


def _of_rules(supports: tuple[Support, ...], derivations: list[Derivation]) -> tuple[Derivation, ...]:
    grounds = {support.ground for support in supports}
    return tuple(derivation for derivation in derivations if derivation.rule.value in grounds)


def _node(triple: Triple) -> NamedNode | None:
    return triple.object if isinstance(triple.object, NamedNode) else None
