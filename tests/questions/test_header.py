"""The header of a canned query: each rule is seen to refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from mhgraph.errors import InvalidHeader, UnknownQuestion
from mhgraph.project.folders import Project
from mhgraph.questions import Column, Parameter, find_question, list_questions, load_questions, read_question
from mhgraph.questions.header import SCHEMA
from mhgraph.questions.question import EVIDENCE
from mhgraph.rdf.headers import read_headed
from tests.conftest import REPOSITORY
from tests.questions.cases import GOOD, QUERIES, write


def test_a_good_one(tmp_path: Path) -> None:
    question = read_question(write(tmp_path, GOOD))
    assert question.name == "events-on"
    assert question.question == "Which events are on a topic?"
    assert question.wording["es"] == "¿Qué eventos tratan de un tema?"
    assert not question.is_released
    assert question.parameters == (
        Parameter("topic", "concept", "The topic.", required=True, scheme="topic"),
        Parameter("actor", "entity", "Only with this one.", classes=("mh:Organization", "mh:Person")),
        Parameter("state", "concept", "Only in this state.", scheme="status"),
        Parameter("order", "choice", "Which way.", choices=("up", "down"), default="up"),
    )
    assert [parameter.may_be_left_out for parameter in question.parameters] == [False, True, True, False]
    assert question.columns[0] == Column("event", "iri", "The event.")
    assert [column.folds for column in question.selected] == [False, False, True, True, True]
    assert question.columns == (*question.selected, *EVIDENCE)
    assert all(column.folds and column.is_evidence for column in EVIDENCE)
    assert question.statement == ("?event", "mh:hasTopic", "?topic")
    assert "#+" not in question.body


REFUSED = [
    (
        "  en: Which events are on a topic?\n#+ ",
        "",
        "(question) is wrong: 'en' is a required property; known: en, fr, es",
    ),
    (
        "  es: ¿Qué",
        "  pt: ¿Qué",
        "(question) is wrong: Additional properties are not allowed ('pt' was unexpected); known",
    ),
    ("on a topic?", "on a topic", "(question › en) is wrong: 'Which events are on a topic' does not match"),
    ("en: Which events are on a topic?", "en: [Who?]", "(question › en) is wrong: ['Who?'] is not of type 'string'"),
    (
        "#+ statement",
        "#+ sorted: yes\n#+ statement",
        "allowed ('sorted' was unexpected); known: question, parameters, ",
    ),
    ("#+ statement", "#+ endpoint: http://e/\n#+ statement", "allowed ('endpoint' was unexpected)"),
    ("#+ statement", "#+ label: Who?\n#+ statement", "allowed ('label' was unexpected)"),
    ("#+ statement", "#+ evidence: perhaps\n#+ statement", "(evidence) is wrong: 'perhaps' is not of type 'boolean'"),
    ("#+ parameters:", "#+ params:", "allowed ('params' was unexpected)"),
    ("#+ columns:", "#+ rows:", "the header is wrong: "),
    # parameters
    ("required: true", "mandatory: true", "(parameters › 1) is wrong: Additional properties are not allowed"),
    ("required: true", "required: 1", "(parameters › 1 › required) is wrong: 1 is not of type 'boolean'; write this:"),
    (
        ", description: The topic.}",
        "}",
        "(parameters › 1) is wrong: 'description' is a required property; known: name,",
    ),
    ("description: Which way.", "description: ''", "(parameters › 4 › description) is wrong: '' should be non-empty"),
    (
        "{name: topic, type: concept",
        "{name: topic, type: thing",
        "(parameters › 1 › type) is wrong: 'thing' is not one",
    ),
    ("{name: topic, type: concept", "{type: concept", "(parameters › 1) is wrong: 'name' is a required property"),
    ("name: topic, type: concept", "name: Topic, type: concept", "(parameters › 1 › name) is wrong: 'Topic' does not "),
    ("name: topic, type: concept", "name: 1, type: concept", "(parameters › 1 › name) is wrong: 1 is not of type"),
    ("name: actor, type", "name: topic, type", "two parameters are called 'topic'; call one of them something else"),
    (
        "type: concept, scheme: topic",
        "type: concept",
        "'scheme' goes with type concept, and only with it; see parameter",
    ),
    ("type: concept, scheme: topic", "type: text, scheme: topic", "'scheme' goes with type concept, and only with it"),
    ("scheme: topic", "scheme: ''", "(parameters › 1 › scheme) is wrong: '' should be non-empty"),
    ("type: entity, class: [mh:Organization, mh:Person]", "type: entity", "'class' goes with type entity"),
    (
        "class: [mh:Organization, mh:Person]",
        "class: []",
        "(parameters › 2 › class) is wrong: [] is not valid under any",
    ),
    ("choices: [up, down], ", "", "'choices' goes with type choice, and only with it"),
    ("choices: [up, down]", "choices: up", "(parameters › 4 › choices) is wrong: 'up' is not of type 'array'"),
    ("choices: [up, down]", "choices: []", "(parameters › 4 › choices) is wrong: [] should be non-empty"),
    ("choices: [up, down]", "choices: [true]", "(parameters › 4 › choices › 1) is wrong: True is not of type"),
    ("default: up", "default: [up]", "(parameters › 4 › default) is wrong: ['up'] is not of type 'string', 'integer'"),
    ("mh:Person]", "nobody:Person]", "'nobody:Person' is not a class with a known prefix; write it like skos:Concept"),
    (
        "mh:Person]",
        "Person]",
        "(parameters › 2 › class) is wrong: ['mh:Organization', 'Person'] is not valid under any",
    ),
    # columns
    ("{name: event, description: The event.}", "event", "(columns › 1) is wrong: 'event' is not of type 'object'"),
    ("{name: event, description: The event.}", "{name: event}", "(columns › 1) is wrong: 'description' is a required"),
    ("{name: event,", "{name: event, title: x,", "(columns › 1) is wrong: Additional properties are not allowed"),
    ("{name: event,", "{name: event, type: name,", "(columns › 1 › type) is wrong: 'name' is not one of ['iri', "),
    ("{name: event,", "{name: event_, type: Ä,", "(columns › 1 › type) is wrong: 'Ä' is not one of"),
    ("{name: event,", "{name: the event,", "(columns › 1 › name) is wrong: 'the event' does not match"),
    ("many: true", "many: maybe", "(columns › 4 › many) is wrong: 'maybe' is not of type 'boolean'"),
    (
        "first: true",
        "first: 1",
        "(columns › 2 › first) is wrong: 1 is not of type 'boolean'; write this: Whether people",
    ),
    # the statement
    (
        '"?event mh:hasTopic ?topic"',
        '"?event mh:hasTopic"',
        "(statement) is wrong: '?event mh:hasTopic' does not match",
    ),
    (
        '"?event mh:hasTopic ?topic"',
        '"?event topic ?topic"',
        "(statement) is wrong: '?event topic ?topic' does not match",
    ),
    (
        '"?event mh:hasTopic ?topic"',
        '"?event no:one ?topic"',
        "'no:one' of 'statement' has no known prefix; write it li",
    ),
    ('"?event mh:hasTopic ?topic"', "[a, b, c]", "(statement) is wrong: ['a', 'b', 'c'] is not of type 'string'"),
]


@pytest.mark.parametrize(("old", "new", "message"), REFUSED, ids=[f"{old} → {new}"[:60] for old, new, _ in REFUSED])
def test_what_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert GOOD.count(old) >= 1
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(InvalidHeader) as caught:
        read_question(path)
    assert message in str(caught.value)
    assert str(caught.value).startswith(f"{path}:1: ")
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("kind", ["parameters", "columns"])
def test_lists_are_lists(tmp_path: Path, kind: str) -> None:
    text = GOOD.replace(f"#+ {kind}:\n", f"#+ {kind}: all\n#+ more:\n")
    with pytest.raises(InvalidHeader, match=rf"({kind}) is wrong: 'all' is not of type 'array'|'more' was unexpected"):
        read_question(write(tmp_path, text))


def test_a_message_quotes_no_more_than_a_line_shows(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD.replace("{name: event,", f"{{name: event, type: {'event' * 100},"))
    with pytest.raises(InvalidHeader) as caught:
        read_question(path)
    assert len(str(caught.value)) < len(str(path)) + 300


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_the_headers_of_the_house_keep_the_schema(path: Path) -> None:
    """Nobody checks them when they are read: they are ours."""
    schema = json.loads((REPOSITORY / "queries" / SCHEMA).read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(read_headed(path, optional=None).header)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_copy_of_ours_is_checked_and_says_the_same(path: Path, tmp_path: Path) -> None:
    """As somebody else's, whose file differs in a comment."""
    copy = tmp_path / path.name
    copy.write_text(path.read_text(encoding="utf-8") + "# a copy\n", encoding="utf-8")
    ours, theirs = read_question(path), read_question(copy)
    assert (ours.is_released, theirs.is_released) == (True, False)
    assert (ours.wording, ours.parameters, ours.columns) == (theirs.wording, theirs.parameters, theirs.columns)


def test_the_schema_is_a_schema() -> None:
    schema = json.loads((REPOSITORY / "queries" / SCHEMA).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    described = [*schema["properties"].values(), *schema["$defs"]["parameter"]["properties"].values()]
    assert all("description" in entry or "$ref" in entry for entry in described)


def test_first_columns(tmp_path: Path) -> None:
    """Those that are marked, and how it is known; where none is marked, all that the query selects."""
    marked = read_question(write(tmp_path, GOOD))
    assert [column.name for column in marked.first] == ["topic", "how_known"]
    unmarked = read_question(write(tmp_path, GOOD.replace("first: true, ", "")))
    assert [column.name for column in unmarked.first] == [
        *("event", "topic", "label", "status", "organizers", "how_known"),
    ]


def test_two_questions_of_one_name(small_copy: Project) -> None:
    first = small_copy.root / "queries" / "actors" / "speakers.rq"
    second = small_copy.root / "queries" / "topics" / "speakers.rq"
    second.parent.mkdir(exist_ok=True)
    second.write_text(GOOD, encoding="utf-8")
    for call in (load_questions, list_questions, lambda project: find_question(project, "country")):
        with pytest.raises(InvalidHeader) as caught:
            call(small_copy)
        assert str(caught.value) == (
            f"{second}:1: another question is called 'speakers': {small_copy.relative(first)}; "
            "rename one of the two files"
        )


def test_the_questions_of_a_project(small_project: Project) -> None:
    questions = load_questions(small_project)
    assert len(questions) >= 12
    assert [question.path for question in questions] == small_project.queries
    assert [question.name for question in questions] == list_questions(small_project)
    assert {question.theme for question in questions} == {path.parent.name for path in QUERIES}


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
