"""The order of terms, and the bounds of dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Triple

from mhgraph.namespaces import XSD
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE, date_bounds, natural_key, sort_quads, sort_triples, term_key


def test_natural_order() -> None:
    names = ["p10", "p9", "gcm-15e", "gcm-2", "gcm-15", "p", "10", "9a"]
    assert sorted(names, key=natural_key) == ["9a", "10", "gcm-2", "gcm-15", "gcm-15e", "p", "p9", "p10"]
    terms = [Literal("2"), NamedNode("http://e/10"), NamedNode("http://e/9"), Literal("2", language="en")]
    assert sorted(terms, key=term_key)[-2:] == [NamedNode("http://e/9"), NamedNode("http://e/10")]
    assert len({term_key(term) for term in terms}) == 4


@given(st.lists(st.text(alphabet="a0129²٣", max_size=4), unique=True))
def test_natural_order_is_total(names: list[str]) -> None:
    assert len({natural_key(name) for name in names}) == len(names)
    assert sorted(sorted(names), key=natural_key) == sorted(sorted(names, reverse=True), key=natural_key)


def test_natural_order_of_any_digits() -> None:
    assert sorted(["²", "x" * 9, "9" * 5000, "1" + "0" * 5000, "01", "1"], key=natural_key)[:2] == ["01", "1"]
    assert natural_key("p9" * 10) < natural_key("p10" * 10)


@pytest.mark.parametrize(
    ("value", "kind", "first", "last"),
    [
        ("2018", "gYear", "2018-01-01", "2018-12-31"),
        ("2018-02", "gYearMonth", "2018-02-01", "2018-02-28"),
        ("2020-02", "gYearMonth", "2020-02-01", "2020-02-29"),
        ("1900-02", "gYearMonth", "1900-02-01", "1900-02-28"),
        ("2000-02", "gYearMonth", "2000-02-01", "2000-02-29"),
        ("2018-12", "gYearMonth", "2018-12-01", "2018-12-31"),
        ("2018-12-10", "date", "2018-12-10", "2018-12-10"),
        ("2020-02-29", "date", "2020-02-29", "2020-02-29"),
        ("0001", "gYear", "0001-01-01", "0001-12-31"),
        ("9999", "gYear", "9999-01-01", "9999-12-31"),
    ],
)
def test_bounds_of_dates(value: str, kind: str, first: str, last: str) -> None:
    bounds = date_bounds(Literal(value, datatype=NamedNode(f"{XSD}{kind}")))
    assert bounds == tuple(Literal(day, datatype=NamedNode(f"{XSD}date")) for day in (first, last))


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2019-02-29", "date"),
        ("2018-04-31", "date"),
        ("2018-00-10", "date"),
        ("2018-10-00", "date"),
        ("2018-13", "gYearMonth"),
        ("2018-00", "gYearMonth"),
        ("0000", "gYear"),
        ("2018", "date"),
        ("2018-12-10", "gYear"),
        ("2018-12", "gYear"),
        ("18", "gYear"),
        ("12018", "gYear"),
        ("-2018", "gYear"),
        ("2018-12-10Z", "date"),
        ("2018-12-10T00:00:00", "dateTime"),
        ("２０１８", "gYear"),
        ("2018\n", "gYear"),
        ("2018", "string"),
        ("2018", "integer"),
        ("", "date"),
    ],
)
def test_what_is_no_date_has_no_bounds(value: str, kind: str) -> None:
    assert date_bounds(Literal(value, datatype=NamedNode(f"{XSD}{kind}"))) is None


def test_triples_are_read_by_subject_the_type_first() -> None:
    a9, a10, b = (NamedNode(f"http://e/{name}") for name in ("a9", "a10", "b"))
    expected = [
        Triple(a9, TYPE, b),
        Triple(a9, b, a9),
        Triple(a9, b, a10),
        Triple(a9, LABEL, Literal("1")),
        Triple(a10, TYPE, b),
    ]
    assert sort_triples(reversed(expected)) == expected


def test_quads_are_sorted_by_groups_and_objects_by_rank() -> None:
    graph, names = NamedNode("http://e/g"), [NamedNode(f"http://e/{number}") for number in (2, 10)]
    expected = [
        *(Quad(names[0], names[0], value) for value in names),
        Quad(names[0], names[1], names[1]),
        Quad(names[1], names[0], names[0]),
        Quad(names[0], names[0], names[0], graph),
    ]

    def rank_subject(graph: object, subject: object) -> tuple[object, ...]:
        return (graph != DEFAULT, term_key(subject))

    assert sort_quads(reversed(expected), rank_subject, term_key, term_key) == expected
