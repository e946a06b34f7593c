"""The mutation of the data, a seeded sample of that of the shapes, and that both can fail. `make mutation` runs all."""

from __future__ import annotations

import pytest
import rdflib
from pyoxigraph import NamedNode
from rdflib import SH, URIRef

from mhgraph.graph import load_corpus
from mhgraph.project.folders import Project
from mhgraph.checks import load_shapes
from tools.mutation.constraints import UnknownConstraint, demands, inner_shapes, reached
from tools.mutation.data import Trial
from tools.mutation.engines import checker
from tools.mutation.material import FlatView
from tools.mutation.proofs import CasesFail, Proofs
from tools.mutation.recipes import RECIPES
from tools.mutation.sample import SEED, sampled
from tools.mutation.shapes import ShapeMutant, shape_mutants
from tests.checks.cases import read_cases

CHANGES = 150


@pytest.fixture(scope="module")
def shapes(shipped: Project) -> rdflib.Graph:
    return load_shapes(shipped.shapes)


@pytest.fixture(scope="module")
def view(shipped: Project) -> FlatView:
    return FlatView.of(load_corpus(shipped))


@pytest.fixture(scope="module")
def trial(view: FlatView, shapes: rdflib.Graph) -> Trial:
    return Trial(view, shapes, checker("turbo", shapes), seed=SEED)


@pytest.fixture(scope="module")
def proofs(shapes: rdflib.Graph) -> Proofs:
    return Proofs(shapes)


@pytest.fixture(scope="module")
def changes(shapes: rdflib.Graph) -> list[ShapeMutant]:
    return shape_mutants(shapes)


def test_faults_in_the_data_are_noticed_where_they_are(trial: Trial, shapes: rdflib.Graph) -> None:
    verdicts = [trial.judge(mutant) for demand in demands(shapes) for mutant in trial.mutants(demand)]
    assert len(verdicts) > 1000
    missed = [each.mutant for each in verdicts if not each.caught]
    assert [(each.fault, each.focus.value, str(each.demand.shape)) for each in missed] == []


def test_a_neighbourhood_tells_what_the_whole_graph_tells(trial: Trial, view: FlatView, shapes: rdflib.Graph) -> None:
    check = checker("turbo", shapes)
    for demand in sampled(demands(shapes), 8, SEED + 1):
        mutant = trial.mutants(demand)[0]
        whole = check((view.triples - mutant.removed) | mutant.added, mutant.focus)
        near = check(view.neighbourhood(mutant.focus, removed=mutant.removed, added=mutant.added), mutant.focus)
        assert [each for each in whole if mutant.is_place(each)] == [each for each in near if mutant.is_place(each)]


def test_a_lost_constraint_lets_its_fault_pass(view: FlatView, shapes: rdflib.Graph, shipped: Project) -> None:
    (demand,) = [each for each in demands(shapes) if each.shape.endswith("/participation-role-said")]
    weaker = load_shapes(shipped.shapes)
    weaker.remove((demand.shape, demand.constraint, demand.value))
    trial = Trial(view, weaker, checker("turbo", weaker), seed=SEED)
    (mutant,) = trial.mutants(demand)
    assert not trial.judge(mutant).caught


def test_every_query_has_a_recipe_and_every_recipe_a_query(shapes: rdflib.Graph) -> None:
    assert {str(each.shape) for each in demands(shapes) if each.constraint == SH.sparql} == set(RECIPES)


def test_every_inner_shape_is_part_of_one_that_is_broken(shapes: rdflib.Graph) -> None:
    parts = {node for demand in demands(shapes) for node in reached(shapes, demand.shape)}
    inner = inner_shapes(shapes)
    assert inner
    assert inner <= parts


def test_what_nobody_can_break_is_an_error(trial: Trial, shapes: rdflib.Graph) -> None:
    demand = demands(shapes)[0]
    nowhere = type(demand)("urn:example:Nothing", demand.shape, demand.path, demand.constraint, demand.value)
    with pytest.raises(UnknownConstraint, match="nothing to break"):
        trial.mutants(nowhere)
    strange = rdflib.Graph() + shapes
    strange.add((demand.shape, SH.lessThan, URIRef("urn:example:p")))
    with pytest.raises(UnknownConstraint, match="lessThan"):
        demands(strange)


def test_changes_of_the_shapes_are_noticed(shapes: rdflib.Graph, proofs: Proofs, changes: list[ShapeMutant]) -> None:
    before = set(shapes)
    chosen = sampled(changes, CHANGES, SEED)
    assert len(chosen) == CHANGES
    assert {each.kind.split()[0] for each in chosen} == {"loss", "query:", "weakening", "widening"}
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
    mutants = [each for each in changes if each.kind == "widening of node" and each.shape == shape]
    assert {each.removed for each in mutants} == {(shape, SH.node, form)}
    assert {proofs.notice(each) for each in mutants} == {"the range of topic"}


def test_a_milder_severity_is_noticed(shapes: rdflib.Graph, proofs: Proofs) -> None:
    shape = URIRef("https://w3id.org/mhgraph/shape/topic")
    milder = (shape, SH.severity, SH.Warning)
    assert proofs.notice(ShapeMutant(shape, "weakening", (shape, SH.severity, SH.Violation), (milder,)))


def test_cases_that_fail_already_judge_nothing(shipped: Project) -> None:
    weaker = load_shapes(shipped.shapes)
    weaker.remove((URIRef("https://w3id.org/mhgraph/shape/participation-role-said"), SH.minCount, None))
    with pytest.raises(CasesFail, match="participation-role-said"):
        Proofs(weaker, cases=[each for each in read_cases() if "/participation" in each.shape])


def test_the_same_seed_gives_the_same_mutants(trial: Trial, view: FlatView, shapes: rdflib.Graph) -> None:
    demand = next(each for each in demands(shapes) if each.constraint == SH.minCount)
    again = Trial(view, shapes, checker("turbo", shapes), seed=SEED)
    assert trial.mutants(demand) == again.mutants(demand)
    assert sampled(range(100), 5, 1) == sampled(range(100), 5, 1) != sampled(range(100), 5, 2)


def test_the_rest_of_a_neighbourhood_stays(view: FlatView) -> None:
    node = NamedNode("https://w3id.org/mhgraph/provision/gcm-15e")
    around = view.neighbourhood(node)
    assert set(view.by_subject[node]) <= around <= view.triples
    gone = frozenset(view.by_subject[node][:1])
    assert not gone & view.neighbourhood(node, removed=gone)
