"""All that is said of an entity, or by a passage, a judgement or a rule: statement by statement, with its support."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.graph.evidence import Support
from mhgraph.graph.identity import Clash
from mhgraph.graph.ledgers import LEDGER_OF_CLASS, Ledger
from mhgraph.graph.rules import Derivation
from mhgraph.model import COMPUTED, INDEX_SUFFIX, IS_DERIVED_BY, RULE_CLASS, SAME_AS, SAYS
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

    `premises` are the supports of every premise of a derivation; none for what no ledger says (a name). `merges` are
    the judgements by which other names were merged into this one, each with what it says as written; `clashes` are the
    groups of names, this one among them, that were left apart.
    """

    iri: str
    classes: tuple[str, ...]
    names: tuple[tuple[NamedNode, Term], ...]
    statements: tuple[Statement, ...]
    premises: dict[Triple, tuple[Support, ...]]
    merges: tuple[Support, ...] = ()
    clashes: tuple[Clash, ...] = ()


def describe(graph: BaseGraph, iri: str) -> Description:
    """Return the description of an entity, source, passage, judgement or rule.

    For an entity, the statements are those with it as subject or object, what a provision says first; for a passage,
    judgement or rule, those in its graphs, as written, each with the support that these lend. Computed days, and what
    has blank nodes, are left out.
    """
    node = NamedNode(iri)
    about = _triples(graph, f"{{ BIND({node} AS ?s) {node} ?p ?o }} UNION {{ ?s ?p {node} . BIND({node} AS ?o) }}")
    types = {triple.object for triple in about if triple.subject == node and triple.predicate == TYPE}
    classes = sorted(cls.value for cls in types if isinstance(cls, NamedNode))
    inside = _pattern_inside(node, classes)
    if inside:
        listed = sorted(_triples(graph, inside), key=str)
        evidence = graph.evidence(listed)
        supports = {t: tuple(one for one in evidence[t] if iri in (one.ground, one.graph)) for t in listed}
    else:
        evidence = graph.evidence(about)
        ordered = sorted(sort_triples(set(about)), key=lambda triple: triple.predicate != SAYS)
        supports = {triple: evidence[triple] for triple in ordered if evidence[triple]}
    derivations = graph.explain([t for t, found in supports.items() if found[-1].ledger is Ledger.INFERRED])
    premises = {premise for found in derivations.values() for derivation in found for premise in derivation.premises}
    return Description(
        iri,
        tuple(classes),
        _names(node, about, set(supports)),
        tuple(Statement(t, found, _of_rules(found, derivations.get(t, []))) for t, found in supports.items()),
        graph.evidence(sort_triples(premises)),
        find_merges(graph, node),
        tuple(clash for clash in graph.identities.clashes if iri in clash.members),
    )


def find_merges(graph: BaseGraph, node: NamedNode) -> tuple[Support, ...]:
    """Return the judgements by which other names were merged into a thing; none if there are no other names."""
    if len(graph.identities.names_of(node)) == 1:
        return ()
    same = Triple(node, SAME_AS, node)
    return graph.evidence([same])[same]


def _pattern_inside(node: NamedNode, classes: list[str]) -> str:
    """Return the pattern of what stands in the graphs of a passage, a judgement or a rule; "" for anything else."""
    if RULE_CLASS.value in classes:
        return f"?g {IS_DERIVED_BY} {node} . GRAPH ?g {{ ?s ?p ?o }}"
    if not LEDGER_OF_CLASS.keys() & set(classes):
        return ""
    filed = NamedNode(f"{node.value}{INDEX_SUFFIX}")
    return f"{{ GRAPH {node} {{ ?s ?p ?o }} }} UNION {{ GRAPH {filed} {{ ?s ?p ?o }} }}"


def _triples(graph: BaseGraph, pattern: str) -> list[Triple]:
    return [
        Triple(subject, predicate, value)
        for subject, predicate, value in graph.select(f"SELECT DISTINCT ?s ?p ?o WHERE {{ {pattern} }}").rows
        if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode)
        if isinstance(value, NamedNode | Literal) and predicate not in COMPUTED
    ]


def _names(node: NamedNode, about: list[Triple], claimed: set[Triple]) -> tuple[tuple[NamedNode, Term], ...]:
    found = {(t.predicate, t.object) for t in about if t.subject == node and t.predicate != TYPE and t not in claimed}
    return tuple(sorted(found, key=lambda pair: (pair[0].value, term_key(pair[1]))))


def _of_rules(supports: tuple[Support, ...], derivations: list[Derivation]) -> tuple[Derivation, ...]:
    grounds = {support.ground for support in supports}
    return tuple(derivation for derivation in derivations if derivation.rule.value in grounds)
