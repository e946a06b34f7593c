"""The names of a graph in a file of their own beside a compiled store, so that a name is looked up.

A small database of the standard library's SQLite, written once and only read. It holds what NameIndex reads from a
store: every entity with its classes and its label, and the forms under which it is found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pyoxigraph import NamedNode

from mhgraph.graph.identity import Identities
from mhgraph.graph.names import NameIndex, Names, fold
from mhgraph.stores import Store

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE entity (iri TEXT PRIMARY KEY, classes TEXT, label TEXT) WITHOUT ROWID;
CREATE TABLE name (iri TEXT, form TEXT, name TEXT);
"""
"""Without a journal: whoever writes it flushes the whole folder before anybody finds it."""
_INDEX = "CREATE INDEX by_form ON name (form)"


def write_names(names: NameIndex, path: Path) -> None:
    """Write all names of a graph into a new file. Raises sqlite3.Error."""
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(_TABLES)
        known = names.all
        database.executemany(
            "INSERT INTO entity VALUES (?, ?, ?)",
            ((iri, " ".join(sorted(classes)), known.label(iri)) for iri, classes in known.classes.items()),
        )
        database.executemany(
            "INSERT INTO name VALUES (?, ?, ?)",
            ((iri, form, name) for iri, forms in known.forms.items() for form, name in forms),
        )
        database.execute(_INDEX)


class FiledNames(NameIndex):
    """The names of a compiled graph. A file that cannot be read is read no more: the names come from the store then."""

    def __init__(self, store: Store, identities: Identities, path: Path) -> None:
        super().__init__(store, identities)
        self._path: Path | None = path

    def _by_name(self, name: str, classes: Collection[NamedNode]) -> Iterable[NamedNode]:
        """Return the entities of some classes that have a name, looked up by its folded form."""
        query = """SELECT DISTINCT iri, classes FROM name JOIN entity USING (iri)
            WHERE form = ? AND name <> iri"""
        rows = self._read(query, fold(name))
        if rows is None:
            return super()._by_name(name, classes)
        wanted = {cls.value for cls in classes}
        return [NamedNode(iri) for iri, found in rows if not wanted or wanted & set(found.split())]

    @cached_property
    def all(self) -> Names:
        """The names of all entities."""
        entities = self._read("SELECT iri, classes, label FROM entity")
        names = self._read("SELECT iri, form, name FROM name ORDER BY rowid")
        if entities is None or names is None:
            return super().all
        forms: dict[str, list[tuple[str, str]]] = {}
        for iri, form, name in names:
            forms.setdefault(iri, []).append((form, name))
        labels = {iri: label for iri, _, label in entities}
        return Names({iri: classes.split() for iri, classes, _ in entities}, forms, labels.__getitem__)

    def _read(self, query: str, *values: str) -> list[Any] | None:
        """Return the rows of a query; None if the file cannot be read (any more)."""
        if self._path is None:
            return None
        try:
            address = f"file:{quote(str(self._path))}?mode=ro&immutable=1"
            with closing(sqlite3.connect(address, uri=True)) as database:
                return database.execute(query, values).fetchall()
        except sqlite3.Error:
            self._path = None
            return None
