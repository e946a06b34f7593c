"""What an answer costs: however many rows it has, the store is asked a few times and never row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from pathlib import Path

import pytest

from mhgraph.graph import BaseGraph, load_graph
from mhgraph.project.folders import Project
from mhgraph.questions import ask, find_question
from tests.counting import CountingStore
from tests.questions.cases import NOTHING_SHIPPED, examples_of
from tools.growth.documents import grow_documents

BATCH, FIRST, FURTHER = 500, 4, 3
"""The first 500 rows cost at most four calls of the store, each further 500 at most three more."""

POSITIONS: list[dict[str, list[str]]] = [
    {},
    {"topic": ["covid-19"]},
    {"topic": ["covid-19", "concept:topic-recovery"], "stance": ["affirms", "observes"]},
    {"holder": ["person:liu-zhenmin"], "topic": ["covid-19"], "stance": ["explains"]},
]


def count_calls(graph: BaseGraph, name: str, values: Mapping[str, Sequence[str]]) -> tuple[int, int]:
    """Return the rows of an answer, and how often the store was asked for them, their evidence and their labels."""
    counting = CountingStore(graph.store)
    counted = BaseGraph(counting, graph.ledgers, graph.model, graph.rules, graph.project, graph.identities)
    answer = ask(counted, name, values)
    assert len(answer.table().rows) == len(answer.rows)
    return len(answer.rows), counting.calls


def bound(rows: int) -> int:
    """Return how many calls an answer may cost."""
    return FIRST + FURTHER * max(0, ceil((rows - BATCH) / BATCH))


@pytest.mark.parametrize("values", POSITIONS, ids=lambda values: " ".join(values) or "all")
def test_positions_of_five_documents(shipped_graph: BaseGraph, values: dict[str, list[str]]) -> None:
    rows, calls = count_calls(shipped_graph, "positions", values)
    assert 0 < rows <= BATCH
    assert calls <= FIRST


@pytest.mark.parametrize("name", [path.stem for path in Project(Path(__file__).parents[2]).queries])
def test_every_question(shipped_graph: BaseGraph, name: str) -> None:
    """With the examples of its file, which are addresses."""
    question = find_question(shipped_graph.project, name)
    values = examples_of(question)
    rows, calls = count_calls(shipped_graph, name, values)
    assert bool(rows) == (name not in NOTHING_SHIPPED)
    assert calls <= bound(rows)


@pytest.mark.slow
@pytest.mark.parametrize("values", POSITIONS[:2], ids=lambda values: " ".join(values) or "all")
def test_positions_of_two_hundred_documents(grown: BaseGraph, values: dict[str, list[str]]) -> None:
    rows, calls = count_calls(grown, "positions", values)
    assert rows >= (100 if values else 1_500)
    assert calls <= bound(rows)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory, shipped: Project) -> BaseGraph:
    """The shipped documents forty times."""
    project = grow_documents(tmp_path_factory.mktemp("grown"), shipped, 40)
    assert len(project.sources) >= 200
    return load_graph(project)
