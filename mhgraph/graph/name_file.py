"""The names of a graph in a file of their own beside a compiled store, so that a name is looked up.

A small database of the standard library's SQLite, written once and only read. It holds what NameIndex reads from a
store: of every entity its classes, its label and its names; and which entities have which name, folded.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from mhgraph.graph.identity import Identities
from mhgraph.graph.names import NameIndex, Names, fold
from mhgraph.stores import Store

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE entity (iri TEXT PRIMARY KEY, said TEXT);
CREATE TABLE form (form TEXT, iri TEXT, PRIMARY KEY (form, iri)) WITHOUT ROWID;
"""
"""Without a journal: whoever writes it flushes the whole folder before anybody finds it."""
_ALL = "SELECT iri, said FROM entity ORDER BY iri"
_STARTING = "SELECT DISTINCT iri, said FROM entity JOIN form USING (iri) WHERE form >= ? AND form < ? ORDER BY iri"
_EQUAL = "SELECT iri, said FROM entity JOIN form USING (iri) WHERE form = ? ORDER BY iri"


def write_names(names: NameIndex, path: Path) -> None:
    """Write all names of a graph into a new file. Raises sqlite3.Error."""
    known = names.all
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(_TABLES)
        for iri, forms in known.forms.items():
            said = json.dumps([sorted(known.classes[iri]), known.label(iri), forms], ensure_ascii=False)
            database.execute("INSERT INTO entity VALUES (?, ?)", (iri, said))
        folded = sorted({(form, iri) for iri, forms in known.forms.items() for form, _ in forms})
        database.executemany("INSERT INTO form VALUES (?, ?)", folded)


class FiledNames(NameIndex):
    """The names of a compiled graph. A file that cannot be read is read no more: the names come from the store then."""

    def __init__(self, store: Store, identities: Identities, path: Path) -> None:
        super().__init__(store, identities)
        self._path: Path | None = path

    @cached_property
    def all(self) -> Names:
        """The names of all entities."""
        return self._read(_ALL) or super().all

    def _read_equal(self, name: str) -> Names:
        return self._read(_EQUAL, fold(name)) or super()._read_equal(name)

    def _read_starting(self, start: str) -> Names:
        form = fold(start)
        return self._read(_STARTING, form, f"{form}\U0010ffff") or super()._read_starting(start)

    def _read(self, query: str, *values: str) -> Names | None:
        """Return the names that a query finds; None if the file cannot be read (any more)."""
        if self._path is None:
            return None
        try:
            address = f"file:{quote(str(self._path))}?mode=ro&immutable=1"
            with closing(sqlite3.connect(address, uri=True)) as database:
                found = {iri: json.loads(said) for iri, said in database.execute(query, values)}
        except (sqlite3.Error, ValueError):
            self._path = None
            return None
        return Names(
            {iri: classes for iri, (classes, _, _) in found.items()},
            {iri: [(form, name) for form, name in forms] for iri, (_, _, forms) in found.items()},
            lambda iri: str(found[iri][1]),
        )
