"""Mutants of the data: for every constraint of every shape, for every class it is checked on, ways not to meet it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from pyoxigraph import Literal, NamedNode, Triple
from rdflib import SH, Graph
from rdflib.term import Node

from mhgraph.checks.shacl import ShapeResult
from mhgraph.namespaces import CONCEPT, MH, RDF, SKOS, XSD
from mhgraph.rdf.terms import Term
from mhgraph.stores import Store
from tools.mutation.constraints import (
    Allowed,
    Demand,
    UnknownConstraint,
    as_literal,
    list_alternatives,
    list_predicates,
    read_allowed,
)
from tools.mutation.recipes import RECIPES
from tools.mutation.view import FlatView

FOREIGN = NamedNode("urn:example:mutant")
_STRING = NamedNode(f"{XSD}string")
_INTEGER = NamedNode(f"{XSD}integer")
_MALFORMED = (FOREIGN.value, " § ", ",,,,,,,,")
"""Values that do not have the form that a pattern asks for, or one of them."""
_TRIALS = 40
"""So many things of a class are tried, until one is found that meets the constraint before it is broken."""

Check = Callable[[frozenset[Triple], NamedNode], Sequence[ShapeResult]]
"""Validates a node as triples describe it."""


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

    @property
    def where(self) -> str:
        """The path that results have to name; a closed shape names the predicate that is foreign to it."""
        if self.demand.constraint == SH.closed:
            return " ".join(sorted({triple.predicate.value for triple in self.added}))
        return self.demand.where

    def is_place(self, result: ShapeResult) -> bool:
        """Whether a result is about this constraint of this shape at this node and path."""
        return (result.focus, result.path, result.shape, result.constraint) == (
            self.focus.value,
            self.where,
            str(self.demand.shape),
            self.demand.component,
        )


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant: `results` are those at its place."""

    mutant: Mutant
    results: tuple[ShapeResult, ...]

    @property
    def caught(self) -> bool:
        """Whether it was noticed at the right place."""
        return bool(self.results)


class Trial:
    """Makes mutants of one view and validates their neighbourhoods; the same seed gives the same mutants."""

    def __init__(self, view: FlatView, shapes: Graph, check: Check, *, seed: int) -> None:
        self.view = view
        self.shapes = shapes
        self._check = check
        self._seed = seed
        self._store = view.make_store()
        self._before: dict[NamedNode, Sequence[ShapeResult]] = {}

    def mutants(self, demand: Demand) -> list[Mutant]:
        """Return a mutant for each way not to meet a demand, on a thing of the class that meets it.

        Raises UnknownConstraint where there is no way to break it, or nothing to break it on.
        """
        random = Random(f"{self._seed} {demand.target} {demand.shape} {demand.constraint}")
        chosen: dict[str, Mutant] = {}
        for ways in self._ways(demand, random):
            for way in ways:
                if way.fault not in chosen and self._is_met(way):
                    chosen[way.fault] = way
            if chosen and all(way.fault in chosen for way in ways):
                break
        if not chosen:
            raise UnknownConstraint(f"{demand.constraint} in {demand.shape} for {demand.target}: nothing to break")
        return list(chosen.values())

    def judge(self, mutant: Mutant) -> Verdict:
        """Return what validation says about a mutant at its place."""
        around = self.view.neighbourhood(mutant.focus, removed=mutant.removed, added=mutant.added)
        return Verdict(mutant, tuple(result for result in self._check(around, mutant.focus) if mutant.is_place(result)))

    def _results_before(self, node: NamedNode) -> Sequence[ShapeResult]:
        if node not in self._before:
            self._before[node] = self._check(self.view.neighbourhood(node), node)
        return self._before[node]

    def _is_met(self, mutant: Mutant) -> bool:
        """Whether the constraint is met before the change: otherwise nobody could say that the change was noticed."""
        place = (str(mutant.demand.shape), mutant.demand.component)
        return all((result.shape, result.constraint) != place for result in self._results_before(mutant.origin))

    def _ways(self, demand: Demand, random: Random) -> Iterator[list[Mutant]]:
        """Yield, thing by thing, the ways to break a demand."""
        if demand.constraint == SH.sparql:
            yield from _by_recipe(self._store, demand, random)
            return
        members = self.view.members(demand.target)
        random.shuffle(members)
        if demand.path is not None:
            members.sort(key=lambda member: not _values(self.view, self.shapes, demand, member))
        for focus in members[:_TRIALS]:
            yield list(_broken(self.view, self.shapes, demand, focus))


def _by_recipe(store: Store, demand: Demand, random: Random) -> Iterator[list[Mutant]]:
    recipes = RECIPES.get(str(demand.shape))
    if recipes is None:
        raise UnknownConstraint(f"no recipe for the query of {demand.shape}")
    foci = [recipe.foci(store, demand.target) for recipe in recipes]
    for members in foci:
        random.shuffle(members)
    for turn in range(_TRIALS):
        ways = []
        for number, recipe in enumerate(recipes):
            for focus in foci[number][turn : turn + 1]:
                removed, added = recipe.change(store, focus)
                fault = f"{recipe.fault} {number + 1}" if number else recipe.fault
                ways.append(Mutant(demand, fault, focus, removed - added, added, focus))
        yield ways


def _values(view: FlatView, shapes: Graph, demand: Demand, focus: NamedNode) -> list[Triple]:
    assert demand.path is not None
    return [
        triple
        for predicate, inverse in list_predicates(shapes, demand.path)
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
    ((predicate, inverse),) = list_predicates(shapes, demand.path)[:1]
    if inverse:
        raise UnknownConstraint(f"{demand.constraint} on an inverse path in {demand.shape}")
    name = NamedNode(predicate)
    if demand.constraint == SH.maxCount:
        limit = int(as_literal(demand.value))
        yield mutant("duplicate", [], [Triple(focus, name, _another(present, n)) for n in range(limit + 1)])
    elif demand.constraint == SH.uniqueLang:
        tags = [
            triple.object.language
            for triple in present
            if isinstance(triple.object, Literal) and triple.object.language
        ]
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
    added = [Triple(renamed, triple.predicate, triple.object) for triple in own]
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
        bad = next(text for text in _MALFORMED if not re.search(str(value), text))
        is_name = datatype is None and bad == FOREIGN.value
        yield "bad form", FOREIGN if is_name else Literal(bad, datatype=NamedNode(str(datatype or _STRING.value)))
    elif constraint == SH.minInclusive:
        yield "out of range", Literal(str(int(as_literal(value)) - 1), datatype=_INTEGER)
    elif constraint == SH["class"]:
        yield from _bad_for(view, Allowed(classes={str(value)}))
    elif constraint == SH.node:
        yield from _bad_for(view, read_allowed(shapes, value))
    elif constraint == SH["in"]:
        yield "not listed", FOREIGN
    elif constraint == SH["or"]:
        yield from _bad_for(view, _either(shapes, demand.shape))
    else:
        raise UnknownConstraint(f"{constraint} in {demand.shape}")


def _either(shapes: Graph, shape: Node) -> Allowed:
    result = Allowed()
    for alternative in list_alternatives(shapes, shape):
        part = read_allowed(shapes, alternative)
        result.classes |= part.classes
        result.schemes |= part.schemes
        result.languages |= part.languages
        result.datatypes |= part.datatypes
        result.addresses |= part.addresses
    return result


def _bad_for(view: FlatView, good: Allowed) -> Iterator[tuple[str, Term]]:
    """Yield values that a node shape does not allow, one for each thing that it asks for."""
    if not (good.classes or good.schemes or good.languages or good.datatypes or good.addresses):
        raise UnknownConstraint("a node shape that asks for nothing known")
    yield "wrong node kind" if good.languages or good.datatypes else "wrong class", FOREIGN
    if _STRING.value not in good.datatypes:
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
        own = {triple.object for triple in view.values(concept, f"{SKOS}inScheme")}
        if concept.value.startswith(CONCEPT) and own and not own & {NamedNode(scheme) for scheme in schemes}:
            return concept
    raise UnknownConstraint("every concept is in these schemes")


def _thing_of_another_class(view: FlatView, good: Allowed) -> NamedNode:
    for name in ("Place", "Passage", "Milestone", "Judgement"):
        if f"{MH}{name}" not in good.classes and view.members(f"{MH}{name}"):
            return view.members(f"{MH}{name}")[0]
    raise UnknownConstraint("every class is allowed")
