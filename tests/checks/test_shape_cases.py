"""Every shape bites: each failing file makes exactly its shape fire, at exactly its focus node and path."""

from __future__ import annotations

from collections.abc import Set

import pytest
import rdflib
from pyoxigraph import NamedNode, Quad

from mhgraph.checks.shacl import Engine
from mhgraph.namespaces import CONCEPT, DCTERMS, SCHEME, SH, SKOS
from mhgraph.rdf.terms import TYPE
from tests.checks.cases import SHAPE, Case, conforming_files, n_triples, places, read_cases

CASES = read_cases()
IN_SCHEME, BROADER = (NamedNode(f"{SKOS}{name}") for name in ("inScheme", "broader"))
AMONG_CONCEPTS = {NamedNode(f"{SKOS}{name}") for name in ("narrower", "related", "topConceptOf", "hasTopConcept")} | {
    BROADER
}
SUBJECT = NamedNode(f"{DCTERMS}subject")
sh = rdflib.Namespace(SH)


def relevant(quads: Set[Quad], changed: Set[Quad]) -> list[Quad]:
    """Leave out concepts that a change has nothing to do with, but for their schemes: they are most of the world."""
    near = {term for quad in changed for term in (quad.subject, quad.object)}
    near |= {quad.object for quad in quads if quad.predicate == SUBJECT}
    for links in ({IN_SCHEME}, *[AMONG_CONCEPTS] * 4):
        linked = [quad for quad in quads if quad.predicate in links and near & {quad.subject, quad.object}]
        near |= {term for quad in linked for term in (quad.subject, quad.object)}
    kept = {IN_SCHEME, BROADER}
    return [quad for quad in quads if not is_concept(quad.subject) or quad.subject in near or quad.predicate in kept]


def is_concept(term: object) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith((CONCEPT, SCHEME))


def test_the_world_conforms(engine: Engine, world: frozenset[Quad]) -> None:
    assert engine.validate(n_triples(world)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_failing_file_breaks_its_shape_and_no_other_there(case: Case, engine: Engine, world: frozenset[Quad]) -> None:
    mutant, there = case.apply(world), [case.focus, *case.also]
    differs_by_one_statement(case, mutant, world)
    found = engine.validate(n_triples(relevant(mutant, mutant ^ world)), focus=there)
    assert places(found) == case.places


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_failing_file_breaks_its_shape_and_nothing_else(case: Case, engine: Engine, world: frozenset[Quad]) -> None:
    mutant = case.apply(world)
    found = engine.validate(n_triples(relevant(mutant, mutant ^ world)))
    assert places(found) == case.places


def differs_by_one_statement(case: Case, mutant: Set[Quad], world: Set[Quad]) -> None:
    """Assert that a case adds, drops or changes one statement, or gives one thing another name."""
    gone, new = world - mutant, mutant - world
    if case.renames:
        back = Case(case.name, case.shape, case.renames, "", case.focus, "")
        assert gone
        assert back.apply(mutant) == world
        return
    assert sorted((len(gone), len(new))) in ([0, 1], [1, 1])
    if gone and new:
        (old,), (added,) = gone, new
        assert (old.subject, old.predicate) == (added.subject, added.predicate)


def test_every_shape_has_a_failing_file(shapes: rdflib.Graph) -> None:
    inner = {prop for node in shapes.objects(None, sh.node) for prop in shapes.objects(node, sh.property)}
    for head in shapes.objects(None, sh["or"]):
        inner |= {prop for node in shapes.items(head) for prop in shapes.objects(node, sh.property)}
    own = set(shapes.subjects(sh.path)) - inner | set(shapes.subjects(sh.targetClass))
    named = {str(shape) for shape in own}
    assert all(name.startswith(SHAPE) for name in named)
    assert {case.shape for case in CASES} == named


def test_every_shape_of_values_is_met_by_a_failing_file(shapes: rdflib.Graph) -> None:
    """A property shape that is reached through sh:node speaks through the shape that refers to it."""
    broken = {rdflib.URIRef(case.shape) for case in CASES}
    inner = {node for node in shapes.objects(None, sh.node) if list(shapes.objects(node, sh.property))}
    assert inner
    for node in inner:
        assert any(owner in broken for owner in shapes.subjects(sh.node, node)), node


def test_every_class_has_a_conforming_file(shapes: rdflib.Graph, world: frozenset[Quad]) -> None:
    classes = {str(cls) for cls in shapes.objects(None, sh.targetClass)}
    used = {quad.object.value for quad in world if quad.predicate == TYPE and isinstance(quad.object, NamedNode)}
    assert classes <= used
    names = {path.stem for path in conforming_files()}
    assert names >= {"event", "provision", "concept"}
    slugs = {str(shape).removeprefix(SHAPE) for shape in shapes.subjects(sh.targetClass)}
    assert names == {slug for slug in slugs if not slug.endswith("-name")} - {"concept-scheme"}


def test_every_property_of_a_class_is_used_in_the_world(shapes: rdflib.Graph, world: frozenset[Quad]) -> None:
    """A class that loses a property shape must notice: its closed shape then refuses what the world says."""
    used: dict[str, set[str]] = {}
    types = {quad.subject: quad.object.value for quad in world if quad.predicate == TYPE}  # type: ignore[union-attr]
    for quad in world:
        used.setdefault(types.get(quad.subject, ""), set()).add(quad.predicate.value)
    missing = [
        (str(shape).removeprefix(SHAPE), str(path))
        for shape, target in shapes.subject_objects(sh.targetClass)
        for prop in shapes.objects(shape, sh.property)
        for path in shapes.objects(prop, sh.path)
        if isinstance(path, rdflib.URIRef) and str(path) not in used[str(target)]
    ]
    assert missing == []


def test_a_shape_beside_another_of_its_path_is_broken_for_every_class(
    shapes: rdflib.Graph, world: frozenset[Quad]
) -> None:
    """The closed shape of a class would not notice the loss of one of two; see the test above."""
    types = {quad.subject.value: quad.object.value for quad in world if quad.predicate == TYPE}  # type: ignore[union-attr]
    broken = {(case.shape, types.get(case.renames or case.focus)) for case in CASES}
    missing = []
    for node, target in shapes.subject_objects(sh.targetClass):
        own = list(shapes.objects(node, sh.property))
        paths = [shapes.value(shape, sh.path) for shape in own]
        missing += [
            (str(node).removeprefix(SHAPE), str(shape).removeprefix(SHAPE))
            for shape, path in zip(own, paths, strict=True)
            if paths.count(path) > 1 and (str(shape), str(target)) not in broken
        ]
    assert missing == []
