"""The answers over the shipped documents: facts that have to be among the rows, and what holds of every row.

No answer is held whole here: a new document may add rows to any of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pytest
from pyoxigraph import NamedNode, Quad, Triple

from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.graph.evidence import source_of
from mhgraph.namespaces import from_curie
from mhgraph.project.folders import Project
from mhgraph.questions import Answer, Question, ask, load_questions, run
from mhgraph.questions.answer import Row
from mhgraph.rdf.terms import Term
from tests.conftest import REPOSITORY
from tests.questions.cases import records

UHC, IOM, DESA = "unnm-uhc-statement-2023", "iom-health-global-processes", "desa-people-on-the-move"


class Fact(NamedTuple):
    """A question, and what one of its rows says: a cell equals the text, or holds it among several values."""

    question: str
    values: Mapping[str, str]
    cells: Mapping[str, str]


FACTS = [
    Fact(
        "body-members",
        {"body": "ws-public-health"},
        {"relation": "mh:coLead", "member": "actor:who", "ledger": "stated", "passage": f"{UHC}#p08"},
    ),
    Fact(
        "body-members",
        {"body": "ws-public-health"},
        {"relation": "mh:hasMember", "member": "actor:who", "ledger": "inferred", "passage": f"{UHC}#p08"},
    ),
    Fact(
        "body-members",
        {"body": "United Nations Network on Migration"},
        {"relation": "mh:coordinator", "member": "actor:iom", "ledger": "stated", "passage": f"{IOM}#p25"},
    ),
    Fact(
        "commitments",
        {},
        {"commitment": "commitment:gcm-health-needs-in-policies", "container": "instrument:gcm", "ledger": "stated"},
    ),
    Fact(
        "commitments",
        {"instrument": "imrf-progress-declaration-2022"},
        {"commitment": "commitment:imrf-pd-2022-care-whatever-status", "passage": f"{UHC}#p07"},
    ),
    Fact(
        "events-addressing",
        {"provision": "gcm-15"},
        {"event": "event:gcm-talk-uhc", "status": "concept:status-held", "addressed": "provision:gcm-15e"},
    ),
    Fact(
        "events-addressing",
        {"provision": "instrument:gcm"},
        {"event": "event:gcm-talk-uhc", "addressed": "provision:gcm-15e", "ledger": "judged"},
    ),
    Fact(
        "events-of-actor",
        {"actor": "WHO"},
        {"event": "event:gcm-thematic-side-events", "role": "concept:role-organizer", "passage": f"{IOM}#p24"},
    ),
    Fact(
        "events-of-actor",
        {"actor": "IOM", "role": "organizer"},
        {"event": "event:gcm-thematic-side-events", "relation": "mh:hasOrganizer", "ledger": "stated"},
    ),
    Fact(
        "figures",
        {},
        {"figure": "figure:gcm-talk-uhc-participants", "value": "450", "precision": "concept:precision-about"},
    ),
    Fact(
        "figures",
        {"subject": "event:gcm-talk-uhc"},
        {"figure": "figure:gcm-talk-uhc-participants", "unit": "concept:unit-persons", "passage": f"{UHC}#p08"},
    ),
    Fact(
        "instruments-cited",
        {"instrument": "people-on-the-move-webinar"},
        {"citing": "participation:liu-people-on-the-move", "relation": "mh:cites", "cited": "instrument:agenda-2030"},
    ),
    Fact(
        "instruments-cited",
        {"instrument": "instrument:unnm-uhc-statement-2023"},
        {"cited": "instrument:imrf-progress-declaration-2022", "ledger": "stated", "passage": f"{UHC}#p07"},
    ),
    Fact(
        "lineage",
        {"provision": "gcm-15e"},
        {"side": "after", "item": "instrument:unnm-uhc-statement-2023"},
    ),
    Fact(
        "milestones",
        {"about": "process:gcm"},
        {"milestone": "milestone:gcm-introduced", "relation": "mh:isStepOf", "passage": f"{IOM}#p23"},
    ),
    Fact(
        "milestones",
        {"about": "instrument:gcm"},
        {"milestone": "milestone:gcm-adopted", "kinds": "concept:milestone-adopted", "date": "2018-12"},
    ),
    Fact(
        "passage-statements",
        {"where": f"{UHC}#p08"},
        {"subject": "event:gcm-talk-uhc", "predicate": "rdf:type", "object": "mh:Event", "number": "8"},
    ),
    Fact(
        "passage-statements",
        {"where": UHC},
        {"subject": "event:gcm-talk-uhc", "predicate": "rdf:type", "object": "mh:Event", "passage": f"{UHC}#p08"},
    ),
    Fact(
        "positions",
        {},
        {"position": "position:desa-inclusion-first", "holders": "actor:un-desa", "topics": "concept:topic-recovery"},
    ),
    Fact(
        "positions",
        {"holder": "Liu Zhenmin", "topic": "covid-19"},
        {"position": "position:liu-contribution", "ledger": "stated", "passage": f"{DESA}#p07"},
    ),
    Fact(
        "recommendations-by-issuer",
        {"issuer": "Liu Zhenmin"},
        {"recommendation": "rec:liu-access-whatever-status", "made_at": "event:people-on-the-move-webinar"},
    ),
    Fact(
        "recommendations-by-issuer",
        {"issuer": "un-network-on-migration"},
        {"recommendation": "rec:unnm-2023-equitable-basic-services", "passage": f"{UHC}#p11"},
    ),
    Fact(
        "recommendations-on",
        {"subject": "gcm-15"},
        {"recommendation": "rec:gfmd-2017-financial-protection", "bears_on": "provision:gcm-15e", "ledger": "judged"},
    ),
    Fact(
        "recommendations-on",
        {"subject": "health-financing"},
        {"recommendation": "rec:gfmd-2017-financial-protection", "bears_on": "concept:topic-financial-protection"},
    ),
    Fact(
        "speakers",
        {"event": "idm-2018"},
        {"participant": "person:gudelia-rangel", "office": "Executive Secretary", "passage": f"{IOM}#p30"},
    ),
    Fact(
        "speakers",
        {"body": "actor:global-fund"},
        {"participant": "person:marijke-wijnroks", "role": "concept:role-speaker", "where": "event:idm-2018"},
    ),
]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact.question} {' '.join(fact.values.values())}")
def test_a_fact_is_among_the_rows(shipped_graph: BaseGraph, fact: Fact) -> None:
    rows = records(ask(shipped_graph, fact.question, fact.values))
    assert any(_says(row, fact.cells) for row in rows)


def test_every_question_has_its_facts(shipped: Project) -> None:
    assert {fact.question for fact in FACTS} == {path.stem for path in shipped.queries}


def _says(row: Mapping[str, str], cells: Mapping[str, str]) -> bool:
    return all(text in row[name].split("; ") for name, text in cells.items())


@pytest.fixture(scope="module", params=[path.stem for path in Project(REPOSITORY).queries])
def question(request: pytest.FixtureRequest, shipped: Project) -> Question:
    """Each question."""
    return next(question for question in load_questions(shipped) if question.name == request.param)


@pytest.fixture(scope="module")
def stated_graph(shipped: Project) -> BaseGraph:
    """The shipped graph with what is stated."""
    return load_graph(shipped, [Ledger.STATED])


@pytest.fixture(scope="module")
def answer(question: Question, shipped_graph: BaseGraph) -> Answer:
    """The widest answer: of all that a reader can ask for."""
    return run(shipped_graph, question, _everything(question, shipped_graph))


@pytest.fixture(scope="module")
def stated(question: Question, shipped_graph: BaseGraph, stated_graph: BaseGraph) -> Answer:
    """The same of what is stated, for as much of it as is there."""
    known = {iri for (iri,) in stated_graph.select("SELECT DISTINCT ?x { ?x a ?class }").rows}
    values = _everything(question, shipped_graph)
    return run(
        stated_graph,
        question,
        {name: [iri for iri in iris if NamedNode(iri) in known] for name, iris in values.items()},
    )


def _everything(question: Question, graph: BaseGraph) -> dict[str, list[str]]:
    """Return, for what is required, every thing that can be given."""
    classes = {
        parameter.name: ", ".join(f"<{from_curie(name)}>" for name in parameter.classes)
        for parameter in question.parameters
        if parameter.required
    }
    return {
        name: [
            thing.value
            for (thing,) in graph.select(f"SELECT DISTINCT ?x {{ ?x a ?c . FILTER(?c IN ({listed})) }}").rows
            if isinstance(thing, NamedNode)
        ]
        for name, listed in classes.items()
    }


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


def _iris(row: Row) -> list[NamedNode]:
    return [passage for passage in row["passage"] if isinstance(passage, NamedNode)]


def test_there_are_rows_and_none_twice(answer: Answer) -> None:
    assert answer.rows
    assert len(set(_keys(answer))) == len(answer.rows)


def test_every_row_has_its_ground(answer: Answer) -> None:
    """A ledger and its passages, in their sources; a reason where the documents do not say so themselves."""
    for row in answer.rows:
        (ledger,) = _texts(row["ledger"])
        assert ledger in {ledger.value for ledger in Ledger}
        assert row["passage"]
        assert _texts(row["source"]) == sorted({source_of(passage) for passage in _texts(row["passage"])})
        assert bool(row["reason"]) == (ledger != Ledger.STATED.value)


def test_what_is_stated_stands_in_its_passages(answer: Answer, shipped_graph: BaseGraph) -> None:
    quads = set(shipped_graph.quads())
    for row, triple in zip(answer.rows, _statements(answer), strict=True):
        if _texts(row["ledger"]) == [Ledger.STATED.value]:
            assert {Quad(triple.subject, triple.predicate, triple.object, passage) for passage in _iris(row)} <= quads


def test_what_is_stated_is_a_part_of_the_whole(answer: Answer, stated: Answer) -> None:
    assert {text for row in stated.rows for text in _texts(row["ledger"])} <= {Ledger.STATED.value}
    assert set(_statements(stated)) <= set(_statements(answer))


def test_cells_hold_nothing_twice(answer: Answer) -> None:
    for row in answer.rows:
        for column in answer.question.columns:
            cell = row[column.name]
            assert len(set(cell)) == len(cell)
            assert len(cell) <= 1 or column.folds


def test_everything_named_has_a_name(answer: Answer) -> None:
    table = answer.table()
    for column, cells in zip(answer.question.columns, zip(*table.rows, strict=True), strict=True):
        if column.type in ("name", "source"):
            assert all(value.shown for cell in cells for value in cell)
            assert not [
                value for cell in cells for value in cell if value.shown.startswith("https://w3id.org/mhgraph/")
            ]


def test_a_part_of_the_values_gives_a_part_of_the_rows(
    question: Question, shipped_graph: BaseGraph, answer: Answer
) -> None:
    """With the example of each parameter, in any language."""
    values = {name: [terms.strip("<>")] for name, terms in question.examples.items()}
    rows = run(shipped_graph, question, values, language="fr")
    assert rows.rows
    assert set(_statements(rows)) <= set(_statements(answer))
    assert [key for key in _keys(answer) if key in set(_keys(rows))] == _keys(rows)
