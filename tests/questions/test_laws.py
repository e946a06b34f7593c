"""What holds of every answer, over the small project and over the shipped documents, whatever they say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Triple

from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.graph.evidence import source_of
from mhgraph.namespaces import PREFIXES, from_curie
from mhgraph.project.folders import Project
from mhgraph.questions import Answer, Question, ask, load_questions, run
from mhgraph.questions.evidence import Row, subject_of
from mhgraph.rdf.terms import Term
from tests.conftest import REPOSITORY, SMALL
from tests.questions.cases import NOTHING_SHIPPED, everything_for, examples_of
from tests.questions.cases import SMALL as SMALL_VALUES

ALL = load_questions(Project(REPOSITORY))
ABOUT_STATEMENTS = [question.name for question in ALL if question.statement]
"""The questions whose rows are statements; the others count, or tell what is missing."""
SAY_WHAT_LACKS = {"missing-meetings", "only-in"}
"""What is said elsewhere, or of another meeting, may be seen only where names are merged by judgement."""
of_statements = pytest.mark.parametrize("question", ABOUT_STATEMENTS, indirect=True)
OF_THE_UNKNOWN = {"events-announced"}
"""The questions that ask for what nothing says."""
REASONED = {Ledger.JUDGED.value, Ledger.INFERRED.value}


@pytest.fixture(scope="module", params=[SMALL, REPOSITORY], ids=["small project", "shipped documents"])
def whole(request: pytest.FixtureRequest) -> BaseGraph:
    """Both graphs, with all ledgers."""
    return load_graph(Project(request.param))


@pytest.fixture(scope="module")
def stated_only(whole: BaseGraph) -> BaseGraph:
    """The same graph with what is stated."""
    return load_graph(whole.project, [Ledger.STATED])


@pytest.fixture(scope="module", params=[question.name for question in ALL])
def question(request: pytest.FixtureRequest, whole: BaseGraph) -> Question:
    """Each question."""
    return next(question for question in load_questions(whole.project) if question.name == request.param)


@pytest.fixture(scope="module")
def answer(question: Question, whole: BaseGraph) -> Answer:
    """The widest answer: of all that a reader can ask for."""
    return run(whole, question, everything_for(question, whole))


@pytest.fixture(scope="module")
def stated(question: Question, stated_only: BaseGraph) -> Answer:
    """The same of what is stated."""
    return run(stated_only, question, everything_for(question, stated_only))


def _is_answered(question: Question, graph: BaseGraph) -> bool:
    """Whether the question has rows at all over a graph."""
    return graph.project.root != REPOSITORY or question.name not in NOTHING_SHIPPED


def _pairs(graph: BaseGraph, pattern: str) -> dict[str, set[str]]:
    """Return every `?y` of each `?x`."""
    prologue = "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in ("mh", "dcterms"))
    found: dict[str, set[str]] = {}
    for x, y in graph.select(f"{prologue}SELECT DISTINCT ?x ?y WHERE {{ {pattern} }}").rows:
        assert isinstance(x, NamedNode)
        assert isinstance(y, NamedNode)
        found.setdefault(x.value, set()).add(y.value)
    return found


def _keys(answer: Answer) -> list[tuple[tuple[Term, ...], ...]]:
    names = [column.name for column in answer.question.columns if not column.folds]
    return [tuple(row[name] for name in names) for row in answer.rows]


def _statements(answer: Answer) -> list[Triple]:
    parts = answer.question.statement
    assert parts is not None
    return [
        Triple(*(row[part[1:]][0] if part[0] == "?" else NamedNode(str(from_curie(part))) for part in parts))  # type: ignore[arg-type] # subject and predicate are IRIs
        for row in answer.rows
    ]


def _texts(cell: Sequence[Term]) -> list[str]:
    return [str(getattr(term, "value", "")) for term in cell]


def _in(statement: Triple, graph: NamedNode) -> Quad:
    return Quad(statement.subject, statement.predicate, statement.object, graph)


def _passages(row: Row) -> list[NamedNode]:
    return [passage for passage in row["passage"] if isinstance(passage, NamedNode)]


def test_no_row_comes_twice(answer: Answer, whole: BaseGraph) -> None:
    assert bool(answer.rows) == _is_answered(answer.question, whole)
    assert len(set(_keys(answer))) == len(answer.rows)


@of_statements
def test_every_row_has_its_ground(answer: Answer) -> None:
    """A ledger and its passages, in their sources; a reason where neither a document nor a list of topics gives it."""
    for row in answer.rows:
        (ledger,) = _texts(row["ledger"])
        assert ledger in {ledger.value for ledger in Ledger}
        assert row["passage"]
        assert _texts(row["source"]) == sorted({source_of(passage) for passage in _texts(row["passage"])})
        assert bool(row["reason"]) == (ledger in REASONED)
        assert row["confidence"] or ledger != Ledger.JUDGED.value


@of_statements
def test_what_is_stated_stands_in_its_passages(answer: Answer, whole: BaseGraph) -> None:
    """Under the name of the row, or one that is merged into it: then a curator says how sure that is."""
    quads = set(whole.quads())
    for row, statement in zip(answer.rows, _statements(answer), strict=True):
        if _texts(row["ledger"]) == [Ledger.STATED.value]:
            names = whole.identities.written(statement)
            for passage in _passages(row):
                assert any(_in(written, passage) in quads for written in names)
            as_shown = any(_in(statement, passage) in quads for passage in _passages(row))
            assert bool(row["confidence"]) != as_shown


@of_statements
def test_under_stated_every_statement_stands_in_a_passage(stated: Answer, stated_only: BaseGraph) -> None:
    quads = set(stated_only.quads())
    for row, statement in zip(stated.rows, _statements(stated), strict=True):
        assert _texts(row["ledger"]) == [Ledger.STATED.value]
        assert row["passage"]
        assert not row["confidence"]
        assert not row["reason"]
        assert {_in(statement, passage) for passage in _passages(row)} <= quads


@pytest.mark.parametrize("question", [name for name in ABOUT_STATEMENTS if name not in SAY_WHAT_LACKS], indirect=True)
def test_what_is_stated_is_a_part_of_the_whole(answer: Answer, stated: Answer, whole: BaseGraph) -> None:
    """As it is written, or with the names under which all ledgers together show it.

    What is asked for as not known is more where less is known.
    """
    if answer.question.name in OF_THE_UNKNOWN:
        return
    found = set(_statements(answer))
    assert [one for one in _statements(stated) if not {one, whole.identities.merge(one)} & found] == []


def test_cells_hold_nothing_twice(answer: Answer) -> None:
    for row in answer.rows:
        for column in answer.question.columns:
            cell = row.get(column.name, ())
            assert len(set(cell)) == len(cell)
            assert len(cell) <= 1 or column.folds


def test_everything_named_has_a_name(answer: Answer) -> None:
    table = answer.data()
    shown = {
        value.shown
        for row in table.rows
        for name, cell in zip(table.columns, row, strict=True)
        if name.endswith("_label")
        for value in cell
    }
    assert "" not in shown
    assert not [name for name in shown if name.startswith("https://w3id.org/mhgraph/")]


def test_what_machines_read_explains_every_value(answer: Answer) -> None:
    """There are as many names as things, as many first and last days and precisions as dates."""
    table = answer.data()
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    for column in answer.question.columns:
        for row in rows:
            assert {len(row[name]) for name in column.names} == {len(row[column.name])}
        if column.type == "date":
            assert all(
                first.exact <= last.exact and date.shown[:4] == first.shown[:4]
                for row in rows
                for date, first, last, _ in zip(*(row[name] for name in column.names), strict=True)
            )


@of_statements
def test_every_row_can_be_cited(answer: Answer, whole: BaseGraph) -> None:
    version = whole.statistics().version
    table = answer.data()
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        assert cells["how_known"]
        assert cells["reference"]
        assert all(value.shown.endswith(f"(mhgraph data {version})") for value in cells["reference"])
        assert all(value.shown.startswith("https://") for value in cells["link"])


@of_statements
def test_what_is_told_of_a_text_is_not_in_it(answer: Answer, whole: BaseGraph) -> None:
    """Where somebody tells it, no source of the row carries the text of its subject."""
    carried = _pairs(whole, "?x mh:isSourceOf ?y")
    texts = _pairs(whole, "?x (mh:isSetDownIn|dcterms:isPartOf)+ ?y . ?y a mh:Instrument")
    table = answer.data()
    for row, listed in zip(answer.rows, table.rows, strict=True):
        subject = subject_of(row, answer.question.statement or ("", "", ""))
        if dict(zip(table.columns, listed, strict=True))["told_by"]:
            assert texts[subject]
            told = [source for source in _texts(row["source"]) if not carried.get(source, set()) & texts[subject]]
            assert told
        elif row["ledger"] == (Literal(Ledger.STATED.value),) and subject in texts:
            assert any(carried.get(source, set()) & texts[subject] for source in _texts(row["source"]))


@of_statements
def test_a_part_of_the_values_gives_a_part_of_the_rows(
    question: Question, shipped_graph: BaseGraph, answer: Answer, whole: BaseGraph
) -> None:
    """With an example of each parameter, in any language."""
    examples = examples_of(question)
    is_shipped = whole.project.root == shipped_graph.project.root
    rows = run(whole, question, examples if is_shipped else SMALL_VALUES[question.name], language="fr")
    assert bool(rows.rows) == _is_answered(question, whole)
    assert set(_statements(rows)) <= set(_statements(answer))
    assert [key for key in _keys(answer) if key in set(_keys(rows))] == _keys(rows)


@pytest.mark.parametrize("ledger", [Ledger.INDEXED, Ledger.JUDGED, Ledger.INFERRED], ids=lambda ledger: ledger.value)
@pytest.mark.parametrize("root", [SMALL, pytest.param(REPOSITORY, marks=pytest.mark.slow)], ids=["small", "shipped"])
def test_one_ledger_alone_answers_for_itself(root: Path, ledger: Ledger) -> None:
    """Each row rests on that ledger and on no other."""
    alone = load_graph(Project(root), [ledger])
    for question in load_questions(alone.project):
        if question.statement is None:
            continue
        rows = run(alone, question, everything_for(question, alone)).rows
        assert {text for row in rows for text in _texts(row["ledger"])} <= {ledger.value}


def test_topics_are_answered_by_what_is_indexed(small_project: Project) -> None:
    indexed = load_graph(small_project, [Ledger.STATED, Ledger.INDEXED])
    rows = ask(indexed, "recommendations-on", {"subject": "well-water"}).rows
    assert [_texts(row["ledger"]) for row in rows] == [["indexed"], ["indexed"]]
    assert [_texts(row["passage"])[0].rpartition("/")[2] for row in rows] == [
        "riverside-launch-notice#p07",
        "valley-review#para-17",
    ]
