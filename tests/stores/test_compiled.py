"""A store on disk: it answers as the one in memory, cannot be changed, and is given up where it cannot be read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.errors import InvalidQuery, QueryStopped
from mhgraph.graph import BaseGraph
from mhgraph.stores import Limits, guard
from mhgraph.stores.child import Child
from mhgraph.stores.compiled import CompiledStore, compile_store
from mhgraph.stores.guard import GuardedStore
from mhgraph.stores.memory import MemoryStore

QUERIES = (
    "SELECT ?s ?p ?o { ?s ?p ?o . ?s a ?o } ORDER BY ?s ?p ?o",
    "SELECT ?services ?x { BIND('service' AS ?services) OPTIONAL { ?services ?services ?x } }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
)
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
ALL = "SELECT * { ?s ?p ?o }"
"""Of a broken table, the engine tells where it hands rows on; where it counts or sorts them, it runs on forever."""
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def never() -> MemoryStore:
    pytest.fail("the compiled store is given up")


@pytest.fixture(scope="module")
def compiled(small: BaseGraph, tmp_path_factory: pytest.TempPathFactory) -> CompiledStore:
    """The graph of the small project, compiled."""
    folder = tmp_path_factory.mktemp("compiled") / "store"
    assert compile_store(small.store.dump(), folder) == len(small.quads())
    return CompiledStore(folder, never)


def break_tables(folder: Path) -> None:
    """Overwrite what is in the files of a store, as a bad disk does."""
    for table in folder.glob("*.sst"):
        with table.open("r+b") as file:
            file.write(b"\xff" * (table.stat().st_size // 2))


def test_it_answers_as_the_store_in_memory(compiled: CompiledStore, small: BaseGraph) -> None:
    for query in QUERIES:
        assert compiled.select(query) == small.store.select(query)
    built = "CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o FILTER(!isBlank(?o)) } }"
    assert set(compiled.construct(built)) == set(small.store.construct(built))
    assert compiled.ask("ASK { ?s ?p ?o }")
    assert set(compiled.dump()) == set(small.store.dump())
    assert set(compiled.dump([""])) == set(small.store.dump([""]))
    with pytest.raises(InvalidQuery, match="does not parse"):
        compiled.select("SELECT")


def test_it_is_only_read(compiled: CompiledStore) -> None:
    assert compiled.folder is not None
    before = {path: path.stat().st_mtime_ns for path in compiled.folder.iterdir()}
    with pytest.raises(TypeError, match="only read"):
        compiled.load([])
    assert compiled.select(COUNT).rows
    assert {path: path.stat().st_mtime_ns for path in compiled.folder.iterdir()} == before


def test_the_child_opens_it(compiled: CompiledStore, small: BaseGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """No quad is handed over; another store of any home can be asked in between."""
    monkeypatch.setattr(guard, "_hand_over", lambda *_: pytest.fail("the graph is handed over"))
    guarded = GuardedStore(compiled)
    for query in QUERIES:
        assert guarded.select(query) == small.store.select(query)
    monkeypatch.undo()
    assert GuardedStore(MemoryStore()).select(COUNT).rows == [(Literal(0),)]
    assert guarded.select(COUNT) == small.store.select(COUNT)
    with pytest.raises(InvalidQuery, match="does not parse"):
        guarded.select("SELECT")


def test_its_child_has_the_same_limits(compiled: CompiledStore, small: BaseGraph) -> None:
    with pytest.raises(QueryStopped, match="longer than 1 seconds"):
        GuardedStore(compiled, Limits(seconds=1)).select(HEAVY)
    assert GuardedStore(compiled).select(COUNT) == small.store.select(COUNT)
    if sys.platform == "linux":
        sorting = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a ?d"
        with pytest.raises(QueryStopped, match="needs more than 100 MiB of memory"):
            GuardedStore(compiled, Limits(memory=100)).select(sorting)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process may")
def test_its_child_may_open_nothing_more(compiled: CompiledStore) -> None:
    with Child(guard._WORKER, str(compiled.folder)) as child:
        assert child.run({"task": "look"}, limits=Limits(), what="opening").values["is_open"]
        process = Path(f"/proc/{child._process.pid}")
        (allowed,) = (line.split()[3] for line in (process / "limits").read_text().splitlines() if "open files" in line)
        taken = {int(descriptor.name) for descriptor in (process / "fd").iterdir()}
        assert set(range(int(allowed))) <= taken


def give_up(small: BaseGraph, tmp_path: Path) -> tuple[CompiledStore, list[str]]:
    """Return a store that was broken after it was opened, and what is noted when it is given up."""
    compile_store(small.store.dump(), tmp_path / "store")
    asked: list[str] = []

    def renew() -> MemoryStore:
        asked.append("again")
        store = MemoryStore()
        store.load(small.store.dump())
        return store

    store = CompiledStore(tmp_path / "store", renew)
    break_tables(tmp_path / "store")
    return store, asked


def test_what_cannot_be_read_on_is_given_up(small: BaseGraph, tmp_path: Path) -> None:
    store, asked = give_up(small, tmp_path)
    assert sorted(map(str, store.select(ALL).rows)) == sorted(map(str, small.store.select(ALL).rows))
    assert set(store.dump()) == set(small.store.dump())
    assert (store.folder, asked) == (None, ["again"])


def test_the_child_too_gives_it_up(small: BaseGraph, tmp_path: Path) -> None:
    store, asked = give_up(small, tmp_path)
    guarded = GuardedStore(store)
    assert sorted(map(str, guarded.select(ALL).rows)) == sorted(map(str, small.store.select(ALL).rows))
    assert guarded.select(QUERIES[0]) == small.store.select(QUERIES[0])
    assert asked == ["again"]


def test_a_folder_that_is_gone_is_handed_over(small: BaseGraph, tmp_path: Path) -> None:
    """It is still open here, and another run removed it before the child could open it."""
    compile_store(small.store.dump(), tmp_path / "store")
    store = CompiledStore(tmp_path / "store", never)
    (tmp_path / "store").rename(tmp_path / "gone")
    assert GuardedStore(store).select(COUNT) == small.store.select(COUNT)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_a_store_of_many_files_is_read_to_its_end(tmp_path: Path) -> None:
    """The engine opens sixteen files at once; this store has more, as one of some million quads has."""
    count = 1_050_000  # beyond a million, the engine begins further files
    predicate, graph = NamedNode("http://e/p"), NamedNode("http://e/g")
    quads = (Quad(NamedNode(f"http://e/{i}"), predicate, Literal(i), graph) for i in range(count))
    compile_store(quads, tmp_path / "store", merge=False)
    assert len(list((tmp_path / "store").glob("*.sst"))) > 16
    guarded = GuardedStore(CompiledStore(tmp_path / "store", never))
    for query, rows in (
        ("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", 1),
        (f"SELECT ?s {{ GRAPH ?g {{ ?s ?p {count - 1} }} }}", 1),
        (f"SELECT ?o {{ GRAPH <http://e/g> {{ <http://e/{count // 2}> <http://e/p> ?o }} }}", 1),
        ("SELECT ?s { GRAPH ?g { ?s ?p ?o FILTER(?o < 5) } }", 5),
    ):
        assert len(guarded.select(query).rows) == rows
