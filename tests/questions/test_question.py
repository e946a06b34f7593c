"""A canned query as a value: its lines, its examples, and how it is filled."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from mhgraph.graph import BaseGraph
from mhgraph.questions import Question, load_questions, read_question
from tests.questions.cases import GOOD, write


@pytest.fixture
def good(tmp_path: Path) -> Question:
    """A question with parameters of every sort."""
    return read_question(write(tmp_path, GOOD))


def test_lines_know_their_parameter(good: Question) -> None:
    owners = [line.parameter for line in good.lines if line.parameter is not None]
    assert owners == ["topic", "actor", "actor", "state", "order"]
    bound = [line.variable for line in good.lines if line.parameter is not None]
    assert bound == ["topic", "actor", None, "status", "order"]
    assert all("# parameter" not in line.text for line in good.lines)


def test_examples(good: Question) -> None:
    assert good.examples == {"topic": "mh:a", "actor": "mh:b", "state": "mh:c", "order": '"up"'}


def test_filling_replaces_whole_blocks(good: Question) -> None:
    filled = good.fill({"topic": "mh:x mh:y", "state": "mh:z", "order": '"\\\\1 \\\\g<0>"'})
    assert "VALUES ?topic { mh:x mh:y }" in filled
    assert "VALUES ?status { mh:z }" in filled
    assert 'VALUES ?order { "\\\\1 \\\\g<0>" }' in filled
    assert "mh:a" not in filled
    assert "# parameter" not in filled
    assert "UNDEF" not in filled


def test_a_parameter_without_a_value_leaves_no_trace(good: Question) -> None:
    filled = good.fill({"topic": "mh:x", "order": '"up"'})
    assert "?actor" not in filled
    assert "mh:hasHost" not in filled
    assert "VALUES ?status" not in filled
    assert "?event mh:hasTopic ?topic ; mh:hasStatus ?status ." in filled


def test_every_choice_of_parameters_is_a_query(small: BaseGraph) -> None:
    """Whatever is left out, what is left can be asked; and every parameter that is given keeps rows or takes some."""
    for question in load_questions(small.project):
        names = [parameter.name for parameter in question.parameters if parameter.may_be_left_out]
        needed = {name: terms for name, terms in question.examples.items() if name not in names}
        for count in range(len(names) + 1):
            for chosen in combinations(names, count):
                given = {name: question.examples[name] for name in chosen}
                small.select(question.fill({**needed, **given}))
