"""Mutants of the data: for every constraint of every shape, for every class it is checked on, ways not to meet it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from pyoxigraph import Literal, NamedNode, Store, Triple
from rdflib import SH, Graph
from rdflib.term import Node

from mhgraph.namespaces import CONCEPT, MH, RDF, SKOS, XSD
from mhgraph.rdf import TYPE, Term
from mhgraph.validation.engine import ShapeResult
from tests.mutation.constraints import Allowed, Demand, UnknownConstraint, alternatives, allowed, literal, predicates
from tests.mutation.material import FlatView
from tests.mutation.recipes import RECIPES

FOREIGN = NamedNode("urn:example:mutant")
_STRING = NamedNode(f"{XSD}string")
_INTEGER = NamedNode(f"{XSD}integer")
_TRIALS = 40
"""So many things of a class are tried, until one is found that meets the constraint before it is broken."""

Check = Callable[[frozenset[Triple]], Sequence[ShapeResult]]
"""Validates triples."""


@dataclass(frozen=True)
class Mutant:
    """A change that breaks a constraint, and where it has to be noticed."""

    demand: Demand
    fault: str
    focus: NamedNode
    removed: frozenset[Triple]
    added: frozenset[Triple]
    origin: NamedNode
    """What the focus node was called before; another name only where the name is what was broken."""

    def around(self, view: FlatView, *, changed: bool) -> frozenset[Triple]:
        """Return the neighbourhood of the focus node, before or after the change."""
        if changed:
            return view.neighbourhood(self.focus, removed=self.removed, added=self.added)
        return view.neighbourhood(self.origin)

    def is_place(self, result: ShapeResult) -> bool:
        """Whether a result is about this constraint of this shape at this node."""
        return (result.focus, result.shape, result.constraint) == (
            self.focus.value,
            str(self.demand.shape),
            self.demand.component,
        )


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant: `results` are those at its place, `others` what else is new at its focus node."""

    mutant: Mutant
    results: tuple[ShapeResult, ...]
    others: tuple[ShapeResult, ...]

    @property
    def caught(self) -> bool:
        """Whether it was noticed at the right place."""
        return bool(self.results)


def mutants(view: FlatView, shapes: Graph, wanted: Sequence[Demand], check: Check, seed: int) -> Iterator[Mutant]:
    """Yield the mutants of each demand, over a thing of the class that meets it, chosen by `seed`.

    Raises UnknownConstraint where there is no way to break a constraint, or nothing to break it on.
    """
    store = view.store()
    for demand in wanted:
        random = Random(f"{seed} {demand}")  # noqa: S311
        found = [each for each in _ways(view, store, shapes, demand, random) if each is not None]
        faults = {each.fault for each in found}
        made = 0
        for fault in sorted(faults):
            chosen = next((each for each in found if each.fault == fault and _is_met(each, view, check)), None)
            if chosen is not None:
                made += 1
                yield chosen
        if not made:
            raise UnknownConstraint(f"{demand.constraint} in {demand.shape} for {demand.target}: nothing to break")


def judge(mutant: Mutant, view: FlatView, check: Check) -> Verdict:
    """Return what validation says about a mutant and did not say before."""
    before = {(each.shape, each.constraint, each.path, each.value) for each in _at(mutant.origin, mutant, view, check)}
    new = [
        each
        for each in check(mutant.around(view, changed=True))
        if each.focus == mutant.focus.value
        and (mutant.is_place(each) or (each.shape, each.constraint, each.path, each.value) not in before)
    ]
    return Verdict(
        mutant,
        tuple(each for each in new if mutant.is_place(each)),
        tuple(each for each in new if not mutant.is_place(each)),
    )


def _at(node: NamedNode, mutant: Mutant, view: FlatView, check: Check) -> list[ShapeResult]:
    return [each for each in check(mutant.around(view, changed=False)) if each.focus == node.value]


def _is_met(mutant: Mutant, view: FlatView, check: Check) -> bool:
    """Whether the constraint is met before the change: otherwise nobody could say that the change was noticed."""
    place = (str(mutant.demand.shape), mutant.demand.component)
    return all((each.shape, each.constraint) != place for each in _at(mutant.origin, mutant, view, check))


def _ways(view: FlatView, store: Store, shapes: Graph, demand: Demand, random: Random) -> Iterator[Mutant | None]:
    if demand.constraint == SH.sparql:
        yield from _by_recipe(store, demand, random)
        return
    members = view.members(demand.target)
    random.shuffle(members)
    if demand.path is not None:
        members.sort(key=lambda each: not _values(view, shapes, demand, each))
    for focus in members[:_TRIALS]:
        yield from _broken(view, shapes, demand, focus)


def _by_recipe(store: Store, demand: Demand, random: Random) -> Iterator[Mutant]:
    recipes = RECIPES.get(str(demand.shape))
    if recipes is None:
        raise UnknownConstraint(f"no recipe for the query of {demand.shape}")
    for number, recipe in enumerate(recipes):
        foci = recipe.foci(store, demand.target)
        random.shuffle(foci)
        for focus in foci[:_TRIALS]:
            removed, added = recipe.change(store, focus)
            name = recipe.fault if number == 0 else f"{recipe.fault} {number + 1}"
            yield Mutant(demand, name, focus, removed - added, added, focus)


def _values(view: FlatView, shapes: Graph, demand: Demand, focus: NamedNode) -> list[Triple]:
    assert demand.path is not None
    return [
        triple
        for predicate, inverse in predicates(shapes, demand.path)
        for triple in view.values(focus, predicate, inverse=inverse)
    ]


def _broken(view: FlatView, shapes: Graph, demand: Demand, focus: NamedNode) -> Iterator[Mutant]:
    """Yield the ways to break a constraint at one node."""
    if demand.path is None:
        yield from _broken_node(view, demand, focus)
        return
    present = _values(view, shapes, demand, focus)

    def mutant(fault: str, removed: Sequence[Triple], added: Sequence[Triple]) -> Mutant:
        return Mutant(demand, fault, focus, frozenset(removed), frozenset(added), focus)

    if demand.constraint in (SH.minCount, SH.qualifiedMinCount):
        yield mutant("drop", present, [])
        return
    ((predicate, inverse),) = predicates(shapes, demand.path)[:1]
    if inverse:
        raise UnknownConstraint(f"{demand.constraint} on an inverse path in {demand.shape}")
    name = NamedNode(predicate)
    if demand.constraint == SH.maxCount:
        limit = int(literal(demand.value))
        yield mutant("duplicate", [], [Triple(focus, name, _another(present, n)) for n in range(limit + 1)])
    elif demand.constraint == SH.uniqueLang:
        tags = [each.object.language for each in present if isinstance(each.object, Literal) and each.object.language]
        tag = tags[0] if tags else "en"
        twins = [Triple(focus, name, Literal(f"mutant {n}", language=tag)) for n in range(2)]
        yield mutant("duplicate", [], twins)
    else:
        for fault, bad in _bad_values(view, shapes, demand):
            yield mutant(fault, present[:1], [Triple(focus, name, bad)])


def _broken_node(view: FlatView, demand: Demand, focus: NamedNode) -> Iterator[Mutant]:
    """Yield the ways to break what is said of a node itself: its name, and the predicates it may have."""
    if demand.constraint == SH.closed:
        foreign = Triple(focus, NamedNode(f"{MH}mutant"), Literal("mutant", language="en"))
        yield Mutant(demand, "foreign predicate", focus, frozenset(), frozenset([foreign]), focus)
        return
    if demand.constraint != SH.pattern:
        raise UnknownConstraint(f"{demand.constraint} of a node in {demand.shape}")
    renamed = NamedNode(f"{focus.value}_Mutant")
    own = view.by_subject[focus]
    added = [Triple(renamed, each.predicate, each.object) for each in own]
    yield Mutant(demand, "bad form", renamed, frozenset(own), frozenset(added), focus)


def _another(present: Sequence[Triple], number: int) -> Term:
    """Return a value like those that are there."""
    sample = present[0].object if present else Literal("mutant", language="en")
    if isinstance(sample, Literal) and sample.language:
        return Literal(f"{sample.value} mutant {number}", language=sample.language)
    if isinstance(sample, Literal) and sample.datatype == _INTEGER:
        return Literal(str(int(sample.value) + number + 1), datatype=_INTEGER)
    if isinstance(sample, Literal):
        return Literal(f"{sample.value}{number}", datatype=sample.datatype)
    return NamedNode(f"{FOREIGN.value}-{number}")


def _bad_values(view: FlatView, shapes: Graph, demand: Demand) -> Iterator[tuple[str, Term]]:
    """Yield values that do not meet a constraint, with what is wrong with them."""
    constraint, value = demand.constraint, demand.value
    if constraint == SH.datatype:
        wrong = Literal("mutant", language="en") if str(value) != f"{RDF}langString" else Literal("mutant")
        yield "wrong datatype", wrong
        yield "wrong node kind", FOREIGN
    elif constraint == SH.nodeKind:
        yield "wrong node kind", Literal("mutant")
    elif constraint == SH.pattern:
        datatype = shapes.value(demand.shape, SH.datatype)
        yield "bad form", FOREIGN if datatype is None else Literal(" § ", datatype=NamedNode(str(datatype)))
    elif constraint == SH.minInclusive:
        yield "out of range", Literal(str(int(literal(value)) - 1), datatype=_INTEGER)
    elif constraint == SH["class"]:
        yield from _bad_for(view, Allowed(classes={str(value)}))
    elif constraint == SH.node:
        yield from _bad_for(view, allowed(shapes, value))
    elif constraint == SH["or"]:
        yield from _bad_for(view, _either(shapes, demand.shape))
    else:
        raise UnknownConstraint(f"{constraint} in {demand.shape}")


def _either(shapes: Graph, shape: Node) -> Allowed:
    result = Allowed()
    for each in alternatives(shapes, shape):
        part = allowed(shapes, each)
        result.classes |= part.classes
        result.schemes |= part.schemes
        result.languages |= part.languages
        result.datatypes |= part.datatypes
    return result


def _bad_for(view: FlatView, good: Allowed) -> Iterator[tuple[str, Term]]:
    """Yield values that a node shape does not allow, one for each thing that it asks for."""
    if not (good.classes or good.schemes or good.languages or good.datatypes):
        raise UnknownConstraint("a node shape that asks for nothing known")
    yield "wrong node kind" if good.languages or good.datatypes else "wrong class", FOREIGN
    yield "wrong datatype", Literal("mutant")
    if good.languages:
        yield "wrong language", Literal("mutant", language="xx")
    if good.datatypes:
        yield "wrong language", Literal("mutant", language="en")
        if good.pattern:
            for datatype in sorted(good.datatypes):
                yield f"bad form of {datatype.removeprefix(XSD)}", Literal("1066", datatype=NamedNode(datatype))
    if good.schemes:
        yield "wrong scheme", _concept_of_another_scheme(view, good.schemes)
    if good.classes:
        yield "another class", _thing_of_another_class(view, good)


def _concept_of_another_scheme(view: FlatView, schemes: set[str]) -> NamedNode:
    for concept in view.members(f"{SKOS}Concept"):
        own = {each.object for each in view.values(concept, f"{SKOS}inScheme")}
        if concept.value.startswith(CONCEPT) and own and not own & {NamedNode(scheme) for scheme in schemes}:
            return concept
    raise UnknownConstraint("every concept is in these schemes")


def _thing_of_another_class(view: FlatView, good: Allowed) -> NamedNode:
    for each in ("Place", "Passage", "Milestone", "Judgement"):
        if f"{MH}{each}" not in good.classes and view.members(f"{MH}{each}"):
            return view.members(f"{MH}{each}")[0]
    raise UnknownConstraint("every class is allowed")


