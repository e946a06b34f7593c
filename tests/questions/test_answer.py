"""An answer as a table: what people read, and what machines read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.labels import LANGUAGES
from mhgraph.namespaces import SOURCE, XSD, from_curie
from mhgraph.questions import Answer, Column, Question, ask
from mhgraph.questions.evidence import Row, describe_ground
from mhgraph.tables import Cell, Table, Value

COLUMNS = (
    Column("thing", "iri", "The thing.", first=True),
    Column("count", "number", "Its numbers.", many=True),
    Column("says", "label", "What it lays down."),
    Column("date", "date", "When it was.", many=True, first=True),
)
EVENT = NamedNode(str(from_curie("event:village-compact-launch")))
REVIEW_14 = NamedNode(f"{SOURCE}valley-review#para-14")
NOTICE_3 = NamedNode(f"{SOURCE}riverside-launch-notice#p03")


def date(text: str, kind: str) -> Literal:
    return Literal(text, datatype=NamedNode(f"{XSD}{kind}"))


@pytest.fixture
def answer(small: BaseGraph) -> Answer:
    """An answer with one row over the small project."""
    statement = ("?thing", "mh:hasPlace", "?thing")
    question = Question(Path("on-things.rq"), {"en": "Which things are there?"}, (), COLUMNS, statement, "")
    row: Row = {
        "thing": (EVENT,),
        "count": (Literal(10), Literal("9.5"), Literal(-3)),
        "says": (Literal("A launch", language="en"),),
        "date": (date("2030", "gYear"), date("2031-02", "gYearMonth"), date("2031-04-02", "date")),
        "how_known": (Literal("the document says so"),),
        "ledger": (Literal("stated"),),
        "confidence": (),
        "source": (NamedNode(f"{SOURCE}riverside-launch-notice"), NamedNode(f"{SOURCE}valley-review")),
        "passage": (NOTICE_3, REVIEW_14),
        "reason": (),
    }
    return Answer(small, question, [row])


def first_row(table: Table) -> Mapping[str, Cell]:
    return dict(zip(table.columns, table.rows[0], strict=True))


def shown(cell: Cell) -> list[str]:
    return [value.shown for value in cell]


def exact(cell: Cell) -> list[object]:
    return [value.exact for value in cell]


def test_people_see_what_they_came_for(answer: Answer) -> None:
    table = answer.table()
    assert table.columns == ("thing", "date", "how_known")
    assert [shown(cell) for cell in table.rows[0]] == [
        ["Launch of the Village Health Compact"],
        ["2030", "2031-02", "2031-04-02"],
        ["the document says so"],
    ]
    assert table.rows[0][0][0].exact == EVENT.value


def test_people_see_the_columns_that_they_name_in_their_order(answer: Answer) -> None:
    table = answer.table(["passage", "thing", "reference"])
    assert table.columns == ("passage", "thing", "reference")
    assert table.many == ("passage", "reference")
    assert shown(table.rows[0][0]) == ["riverside-launch-notice#p03", "valley-review#para-14"]


def test_machines_get_every_column_with_what_explains_it(answer: Answer) -> None:
    table = answer.data()
    assert table.columns == (
        *("thing", "thing_label", "count", "says", "date", "date_first", "date_last", "date_precision"),
        *("how_known", "reference", "link", "told_by", "told_by_label", "ledger", "confidence"),
        *("source", "source_label", "passage", "passage_label", "reason"),
    )
    assert table.many == (
        *("count", "date", "date_first", "date_last", "date_precision", "reference", "link"),
        *("told_by", "told_by_label", "source", "source_label", "passage", "passage_label", "reason"),
    )


def test_names_stand_beside_addresses(answer: Answer) -> None:
    row = first_row(answer.data())
    assert exact(row["thing"]) == [EVENT.value]
    assert exact(row["thing_label"]) == ["Launch of the Village Health Compact"]
    assert exact(row["source_label"]) == ["Village Health Compact launched", "Review of the Village Health Compact"]
    assert exact(row["passage_label"]) == ["riverside-launch-notice#p03", "valley-review#para-14"]
    assert exact(row["says"]) == ["A launch"]


def test_days_and_precision_stand_beside_dates(answer: Answer) -> None:
    row = first_row(answer.data())
    assert exact(row["date"]) == ["2030", "2031-02", "2031-04-02"]
    assert exact(row["date_first"]) == ["2030-01-01", "2031-02-01", "2031-04-02"]
    assert exact(row["date_last"]) == ["2030-12-31", "2031-02-28", "2031-04-02"]
    assert exact(row["date_precision"]) == ["year", "month", "day"]


def test_numbers_are_numbers(answer: Answer) -> None:
    numbers = first_row(answer.data())["count"]
    assert numbers == (Value(10, "10"), Value(9.5, "9.5"), Value(-3, "-3"))
    assert [type(value.exact) for value in numbers] == [int, float, int]


@pytest.mark.parametrize("text", ["nan", "-INF", "ten", "²", "1e999", "", "9" * 5_000])
def test_what_is_no_number_stays_text(small: BaseGraph, text: str) -> None:
    question = Question(Path("on-things.rq"), {"en": "How many?"}, (), (Column("n", "number", "A number."),), None, "")
    assert Answer(small, question, [{"n": (Literal(text),)}]).data().rows == [((Value(text, text),),)]


def test_names_in_the_language_asked_for(small: BaseGraph) -> None:
    row = first_row(ask(small, "recommendations-by-issuer", {"issuer": "RHB"}, language="fr").data())
    assert exact(row["issuer"]) == ["https://w3id.org/mhgraph/actor/riverside-health-board"]
    assert shown(row["issuer_label"]) == ["Conseil de santé de Riverside"]
    assert shown(row["topics_label"]) == ["Dispensaires itinérants"]
    assert shown(row["source_label"]) == ["Village Health Compact launched"]


GROUNDS = {
    Ledger.STATED: ("the document says so", "le document le dit", "el documento lo dice"),
    Ledger.INDEXED: ("filed by a curator", "classé par nous", "clasificado por nosotros"),
    Ledger.JUDGED: ("a curator", "notre avis", "a nuestro juicio"),
    Ledger.INFERRED: ("a rule concludes it", "déduit par une règle", "lo deduce una regla"),
}


@pytest.mark.parametrize("ledger", Ledger)
def test_how_something_is_known(ledger: Ledger) -> None:
    assert tuple(describe_ground(ledger, "", language) for language in LANGUAGES) == GROUNDS[ledger]


@pytest.mark.parametrize("confidence", ["high", "medium", "low"])
def test_how_sure_it_is_stands_behind_it(confidence: str) -> None:
    words = [describe_ground(Ledger.JUDGED, confidence, language).split(", ")[1] for language in LANGUAGES]
    assert words[0] == confidence
    assert len(set(words)) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("question", "values", "language", "known"),
    [
        ("events-addressing", {"provision": "VHC"}, "en", ["the document says so", "a curator, medium"]),
        (
            "events-addressing",
            {"provision": "VHC"},
            "es",
            ["el documento lo dice", "a nuestro juicio, confianza media"],
        ),
        ("recommendations-on", {"subject": "well-water"}, "en", ["filed by a curator"] * 2),
        ("recommendations-on", {"subject": "well-water"}, "fr", ["classé par nous"] * 2),
    ],
)
def test_every_row_says_how_it_is_known(
    small: BaseGraph, question: str, values: dict[str, str], language: str, known: list[str]
) -> None:
    table = ask(small, question, values, language=language).table()
    assert table.columns[-1] == "how_known"
    assert [cell.shown for row in table.rows for cell in row[-1]] == known


def test_a_reference_is_a_footnote_for_each_passage(small: BaseGraph) -> None:
    wells = ask(small, "recommendations-by-issuer", {"issuer": "RHB", "topic": "well-water"}).data()
    row = first_row(wells)
    assert exact(row["passage_label"]) == ["riverside-launch-notice#p07", "valley-review#para-12-b"]
    assert exact(row["reference"]) == [
        "Riverside Health Board, Village Health Compact launched, para. 7,"
        " https://riverside.example/notices/compact-launch (mhgraph data 3.1)",
        "Valley Health Network, Review of the Village Health Compact, para. 12 (b) (mhgraph data 3.1)",
    ]


def test_a_reference_has_the_date_of_the_text_and_the_mark_that_it_prints(small: BaseGraph) -> None:
    row = first_row(ask(small, "promises", {"provision": "vhc-1"}, language="es").data())
    assert exact(row["reference"]) == [
        "Red de Salud del Valle, Village Health Compact, 2031-03-01, para. 2,"
        " https://valley.example/compact (mhgraph data 3.1)"
    ]


@pytest.mark.parametrize(
    ("language", "start"),
    [
        ("en", "Riverside Health Board, Village Health Compact launched, para. 8, https:"),
        ("fr", "Conseil de santé de Riverside, Village Health Compact launched, par. 8, https:"),
        ("es", "Junta de Salud de Riverside, Village Health Compact launched, párr. 8, https:"),
        ("de", "Riverside Health Board, Village Health Compact launched, para. 8, https:"),
    ],
)
def test_a_reference_speaks_the_language(small: BaseGraph, language: str, start: str) -> None:
    answer = ask(small, "recommendations-by-issuer", {"issuer": "RHB"}, language=language)
    (text,) = exact(first_row(answer.data())["reference"])
    assert str(text).startswith(start)


def test_a_link_opens_the_passage_and_is_missing_where_no_address_is_known(small: BaseGraph) -> None:
    table = ask(small, "recommendations-by-issuer", {"issuer": ["RHB", "valley-health-network"]}).data()
    links = [exact(row[table.columns.index("link")]) for row in table.rows]
    address = "https://riverside.example/notices/compact-launch"
    assert [f"{address}#:~:text=to%20keep,river."] in links
    assert [f"{address}#:~:text=to,year%3B"] in links
    assert [] in links
