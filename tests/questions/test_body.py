"""The rules for the body of a canned query: each is seen to refuse, and the queries of the house keep them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mhgraph.errors import InvalidHeader
from mhgraph.questions import Question, read_question
from mhgraph.questions.question import EVIDENCE
from mhgraph.rdf.sparql import words_of
from tests.questions.cases import GOOD, QUERIES, write

TOPIC = "VALUES ?topic { mh:a } # parameter topic\n"
ACTOR = "  VALUES ?actor { mh:b } # parameter actor\n"
JOIN = "  ?event mh:hasOrganizer|mh:hasHost ?actor . # parameter actor\n"
ORDER = '  VALUES ?order { "up" } # parameter order\n'
PATTERN = "  ?event mh:hasTopic ?topic ; mh:hasStatus ?status .\n"

REFUSED: list[tuple[str, str, str]] = [
    # words
    ("COUNT(DISTINCT ?o)", "COUNT(?o)", "an aggregate without DISTINCT"),
    ("COUNT(DISTINCT ?o)", "COUNT(*)", "an aggregate without DISTINCT"),
    ("COUNT(DISTINCT ?o)", "min( ?o)", "an aggregate without DISTINCT"),
    ("COUNT(DISTINCT ?o)", "SAMPLE(?o)", "an aggregate without DISTINCT"),
    ("COUNT(DISTINCT ?o)", "SUM(DISTINCT ?o)", "SUM does not occur in a canned query; return long rows"),
    ("COUNT(DISTINCT ?o)", "Avg(DISTINCT ?o)", "AVG does not occur in a canned query"),
    ("COUNT(DISTINCT ?o)", "GROUP_CONCAT(DISTINCT ?o)", "GROUP_CONCAT does not occur in a canned query"),
    (PATTERN, "  SERVICE <http://e/> { ?event mh:hasTopic ?topic }\n", "SERVICE does not occur"),
    ("?organizers WHERE {", "?organizers FROM <http://e/> WHERE {", "FROM does not occur"),
    (PATTERN, "{" * 101 + " ?event mh:hasTopic ?topic " + "}" * 101, "the query nests more than 100"),
    (
        PATTERN,
        "  GRAPH ?g { ?event mh:hasTopic ?topic }\n",
        "GRAPH goes with 'evidence: true', and only with it; ask for",
    ),
    ("#+ statement", "#+ evidence: true\n#+ statement", "GRAPH goes with 'evidence: true', and only with it"),
    ("PREFIX mh: <https://w3id.org/mhgraph/ontology#>", "PREFIX mh: <http://e/>", "prefix 'mh:' is not bound as"),
    ("PREFIX mh:", "PREFIX nobody: <http://e/>\nPREFIX mh:", "prefix 'nobody:' is not bound as elsewhere; use a known"),
    # columns
    ("SELECT DISTINCT ?event", "SELECT ?event", "the query is not SELECT DISTINCT ?a ?b"),
    (
        "SELECT DISTINCT ?event ?topic ?label ?status ?organizers",
        "SELECT DISTINCT *",
        "the query is not SELECT DISTINCT",
    ),
    ("{name: event, description", "{name: events, description", "the columns are ?events "),
    (
        "?event ?topic ?label ?status ?organizers WHERE",
        "?topic ?event ?label ?status ?organizers WHERE",
        "make them equal",
    ),
    ("?status ?organizers WHERE", "?status WHERE", "but the query selects ?event ?topic ?label ?status; make"),
    ("?organizers WHERE", "?organizers ?ledger WHERE", "make them equal; the runner adds the columns of evidence"),
    ("{name: label, type", "{name: ledger, type", "the columns are ?event ?topic ?ledger "),
    ("ORDER BY ?event ?topic", "", "ORDER BY lacks ?event ?topic; order by every column that is not folded"),
    ("ORDER BY ?event ?topic", "ORDER BY ?event", "ORDER BY lacks ?topic"),
    ("ORDER BY ?event ?topic", "ORDER BY ?event ?topics", "ORDER BY lacks ?topic"),
    ('"?event mh:hasTopic ?topic"', '"?event mh:hasTopic ?actor"', "?actor of 'statement' is no column of one value"),
    ('"?event mh:hasTopic ?topic"', '"?event mh:hasTopic ?ledger"', "?ledger of 'statement' is no column of one value"),
    (
        '"?event mh:hasTopic ?topic"',
        '"?event mh:hasTopic ?status"',
        "?status of 'statement' is no column of one value; select it, and do not fold it",
    ),
    # blocks
    (ACTOR, "", "the blocks are those of ['topic', 'state', 'order']; give each of them one"),
    (ACTOR, ACTOR + ACTOR, "the blocks are those of ['topic', 'actor', 'actor', 'state', 'order']"),
    (ACTOR, ACTOR.replace("?actor", "(?actor)"), "the blocks are those of ['topic', 'state', 'order']"),
]
BLAMED: list[tuple[str, str, str, str]] = [
    (ACTOR, ACTOR.replace(" # parameter actor", ""), "VALUES ?actor", "a VALUES block that is no parameter's; write"),
    (PATTERN, "  VALUES ?class { mh:x }\n" + PATTERN, "VALUES ?class", "a VALUES block that is no parameter's; write"),
    (ACTOR, ACTOR.replace("parameter actor", "parameter"), "# parameter\n", "a line of '', which is no parameter"),
    (JOIN, JOIN.replace("parameter actor", "parameter actr"), "actr", "a line of 'actr', which is no parameter; known"),
    (ORDER + PATTERN, PATTERN + ORDER, "VALUES ?order", "a line of a parameter is not at the top of the outermost"),
    (ORDER, "  {\n" + ORDER + "  }\n", "VALUES ?order", "a line of a parameter is not at the top of the outermost"),
    ("WHERE {\n", "WHERE { ?event a mh:Event .\n", "VALUES ?topic", "a line of a parameter is not at the top"),
    (JOIN, JOIN.replace("?actor .", "?actor {"), "?actor {", "a line of a parameter leaves a bracket open; close"),
    (JOIN, "", "VALUES ?actor", "the parameter 'actor' joins nothing; write a pattern with ?actor # parameter actor"),
    (JOIN, JOIN.replace("?event", "?e"), "VALUES ?actor", "the parameter 'actor' joins nothing"),
    (PATTERN, "  ?event mh:hasStatus ?status .\n", "VALUES ?topic", "the parameter 'topic' joins nothing"),
    (
        PATTERN,
        PATTERN.replace(";", ". OPTIONAL { ?event") + "  }\n",
        "?status",
        "the parameter 'state' joins nothing",
    ),
    (JOIN, JOIN.replace(" # parameter actor", ""), "VALUES ?status", "is not at the top of the outermost"),
    (
        PATTERN,
        f"{PATTERN}  ?event mh:hasHost ?actor .\n",
        "?actor .\n",
        "?actor is needed where 'actor' is left out",
    ),
    (
        PATTERN,
        f"{PATTERN}  FILTER(!BOUND(?actor) || ?event = mh:x)\n",
        "VALUES ?actor",
        "?actor of the parameter 'actor' filters what it could join; write it as a pattern with ?actor, or let",
    ),
    (JOIN, f"{JOIN}  FILTER(?status = ?actor) # parameter actor\n", "VALUES ?actor", "filters what it could join"),
    (JOIN, f"{JOIN}  FILTER(?actor = ?status) # parameter actor\n", "VALUES ?actor", "filters what it could join"),
    (PATTERN, f"{PATTERN}  FILTER EXISTS {{ ?event mh:on ?topic }}\n", "VALUES ?topic", "filters what it could join"),
]


@pytest.mark.parametrize(("old", "new", "message"), REFUSED, ids=[message[:40] for _, _, message in REFUSED])
def test_what_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert GOOD.count(old) >= 1
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(InvalidHeader) as caught:
        read_question(path)
    assert message in str(caught.value)
    assert "; " in str(caught.value)
    assert str(caught.value).startswith(f"{path}:1: ")


@pytest.mark.parametrize(
    ("old", "new", "blamed", "message"), BLAMED, ids=[f"{i}: {case[3][:40]}" for i, case in enumerate(BLAMED)]
)
def test_the_line_that_is_to_blame(tmp_path: Path, old: str, new: str, blamed: str, message: str) -> None:
    assert GOOD.count(old) == 1
    path = write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(InvalidHeader) as caught:
        read_question(path)
    assert message in str(caught.value)
    assert caught.value.line is not None
    assert blamed in path.read_text(encoding="utf-8").splitlines(keepends=True)[caught.value.line - 1]
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("new", "kind", "name"),
    [("ledger", "text", "ledger"), ("event_label", "text", "event_label"), ("told_by", "iri", "told_by")],
)
def test_no_column_is_called_like_one_that_is_added(tmp_path: Path, new: str, kind: str, name: str) -> None:
    text = GOOD.replace("{name: label, type: label", f"{{name: {new}, type: {kind}, many: true").replace(
        "?label", f"?{new}"
    )
    with pytest.raises(
        InvalidHeader, match=f"two columns of the answer are called '{name}'; call yours something else"
    ):
        read_question(write(tmp_path, text))


ALLOWED = [
    "FILTER(?topic != mh:x)",
    "FILTER(?order >= 'a')",
    "FILTER NOT EXISTS { ?event mh:happensTo ?topic }",
    'FILTER(?label != "SUM from SERVICE; VALUES") # AVG',
    "# parameters are at the top",
]


@pytest.mark.parametrize("line", ALLOWED)
def test_what_is_allowed(tmp_path: Path, line: str) -> None:
    question = read_question(write(tmp_path, GOOD.replace(PATTERN, f"{PATTERN}  {line}\n")))
    assert line in question.body


@pytest.fixture(params=QUERIES, ids=lambda path: path.stem)
def question(request: pytest.FixtureRequest) -> Question:
    """Each question of the house."""
    return read_question(request.param)


def test_the_queries_of_the_house_are_found() -> None:
    assert len(QUERIES) >= 12


def test_no_values_block_beside_those_of_parameters(question: Question) -> None:
    """A second block makes engines enumerate before they look up."""
    own = [line for line in question.lines if line.parameter is None]
    assert "VALUES" not in words_of("\n".join(line.text for line in own))
    assert words_of(question.body).count("VALUES") == len(question.parameters)


def test_no_filter_on_a_parameter_that_could_join(question: Question) -> None:
    """A list says that one of several holds, which no join says."""
    for line in question.lines:
        if line.variable is None:
            continue
        uses = [other.text for other in question.lines if re.search(rf"\?{line.variable}\b", other.text)]
        filters = [text for text in uses if "FILTER" in words_of(text)]
        tests = [text for text in filters if not re.search(r"!=|<|>|NOT EXISTS| IN \(", text)]
        assert tests == []
        assert f"BOUND(?{line.variable})" not in question.body


def test_facts_only_but_where_evidence_is_the_subject(question: Question) -> None:
    """Two more ask where something stands, and who says so, which no fact says."""
    if "GRAPH" in words_of(question.body):
        assert question.path.parent.name == "evidence" or question.name in ("documents-on", "aligned")


def test_texts_are_sentences_and_evidence_is_complete(question: Question) -> None:
    assert (question.columns[-len(EVIDENCE) :] == EVIDENCE) == (question.statement is not None)
    assert all(column.description.endswith(".") for column in question.columns)
    assert all(parameter.description.endswith(".") for parameter in question.parameters)
