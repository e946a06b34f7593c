"""Rows as data frames. This module is the owner of pandas and of Polars."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from mhgraph.optional import load_extra

if TYPE_CHECKING:
    import pandas
    import polars

_INTEGERS = range(-(2**63), 2**63)
"""What fits into the integers of a data frame."""
_OF_TYPE = {bool: "truth", int: "integer", float: "number", date: "day", str: "text"}


def to_pandas(
    columns: Sequence[str], rows: Sequence[dict[str, Any]], days: Collection[str], many: Collection[str]
) -> pandas.DataFrame:
    """Return rows as a data frame of pandas; the columns in `many` hold lists. Raises MissingLibrary."""
    library = load_extra("pandas", wish="a data frame of pandas", extra="pandas")
    types = {"truth": "boolean", "integer": "Int64", "number": "Float64", "day": "datetime64[s]", "text": "string"}
    data = {}
    for name in columns:
        cells = [row[name] for row in rows]
        if name in many:
            data[name] = library.Series(cells, dtype="object")
        else:
            kind = _choose_type(cells, name in days)
            data[name] = library.Series(_as_type(cells, kind), dtype=types[kind])
    frame: pandas.DataFrame = library.DataFrame(data, columns=list(columns))
    return frame


def to_polars(
    columns: Sequence[str], rows: Sequence[dict[str, Any]], days: Collection[str], many: Collection[str]
) -> polars.DataFrame:
    """Return rows as a data frame of Polars; the columns in `many` hold lists. Raises MissingLibrary."""
    library = load_extra("polars", wish="a data frame of Polars", extra="polars")
    types = {
        "truth": library.Boolean,
        "integer": library.Int64,
        "number": library.Float64,
        "day": library.Date,
        "text": library.String,
    }
    data = {}
    for name in columns:
        cells = [row[name] for row in rows]
        kind = _choose_type(cells, name in days)
        dtype = library.List(types[kind]) if name in many else types[kind]
        data[name] = library.Series(name, _as_type(cells, kind), dtype=dtype)
    frame: polars.DataFrame = library.DataFrame(data)
    return frame


def _choose_type(cells: Sequence[Any], is_day: bool) -> str:
    """Return of which type the values of some cells are; of several types, text."""
    if is_day:
        return "day"
    values = list(_flatten(cells))
    kinds = {_OF_TYPE.get(type(value), "text") for value in values}
    if "integer" in kinds and any(type(value) is int and value not in _INTEGERS for value in values):
        return "text"
    if kinds == {"integer", "number"}:
        return "number"
    return kinds.pop() if len(kinds) == 1 else "text"


def _as_type(cells: Sequence[Any], kind: str) -> Sequence[Any]:
    """Return cells whose values are all texts, if that is the type; else as they are."""
    return [_as_text(cell) for cell in cells] if kind == "text" else cells


def _as_text(cell: Any) -> Any:
    if isinstance(cell, list):
        return [str(value) for value in cell]
    return None if cell is None else str(cell)


def _flatten(cells: Sequence[Any]) -> Iterator[Any]:
    for cell in cells:
        yield from cell if isinstance(cell, list) else [] if cell is None else [cell]
