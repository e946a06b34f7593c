"""An answer as a table: what machines read, and what people read."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Literal, NamedNode

from mhgraph.graph import BaseGraph
from mhgraph.namespaces import SOURCE, from_curie
from mhgraph.questions import Answer, Column, Question, ask
from mhgraph.questions.answer import Row
from mhgraph.tables import Value

COLUMNS = (
    Column("thing", "iri", "The thing."),
    Column("name", "name", "Its name."),
    Column("count", "number", "Its numbers.", many=True),
    Column("ledger", "ledger", "The ledger."),
    Column("source", "source", "The source."),
    Column("passage", "passage", "The passage."),
)
EVENT = NamedNode(str(from_curie("event:e")))


def answer() -> Answer:
    """Return an answer with one row."""
    question = Question(Path("on-things.rq"), "Which things are there?", (), COLUMNS, None, "")
    passages = (NamedNode(f"{SOURCE}k#p01"), NamedNode(f"{SOURCE}k#p02"))
    row: Row = {
        "thing": (EVENT,),
        "name": (EVENT,),
        "count": (Literal(10), Literal(9.5), Literal(-3)),
        "ledger": (Literal("stated"),),
        "source": (NamedNode(f"{SOURCE}k"),),
        "passage": passages,
    }
    return Answer(question, [row], {EVENT.value: "Launch", f"{SOURCE}k": "Notice"})


def test_cells_are_exact_for_machines_and_readable_for_people() -> None:
    table = answer().table()
    assert table.columns == ("thing", "name", "count", "ledger", "source", "passage")
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert row["thing"] == (Value(EVENT.value, "event:e"),)
    assert row["name"] == (Value(EVENT.value, "Launch"),)
    assert row["count"] == (Value(10, "10"), Value(9.5, "9.5"), Value(-3, "-3"))
    assert row["ledger"] == (Value("stated", "stated"),)
    assert row["source"] == (Value(f"{SOURCE}k", "Notice"),)
    assert row["passage"] == (Value(f"{SOURCE}k#p01", "k#p01"), Value(f"{SOURCE}k#p02", "k#p02"))


def test_numbers_are_numbers() -> None:
    assert [type(value.exact) for value in answer().table().rows[0][2]] == [int, float, int]


def test_columns_of_several_values() -> None:
    assert answer().table().many == ("count", "source", "passage")


def test_names_in_the_language_asked_for(small: BaseGraph) -> None:
    table = ask(small, "recommendations-by-issuer", {"issuer": "RHB"}, language="fr").table()
    row = dict(zip(table.columns, table.rows[0], strict=True))
    board = "https://w3id.org/mhgraph/actor/riverside-health-board"
    assert row["issuer"] == (Value(board, "Conseil de santé de Riverside"),)
    assert row["topics"][0].shown == "Dispensaires itinérants"
    assert row["source"][0].shown == "Village Health Compact launched"
