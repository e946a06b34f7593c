"""The law of independence: adding or withdrawing a document never changes what another is said to say.

A source is withdrawn with every judgement that rests on one of its passages.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.graph.evidence import source_of
from mhgraph.graph.identity import GRAPH
from mhgraph.model import COMPUTED, DERIVATION, RESTS_ON
from mhgraph.namespaces import BASE, SOURCE
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project
from mhgraph.questions import Question, load_questions, run
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE
from tests.builders import facts
from tests.conftest import REPOSITORY, SMALL
from tests.questions.cases import everything_for

EVERY_CHOICE = [frozenset(chosen) for size in range(1, 5) for chosen in combinations(Ledger, size)]
QUICK_CHOICES = [frozenset(Ledger), frozenset({Ledger.STATED}), frozenset({Ledger.JUDGED, Ledger.INFERRED})]
CHOICES = [pytest.param(chosen, marks=[] if chosen in QUICK_CHOICES else pytest.mark.slow) for chosen in EVERY_CHOICE]
KEYS = [path.stem for path in Project(SMALL).sources]
SHIPPED_KEYS = [path.stem for path in Project(REPOSITORY).sources]


def name_choice(ledgers: Iterable[Ledger]) -> str:
    return "+".join(sorted(ledger.value for ledger in ledgers))


def withdraw(project: Project, key: str, folder: Path) -> Project:
    """Return a project without one source, and without the judgements that rest on it; see `add_again`."""
    for name in ("ontology", "queries", "shapes", "data/entities", "data/dataset.ttl"):
        if (project.root / name).exists():
            (folder / name).parent.mkdir(exist_ok=True)
            copy = shutil.copytree if (project.root / name).is_dir() else shutil.copy
            copy(project.root / name, folder / name)
    for file in parse_project(project).of("sources", "judgements"):
        (folder / file.path).parent.mkdir(exist_ok=True)
        if file.role == "sources" and file.path.stem != key:
            shutil.copy(project.root / file.path, folder / file.path)
        elif file.role == "judgements":
            gone = resting_on(key, file.quads)
            kept = [quad for quad in file.quads if quad.subject not in gone and quad.graph_name not in gone]
            (folder / file.path).write_text("\n".join(map(as_trig, kept)), encoding="utf-8")
    return Project(folder)


def add_again(withdrawn: Project, project: Project, key: str) -> None:
    """Put the files back: the source's, and those of judgements."""
    shutil.copy(project.root / f"data/sources/{key}.trig", withdrawn.root / f"data/sources/{key}.trig")
    for path in project.judgements:
        (withdrawn.root / path.relative_to(project.root)).write_bytes(path.read_bytes())


def resting_on(key: str, quads: Iterable[Quad]) -> set[object]:
    """Return the judgements among some quads that rest on a passage of a source."""
    return {
        quad.subject
        for quad in quads
        if quad.predicate == RESTS_ON
        and isinstance(quad.object, NamedNode)
        and source_of(quad.object.value) == f"{SOURCE}{key}"
    }


def as_trig(quad: Quad) -> str:
    text = f"{quad.subject} {quad.predicate} {quad.object} ."
    return text if quad.graph_name == DEFAULT else f"{quad.graph_name} {{ {text} }}"


def derivations_of(graph: BaseGraph) -> dict[object, set[object]]:
    """Return the graphs of conclusions, each with what it rests on."""
    found: dict[object, set[object]] = {
        quad.subject: set() for quad in graph.quads() if quad.predicate == TYPE and quad.object == DERIVATION
    }
    for quad in graph.quads():
        if quad.predicate == RESTS_ON and quad.subject in found:
            found[quad.subject].add(quad.object)
    return found


def told(graph: BaseGraph) -> set[Quad]:
    """Return what passages, indexings and judgements say, as it is written; days are computed, so they are left out."""
    derived = derivations_of(graph)
    return {
        quad
        for quad in graph.quads()
        if quad.graph_name not in (DEFAULT, GRAPH) and quad.graph_name not in derived and quad.predicate not in COMPUTED
    }


def check_independence(whole: BaseGraph, without: BaseGraph, key: str) -> None:
    """Check that nothing is missing but what one source says, files, and lets conclude."""
    gone = resting_on(key, whole.quads())
    own = {name for name in {quad.graph_name for quad in told(whole)} if source_of(str(name)[1:-1]) == f"{SOURCE}{key}"}
    assert told(without) == {quad for quad in told(whole) if quad.graph_name not in gone | own}
    if Ledger.STATED in whole.ledgers:
        assert own
    elif Ledger.INDEXED not in whole.ledgers:  # a document need not be filed under a topic
        assert not own
    before, after = derivations_of(whole), derivations_of(without)
    rested_elsewhere = {name for name, grounds in before.items() if not grounds & (gone | own)}
    assert rested_elsewhere <= set(after)
    for quad in without.quads():  # what is concluded now was concluded before, or said by the source itself
        if quad.graph_name in after and quad.graph_name not in before and quad.predicate not in COMPUTED:
            assert whole.identities.merge(quad.triple) in facts(whole)


@pytest.mark.parametrize("ledgers", CHOICES, ids=name_choice)
@pytest.mark.parametrize("key", KEYS)
def test_a_source_is_withdrawn_and_added_again(
    small_project: Project, tmp_path: Path, key: str, ledgers: frozenset[Ledger]
) -> None:
    whole = load_graph(small_project, ledgers)
    project = withdraw(small_project, key, tmp_path)
    check_independence(whole, load_graph(project, ledgers), key)
    add_again(project, small_project, key)
    assert set(load_graph(project, ledgers).quads()) == set(whole.quads())


@pytest.mark.slow
@pytest.mark.parametrize("key", SHIPPED_KEYS)
def test_a_shipped_source_is_withdrawn_and_added_again(shipped_graph: BaseGraph, tmp_path: Path, key: str) -> None:
    project = withdraw(shipped_graph.project, key, tmp_path)
    check_independence(shipped_graph, load_graph(project), key)
    add_again(project, shipped_graph.project, key)
    assert set(load_graph(project).quads()) == set(shipped_graph.quads())


def test_what_withdrawing_takes(small: BaseGraph, tmp_path: Path) -> None:
    """The review, with its judgements: two mentions are merged into nothing, for there is nobody who mentions them."""
    without = load_graph(withdraw(small.project, "valley-review", tmp_path))
    assert small.identities.canonical
    assert not without.identities.canonical
    sources = {str(quad.graph_name).partition("#")[0].rpartition("/")[2] for quad in told(without)}
    judged = {name for name in sources if name.endswith(">")}
    assert sources - judged == set(KEYS) - {"valley-review"}
    assert judged >= {
        "afternoon-bears-on-vhc-2>",
        "afternoon-was-held>",
        "clinic-boat-takes-up-the-call>",
        "wells-bear-on-vhc-1>",
    }


LOOK_AT_OTHERS = {"disagreements", "events-announced", "known-once", "missing-meetings", "only-in"}
"""The questions on what the documents have together: what is told once, otherwise, or nowhere."""

JOIN_DOCUMENTS = {"country", "event-outcomes"}
"""The questions whose rows may take two documents: one says who is a member, another what is asked of the body."""


@pytest.mark.parametrize("key", KEYS)
def test_answers_go_on_saying_what_the_other_documents_say(small_project: Project, tmp_path: Path, key: str) -> None:
    """Under *stated*, whose rows are each a statement of a passage: those of the other passages stay."""
    whole = load_graph(small_project, [Ledger.STATED])
    without = load_graph(withdraw(small_project, key, tmp_path), [Ledger.STATED])
    for question in load_questions(small_project):
        if question.statement is None or question.name in LOOK_AT_OTHERS:
            continue
        before, after = (rows_of(graph, question) for graph in (whole, without))
        elsewhere = {row for row in before if source_of(row[1]) != f"{SOURCE}{key}"}
        assert after <= elsewhere, question.name
        assert after == elsewhere or question.name in JOIN_DOCUMENTS, question.name


def rows_of(graph: BaseGraph, question: Question) -> set[tuple[tuple[str, ...], str]]:
    """Return the statement of each row with each of its passages."""
    assert question.statement is not None
    names = [part[1:] for part in question.statement if part.startswith("?")]
    return {
        (tuple(str(row[name]) for name in names), getattr(passage, "value", ""))
        for row in run(graph, question, everything_for(question, graph)).rows
        for passage in row["passage"]
    }


@pytest.mark.parametrize("root", [SMALL, REPOSITORY], ids=["small project", "shipped documents"])
def test_a_source_names_all_it_speaks_of(root: Path) -> None:
    """What a passage uses and no entity file declares, it types and labels itself; so a source is whole by itself."""
    parsed = parse_project(Project(root))
    declared = {quad.subject for file in parsed.of("ontology", "entities") for quad in file.quads}
    for file in parsed.of("sources"):
        inside = [quad for quad in file.quads if quad.graph_name != DEFAULT]
        used = {term for quad in inside for term in (quad.subject, quad.object) if isinstance(term, NamedNode)}
        entities = {term for term in used if term.value.startswith(BASE) and not term.value.startswith(SOURCE)}
        for about in (TYPE, LABEL):
            own = {quad.subject for quad in inside if quad.predicate == about}
            assert entities <= declared | own, file.path
