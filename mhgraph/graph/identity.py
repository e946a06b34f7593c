"""Identity: which names are one thing, by judgement. Graphs stay as written; only the flat view uses canonical names.

A curator's judgement says that a thing which one passage describes is a thing that has a name already. Merging is
transitive. A group that would merge two declared things, or a pair held to be different, is left apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, Triple

from mhgraph.model import CONFIDENCE, DIFFERENT_FROM, IDENTITY, IS_MERGED_INTO, SAME_AS
from mhgraph.namespaces import BASE, CONCEPT, FACTS_GRAPH, SKOS
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE, Term, natural_key
from mhgraph.stores import Store

GRAPH = NamedNode(f"{BASE}graph/identity")
"""The graph that holds what is merged into what; it is of no ledger."""

ALTERNATIVE_LABEL = NamedNode(f"{SKOS}altLabel")
CONFIDENCES = ("high", "medium", "low")
"""How sure a curator can be, the surest first."""

UNSURE = "low"
"""The confidence with which nothing is merged: it is shown as "may be the same"."""

_CONFIDENCE = f"{CONCEPT}confidence-"

_LABELS = (LABEL, NamedNode(f"{SKOS}prefLabel"))


class Clash(NamedTuple):
    """A group of names that was left apart: its members in order, what speaks against it, and what joins them."""

    members: tuple[str, ...]
    reason: str
    judgements: tuple[str, ...]


@dataclass(frozen=True)
class Identities:
    """What is merged: each written name with its canonical name and how sure that is; the groups left apart."""

    canonical: Mapping[NamedNode, NamedNode]
    confidence: Mapping[NamedNode, str] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()
    judgements: Mapping[NamedNode, tuple[str, ...]] = field(default_factory=dict)
    """The graphs of the judgements that join the group of each merged name."""

    def name(self, term: Term) -> Term:
        """Return the canonical name of a term; itself, if it is merged into nothing."""
        return self.canonical.get(term, term) if isinstance(term, NamedNode) else term

    def merge(self, triple: Triple) -> Triple | None:
        """Return a triple as the flat view has it, with canonical names; None if it says that a thing is itself.

        The label of a merged name is an alternative label of the canonical one.
        """
        subject, value = self.name(triple.subject), self.name(triple.object)
        if triple.predicate == SAME_AS and subject == value:
            return None
        assert not isinstance(subject, Literal | Triple)
        is_label = triple.predicate in _LABELS and subject != triple.subject
        return Triple(subject, ALTERNATIVE_LABEL if is_label else triple.predicate, value)

    def written(self, triple: Triple) -> list[Triple]:
        """Return the triples that a triple of the flat view can stand for, itself first."""
        names = (self.names_of(triple.subject), self.names_of(triple.object))
        found = [Triple(subject, triple.predicate, value) for subject, value in product(*names)]  # type: ignore[arg-type] # a subject stays a node
        if triple.predicate == ALTERNATIVE_LABEL:
            found += [Triple(name, LABEL, triple.object) for name in names[0][1:]]  # type: ignore[arg-type] # the same
        return found

    def names_of(self, term: Term) -> list[Term]:
        """Return the names of a thing, as written: the given one first."""
        return [term, *self._merged.get(term, ())] if isinstance(term, NamedNode) else [term]

    def joining(self, written: Triple) -> frozenset[str]:
        """Return the graphs of the judgements that make a written triple what it is in the flat view."""
        terms = (term for term in (written.subject, written.object) if isinstance(term, NamedNode))
        return frozenset(graph for term in terms for graph in self.judgements.get(term, ()))

    @cached_property
    def _merged(self) -> dict[NamedNode, list[NamedNode]]:
        merged: dict[NamedNode, list[NamedNode]] = {}
        for name in sorted(self.canonical, key=str):
            merged.setdefault(self.canonical[name], []).append(name)
        return merged

    def quads(self) -> Iterator[Quad]:
        """Yield the quads that say what is merged into what."""
        if self.canonical:
            yield Quad(GRAPH, TYPE, IDENTITY)
        for name, canonical in self.canonical.items():
            yield Quad(name, IS_MERGED_INTO, canonical, GRAPH)
            yield Quad(name, IS_MERGED_INTO, canonical)


NOTHING = Identities({})


def find_identities(quads: Collection[Quad], declared: Collection[NamedNode]) -> Identities:
    """Return what the judgements among some quads merge. `declared` are the names of entity files.

    The canonical name of a group is the declared one, else the first in order.
    """
    confidence: dict[object, str] = {
        quad.subject: confidence_of(quad.object) for quad in quads if quad.predicate == CONFIDENCE
    }
    same = [quad for quad in quads if quad.predicate == SAME_AS and quad.graph_name != DEFAULT]
    same = [quad for quad in same if confidence.get(quad.graph_name) != UNSURE]
    different = [quad for quad in quads if quad.predicate == DIFFERENT_FROM and quad.graph_name != DEFAULT]
    canonical: dict[NamedNode, NamedNode] = {}
    sure: dict[NamedNode, str] = {}
    clashes: list[Clash] = []
    judgements: dict[NamedNode, tuple[str, ...]] = {}
    for group in _groups(same):
        members = sorted(group, key=lambda name: natural_key(name.value))
        joining = [quad for quad in same if quad.subject in group]
        graphs = tuple(sorted({quad.graph_name.value for quad in joining if isinstance(quad.graph_name, NamedNode)}))
        reason = _clash(members, declared, different)
        if reason:
            clashes.append(Clash(tuple(name.value for name in members), reason, graphs))
            continue
        first = next((name for name in members if name in declared), members[0])
        canonical.update({name: first for name in members if name != first})
        judgements.update({name: graphs for name in members if name != first})
        weak = weakest(confidence.get(quad.graph_name, "") for quad in joining)  # merging is transitive
        sure.update(dict.fromkeys(members, weak))
    return Identities(canonical, sure, tuple(clashes), judgements)


def read_identities(store: Store) -> Identities:
    """Return what is merged in a graph that was built elsewhere: one query. It is what the loader found there.

    A name that a judgement joins to others, and that is neither merged nor merged into, is of a group that was left
    apart.
    """
    query = f"""SELECT DISTINCT ?g ?a ?p ?b ?confidence WHERE {{
      GRAPH ?g {{ ?a ?p ?b }} FILTER(?p IN ({SAME_AS}, {DIFFERENT_FROM}, {IS_MERGED_INTO}))
      OPTIONAL {{ ?g {CONFIDENCE} ?confidence }} }}"""
    quads: list[Quad] = []
    canonical: set[NamedNode] = set()
    merged: set[NamedNode] = set()
    for graph, name, predicate, other, confidence in store.select(query).rows:
        assert isinstance(graph, NamedNode)
        if not isinstance(name, NamedNode) or not isinstance(predicate, NamedNode) or not isinstance(other, NamedNode):
            continue
        if predicate != IS_MERGED_INTO and graph.value != FACTS_GRAPH:
            quads.append(Quad(name, predicate, other, graph))
            quads += [Quad(graph, CONFIDENCE, confidence)] if confidence is not None else []
        elif predicate == IS_MERGED_INTO:
            merged.add(name)
            canonical.add(other)
    held_apart = {term for quad in quads if quad.predicate == DIFFERENT_FROM for term in (quad.subject, quad.object)}
    joined = {term for quad in quads if quad.predicate == SAME_AS for term in (quad.subject, quad.object)}
    clashing = {term for term in joined - merged - canonical - held_apart if isinstance(term, NamedNode)}
    return find_identities(quads, canonical | clashing)


def confidence_of(term: object) -> str:
    """Return the confidence that a concept stands for: high, medium or low; "" for anything else."""
    name = term.value.removeprefix(_CONFIDENCE) if isinstance(term, NamedNode) else ""
    return name if name in CONFIDENCES else ""


def weakest(confidences: Iterable[str]) -> str:
    """Return the weakest of some confidences; "" if there is none.

    >>> weakest(["high", "", "medium"])
    'medium'
    """
    return max((one for one in confidences if one), key=CONFIDENCES.index, default="")


def surest(confidences: Iterable[str]) -> str:
    """Return the surest of some confidences; "" if one of them needs no judgement, or if there is none.

    >>> surest(["low", "medium"]), surest(["low", ""])
    ('medium', '')
    """
    return min(confidences, key=lambda one: CONFIDENCES.index(one) if one else -1, default="")


def _groups(same: Iterable[Quad]) -> list[set[NamedNode]]:
    """Return the sets of names that statements of sameness join, at any distance."""
    groups: list[set[NamedNode]] = []
    for quad in same:
        pair = {term for term in (quad.subject, quad.object) if isinstance(term, NamedNode)}
        joined = [group for group in groups if group & pair]
        groups = [group for group in groups if group not in joined]
        groups.append(pair.union(*joined))
    return [group for group in groups if len(group) > 1]


def _clash(members: list[NamedNode], declared: Collection[NamedNode], different: Iterable[Quad]) -> str:
    """Return why a group cannot be one thing; "" if it can."""
    named = [name for name in members if name in declared]
    if len(named) > 1:
        return "two of them are declared"
    apart = any({quad.subject, quad.object} <= set(members) for quad in different)
    return "two of them are held to be different" if apart else ""


def flatten(quads: Iterable[Quad], identities: Identities) -> list[Quad]:
    """Return the flat view of what stands in named graphs: facts in canonical names, each in the default graph."""
    merged = (identities.merge(quad.triple) for quad in quads if quad.graph_name != DEFAULT)
    return [Quad(*triple) for triple in merged if triple is not None]
