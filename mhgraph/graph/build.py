"""Building: the files of a project in, a graph out, with facts in the default graph and evidence in named graphs.

The ledgers are chosen here: the flat view, the days and the rules are computed from the chosen ledgers as if the others
did not exist, so that no conclusion outlives its premises. All of it is computed from quads before they are loaded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from mhgraph.graph.base import BaseGraph
from mhgraph.graph.evidence import OF_GROUNDS, Support, find_evidence, strongest
from mhgraph.graph.identity import NOTHING, Identities, find_identities, flatten
from mhgraph.graph.ledgers import ALL_LEDGERS, Ledger
from mhgraph.graph.rules import Rule, is_variable, load_rules
from mhgraph.model import (
    CURATION_DATE,
    CURATION_METHOD,
    DERIVATION,
    EARLIEST,
    INDEX_SUFFIX,
    INDEXING,
    IS_DERIVED_BY,
    IS_JUDGED_BY,
    JUDGEMENT_CLASS,
    JUDGEMENT_FILE,
    LATEST,
    RESTS_ON,
    RULE_CLASS,
    SAME_AS,
    Model,
)
from mhgraph.namespaces import SKOS
from mhgraph.project.folders import Project
from mhgraph.project.statements import ParsedProject, parse_project
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE, date_bounds
from mhgraph.stores import Store
from mhgraph.stores.guard import GuardedStore, start_child
from mhgraph.stores.memory import MemoryStore

_PREFERRED_LABEL = NamedNode(f"{SKOS}prefLabel")


def load_graph(
    project: Project | ParsedProject,
    ledgers: Iterable[Ledger] = ALL_LEDGERS,
    *,
    second_opinion: bool = False,
) -> BaseGraph:
    """Return the graph of a project, with the flat view of the chosen ledgers.

    With `second_opinion`, judgements that fewer than two people signed are left out, as if they did not exist.
    Raises UnreadableFile, RDFSyntaxError, OversizedLiteral, InvalidHeader or InvalidQuery for a file that cannot be
    read.

    >>> from mhgraph.project.folders import find_project
    >>> graph = load_graph(find_project(), [Ledger.STATED])
    >>> graph.ledgers == {Ledger.STATED}
    True
    """
    parsed = project if isinstance(project, ParsedProject) else parse_project(project)
    chosen = frozenset(ledgers)
    rules = tuple(load_rules(parsed.project.rules)) if Ledger.INFERRED in chosen else ()
    if not all(rule.is_released for rule in rules):
        start_child()
    quads = list(_chosen_quads(parsed, chosen, second_opinion=second_opinion))
    quads += _labels_of_concepts(quads)
    identities = find_identities(quads, _declared(parsed)) if Ledger.JUDGED in chosen else NOTHING
    quads += [*flatten(quads, identities), *identities.quads()]
    store = MemoryStore()
    store.load(quads)
    guarded = GuardedStore(store)
    derived = list(_derive(store, guarded, rules, identities))  # before it is loaded: no rule reads a conclusion
    guarded.load([*derived, *_days([*quads, *derived], identities, parsed.model)])
    parts = (store, chosen, parsed.model, rules, parsed.project, identities, guarded)
    return BaseGraph(*parts, second_opinion=second_opinion)


def flat_view(parsed: ParsedProject, rules: Sequence[Rule]) -> bytes:
    """Return the flat view of all ledgers in names as written, as N-Triples in UTF-8.

    It is that of `load_graph`, but nothing is merged.

    Nothing is loaded but what rules and the evidence of their premises ask for. Raises what `load_graph` raises for a
    rule.
    """
    said: defaultdict[NamedNode, list[Quad]] = defaultdict(list)
    for quad in _chosen_quads(parsed, ALL_LEDGERS, second_opinion=False):
        said[quad.predicate].append(quad)
    said[LABEL] += _labels_of_concepts(said[_PREFERRED_LABEL])
    asked = _asked_for(said, rules)
    store = MemoryStore()
    store.load([*asked, *flatten(asked, NOTHING)])
    derived = list(_derive(store, GuardedStore(store), rules, NOTHING))
    model = parsed.model
    dated = [quad for term in model.marked("first-day") | model.marked("last-day") for quad in said[term]]
    days = _days([*dated, *derived], NOTHING, model)
    same = said.pop(SAME_AS, [])  # that a thing is itself is no fact
    same = [*flatten(same, NOTHING), *(quad for quad in same if quad.graph_name == DEFAULT)]
    facts = (quad.triple for quad in chain(*said.values(), same, derived, days))
    return serialize(facts, format=RdfFormat.N_TRIPLES) or b""


def _asked_for(said: Mapping[NamedNode, list[Quad]], rules: Iterable[Rule]) -> list[Quad]:
    """Return the quads whose predicates occur in rules or tell what premises stand on; all, if one is left open."""
    patterns = [pattern for rule in rules for pattern in (rule.template, *rule.pattern)]
    if any(is_variable(pattern.predicate) for pattern in patterns):
        return list(chain(*said.values()))
    predicates = OF_GROUNDS.union(pattern.predicate for pattern in patterns)
    return [quad for predicate in predicates for quad in said.get(predicate, ())]


def _chosen_quads(parsed: ParsedProject, ledgers: frozenset[Ledger], *, second_opinion: bool) -> Iterator[Quad]:
    """Yield what is in the files, without the statements and judgements of ledgers that are not chosen."""
    for file in parsed.files:
        if file.role == "judgements":
            if Ledger.JUDGED in ledgers:
                judged = [*file.quads, *_curation(file.quads)]
                yield from _signed_twice(judged) if second_opinion else judged
        elif file.role == "sources":
            # sources and paragraphs are always there, because judgements rest on them
            yield from (quad for quad in file.quads if _ledger_in_source(quad) in (None, *ledgers))
            if Ledger.INDEXED in ledgers:
                yield from _indexings(file.quads)
        else:
            yield from file.quads


def _ledger_in_source(quad: Quad) -> Ledger | None:
    """Return the ledger of a quad of a source file; None for what describes the source and its passages."""
    if not isinstance(quad.graph_name, NamedNode):
        return None
    return Ledger.INDEXED if quad.graph_name.value.endswith(INDEX_SUFFIX) else Ledger.STATED


def _indexings(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield what describes the indexing graphs of a source file: their class, and the passage that each rests on."""
    for graph in {quad.graph_name for quad in quads if _ledger_in_source(quad) is Ledger.INDEXED}:
        assert isinstance(graph, NamedNode)
        yield Quad(graph, TYPE, INDEXING)
        yield Quad(graph, RESTS_ON, NamedNode(graph.value.removesuffix(INDEX_SUFFIX)))


def _curation(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield for each judgement what its file says once for all: who judged, when, by which method.

    A date or method of a judgement's own stands in the place of the file's; judges of its own stand beside the file's.
    """
    said = [quad for quad in quads if quad.graph_name == DEFAULT]
    files = {quad.subject for quad in said if quad.predicate == TYPE and quad.object == JUDGEMENT_FILE}
    own = {(quad.subject, quad.predicate) for quad in said}
    for judgement in (quad.subject for quad in said if quad.predicate == TYPE and quad.object == JUDGEMENT_CLASS):
        for quad in said:
            copied = quad.predicate in (CURATION_DATE, CURATION_METHOD) and (judgement, quad.predicate) not in own
            if quad.subject in files and (copied or quad.predicate == IS_JUDGED_BY):
                yield Quad(judgement, quad.predicate, quad.object)


def _signed_twice(quads: Sequence[Quad]) -> list[Quad]:
    """Return the quads of a file of judgements without the judgements that one person signed, or nobody."""
    judges: defaultdict[object, set[object]] = defaultdict(set)
    for quad in quads:
        if quad.predicate == IS_JUDGED_BY:
            judges[quad.subject].add(quad.object)
    judgements = {quad.subject for quad in quads if quad.predicate == TYPE and quad.object == JUDGEMENT_CLASS}
    lacking = {judgement for judgement in judgements if len(judges[judgement]) < 2}
    return [quad for quad in quads if quad.subject not in lacking and quad.graph_name not in lacking]


def _declared(parsed: ParsedProject) -> set[NamedNode]:
    """Return the names that entity files declare."""
    quads = (quad for file in parsed.of("entities") for quad in file.quads)
    return {quad.subject for quad in quads if quad.predicate == TYPE and isinstance(quad.subject, NamedNode)}


def _labels_of_concepts(quads: Iterable[Quad]) -> list[Quad]:
    """Return an `rdfs:label` for each preferred label, so that every thing is asked for its label in one way."""
    return [
        Quad(quad.subject, LABEL, quad.object)
        for quad in quads
        if quad.predicate == _PREFERRED_LABEL and quad.graph_name == DEFAULT
    ]


def _derive(store: Store, guarded: Store, rules: Iterable[Rule], identities: Identities) -> Iterator[Quad]:
    """Yield what the rules conclude: each conclusion as a fact and in a graph of its own, and what describes the graph.

    The graph rests on those in which the premises stand, each in its strongest ledger and under its own name if it can;
    a premise that no ledger says (a name) adds none. Rules that are not ours are applied to the guarded store.
    """
    premises: defaultdict[tuple[Rule, Triple], set[Triple]] = defaultdict(set)
    for rule in rules:
        yield Quad(rule.name, TYPE, RULE_CLASS)
        yield Quad(rule.name, LABEL, Literal(rule.label, language="en"))
        for conclusion, derivation in rule.apply(store if rule.is_released else guarded):
            premises[rule, conclusion].update(derivation.premises)
    evidence = find_evidence(store, {premise for found in premises.values() for premise in found}, identities)
    for (rule, conclusion), found in premises.items():
        graph = rule.graph_of(conclusion)
        yield Quad(*conclusion)
        yield Quad(conclusion.subject, conclusion.predicate, conclusion.object, graph)
        yield Quad(graph, TYPE, DERIVATION)
        yield Quad(graph, IS_DERIVED_BY, rule.name)
        grounds = {ground for premise in found for ground in _grounds(evidence[premise], identities)}
        yield from (Quad(graph, RESTS_ON, NamedNode(ground)) for ground in grounds)


def _grounds(supports: Sequence[Support], identities: Identities) -> Iterator[str]:
    """Yield the graphs on which a premise stands, with the judgements that merge names in it if it needs them."""
    best = strongest(supports)
    for support in [one for one in best if one.written is None] or best:
        yield support.graph
        if support.written is not None:
            yield from identities.joining(support.written)


def _days(quads: Iterable[Quad], identities: Identities, model: Model) -> list[Quad]:
    """Return the earliest and the latest day of every dated thing, in the default graph and in the graph of the date.

    The ontology says which properties give the first day and which the last; where a thing has only properties of one
    sort, they give both.
    """
    firsts, lasts = model.marked("first-day"), model.marked("last-day")
    found: list[Quad] = []
    dated = [quad for quad in quads if quad.predicate in firsts or quad.predicate in lasts]
    has_first = {identities.name(quad.subject) for quad in dated if quad.predicate in firsts}
    has_last = {identities.name(quad.subject) for quad in dated if quad.predicate in lasts}
    for quad in dated:
        days = date_bounds(quad.object) if isinstance(quad.object, Literal) else None
        if days is None:
            continue
        thing = identities.name(quad.subject)
        if quad.predicate in firsts or thing not in has_first:
            found.append(Quad(quad.subject, EARLIEST, days[0], quad.graph_name))
        if quad.predicate in lasts or thing not in has_last:
            found.append(Quad(quad.subject, LATEST, days[1], quad.graph_name))
    return found
