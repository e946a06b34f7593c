"""What the tests of tables share: a table with cells of every sort, and any table of texts."""

from __future__ import annotations

from hypothesis import strategies as st

from mhgraph.tables import Table, Value, simple_table

PLAIN = Table(
    ("event", "label", "count", "organizers"),
    ("organizers",),
    [
        (
            (Value("https://e/a", "event:a"),),
            (Value("First, “event”", "First, “event”"),),
            (Value(3, "3"),),
            (Value("https://e/x", "X"), Value("https://e/y", "Y")),
        ),
        ((Value("https://e/b", "event:b"),), (), (Value(1.5, "1.5"),), ()),
    ],
)
"""Numbers, several values, an empty cell, and characters beyond ASCII."""

ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
CELLS = st.lists(st.lists(ANY, min_size=2, max_size=2), max_size=4)
"""Rows of two texts."""


def table_of(rows: list[list[str]]) -> Table:
    """Return a table of two columns, `a` and `b`."""
    return simple_table(("a", "b"), [tuple(row) for row in rows])
