"""The compiled store answers as the files do: never stale, never half, and never in the way."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad

import mhgraph
from mhgraph.errors import UnwritableTarget
from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger, cache, load_graph
from mhgraph.graph.cache import Cache, Choice, compute_key, find_cache_folder
from mhgraph.graph.compiled import MANIFEST
from mhgraph.graph.name_file import FiledNames
from mhgraph.graph.names import NameIndex
from mhgraph.model import PERSON
from mhgraph.namespaces import PREFIXES
from mhgraph.project.folders import Project
from mhgraph.stores.compiled import CompiledStore
from tests.conftest import REPOSITORY

WORDS = ("village", "RHB", "Mara Venn", "compact health", "registre", "nothing like it at all", "vhc-1a")


@pytest.fixture(autouse=True)
def compile_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small a project is; and wait for no disk, for no test here ends in a power cut."""
    monkeypatch.setattr(cache, "LEAST_BYTES", 0)
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.fixture
def notes() -> list[str]:
    """What the cache notes."""
    return []


ALL = Choice(ALL_LEDGERS)


@pytest.fixture
def kept(tmp_path: Path, notes: list[str]) -> Cache:
    """A cache of this test."""
    return Cache(tmp_path / "cache", notes.append)


def ask_both(kept: Cache, project: Project, ledgers: frozenset[Ledger] = ALL_LEDGERS) -> Iterator[BaseGraph]:
    """Yield a graph as one run opens it, and as the next one does."""
    first = kept.open_graph(project, ledgers)
    yield first.graph
    if first.compile is not None:
        first.compile()
    second = kept.open_graph(project, ledgers)
    assert second.compile is None
    yield second.graph


def ask_twice(kept: Cache, project: Project, ledgers: frozenset[Ledger] = ALL_LEDGERS) -> BaseGraph:
    """Return a graph as a run opens it that comes after one that had to compile."""
    *_, second = ask_both(kept, project, ledgers)
    return second


def quads_of(graph: BaseGraph) -> set[Quad]:
    return set(graph.store.dump())


def names_of(graph: BaseGraph) -> list[tuple[str, list[str], str, list[tuple[str, str]]]]:
    """What is known of names: IRI, classes, label, and each name, folded and as it is."""
    known = graph.names.all
    return [(iri, sorted(known.classes[iri]), known.label(iri), list(forms)) for iri, forms in known.forms.items()]


def require_equal(found: BaseGraph, expected: BaseGraph) -> None:
    """Everything that a graph gives is the same."""
    assert quads_of(found) == quads_of(expected)
    assert found.identities == expected.identities
    assert (found.ledgers, found.rules) == (expected.ledgers, expected.rules)
    assert found.model.terms == expected.model.terms
    assert found.statistics() == expected.statistics()
    assert names_of(found) == names_of(expected)
    for words in WORDS:
        assert found.find(words) == expected.find(words)


@pytest.mark.parametrize("ledgers", [ALL_LEDGERS, frozenset({Ledger.STATED})], ids=["all", "stated"])
def test_a_compiled_graph_is_the_loaded_one(kept: Cache, small_project: Project, ledgers: frozenset[Ledger]) -> None:
    compiled = ask_twice(kept, small_project, ledgers)
    assert isinstance(compiled.store, CompiledStore)
    require_equal(compiled, load_graph(small_project, ledgers))


def test_what_was_left_apart_comes_back(kept: Cache, small_copy: Project) -> None:
    """Two declared things that a judgement holds to be one, beside what is merged in the small project."""
    path = small_copy.judgements[0]
    same = "event:village-compact-launch mh:sameAs instrument:valley-review"
    joined = f"<https://w3id.org/mhgraph/judgement/wrong> {{ {same} }}"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{_bind(joined)}\n", encoding="utf-8")
    expected = load_graph(small_copy).identities
    assert expected.canonical
    assert expected.clashes
    assert ask_twice(kept, small_copy).identities == expected


def _bind(text: str) -> str:
    """Return a text with the prefixes that it needs."""
    return "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in ("event", "instrument", "mh")) + text


def test_each_choice_of_ledgers_has_its_own(kept: Cache, tiny_project: Project) -> None:
    everything = ask_twice(kept, tiny_project)
    stated = ask_twice(kept, tiny_project, frozenset({Ledger.STATED}))
    assert len(quads_of(stated)) < len(quads_of(everything))
    assert [len(entry.ledgers) for entry in kept.entries()] in ([1, 4], [4, 1])


def test_resolving_a_name_reads_no_other_names(
    kept: Cache, tiny_project: Project, tiny: BaseGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By slug, CURIE, label, acronym and notation, and with a choice of classes."""
    compiled = ask_twice(kept, tiny_project)
    assert isinstance(compiled.names, FiledNames)
    monkeypatch.setattr(FiledNames, "all", property(lambda _: pytest.fail("all names are read")))
    for name in ("village-compact-launch", "event:village-compact-launch", "RHB", "Mara Venn", "mara  VENN", "VHC"):
        assert compiled.resolve(name) == tiny.resolve(name)
    assert compiled.resolve("Mara Venn", [PERSON]) == tiny.resolve("Mara Venn", [PERSON])


def test_a_file_of_names_that_is_gone_is_not_needed(kept: Cache, tiny_project: Project, tiny: BaseGraph) -> None:
    compiled = ask_twice(kept, tiny_project)
    assert isinstance(compiled.names, FiledNames)
    (kept.entries()[0].folder / "names.db").write_bytes(b"no database")
    assert compiled.resolve("Mara Venn") == tiny.resolve("Mara Venn")
    assert compiled.find("village") == tiny.find("village")


def test_tiny_projects_are_loaded(
    kept: Cache, tiny_project: Project, monkeypatch: pytest.MonkeyPatch, notes: list[str]
) -> None:
    monkeypatch.setattr(cache, "LEAST_BYTES", 2_000_000)
    assert kept.open_graph(tiny_project, ALL_LEDGERS).compile is None
    assert not kept.folder.exists()
    assert notes == []


def _append(project: Project) -> None:
    path = project.sources[0]
    path.write_text(path.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")


def _rename(project: Project) -> None:
    path = project.sources[0]
    path.rename(path.with_name("another-name.trig"))


def _remove(project: Project) -> None:
    project.judgements[0].unlink()


def _add(project: Project) -> None:
    (project.root / "data" / "sources" / "new.trig").write_text("", encoding="utf-8")


def _copy_ontology(project: Project) -> None:
    ontology = project.root / "ontology"
    target = ontology.resolve()
    ontology.unlink()
    shutil.copytree(target, ontology)


def _change_rule(project: Project) -> None:
    _copy_ontology(project)
    path = project.rules[0]
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def _change_ontology(project: Project) -> None:
    _copy_ontology(project)
    path = project.ontology[0]
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def _swap_contents(project: Project) -> None:
    """The same bytes in the same order of names, in other files."""
    first, second, *_ = project.sources
    texts = first.read_bytes(), second.read_bytes()
    first.write_bytes(texts[1])
    second.write_bytes(texts[0])


CHANGES = [_append, _rename, _remove, _add, _change_rule, _change_ontology, _swap_contents]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_change_is_noticed(small_copy: Project, change: Callable[[Project], None]) -> None:
    before = compute_key(small_copy, ALL)
    change(small_copy)
    assert compute_key(small_copy, ALL) != before


def test_other_code_has_a_graph_of_its_own(tiny_project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {compute_key(tiny_project, ALL)}
    for name, changed in (("__version__", "0.0"), ("_list_modules", list)):
        with monkeypatch.context() as patch:
            patch.setattr(cache, name, changed)
            keys.add(compute_key(tiny_project, ALL))
    for module, name in (("pyoxigraph", "__version__"), ("unicodedata", "unidata_version")):
        with monkeypatch.context() as patch:
            patch.setattr(f"{module}.{name}", "0.0")
            keys.add(compute_key(tiny_project, ALL))
    assert len(keys) == 5


def test_all_that_a_graph_is_built_with_counts() -> None:
    program = "import sys, mhgraph.graph.build, mhgraph.graph.compiled; print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    imported = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True).stdout
    files = {Path(mhgraph.__path__[0]) / name for name, _, _ in cache._list_modules()}
    for module in imported.decode().split():
        if module.startswith("mhgraph."):
            path = REPOSITORY.joinpath(*module.split("."))
            assert path / "__init__.py" in files or path.with_suffix(".py") in files, module


def test_each_choice_has_a_graph_of_its_own(kept: Cache, tiny_project: Project) -> None:
    choices = [
        Choice(ledgers, second) for ledgers in (ALL_LEDGERS, frozenset([Ledger.JUDGED])) for second in (False, True)
    ]
    assert len({compute_key(tiny_project, choice) for choice in choices}) == len(choices)
    for ledgers, second in choices:
        for _ in range(2):
            opened = kept.open_graph(tiny_project, ledgers, second_opinion=second)
            assert (opened.graph.ledgers, opened.graph.second_opinion) == (ledgers, second)
            if opened.compile is not None:
                opened.compile()
        assert isinstance(opened.graph.store, CompiledStore)
        assert quads_of(opened.graph) == quads_of(load_graph(tiny_project, ledgers, second_opinion=second))


def test_where_a_project_is_does_not_matter(small_copy: Project, tmp_path: Path) -> None:
    moved = Project(shutil.copytree(small_copy.root.parent, tmp_path / "moved") / "project")
    assert compute_key(moved, ALL) == compute_key(small_copy, ALL)


LABEL = st.text(st.characters(categories=["L", "Nd", "Zs"]), min_size=1, max_size=12)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("label"), st.integers(0, 3), LABEL),
        st.tuples(st.just("remove"), st.integers(0, 7), st.just("")),
        st.tuples(st.just("add"), st.integers(0, 3), LABEL),
        st.tuples(st.just("rename"), st.integers(0, 3), st.just("")),
        st.tuples(st.just("restore"), st.integers(0, 7), st.just("")),
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_any_edits_give_the_answers_of_a_fresh_load(
    edits: list[tuple[str, int, str]], tiny_project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is changed, added, removed, renamed and put back, in one project, with one cache."""
    home = tmp_path_factory.mktemp("law")
    copy = Project(shutil.copytree(tiny_project.root, home / "project"))
    originals = {path: path.read_bytes() for path in copy.data}
    kept = Cache(home / "cache", lambda text: pytest.fail(text))
    ask_twice(kept, copy)
    for edit in edits:
        _edit(copy, originals, *edit)
        fresh = load_graph(copy)
        quads, names = quads_of(fresh), names_of(fresh)
        for found in ask_both(kept, copy):
            assert quads_of(found) == quads
            assert found.identities == fresh.identities
            assert names_of(found) == names


def _edit(project: Project, originals: dict[Path, bytes], kind: str, number: int, text: str) -> None:
    names = f'<https://w3id.org/mhgraph/actor/added> <http://www.w3.org/2000/01/rdf-schema#label> "{text}"@en .\n'
    entities, data = project.entities, [*project.sources, *project.judgements]
    if kind == "label":
        path = entities[number % len(entities)]
        path.write_bytes(path.read_bytes() + names.encode())
    elif kind == "remove" and data:
        data[number % len(data)].unlink()
    elif kind == "add":
        entities[0].with_name(f"added-{number}.ttl").write_text(names, "utf-8")
    elif kind == "rename" and project.judgements:
        path = project.judgements[number % len(project.judgements)]
        path.rename(path.with_stem(f"{path.stem}-x"))
    elif kind == "restore":
        path = sorted(originals)[number % len(originals)]
        path.write_bytes(originals[path])


def test_a_file_that_changes_while_it_is_loaded_is_not_compiled(
    kept: Cache, small_copy: Project, notes: list[str]
) -> None:
    opened = kept.open_graph(small_copy, ALL_LEDGERS)
    _append(small_copy)
    assert opened.compile is not None
    opened.compile()
    assert kept.entries() == []
    assert notes == ["nothing is compiled: a file changed while it was loaded"]


def _truncate(entry: Path) -> None:
    table = max((entry / "store").glob("*.sst"), key=lambda path: path.stat().st_size)
    os.truncate(table, table.stat().st_size // 2)


def _empty_the_store(entry: Path) -> None:
    for path in (entry / "store").iterdir():
        path.unlink()


def _break_manifest(entry: Path) -> None:
    (entry / MANIFEST).write_text("{", encoding="utf-8")


def _remove_manifest(entry: Path) -> None:
    (entry / MANIFEST).unlink()


def _empty_manifest(entry: Path) -> None:
    (entry / MANIFEST).write_text("[]", encoding="utf-8")


def _forget_identities(entry: Path) -> None:
    manifest = json.loads((entry / MANIFEST).read_text(encoding="utf-8"))
    (entry / MANIFEST).write_text(json.dumps({**manifest, "identities": {}}), encoding="utf-8")


def _overwrite(entry: Path) -> None:
    """As a bad disk does: the size and the time stay."""
    for table in (entry / "store").glob("*.sst"):
        status = table.stat()
        with table.open("r+b") as file:
            file.write(b"\xff" * (status.st_size // 2))
        os.utime(table, ns=(status.st_atime_ns, status.st_mtime_ns))


DAMAGES = [
    *(_truncate, _overwrite, _empty_the_store),
    *(_break_manifest, _remove_manifest, _empty_manifest, _forget_identities),
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_what_is_damaged_is_loaded_and_compiled_again(
    kept: Cache, tiny_project: Project, tiny: BaseGraph, damage: Callable[[Path], None], notes: list[str]
) -> None:
    ask_twice(kept, tiny_project)
    (entry,) = kept.entries()
    damage(entry.folder)
    found = kept.open_graph(tiny_project, ALL_LEDGERS).graph
    assert quads_of(found) == quads_of(tiny)
    assert len(notes) == 1
    assert not entry.folder.exists()
    require_equal(ask_twice(kept, tiny_project), tiny)


def test_where_nothing_can_be_written_nothing_is_compiled(
    tmp_path: Path, tiny_project: Project, tiny: BaseGraph, notes: list[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    opened = Cache(tmp_path / "file" / "cache", notes.append).open_graph(tiny_project, ALL_LEDGERS)
    assert opened.compile is None
    assert quads_of(opened.graph) == quads_of(tiny)
    assert len(notes) == 1


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such rights")
def test_a_folder_that_others_write_into_is_not_believed(kept: Cache, tiny_project: Project, notes: list[str]) -> None:
    kept.folder.mkdir()
    kept.folder.chmod(0o777)
    assert kept.open_graph(tiny_project, ALL_LEDGERS).compile is None
    assert notes == [f"nothing is compiled: {kept.folder}: others may write into it"]


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such rights")
def test_only_its_owner_reads_a_cache(kept: Cache, tiny_project: Project) -> None:
    ask_twice(kept, tiny_project)
    assert stat.S_IMODE(kept.folder.stat().st_mode) == 0o700


def test_a_disk_that_is_only_read_is_read(
    kept: Cache, tiny_project: Project, monkeypatch: pytest.MonkeyPatch, notes: list[str]
) -> None:
    ask_twice(kept, tiny_project)

    def fail(*arguments: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "utime", fail)
    assert isinstance(kept.open_graph(tiny_project, ALL_LEDGERS).graph.store, CompiledStore)
    assert notes == []


def test_what_is_broken_and_cannot_be_removed_is_not_compiled_again(
    kept: Cache, tiny_project: Project, tiny: BaseGraph, monkeypatch: pytest.MonkeyPatch, notes: list[str]
) -> None:
    ask_twice(kept, tiny_project)
    _truncate(kept.entries()[0].folder)

    def fail(folder: Path) -> None:
        raise UnwritableTarget(folder, "not allowed")

    monkeypatch.setattr(cache, "remove_folder", fail)
    monkeypatch.setattr(cache, "make_folder", lambda *_: pytest.fail("it is compiled"))
    opened = kept.open_graph(tiny_project, ALL_LEDGERS)
    assert quads_of(opened.graph) == quads_of(tiny)
    assert opened.compile is not None
    opened.compile()
    assert len(notes) == 2


def test_the_cache_says_why_it_keeps_nothing(kept: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept.explain_refusal() == ""
    (tmp_path / "file").write_text("", encoding="utf-8")
    place = tmp_path / "file" / "cache"
    assert Cache(place).explain_refusal() == f"{place.parent}: a part of the path is not a folder"
    monkeypatch.setattr(os, "access", lambda *_: False)  # as for a folder whose rights say so
    assert kept.explain_refusal() == f"{kept.folder}: not allowed"


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such rights")
def test_the_folder_of_somebody_else_is_not_believed(kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.folder.mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert kept.explain_refusal() == f"{kept.folder}: it is somebody else's"


@pytest.mark.skipif(os.name != "posix", reason="other systems know no such limit")
@pytest.mark.parametrize("limit", [20_000, 100_000], ids=["of the quads", "of the names"])
def test_a_disk_that_fills_leaves_nothing(kept: Cache, tiny_project: Project, notes: list[str], limit: int) -> None:
    """The engines find it out for themselves, at a limit that takes the place of the end of the disk."""
    import resource

    opened = kept.open_graph(tiny_project, ALL_LEDGERS)
    assert opened.compile is not None
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        opened.compile()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(kept.folder.iterdir()) == []
    assert len(notes) == 1


def test_what_another_run_compiled_meanwhile_stays(kept: Cache, tiny_project: Project) -> None:
    one, other = (kept.open_graph(tiny_project, ALL_LEDGERS).compile for _ in range(2))
    assert one is not None
    assert other is not None
    one()
    (entry,) = kept.entries()
    inode = entry.folder.stat().st_ino
    other()
    assert [path.stat().st_ino for path in kept.folder.iterdir()] == [inode]


def _keep(kept: Cache, key: str, size: int, days: float) -> None:
    """Keep something that was last used so many days ago."""
    folder = kept.folder / key.ljust(64, "0")
    folder.mkdir(parents=True)
    (folder / "names.db").write_bytes(b"x" * size)
    status = (folder / "names.db").stat()
    manifest = {
        "root": "/r",
        "ledgers": [],
        "second opinion": False,
        "quads": 1,
        "files": {"names.db": [size, status.st_mtime_ns]},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    used = (folder / MANIFEST).stat().st_mtime - days * 86_400
    os.utime(folder / MANIFEST, (used, used))


def test_old_ones_are_removed_by_age_and_size(
    kept: Cache, tiny_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_twice(kept, tiny_project)
    own = kept.entries()[0].size
    kept.clear()
    for key, size, days in (("a", 10, 40), ("b", 10, 2), ("c", 3_000_000, 3), ("d", 10, 4)):
        _keep(kept, key, size, days)
    monkeypatch.setattr(cache, "MOST_BYTES", own + 2_900_000)
    ask_twice(kept, tiny_project)
    assert [entry.folder.name[0] for entry in kept.entries()[1:]] == ["b", "d"]


def test_clearing_removes_everything(kept: Cache, tiny_project: Project) -> None:
    ask_twice(kept, tiny_project)
    _keep(kept, "broken", 1, 1)
    (kept.folder / "broken".ljust(64, "0") / MANIFEST).unlink()
    assert [entry.root for entry in kept.entries()] == [str(tiny_project.root), ""]
    assert kept.clear() == 2
    assert list(kept.folder.iterdir()) == []


def test_clearing_removes_what_killed_runs_left(kept: Cache) -> None:
    (kept.folder / ".mhgraph-0123456789abcdef.part" / "store").mkdir(parents=True)
    assert kept.clear() == 0
    assert list(kept.folder.iterdir()) == []


def test_who_has_no_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*names: str, appauthor: bool) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr("platformdirs.user_cache_path", fail)
    assert find_cache_folder({}) is None
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *names, appauthor: Path("~/.cache/mhgraph"))
    assert find_cache_folder({}) is None


def test_where_the_cache_is(tmp_path: Path) -> None:
    assert find_cache_folder({"MHGRAPH_CACHE": str(tmp_path)}) == tmp_path
    assert find_cache_folder({"MHGRAPH_CACHE": str(tmp_path), "MHGRAPH_NO_CACHE": "1"}) is None
    found = find_cache_folder({})
    assert found is not None
    assert found.parts[-2:] == ("mhgraph", "graphs")


def test_a_graph_in_memory_reads_its_names_itself(tiny: BaseGraph) -> None:
    assert type(tiny.names) is NameIndex
