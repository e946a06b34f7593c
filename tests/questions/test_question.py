"""The header of a canned query, and what its body must keep: each rule is seen to refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.graph import Corpus
from mhgraph.errors import InvalidHeader, UnknownQuestion
from mhgraph.project.folders import Project
from mhgraph.questions import Column, Parameter, find_question, load_questions, read_question
from mhgraph.questions.question import COLUMN_TYPES, PARAMETER_TYPES
from mhgraph.rdf.sparql import words_of

GOOD = """\
#+ question: Which events are on a topic?
#+ parameters:
#+   - {name: topic, type: concept, scheme: topic, required: true, description: The topic.}
#+   - {name: actor, type: entity, class: [mh:Organization, mh:Person], description: Only with this one.}
#+   - {name: order, type: choice, choices: [up, down], default: up, description: Which way.}
#+ statement: "?event mh:hasTopic ?topic"
#+ columns:
#+   - {name: event, description: The event.}
#+   - {name: topic, type: name, description: The topic.}
#+   - {name: label, type: label, description: What it is called.}
#+   - {name: organizers, type: name, many: true, description: Who organized it.}
#+   - {name: ledger, type: ledger, description: On what ground.}
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?event ?topic ?label ?organizers ?ledger WHERE {
  VALUES ?topic { mh:a } # parameter
  VALUES ?actor { mh:b } # parameter
  VALUES ?order { "up" } # parameter
  ?event mh:hasTopic ?topic .
  OPTIONAL { ?event rdfs:label ?label }
  OPTIONAL { ?event mh:hasOrganizer ?organizers }
  OPTIONAL { SELECT ?event (COUNT(DISTINCT ?o) AS ?n) WHERE { ?event mh:hasOrganizer ?o } GROUP BY ?event }
}
ORDER BY ?event ?topic
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "events-on.rq"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_one(tmp_path: Path) -> None:
    question = read_question(write(tmp_path, GOOD))
    assert question.name == "events-on"
    assert question.question == "Which events are on a topic?"
    assert question.parameters == (
        Parameter("topic", "concept", "The topic.", required=True, scheme="topic"),
        Parameter("actor", "entity", "Only with this one.", classes=("mh:Organization", "mh:Person")),
        Parameter("order", "choice", "Which way.", choices=("up", "down"), default="up"),
    )
    assert question.columns[0] == Column("event", "iri", "The event.")
    assert [column.folds for column in question.columns] == [False, False, True, True, True]
    assert question.statement == ("?event", "mh:hasTopic", "?topic")
    assert "#+" not in question.body


REFUSED = [
    # the header
    ("#+ question: Which events are on a topic?\n", "", "the header has no 'question'; add it"),
    ("on a topic?", "on a topic", "the question is not a sentence that ends in '?'; ask it as a reader would"),
    ("question: Which events are on a topic?", "question: [Who?]", "the question is not a sentence"),
    ("#+ statement", "#+ sorted: yes\n#+ statement", "unknown key 'sorted' in the header"),
    ("#+ statement", "#+ endpoint: http://e/\n#+ statement", "unknown key 'endpoint' in the header"),
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
    ("mh:Person]", "nobody:Person]", "'nobody:Person' is not a class with a known prefix; write it like mh:Event"),
    ("mh:Person]", "Person]", "'Person' is not a class with a known prefix"),
    # columns
    ("{name: event, description: The event.}", "event", "the entry of columns is not a list of keys"),
    ("{name: event, description: The event.}", "{name: event}", "the entry of columns has no 'description'"),
    ("{name: event,", "{name: event, title: x,", "unknown key 'title' in the entry of columns"),
    ("{name: event,", "{name: event, type: uri,", "'uri' is no type of a column; known: iri, name"),
    ("many: true", "many: maybe", "'many' is not true or false"),
    (
        "- {name: event, description: The event.}",
        "- {name: events, description: The event.}",
        "the columns are ?events ",
    ),
    (
        "?event ?topic ?label ?organizers ?ledger WHERE",
        "?topic ?event ?label ?organizers ?ledger WHERE",
        "make them equal",
    ),
    ("?organizers ?ledger WHERE", "?organizers WHERE", "but the query selects ?event ?topic ?label ?organizers; make"),
    # the statement
    ('"?event mh:hasTopic ?topic"', '"?event mh:hasTopic"', "'statement' is not three variables or CURIEs"),
    ('"?event mh:hasTopic ?topic"', '"?event topic ?topic"', "'statement' is not three variables or CURIEs"),
    ('"?event mh:hasTopic ?topic"', '"?event mh:hasTopic ?actor"', "?actor of 'statement' is no column; select it"),
    ('#+ statement: "?event mh:hasTopic ?topic"\n', "", "evidence columns go with 'statement', and only with it"),
    # the body
    ("SELECT DISTINCT ?event", "SELECT ?event", "the query is not SELECT DISTINCT ?a ?b"),
    (
        "SELECT DISTINCT ?event ?topic ?label ?organizers ?ledger",
        "SELECT DISTINCT *",
        "the query is not SELECT DISTINCT",
    ),
    ("COUNT(DISTINCT ?o)", "COUNT(?o)", "an aggregate without DISTINCT"),
    ("COUNT(DISTINCT ?o)", "COUNT(*)", "an aggregate without DISTINCT"),
    ("COUNT(DISTINCT ?o)", "min( ?o)", "an aggregate without DISTINCT"),
    ("COUNT(DISTINCT ?o)", "SAMPLE(?o)", "an aggregate without DISTINCT"),
    ("COUNT(DISTINCT ?o)", "SUM(DISTINCT ?o)", "SUM does not occur in a canned query; return long rows"),
    ("COUNT(DISTINCT ?o)", "Avg(DISTINCT ?o)", "AVG does not occur in a canned query"),
    ("COUNT(DISTINCT ?o)", "GROUP_CONCAT(DISTINCT ?o)", "GROUP_CONCAT does not occur in a canned query"),
    ("?event mh:hasTopic ?topic .", "SERVICE <http://e/> { ?event mh:hasTopic ?topic }", "SERVICE does not occur"),
    ("?ledger WHERE {", "?ledger FROM <http://e/> WHERE {", "FROM does not occur"),
    ("ORDER BY ?event ?topic", "", "ORDER BY lacks ?event ?topic; order by every column that is not folded"),
    ("ORDER BY ?event ?topic", "ORDER BY ?event", "ORDER BY lacks ?topic"),
    ("ORDER BY ?event ?topic", "ORDER BY ?event ?topics", "ORDER BY lacks ?topic"),
    (
        "PREFIX mh: <https://w3id.org/mhgraph/ontology#>",
        "PREFIX mh: <http://e/>",
        "prefix 'mh:' is not bound as elsewhere; use",
    ),
    (
        "PREFIX mh:",
        "PREFIX nobody: <http://e/>\nPREFIX mh:",
        "prefix 'nobody:' is not bound as elsewhere; use a known one",
    ),
    ("?event mh:hasTopic ?topic .", "{" * 101 + " ?event mh:hasTopic ?topic " + "}" * 101, "the query nests more than 100"),
    # the blocks
    ("  VALUES ?actor { mh:b } # parameter\n", "", "parameters are ['topic', 'actor', 'order'] but"),
    ("VALUES ?actor { mh:b } # parameter", "VALUES ?actor { mh:b }", "but the '# parameter' lines bind"),
    (
        "VALUES ?actor { mh:b }",
        "VALUES ?topic { mh:b }",
        "but the '# parameter' lines bind ['topic', 'topic', 'order']",
    ),
    ("VALUES ?actor { mh:b }", "VALUES (?actor) { (mh:b) }", "but the '# parameter' lines bind"),
    (
        '  VALUES ?order { "up" } # parameter\n  ?event mh:hasTopic ?topic .\n',
        '  ?event mh:hasTopic ?topic .\n  VALUES ?order { "up" } # parameter\n',
        "a parameter block is not at the top of the outermost group; move it up",
    ),
    (
        '  VALUES ?order { "up" } # parameter\n',
        '  {\n  VALUES ?order { "up" } # parameter\n  }\n',
        "a parameter block is not at the top of the outermost group",
    ),
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
    head, _, body = GOOD.partition("PREFIX")
    header = {
        "parameters": "#+ parameters: all\n#+ columns: [{name: a, description: b}]\n",
        "columns": "#+ columns: all\n",
    }
    path = write(tmp_path, f"#+ question: Who?\n{header[kind]}PREFIX{body}")
    assert head
    with pytest.raises(InvalidHeader, match=f"'{kind}' is not a list"):
        read_question(path)


def test_the_words_of_the_engine_may_stand_in_strings(tmp_path: Path) -> None:
    text = GOOD.replace(
        "?event mh:hasTopic ?topic .", '?event mh:hasTopic ?topic . FILTER(?label != "SUM from SERVICE") # AVG'
    )
    assert read_question(write(tmp_path, text)).name == "events-on"


def test_filling_replaces_whole_blocks_or_removes_them(tmp_path: Path) -> None:
    question = read_question(write(tmp_path, GOOD))
    filled = question.filled({"topic": "mh:x mh:y", "order": '"\\\\1 \\\\g<0>"'})
    assert "VALUES ?topic { mh:x mh:y }" in filled
    assert 'VALUES ?order { "\\\\1 \\\\g<0>" }' in filled
    assert "?actor" not in filled
    assert "# parameter" not in filled
    assert "UNDEF" not in filled


def test_the_questions_of_the_house(small_project: Project, small: Corpus) -> None:
    questions = load_questions(small_project)
    assert len(questions) >= 12
    assert [question.path for question in questions] == small_project.queries
    for question in questions:
        small.engine.select(question.body)
        assert question.statement is not None
        assert {"ledger", "source", "passage", "reason"} <= {column.name for column in question.columns}
        assert all(column.description.endswith(".") for column in question.columns)
        assert all(parameter.description.endswith(".") for parameter in question.parameters)
        assert {"SELECT", "DISTINCT", "ORDER"} <= set(words_of(question.body))
        assert {parameter.type for parameter in question.parameters} <= set(PARAMETER_TYPES)
        assert {column.type for column in question.columns} <= set(COLUMN_TYPES)


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
