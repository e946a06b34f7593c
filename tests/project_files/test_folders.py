"""Where a project is: named, upwards, or the installed copy; and what is never written into."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mhgraph.errors import LinkLeadsOut, ProjectNotFound, ReadOnlyProject
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
    assert {"riverside-launch-notice", "valley-review"} < {path.stem for path in small_project.sources}
    for listed in (small_project.ontology, small_project.rules, small_project.queries, *files[1:]):
        assert listed == sorted(listed)
        assert listed


def test_paths_as_seen_from_the_root(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.relative(tmp_path / "data" / "a") == Path("data/a")
    assert project.relative(Path("/elsewhere/a")) == Path("/elsewhere/a")


def list_everything(project: Project) -> list[Path]:
    return [*project.data, *project.queries, *project.shapes, *project.rules, *project.ontology]


@pytest.mark.parametrize("kind", ["file", "folder", "whole folder", "far file"])
@pytest.mark.parametrize("place", ["data/sources", "data/entities/place", "queries/theme", "shapes", "ontology/rules"])
def test_a_link_that_leads_out_is_refused(tmp_path: Path, place: str, kind: str) -> None:
    project = Project(make(tmp_path / "p"))
    for folder in (project.root / place, tmp_path / "elsewhere" / Path(place).name):
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("own.ttl", "own.trig", "own.rq"):
            (folder / name).touch()
    link = project.root / place
    if "file" in kind:
        for ending in ("ttl", "trig", "rq"):
            (link / f"linked.{ending}").symlink_to(tmp_path / "elsewhere" / Path(place).name / f"own.{ending}")
            if kind == "far file":  # over a link that stays inside
                (link / f"linked.{ending}").rename(project.root / f"linked.{ending}")
                (link / f"linked.{ending}").symlink_to(project.root / f"linked.{ending}")
    else:
        link = project.root / (place if kind == "folder" else place.partition("/")[0])
        shutil.move(link, tmp_path / "moved")
        link.symlink_to(tmp_path / "moved")
    with pytest.raises(LinkLeadsOut) as caught:
        list_everything(project)
    assert str(caught.value).endswith(": a symbolic link leads out of the project; put the file itself in its place")
    assert caught.value.path is not None
    assert caught.value.path.is_relative_to(project.root)


def test_links_inside_a_project_and_into_the_one_around_it_are_followed(tmp_path: Path) -> None:
    outer = Project(make(tmp_path / "outer"))
    inner = Project(make(outer.root / "tests" / "inner"))
    for project in (outer, inner):
        (project.root / "data" / "sources").mkdir()
        (project.root / "data" / "sources" / "a.trig").touch()
        (project.root / "data" / "sources" / "b.trig").symlink_to("a.trig")
    (outer.root / "shapes").mkdir()
    (outer.root / "shapes" / "a.ttl").touch()
    (inner.root / "shapes").symlink_to("../../shapes")
    (tmp_path / "link").symlink_to(inner.root)
    for project in (inner, Project(tmp_path / "link")):
        assert [path.name for path in project.sources] == ["a.trig", "b.trig"]
        assert [path.name for path in project.shapes] == ["a.ttl"]


def test_the_installed_copy_may_be_kept_elsewhere(tmp_path: Path, packaged: Path) -> None:
    """Some installers link each file to where they keep it."""
    (tmp_path / "kept.trig").touch()
    (packaged / "data" / "sources").mkdir()
    (packaged / "data" / "sources" / "a.trig").symlink_to(tmp_path / "kept.trig")
    assert [path.name for path in Project(packaged).sources] == ["a.trig"]
