"""Tables as Parquet."""

from __future__ import annotations

import io

import pytest

from mhgraph.tables import Table, Value, render_file, simple_table

parquet = pytest.importorskip("pyarrow.parquet")


def read(table: Table) -> tuple[dict[str, str], list[dict[str, object]]]:
    """Return the types of the columns and the rows, as they are read back."""
    found = parquet.read_table(io.BytesIO(render_file(table, "parquet")))
    return {field.name: str(field.type) for field in found.schema}, found.to_pylist()


def test_columns_have_the_types_of_their_values() -> None:
    rows = [("a", 1, 1.5, 1, "2"), (None, 2, 2, None, 3)]
    types, records = read(simple_table(("text", "count", "number", "some", "mixed"), rows))
    assert types == {"text": "string", "count": "int64", "number": "double", "some": "int64", "mixed": "string"}
    assert records == [
        {"text": "a", "count": 1, "number": 1.5, "some": 1, "mixed": "2"},
        {"text": None, "count": 2, "number": 2.0, "some": None, "mixed": "3"},
    ]


def test_cells_with_several_values_are_lists() -> None:
    table = Table(("one", "many"), ("many",), [((Value("x", "X"),), ()), ((), (Value("a", "A"), Value("b", "B")))])
    types, records = read(table)
    assert types["one"] == "string"
    assert types["many"].startswith("list<")
    assert records == [{"one": "x", "many": []}, {"one": None, "many": ["a", "b"]}]


def test_a_table_without_rows_keeps_its_columns() -> None:
    assert read(simple_table(("a", "b"), [])) == ({"a": "string", "b": "string"}, [])
