"""The mutation of the data, a seeded sample of that of the shapes, and that both can fail. `make mutation` runs all."""

from __future__ import annotations

import pytest
import rdflib
from pyoxigraph import NamedNode
from rdflib import SH, URIRef

from mhgraph.checks.shacl import parse_shapes
from mhgraph.graph import BaseGraph
from mhgraph.project.folders import Project
from tests.checks.cases import read_cases
from tools.mutation.constraints import UnknownConstraint, find_inner_shapes, find_parts, read_demands
from tools.mutation.data import Trial
from tools.mutation.engines import make_check
from tools.mutation.proofs import CasesFail, Proofs
from tools.mutation.recipes import RECIPES
from tools.mutation.sample import SEED, draw_sample
from tools.mutation.shapes import ShapeMutant, make_shape_mutants
from tools.mutation.view import FlatView

pytestmark = pytest.mark.mutation

CHANGES = 150


@pytest.fixture(scope="module")
def shapes(shipped: Project) -> rdflib.Graph:
    return parse_shapes(shipped).graph


@pytest.fixture(scope="module")
def view(shipped_graph: BaseGraph) -> FlatView:
    return FlatView.of(shipped_graph)


@pytest.fixture(scope="module")
def trial(view: FlatView, shapes: rdflib.Graph) -> Trial:
    return Trial(view, shapes, make_check("turbo", shapes), seed=SEED)


@pytest.fixture(scope="module")
def proofs(shapes: rdflib.Graph) -> Proofs:
    return Proofs(shapes)


@pytest.fixture(scope="module")
def changes(shapes: rdflib.Graph) -> list[ShapeMutant]:
    return make_shape_mutants(shapes)


def test_faults_in_the_data_are_noticed_where_they_are(trial: Trial, shapes: rdflib.Graph) -> None:
    verdicts = [trial.judge(mutant) for demand in read_demands(shapes) for mutant in trial.mutants(demand)]
    assert len(verdicts) > 1000
    missed = [verdict.mutant for verdict in verdicts if not verdict.caught]
    assert [(mutant.fault, mutant.focus.value, str(mutant.demand.shape)) for mutant in missed] == []


def test_a_neighbourhood_tells_what_the_whole_graph_tells(trial: Trial, view: FlatView, shapes: rdflib.Graph) -> None:
    check = make_check("turbo", shapes)
    for demand in draw_sample(read_demands(shapes), 8, SEED + 1):
        mutant = trial.mutants(demand)[0]
        whole = check((view.triples - mutant.removed) | mutant.added, mutant.focus)
        near = check(view.neighbourhood(mutant.focus, removed=mutant.removed, added=mutant.added), mutant.focus)
        assert list(filter(mutant.is_place, whole)) == list(filter(mutant.is_place, near))


def test_a_lost_constraint_lets_its_fault_pass(view: FlatView, shapes: rdflib.Graph, shipped: Project) -> None:
    (demand,) = [demand for demand in read_demands(shapes) if demand.shape.endswith("/participation-role-said")]
    weaker = parse_shapes(shipped).graph
    weaker.remove((demand.shape, demand.constraint, demand.value))
    trial = Trial(view, weaker, make_check("turbo", weaker), seed=SEED)
    (mutant,) = trial.mutants(demand)
    assert not trial.judge(mutant).caught


def test_every_query_has_a_recipe_and_every_recipe_a_query(shapes: rdflib.Graph) -> None:
    assert {str(demand.shape) for demand in read_demands(shapes) if demand.constraint == SH.sparql} == set(RECIPES)


def test_every_inner_shape_is_part_of_one_that_is_broken(shapes: rdflib.Graph) -> None:
    parts = {node for demand in read_demands(shapes) for node in find_parts(shapes, demand.shape)}
    inner = find_inner_shapes(shapes)
    assert inner
    assert inner <= parts


def test_what_nobody_can_break_is_an_error(trial: Trial, shapes: rdflib.Graph) -> None:
    demand = read_demands(shapes)[0]
    nowhere = type(demand)("urn:example:Nothing", demand.shape, demand.path, demand.constraint, demand.value)
    with pytest.raises(UnknownConstraint, match="nothing to break"):
        trial.mutants(nowhere)
    strange = rdflib.Graph() + shapes
    strange.add((demand.shape, SH.lessThan, URIRef("urn:example:p")))
    with pytest.raises(UnknownConstraint, match="lessThan"):
        read_demands(strange)


def test_changes_of_the_shapes_are_noticed(shapes: rdflib.Graph, proofs: Proofs, changes: list[ShapeMutant]) -> None:
    before = set(shapes)
    chosen = draw_sample(changes, CHANGES, SEED)
    assert len(chosen) == CHANGES
    assert {mutant.kind.split()[0] for mutant in chosen} == {"loss", "query:", "weakening", "widening"}
    missed = [mutant.name for mutant in chosen if not proofs.notice(mutant)]
    assert len(missed) <= 0.05 * CHANGES, missed
    assert set(shapes) == before


def test_a_change_without_effect_is_not_noticed(shapes: rdflib.Graph, proofs: Proofs) -> None:
    shape = URIRef("https://w3id.org/mhgraph/shape/place-part-of")
    (name,) = shapes.objects(shape, SH.name)
    assert proofs.notice(ShapeMutant(shape, "another name", (shape, SH.name, name))) == ""


def test_a_wider_range_is_noticed_by_the_table(
    shapes: rdflib.Graph, proofs: Proofs, changes: list[ShapeMutant]
) -> None:
    shape = URIRef("https://w3id.org/mhgraph/shape/topic")
    (form,) = shapes.objects(shape, SH.node)
    mutants = [mutant for mutant in changes if mutant.kind == "widening of node" and mutant.shape == shape]
    assert {mutant.removed for mutant in mutants} == {(shape, SH.node, form)}
    assert {proofs.notice(mutant) for mutant in mutants} == {"the range of topic"}


def test_a_milder_severity_is_noticed(shapes: rdflib.Graph, proofs: Proofs) -> None:
    shape = URIRef("https://w3id.org/mhgraph/shape/topic")
    milder = (shape, SH.severity, SH.Warning)
    assert proofs.notice(ShapeMutant(shape, "weakening", (shape, SH.severity, SH.Violation), (milder,)))


def test_cases_that_fail_already_judge_nothing(shipped: Project) -> None:
    weaker = parse_shapes(shipped).graph
    weaker.remove((URIRef("https://w3id.org/mhgraph/shape/participation-role-said"), SH.minCount, None))
    with pytest.raises(CasesFail, match="participation-role-said"):
        Proofs(weaker, cases=[case for case in read_cases() if "/participation" in case.shape])


def test_the_same_seed_gives_the_same_mutants(trial: Trial, view: FlatView, shapes: rdflib.Graph) -> None:
    demand = next(demand for demand in read_demands(shapes) if demand.constraint == SH.minCount)
    again = Trial(view, shapes, make_check("turbo", shapes), seed=SEED)
    assert trial.mutants(demand) == again.mutants(demand)
    assert draw_sample(range(100), 5, 1) == draw_sample(range(100), 5, 1) != draw_sample(range(100), 5, 2)


def test_the_rest_of_a_neighbourhood_stays(view: FlatView) -> None:
    node = NamedNode("https://w3id.org/mhgraph/provision/gcm-15e")
    around = view.neighbourhood(node)
    assert set(view.by_subject[node]) <= around <= view.triples
    gone = frozenset(view.by_subject[node][:1])
    assert not gone & view.neighbourhood(node, removed=gone)
