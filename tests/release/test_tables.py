"""The tables: every fact about a thing stands in the table of its class, every ground in that of statements."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet  # type: ignore[import-untyped] # it has no stubs
import pytest
from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.graph import BaseGraph, load_graph
from mhgraph.model import EVENT, HAS_PLACE, START_DATE
from mhgraph.namespaces import SKOS, from_curie, to_curie
from mhgraph.project.folders import Project
from mhgraph.questions import ask
from mhgraph.rdf.terms import TYPE
from mhgraph.release.build import build
from mhgraph.release.class_tables import table_name
from mhgraph.release.rdf import Quads
from tests.conftest import REPOSITORY

Row = dict[str, str]
_PREFERRED_LABEL = NamedNode(f"{SKOS}prefLabel")


@pytest.fixture(scope="module", params=["small project", pytest.param("shipped graph", marks=pytest.mark.slow)])
def tables(
    request: pytest.FixtureRequest, small: BaseGraph, release: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[BaseGraph, Path]]:
    """A graph and the folder of its tables."""
    if request.param == "small project":
        yield small, release
    else:
        graph = load_graph(Project(REPOSITORY))
        folder = tmp_path_factory.mktemp("tables")
        build(graph, folder, ["tables", "parquet"])
        yield graph, folder


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_codebook(folder: Path) -> dict[tuple[str, str], Row]:
    rows = read(folder / "codebook.csv")
    found = {(row["table"], row["column"]): row for row in rows}
    assert len(found) == len(rows)
    return found


def table_of(path: Path) -> str:
    return path.stem.removeprefix("table-")


def test_the_codebook_explains_every_column(tables: tuple[BaseGraph, Path]) -> None:
    _, folder = tables
    codebook = read_codebook(folder)
    columns = set()
    for path in folder.glob("table-*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            names = next(csv.reader(file))
        assert len(set(names)) == len(names)
        columns |= {(table_of(path), name) for name in names}
    assert columns == set(codebook)
    assert {row["type"] for row in codebook.values()} == {"address", "text", "date", "day", "number"}
    unexplained = [key for key, row in codebook.items() if not row["meaning"] or row["meaning"].startswith("As ")]
    assert unexplained == []


def test_an_example_is_a_value_of_the_column(tables: tuple[BaseGraph, Path]) -> None:
    _, folder = tables
    codebook = read_codebook(folder)
    for path in folder.glob("table-*.csv"):
        rows = read(path)
        for name in rows[0]:
            values = {row[name] for row in rows} - {""}
            example = codebook[table_of(path), name]["example"]
            assert example in values if values else example == ""


def test_each_thing_has_a_row_with_all_its_facts(tables: tuple[BaseGraph, Path]) -> None:
    graph, folder = tables
    codebook = read_codebook(folder)
    facts = [quad.triple for quad in Quads(graph).flat]
    classes = {cls.value for cls in graph.model.usable}
    members = Counter(to_curie(getattr(triple.object, "value", "")) for triple in facts if triple.predicate == TYPE)
    named = {codebook[table, table]["term"]: table for table, column in codebook if table == column}
    assert set(named) == {cls for cls in members if from_curie(cls) in classes}
    for cls, table in named.items():
        rows = read(folder / f"table-{table}.csv")
        assert len(rows) == members[cls]
        things = {row[table] for row in rows}
        terms = {name: from_curie(codebook[table, name]["term"]) for name in rows[0] if name != table}
        exact = {name: iri for name, iri in terms.items() if name != f"{table}_label"}
        cells = {(row[table], iri) for row in rows for name, iri in exact.items() if row[name]}
        assert cells == {
            (triple.subject.value, triple.predicate.value)
            for triple in facts
            if isinstance(triple.subject, NamedNode)
            and triple.subject.value in things
            and triple.predicate not in (TYPE, _PREFERRED_LABEL)
        }


def test_values_are_exact_and_names_stand_beside_addresses(small: BaseGraph, release: Path) -> None:
    event, place, start = map(table_name, (EVENT, HAS_PLACE, START_DATE))
    events = read(release / f"table-{event}.csv")
    places = [(row[place].split("; "), row[f"{place}_label"]) for row in events if row[place]]
    assert places
    assert all("; ".join(map(small.label, addresses)) == names for addresses, names in places)
    parts = [f"{start}{end}" for end in ("", "_first", "_last", "_precision")]
    dated = [[row[name].split("; ") for name in parts] for row in events if row[start]]
    assert dated
    for date, first, last, precision in (date for dates in dated for date in zip(*dates, strict=True)):
        assert first.startswith(date)
        assert last.startswith(date)
        assert precision == {4: "year", 7: "month", 10: "day"}[len(date)]
    answer = ask(small, "events-of-actor", {"actor": "lakeside-council"}).data()
    names = {row[event]: row[f"{event}_label"] for row in events}
    column = answer.columns.index("event")
    assert answer.columns[column + 1] == "event_label"
    assert answer.rows
    for row in answer.rows:
        assert names[str(row[column][0].exact)] == row[column + 1][0].exact


def test_each_ground_of_each_statement_has_a_row(tables: tuple[BaseGraph, Path]) -> None:
    graph, folder = tables
    rows = read(folder / "table-statements.csv")
    statements = graph.statements()
    found = Counter((row["subject"], row["property"], row["value"], row["language"], row["ledger"]) for row in rows)
    assert found == Counter(
        (*describe(triple), support.ledger.value) for triple, supports in statements.items() for support in supports
    )
    names = graph.labels({row["subject"] for row in rows})
    assert all(row["subject_label"] == names[row["subject"]] for row in rows)
    assert all(row["reference"] and row["passage"] and row["how_known"] for row in rows)
    assert all(bool(row["date_first"]) == bool(row["date"]) for row in rows)
    assert {row["confidence"] for row in rows if row["ledger"] == "stated"} <= {"", "high", "medium"}
    assert any(row["told_by"] for row in rows)
    assert any(row["link"] for row in rows)


def describe(triple: Triple) -> tuple[str, str, str, str]:
    language = triple.object.language or "" if isinstance(triple.object, Literal) else ""
    return (*(getattr(term, "value", "") for term in triple), language)  # type: ignore[return-value] # three terms


def test_parquet_holds_what_csv_holds(tables: tuple[BaseGraph, Path]) -> None:
    _, folder = tables
    paths = sorted(folder.glob("table-*.csv"))
    assert [path.with_suffix(".parquet") for path in paths] == sorted(folder.glob("table-*.parquet"))
    codebook = read_codebook(folder)
    for path in paths:
        rows = pyarrow.parquet.read_table(path.with_suffix(".parquet")).to_pylist()
        assert [{name: join(value) for name, value in row.items()} for row in rows] == read(path)
        for row in rows:
            several = {name for name, value in row.items() if isinstance(value, list)}
            assert several == {name for name in row if codebook[table_of(path), name]["several"] == "yes"}


def join(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(join, value))
    if isinstance(value, float):
        return f"{value:.15g}"
    return "" if value is None else str(value)
