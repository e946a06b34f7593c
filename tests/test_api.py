"""What `import mhgraph` offers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import mhgraph
from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger
from mhgraph.project.folders import Project
from tests.conftest import SMALL


@pytest.fixture(scope="module")
def graph() -> mhgraph.Graph:
    """The small project as its users load it."""
    return mhgraph.load(SMALL)


def test_every_name_is_there() -> None:
    assert "load" in mhgraph.__all__
    for name in mhgraph.__all__:
        assert getattr(mhgraph, name) is not None
        assert name in dir(mhgraph)


def test_errors_have_a_common_base() -> None:
    assert issubclass(mhgraph.UnknownName, mhgraph.MhgraphError)
    assert issubclass(mhgraph.ProjectNotFound, mhgraph.MhgraphError)


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'mhgraph' has no attribute 'laod'"):
        mhgraph.laod  # type: ignore[attr-defined]  # noqa: B018 - the access is the test


def test_importing_is_cheap() -> None:
    """Nothing that takes time is imported before it is used."""
    code = (
        "import sys, mhgraph; mhgraph.__version__; mhgraph.MhgraphError;"
        "heavy = {'pyoxigraph', 'networkx', 'rdflib', 'rapidfuzz', 'yaml', 'click', 'rich'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n"


def test_a_question_needs_no_other_library() -> None:
    """What a question does not need is not imported for it."""
    code = (
        "import sys, mhgraph; mhgraph.load(sys.argv[1]).query('speakers').table();"
        "print(sorted({'networkx', 'rdflib', 'rapidfuzz', 'click', 'rich', 'json', 'csv'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code, str(SMALL)], capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n"


def test_loading(graph: mhgraph.Graph, small_project: Project) -> None:
    assert graph.project == small_project
    assert graph.ledgers == ALL_LEDGERS
    assert mhgraph.load(str(SMALL)).project == small_project


def test_the_nearest_project_upwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SMALL / "data")
    assert mhgraph.load().project.root == SMALL


@pytest.mark.parametrize("ledgers", ["stated,judged", [Ledger.STATED, Ledger.JUDGED]])
def test_ledgers_by_name_or_by_value(ledgers: str | list[Ledger]) -> None:
    graph = mhgraph.load(SMALL, ledgers=ledgers)
    assert graph.ledgers == {Ledger.STATED, Ledger.JUDGED}
    assert isinstance(graph, mhgraph.Graph)


def test_what_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(mhgraph.ProjectNotFound):
        mhgraph.load(tmp_path)
    with pytest.raises(mhgraph.InvalidValue, match="'heard' does not fit ledger"):
        mhgraph.load(SMALL, ledgers="heard")


def test_questions(graph: mhgraph.Graph) -> None:
    names = [question.name for question in graph.questions()]
    assert names == [path.stem for path in graph.project.queries]


def test_a_question_and_its_parameters(graph: mhgraph.Graph) -> None:
    answer = graph.query("speakers", role=["chair", "speaker"])
    assert isinstance(answer, mhgraph.Answer)
    assert len(answer.rows) == 3
    assert len(graph.query("speakers", role="speaker").rows) == 2
    assert len(graph.query("speakers").rows) == 3


def test_the_language_of_labels(graph: mhgraph.Graph) -> None:
    shown = graph.query("events-addressing", provision="vhc-1", language="fr").table().rows[0][0][0].shown
    assert shown == "Lancement du Pacte de santé des villages"


def test_wrong_questions(graph: mhgraph.Graph) -> None:
    with pytest.raises(mhgraph.UnknownQuestion):
        graph.query("speekers")
    with pytest.raises(mhgraph.InvalidValue, match="rolle"):
        graph.query("speakers", rolle="speaker")
    with pytest.raises(mhgraph.UnknownName):
        graph.query("speakers", person="Nobody At All")


def test_the_network(graph: mhgraph.Graph) -> None:
    network = graph.network()
    launch = graph.resolve("event:village-compact-launch").value
    board = graph.resolve("Riverside Health Board").value
    assert network.has_edge(launch, board)


def test_it_knows_what_was_merged(graph: mhgraph.Graph, small: BaseGraph) -> None:
    assert graph.identities.canonical
    assert graph.identities == small.identities
    assert graph.statements() == small.statements()
