"""The cache: what loading a project yields, kept in the user's cache folder, and opened where it still holds.

The name of an entry is a digest of all that went in: the files of the project with their places and their bytes, the
choice of ledgers, and this package. So an entry is right or is not found; it is never out of date. An entry is written
by the one writer, and used if it is as it was written. Nothing here is an error: without a cache, files are loaded.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pyoxigraph

from mhgraph import __version__
from mhgraph.errors import MhgraphError
from mhgraph.files import clear_leftovers, make_folder, make_private_folder, read_bytes, remove_folder
from mhgraph.files.reasons import explain_failure
from mhgraph.graph.base import BaseGraph
from mhgraph.graph.build import load_graph
from mhgraph.graph.compiled import MANIFEST, STORE, NotCompiled, read_compiled, read_manifest, write_compiled
from mhgraph.graph.ledgers import Ledger
from mhgraph.project.folders import Project
from mhgraph.stores.guard import start_child
from mhgraph.stores.memory import MemoryStore

LEAST_BYTES = 500_000
"""How large the files of a project are, together, from where compiling pays; `docs/architecture.md` has the figures."""
MOST_BYTES = 2**30
"""How large the entries may be, together; beyond it, those that were not used for longest are removed."""
MOST_DAYS = 30
"""For how many days an entry is kept that nobody uses."""

_LAYERS = ("bounds.py", "errors.py", "files", "graph", "model.py", "namespaces.py", "project", "rdf", "stores", "text")
"""What of this package decides what an entry holds: all that a graph is built with."""
_KEY_LENGTH = 64


class Entry(NamedTuple):
    """A compiled graph: where it is, of which project and ledgers, its quads and bytes, and when it was last used.

    `used` counts seconds as `time.time` does. Of an entry that is broken, root and ledgers are empty.
    """

    folder: Path
    root: str
    ledgers: tuple[str, ...]
    quads: int
    size: int
    used: float
    second_opinion: bool = False


class Choice(NamedTuple):
    """Which statements count: those of these ledgers; and of judgements only those that two people signed, or all."""

    ledgers: frozenset[Ledger]
    second_opinion: bool = False


class Opened(NamedTuple):
    """A graph, and what is left to do once its answer is printed: compile it; None if it is, or is not to be."""

    graph: BaseGraph
    compile: Callable[[], None] | None


class Cache:
    """The compiled graphs in one folder. `note` is told what a user need not know, and who looks for a fault might."""

    def __init__(self, folder: Path, note: Callable[[str], None] = lambda text: None) -> None:
        self.folder = folder
        self._note = note

    def open_graph(
        self,
        project: Project,
        ledgers: Iterable[Ledger],
        *,
        second_opinion: bool = False,
        is_guarded: bool = False,
    ) -> Opened:
        """Return the graph of a project with the chosen ledgers: compiled if it is kept, else loaded.

        With `is_guarded` a query is asked next that is not ours, and its child starts meanwhile. Raises what
        `load_graph` raises.
        """
        choice = Choice(frozenset(ledgers), second_opinion)
        key = self._find_key(project, choice)
        graph = self._open_entry(key, project, choice, is_guarded=is_guarded) if key else None
        if graph is not None:
            return Opened(graph, None)
        if is_guarded:
            start_child()
        loaded = _load(project, choice)
        return Opened(loaded, partial(self._compile, key, loaded) if key else None)

    def entries(self) -> list[Entry]:
        """Return what is kept, the last used first."""
        try:
            found = [path for path in self.folder.iterdir() if len(path.name) == _KEY_LENGTH and path.is_dir()]
        except OSError:
            return []
        return sorted((_read_entry(path) for path in found), key=lambda entry: (-entry.used, entry.folder.name))

    def clear(self) -> int:
        """Remove all entries, and what runs left that were killed.

        Raises UnwritableTarget for an entry that cannot be removed.

        Returns:
            How many there were.
        """
        clear_leftovers(self.folder)
        entries = self.entries()
        for entry in entries:
            remove_folder(entry.folder)
        return len(entries)

    def explain_refusal(self) -> str:
        """Return why nothing can be kept in the folder, which is made if it is missing; "" if something can."""
        try:
            make_private_folder(self.folder)
        except OSError as error:
            return self._explain(error)
        return "" if os.access(self.folder, os.R_OK | os.W_OK | os.X_OK) else f"{self.folder}: not allowed"

    def _find_key(self, project: Project, choice: Choice) -> str:
        """Return the name of the entry of a project; "" if it is too small, or the cache cannot be used."""
        paths = _list_files(project)
        try:
            if sum(path.stat().st_size for path in paths) < LEAST_BYTES:
                return ""
            make_private_folder(self.folder)
            return compute_key(project, choice, paths)
        except OSError as error:
            self._note(f"nothing is compiled: {self._explain(error)}")
            return ""

    def _open_entry(self, key: str, project: Project, choice: Choice, *, is_guarded: bool) -> BaseGraph | None:
        place = self.folder / key
        if not os.path.lexists(place):
            return None
        try:
            manifest = read_manifest(place)
            if is_guarded:
                start_child(place / STORE)
            graph = read_compiled(place, manifest, project, partial(self._renew, key, project, choice))
        except NotCompiled as error:
            self._note(f"loading the files, for {place} cannot be read: {error}")
            self._remove(place)
            return None
        with suppress(OSError):  # a disk that is only read takes no note of when it was used
            os.utime(place / MANIFEST)
        return graph

    def _renew(self, key: str, project: Project, choice: Choice) -> MemoryStore:
        """Return a loaded store in the place of a compiled one that cannot be read on, which is removed."""
        self._note(f"loading the files, for {self.folder / key} cannot be read on")
        self._remove(self.folder / key)
        store = _load(project, choice).store
        assert isinstance(store, MemoryStore)  # that is where files are loaded into
        return store

    def _compile(self, key: str, graph: BaseGraph) -> None:
        """Keep a graph, if the files are still those that it was loaded from; remove what is old."""
        if os.path.lexists(self.folder / key):  # another run was faster, or a broken one cannot be removed
            return
        try:
            if compute_key(graph.project, Choice(graph.ledgers, graph.second_opinion)) != key:
                self._note("nothing is compiled: a file changed while it was loaded")
                return
            make_folder(self.folder / key, partial(write_compiled, graph))
            self._remove_old(key)
        except (MhgraphError, OSError, RuntimeError, sqlite3.Error, MemoryError) as error:
            self._note(f"nothing is compiled: {error}")

    def _remove_old(self, kept: str) -> None:
        """Remove what nobody used for long, and then the least used until the rest is small enough."""
        oldest, total = time.time() - MOST_DAYS * 86_400, 0
        for entry in self.entries():
            total += entry.size
            if entry.folder.name != kept and (total > MOST_BYTES or entry.used < oldest):
                total -= entry.size
                self._remove(entry.folder)

    def _explain(self, error: OSError) -> str:
        return f"{error.filename or self.folder}: {explain_failure(error)}"

    def _remove(self, place: Path) -> None:
        try:
            remove_folder(place)
        except MhgraphError as error:
            self._note(str(error))


def find_cache_folder(environment: Mapping[str, str]) -> Path | None:
    """Return the folder of the cache: the one that MHGRAPH_CACHE names, else one in the user's cache folder.

    None if MHGRAPH_NO_CACHE is set, and for a user who has no home.

    >>> find_cache_folder({"MHGRAPH_NO_CACHE": "1"}) is None
    True
    """
    if environment.get("MHGRAPH_NO_CACHE"):
        return None
    named = environment.get("MHGRAPH_CACHE")
    if named:
        return Path(named).absolute()
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("mhgraph", appauthor=False)
    except RuntimeError:
        return None
    return folder / "graphs" if folder.is_absolute() else None  # older releases of platformdirs give "~/.cache"


def compute_key(project: Project, choice: Choice, paths: Iterable[Path] | None = None) -> str:
    """Return the digest of all that decides what a graph holds. Raises UnreadableFile.

    `paths` are the files of the project, for somebody who has just listed them.

    Of this package, that is its version and, for those who change it, the sizes and times of its modules. Of others, it
    is the engine and the tables by which names are folded.
    """
    digest = hashlib.sha256()
    versions = (__version__, pyoxigraph.__version__, unicodedata.unidata_version)
    chosen = (sorted(ledger.value for ledger in choice.ledgers), choice.second_opinion)
    digest.update(repr((versions, chosen, _list_modules())).encode())
    root = os.fsencode(project.root)
    for path in _list_files(project) if paths is None else paths:
        data = read_bytes(path)
        name = os.fsencode(path).removeprefix(root)
        digest.update(b"%d %d %b %b" % (len(name), len(data), name, data))
    return digest.hexdigest()


def _load(project: Project, choice: Choice) -> BaseGraph:
    return load_graph(project, choice.ledgers, second_opinion=choice.second_opinion)


def _list_files(project: Project) -> list[Path]:
    return [*project.ontology, *project.rules, *project.data]


def _list_modules() -> list[tuple[str, int, int]]:
    package = Path(__file__).resolve().parents[1]
    found = []
    for name in _LAYERS:
        with_name = package / name
        for path in sorted(with_name.rglob("*.py")) or [with_name]:
            status = path.stat()
            found.append((path.relative_to(package).as_posix(), status.st_size, status.st_mtime_ns))
    return found


def _read_entry(folder: Path) -> Entry:
    size = 0
    try:
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        manifest = read_manifest(folder)
        used = (folder / MANIFEST).stat().st_mtime
        ledgers, signed_twice = tuple(manifest["ledgers"]), manifest["second opinion"]
        return Entry(folder, manifest["root"], ledgers, manifest["quads"], size, used, signed_twice)
    except (NotCompiled, OSError, LookupError):
        return Entry(folder, "", (), 0, size, 0.0)
