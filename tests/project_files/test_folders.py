"""Where a project is: named, upwards, or the installed copy; and what is never written into."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.errors import ProjectNotFound, ReadOnlyProject
from mhgraph.project import folders as module
from mhgraph.project.folders import Project, find_project


def make(folder: Path) -> Path:
    (folder / "ontology").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "ontology" / "mhgraph.ttl").touch()
    return folder


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in for the copy of the wheel."""
    folder = make(tmp_path / "site" / "mhgraph" / "_project")
    monkeypatch.setattr(module, "_PACKAGED", folder)
    return folder


def test_the_named_folder_comes_first(tmp_path: Path, packaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, named = make(tmp_path / "here"), make(tmp_path / "named")
    monkeypatch.chdir(here)
    assert find_project(named).root == named
    assert find_project(Path("../named")).root == named
    assert find_project().root == here


def test_then_the_nearest_upwards(tmp_path: Path, packaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outer = make(tmp_path / "outer")
    inner = make(outer / "a" / "inner")
    deep = inner / "b" / "c"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert find_project().root == inner
    monkeypatch.chdir(outer / "a")
    assert find_project().root == outer


def test_then_the_installed_copy(tmp_path: Path, packaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_project().root == packaged
    assert find_project().is_packaged


def test_no_project_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_PACKAGED", tmp_path / "none")
    with pytest.raises(ProjectNotFound) as caught:
        find_project()
    assert caught.value.root == tmp_path


def test_a_named_folder_that_is_none_is_an_error(tmp_path: Path, packaged: Path) -> None:
    half = tmp_path / "half"
    (half / "ontology").mkdir(parents=True)
    (half / "ontology" / "mhgraph.ttl").touch()
    for folder in (half, tmp_path / "none", half / "ontology" / "mhgraph.ttl"):
        with pytest.raises(ProjectNotFound):
            find_project(folder)


def test_the_installed_copy_is_not_written_into(
    tmp_path: Path, packaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link"
    link.symlink_to(packaged)
    monkeypatch.chdir(packaged)
    for found in (find_project(), find_project(packaged), find_project(link), Project(link)):
        assert found.is_packaged
        with pytest.raises(ReadOnlyProject, match="in a checkout"):
            found.require_writable()
    make(tmp_path / "own")
    find_project(tmp_path / "own").require_writable()


def test_files_are_sorted_and_are_files(tmp_path: Path) -> None:
    project = Project(make(tmp_path / "p"))
    sources = project.root / "data" / "sources"
    sources.mkdir()
    for name in ("b.trig", "a.trig", "note.txt", ".hidden"):
        (sources / name).touch()
    (sources / "folder.trig").mkdir()
    assert [path.name for path in project.sources] == ["a.trig", "b.trig"]
    assert (project.entities, project.judgements, project.queries, project.shapes, project.rules) == (
        [],
        [],
        [],
        [],
        [],
    )
    assert [path.name for path in project.ontology] == ["mhgraph.ttl"]


def test_strays_are_what_is_not_read(tmp_path: Path) -> None:
    project = Project(make(tmp_path / "p"))
    data = project.root / "data"
    for name in (
        "sources/a.trig",
        "sources/b.TRIG",
        "sources/2024/c.trig",
        "judgements/d.ttl",
        "entities/actor/e.ttl",
        "entities/f.ttl",
        "dataset.ttl",
        "g.ttl",
    ):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).touch()
    for name in (".gitkeep", "sources/.g.trig.swp", "sources/h.trig~", "sources/.i/j.trig", "entities/k.bak"):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).touch()
    (data / "sources" / "gone.trig").symlink_to(data / "nowhere")
    (data / "sources" / "linked").symlink_to(data / "entities")
    found = [path.relative_to(data).as_posix() for path in project.strays]
    assert found == [
        "entities/f.ttl",
        "entities/k.bak",
        "g.ttl",
        "judgements/d.ttl",
        "sources/2024/c.trig",
        "sources/b.TRIG",
        "sources/gone.trig",
        "sources/linked",
    ]


def test_the_shipped_data_has_no_strays(shipped: Project, small_project: Project) -> None:
    assert shipped.strays == small_project.strays == []


def test_the_lists_of_a_whole_project(small_project: Project) -> None:
    files = (small_project.dataset, small_project.entities, small_project.sources, small_project.judgements)
    assert small_project.data == [path for listed in files for path in listed]
    assert [path.stem for path in small_project.sources] == [
        "riverside-launch-notice",
        "valley-register-launch",
        "valley-review",
        "village-health-compact",
    ]
    for listed in (small_project.ontology, small_project.rules, small_project.queries):
        assert listed == sorted(listed)
        assert listed


def test_paths_as_seen_from_the_root(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.relative(tmp_path / "data" / "a") == Path("data/a")
    assert project.relative(Path("/elsewhere/a")) == Path("/elsewhere/a")
