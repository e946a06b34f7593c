"""Every shape bites: each failing file makes exactly its shape fire, at exactly its focus node and path."""

from __future__ import annotations

from collections.abc import Collection, Set

import pytest
import rdflib
from pyoxigraph import NamedNode, Quad

from mhgraph.namespaces import CONCEPT, SCHEME, SH, SKOS
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import TYPE
from mhgraph.checks import load_shapes, shacl_findings
from mhgraph.checks.shacl.shapes import to_rdflib
from tests.checks.cases import SHAPE, Case, conforming_files, places, read_cases, read_world

CASES = read_cases()
IN_SCHEME, BROADER = (NamedNode(f"{SKOS}{name}") for name in ("inScheme", "broader"))
AMONG_CONCEPTS = {NamedNode(f"{SKOS}{name}") for name in ("narrower", "related", "topConceptOf", "hasTopConcept")} | {
    BROADER
}
sh = rdflib.Namespace(SH)


@pytest.fixture(scope="module")
def shapes(shipped: Project) -> rdflib.Graph:
    return load_shapes(shipped.shapes)


@pytest.fixture(scope="module")
def world() -> frozenset[Quad]:
    return read_world()


def graph_of(quads: Collection[Quad]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for triple in to_rdflib(quads):
        graph.add(triple)
    return graph


def relevant(quads: Set[Quad], changed: Set[Quad]) -> list[Quad]:
    """Leave out concepts that a change has nothing to do with, but for their schemes: they are most of the world."""
    near = {each for quad in changed for each in (quad.subject, quad.object)}
    for links in ({IN_SCHEME}, *[AMONG_CONCEPTS] * 4):
        linked = [quad for quad in quads if quad.predicate in links and near & {quad.subject, quad.object}]
        near |= {each for quad in linked for each in (quad.subject, quad.object)}
    kept = {IN_SCHEME, BROADER}
    return [quad for quad in quads if not is_concept(quad.subject) or quad.subject in near or quad.predicate in kept]


def is_concept(term: object) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith((CONCEPT, SCHEME))


def test_the_world_conforms(shapes: rdflib.Graph, world: frozenset[Quad]) -> None:
    assert shacl_findings(graph_of(world), shapes) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_failing_file_breaks_its_shape_and_nothing_else(
    case: Case, shapes: rdflib.Graph, world: frozenset[Quad]
) -> None:
    mutant = case.apply(world)
    found = shacl_findings(graph_of(relevant(mutant, mutant ^ world)), shapes)
    assert places(found) == case.places


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_failing_file_differs_by_one_statement(case: Case, world: frozenset[Quad]) -> None:
    mutant = case.apply(world)
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
    named = {str(each) for each in own}
    assert all(each.startswith(SHAPE) for each in named)
    assert {case.shape for case in CASES} == named


def test_every_shape_of_values_is_met_by_a_failing_file(shapes: rdflib.Graph) -> None:
    """A property shape that is reached through sh:node speaks through the shape that refers to it."""
    broken = {rdflib.URIRef(case.shape) for case in CASES}
    inner = {node for node in shapes.objects(None, sh.node) if list(shapes.objects(node, sh.property))}
    assert inner
    for node in inner:
        assert any(owner in broken for owner in shapes.subjects(sh.node, node)), node


def test_every_class_has_a_conforming_file(shapes: rdflib.Graph, world: frozenset[Quad]) -> None:
    classes = {str(each) for each in shapes.objects(None, sh.targetClass)}
    used = {quad.object.value for quad in world if quad.predicate == TYPE and isinstance(quad.object, NamedNode)}
    assert classes <= used
    names = {path.stem for path in conforming_files()}
    assert names >= {"event", "provision", "concept"}
    slugs = {str(each).removeprefix(SHAPE) for each in shapes.subjects(sh.targetClass)}
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
        paths = [shapes.value(each, sh.path) for each in own]
        missing += [
            (str(node).removeprefix(SHAPE), str(each).removeprefix(SHAPE))
            for each, path in zip(own, paths, strict=True)
            if paths.count(path) > 1 and (str(each), str(target)) not in broken
        ]
    assert missing == []
