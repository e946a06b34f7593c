"""The header of a canned query: each rule is seen to refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.errors import InvalidHeader, UnknownQuestion
from mhgraph.project.folders import Project
from mhgraph.questions import Column, Parameter, find_question, load_questions, read_question
from tests.questions.cases import GOOD, write


def test_a_good_one(tmp_path: Path) -> None:
    question = read_question(write(tmp_path, GOOD))
    assert question.name == "events-on"
    assert question.question == "Which events are on a topic?"
    assert question.parameters == (
        Parameter("topic", "concept", "The topic.", required=True, scheme="topic"),
        Parameter("actor", "entity", "Only with this one.", classes=("mh:Organization", "mh:Person")),
        Parameter("state", "concept", "Only in this state.", scheme="status"),
        Parameter("order", "choice", "Which way.", choices=("up", "down"), default="up"),
    )
    assert [parameter.may_be_left_out for parameter in question.parameters] == [False, True, True, False]
    assert question.columns[0] == Column("event", "iri", "The event.")
    assert [column.folds for column in question.columns] == [False, False, True, True, True, True]
    assert [column.is_evidence for column in question.columns] == [False, False, False, False, False, True]
    assert question.statement == ("?event", "mh:hasTopic", "?topic")
    assert "#+" not in question.body


REFUSED = [
    ("#+ question: Which events are on a topic?\n", "", "the header has no 'question'; add it"),
    ("on a topic?", "on a topic", "the question is not a sentence that ends in '?'; ask it as a reader would"),
    ("question: Which events are on a topic?", "question: [Who?]", "the question is not a sentence"),
    ("#+ statement", "#+ sorted: yes\n#+ statement", "unknown key 'sorted' in the header"),
    ("#+ statement", "#+ endpoint: http://e/\n#+ statement", "unknown key 'endpoint' in the header"),
    ("#+ statement", "#+ evidence: perhaps\n#+ statement", "'evidence' is not true or false"),
    ("#+ parameters:", "#+ params:", "unknown key 'params' in the header"),
    # parameters
    ("required: true", "mandatory: true", "unknown key 'mandatory' in the entry of parameters"),
    ("required: true", "required: 1", "'required' is not true or false; write true or leave it out"),
    (", description: The topic.}", "}", "the entry of parameters has no 'description'"),
    ("{name: topic, type: concept", "{name: topic, type: thing", "'thing' is no type of a parameter; known: entity"),
    ("name: topic, type: concept", "name: Topic, type: concept", "'Topic' is not a name in lower case letters"),
    ("name: topic, type: concept", "name: 1, type: concept", "'1' is not a name in lower case letters"),
    ("type: concept, scheme: topic", "type: concept", "'scheme' goes with type concept, and only with it"),
    ("type: concept, scheme: topic", "type: text, scheme: topic", "'scheme' goes with type concept, and only with it"),
    ("type: entity, class: [mh:Organization, mh:Person]", "type: entity", "'class' goes with type entity"),
    ("choices: [up, down], ", "", "'choices' goes with type choice, and only with it"),
    ("choices: [up, down]", "choices: up", "'choices' is not a list"),
    ("mh:Person]", "nobody:Person]", "'nobody:Person' is not a class with a known prefix; write it like skos:Concept"),
    ("mh:Person]", "Person]", "'Person' is not a class with a known prefix"),
    # columns
    ("{name: event, description: The event.}", "event", "the entry of columns is not a list of keys"),
    ("{name: event, description: The event.}", "{name: event}", "the entry of columns has no 'description'"),
    ("{name: event,", "{name: event, title: x,", "unknown key 'title' in the entry of columns"),
    ("{name: event,", "{name: event, type: uri,", "'uri' is no type of a column; known: iri, name"),
    ("many: true", "many: maybe", "'many' is not true or false"),
    # the statement
    ('"?event mh:hasTopic ?topic"', '"?event mh:hasTopic"', "'statement' is not three variables or CURIEs"),
    ('"?event mh:hasTopic ?topic"', '"?event topic ?topic"', "'statement' is not three variables or CURIEs"),
]


@pytest.mark.parametrize(("old", "new", "message"), REFUSED, ids=[message[:40] for _, _, message in REFUSED])
def test_what_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert GOOD.count(old) >= 1
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(InvalidHeader) as caught:
        read_question(path)
    assert message in str(caught.value)
    assert str(caught.value).startswith(f"{path}:1: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", ["parameters", "columns"])
def test_lists_are_lists(tmp_path: Path, kind: str) -> None:
    _, _, body = GOOD.partition("PREFIX")
    header = {
        "parameters": "#+ parameters: all\n#+ columns: [{name: a, description: b}]\n",
        "columns": "#+ columns: all\n",
    }
    path = write(tmp_path, f"#+ question: Who?\n{header[kind]}PREFIX{body}")
    with pytest.raises(InvalidHeader, match=f"'{kind}' is not a list"):
        read_question(path)


def test_the_questions_of_a_project(small_project: Project) -> None:
    questions = load_questions(small_project)
    assert len(questions) >= 12
    assert [question.path for question in questions] == small_project.queries


def test_one_question_by_name(small_project: Project) -> None:
    assert find_question(small_project, "speakers").name == "speakers"
    with pytest.raises(UnknownQuestion) as caught:
        find_question(small_project, "events-adressing")
    assert caught.value.known[0] == "events-addressing"
    assert str(caught.value).startswith("no question is called 'events-adressing'; did you mean events-addressing, ")


def test_another_broken_file_does_not_matter(small_copy: Project) -> None:
    (small_copy.root / "queries" / "broken.rq").write_text("SELECT", encoding="utf-8")
    assert find_question(small_copy, "speakers").name == "speakers"
    with pytest.raises(InvalidHeader, match=r"broken\.rq:1: no header"):
        load_questions(small_copy)


def test_a_project_without_questions(tmp_path: Path) -> None:
    assert load_questions(Project(tmp_path)) == []
    with pytest.raises(UnknownQuestion, match=r"no question is called 'x'$"):
        find_question(Project(tmp_path), "x")
