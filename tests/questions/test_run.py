"""Asking: long rows are folded, and every row says on what it rests."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from mhgraph.errors import UnknownName, UnknownParameter, UnknownQuestion
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.namespaces import PREFIXES, SOURCE, to_curie
from mhgraph.project.folders import Project
from mhgraph.questions import Answer, Question, ask, read_question, run
from tests.builders import build_graph
from tests.questions.cases import ask_in_three

HEADER = f"""\
{ask_in_three("What is on a topic?")}\
#+ statement: "?thing mh:hasTopic ?topic"
#+ columns:
#+   - {{name: thing, description: The thing.}}
#+   - {{name: topic, description: The topic.}}
#+   - {{name: label, type: label, description: Its name.}}
#+   - {{name: count, type: number, many: true, description: Its numbers.}}
#+   - {{name: places, many: true, description: Its places.}}
"""
BODY = """
SELECT DISTINCT ?thing ?topic ?label ?count ?places WHERE {
  ?thing mh:hasTopic ?topic .
  OPTIONAL { ?thing rdfs:label ?label }
  OPTIONAL { ?thing mh:hasValue ?count }
  OPTIONAL { ?thing mh:hasPlace ?places }
}
ORDER BY ?thing ?topic
"""
DATA = """
    :p01 a mh:Passage . :p02 a mh:Passage . :p10 a mh:Passage .
    :p01 { event:e mh:hasTopic concept:topic-a , concept:topic-b ; mh:hasValue 10 , 9.5 ;
             mh:hasPlace place:p10 , place:p9 ; rdfs:label "English"@en , "Français"@fr , "Zweitens"@de . }
    :p10 { event:e mh:hasTopic concept:topic-a . }
    :p02 { event:e mh:hasTopic concept:topic-a . event:f mh:hasHost actor:h . }
"""
JUDGED = """
    judgement:j a mh:Judgement ; mh:restsOn source:k\\#p02 ; mh:hasRationale "Because."@en .
    judgement:j { event:e mh:hasTopic concept:topic-a , concept:topic-c . }
"""


def written(folder: Path, text: str) -> Question:
    path = folder / "on-topics.rq"
    path.write_text(text, encoding="utf-8")
    return read_question(path)


@pytest.fixture
def question(tmp_path: Path) -> Question:
    """A question with a column of every kind."""
    prologue = "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in ("mh", "rdfs"))
    return written(tmp_path, HEADER + prologue + BODY)


@pytest.fixture
def made(tmp_path: Path) -> BaseGraph:
    """An event on three topics: one stated three times and judged, one stated, one judged."""
    return build_graph(tmp_path / "p", sources={"k": DATA}, judgements={"t": JUDGED})


def cells(answer: Answer, name: str) -> list[list[str]]:
    return [
        [to_curie(str(getattr(term, "value", ""))).replace("source:", "") for term in row[name]] for row in answer.rows
    ]


def test_rows_are_folded_and_cells_sorted(made: BaseGraph, question: Question) -> None:
    answer = run(made, question, {})
    assert cells(answer, "topic") == [["concept:topic-a"], ["concept:topic-b"], ["concept:topic-c"]]
    assert cells(answer, "places") == [["place:p9", "place:p10"]] * 3
    assert {tuple(row["label"]) for row in answer.rows} == {(Literal("English", language="en"),)}


def test_labels_in_the_language_asked_for(made: BaseGraph, question: Question) -> None:
    for language, label in (("fr", "Français"), ("es", "English"), ("de", "Zweitens")):
        (first, *_) = run(made, question, {}, language=language).rows
        assert [getattr(term, "value", None) for term in first["label"]] == [label]


def test_a_row_shows_its_strongest_ledger(made: BaseGraph, question: Question) -> None:
    answer = run(made, question, {})
    assert cells(answer, "ledger") == [["stated"], ["stated"], ["judged"]]
    assert cells(answer, "passage") == [["k#p01", "k#p02", "k#p10"], ["k#p01"], ["k#p02"]]
    assert cells(answer, "source") == [["k"], ["k"], ["k"]]
    assert cells(answer, "reason") == [[], [], ["Because."]]


def test_without_the_stronger_ledger_the_weaker_shows(tmp_path: Path, question: Question) -> None:
    judged = build_graph(tmp_path / "q", sources={"k": DATA}, judgements={"t": JUDGED}, ledgers=[Ledger.JUDGED])
    answer = run(judged, question, {})
    assert cells(answer, "topic") == [["concept:topic-a"], ["concept:topic-c"]]
    assert cells(answer, "ledger") == [["judged"], ["judged"]]


MEMBERS = f"""\
{ask_in_three("Who is a member of what?")}\
#+ statement: "?body mh:hasMember ?member"
#+ columns:
#+   - {{name: body, description: The body.}}
#+   - {{name: member, description: The member.}}
PREFIX mh: <{PREFIXES["mh"]}>
SELECT DISTINCT ?body ?member WHERE {{ ?body mh:hasMember ?member }}
ORDER BY ?body ?member
"""


def test_an_inferred_row_rests_on_its_premises(small: BaseGraph, tmp_path: Path) -> None:
    rows = run(small, written(tmp_path, MEMBERS), {}).rows
    notice, register = (
        NamedNode(f"{SOURCE}riverside-launch-notice#p10"),
        NamedNode(f"{SOURCE}valley-register-launch#p11"),
    )
    assert [row["passage"] for row in rows if {notice, register} & set(row["passage"])] == [
        (notice, register),
        (notice,),
        (register,),
    ]
    for row in rows:
        assert row["ledger"] == (Literal("inferred"),)
        assert row["confidence"] == ()
        assert row["reason"] == (Literal("Whose membership is in a body, series or process is a member of it."),)


SURE = """
    judgement:low a mh:Judgement ; mh:restsOn source:k\\#p02 ; mh:hasRationale "Because."@en ;
        mh:hasConfidence concept:confidence-low .
    judgement:low { membership:x mh:isMembershipOf actor:m ; mh:isIn group:b .
        membership:y mh:isMembershipOf actor:n . }
    judgement:high a mh:Judgement ; mh:restsOn source:k\\#p02 ; mh:hasRationale "So."@en ;
        mh:hasConfidence concept:confidence-high .
    judgement:high { membership:y mh:isIn group:b . membership:z mh:isMembershipOf actor:o ; mh:isIn group:b . }
"""


def test_a_row_is_as_sure_as_its_surest_ground_and_a_ground_as_its_weakest_premise(tmp_path: Path) -> None:
    graph = build_graph(tmp_path / "p", sources={"k": DATA}, judgements={"k": SURE})
    answer = run(graph, written(tmp_path, MEMBERS), {})
    assert cells(answer, "member") == [["actor:m"], ["actor:n"], ["actor:o"]]
    assert cells(answer, "confidence") == [["low"], ["low"], ["high"]]


def test_ledgers_are_those_of_the_graph(small_project: Project) -> None:
    stated = load_graph(small_project, [Ledger.STATED])
    assert len(ask(stated, "recommendations-on", {"subject": "VHC"}).rows) == 2
    indexed = load_graph(small_project, [Ledger.INDEXED])
    assert ask(indexed, "recommendations-on", {"subject": "VHC"}).rows == []


def test_a_statement_with_a_hole_has_no_evidence(tmp_path: Path, made: BaseGraph) -> None:
    """An optional part of the statement may be unbound; a subject may be a literal by mistake."""
    text = (
        HEADER
        + f"PREFIX mh: <{PREFIXES['mh']}>\nPREFIX rdfs: <{PREFIXES['rdfs']}>"
        + BODY.replace("?thing mh:hasTopic ?topic .", "?thing mh:hasHost ?x . OPTIONAL { ?thing mh:hasTopic ?topic }")
    )
    answer = run(made, written(tmp_path, text), {})
    assert cells(answer, "thing") == [["event:f"]]
    assert all(answer.rows[0][name] == () for name in ("topic", "how_known", "ledger", "source", "passage", "reason"))


def test_what_no_ledger_says_is_no_row(tmp_path: Path, question: Question) -> None:
    """An entity file gives names; a row whose statement stands only there rests on nothing."""
    entities = {"events": "event:e a mh:Event ; mh:hasTopic concept:topic-z . event:n mh:hasTopic concept:topic-a ."}
    graph = build_graph(tmp_path / "q", sources={"k": DATA}, judgements={"t": JUDGED}, entities=entities)
    answer = run(graph, question, {})
    assert cells(answer, "topic") == [["concept:topic-a"], ["concept:topic-b"], ["concept:topic-c"]]
    assert cells(answer, "thing") == [["event:e"]] * 3


def test_a_question_without_evidence(tmp_path: Path, made: BaseGraph) -> None:
    text = f"""\
{ask_in_three("Which hosts are there?")}\
#+ columns: [{{name: host, description: The host.}}]
PREFIX mh: <{PREFIXES["mh"]}>
SELECT DISTINCT ?host WHERE {{ ?event mh:hasHost ?host }}
ORDER BY ?host
"""
    answer = run(made, written(tmp_path, text), {})
    assert cells(answer, "host") == [["actor:h"]]
    assert answer.data().columns == ("host", "host_label")


def test_one_value_or_several(small: BaseGraph) -> None:
    assert ask(small, "speakers", {"role": "speaker"}).rows == ask(small, "speakers", {"role": ["speaker"]}).rows
    speakers, chairs, both = (
        len(ask(small, "speakers", {"role": roles}).rows) for roles in (["speaker"], ["chair"], ["speaker", "chair"])
    )
    assert both == speakers + chairs > max(speakers, chairs)
    assert ask(small, "speakers").rows == ask(small, "speakers", {}).rows


def test_wrong_names_and_values(small: BaseGraph) -> None:
    with pytest.raises(UnknownQuestion):
        ask(small, "speekers")
    with pytest.raises(UnknownParameter, match="rolle"):
        ask(small, "speakers", {"rolle": "speaker"})
    with pytest.raises(UnknownName):
        ask(small, "speakers", {"person": "Nobody At All"})
