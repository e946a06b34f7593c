"""A run that is killed leaves the old or the new, and the next run removes what else it left."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from mhgraph.files import clear_leftovers, write_files, write_folder
from tests.files.killing import NEW, OLD, RELEASE, Killed, kill_at_each_operation

MINE = {"notes.txt": b"mine", "pictures/one.svg": b"<svg/>", "pictures/deep/two.svg": b"<svg/>"}

STEPS = [
    *("os.mkdir", "open", "fcntl.flock"),  # 3: a staging folder, locked
    *("open", "os.fsync"),  # 4: which names are ours
    *("os.mkdir", "open", "os.fsync"),  # 5: the files
    *("os.chmod", "os.utime"),  # 6: what they take over
    *("os.link", "os.chmod", "os.fsync"),  # 7: what is carried over
    "ctypes.dlsym",  # 8: the swap
    "os.fsync",  # 9: the names
    *("os.remove", "os.rmdir"),  # 10: clearing
]
"""Operations of the numbered steps of the writer for a folder, in their order."""


def read_files(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, by name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def read_visible(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder that a reader looks for: all but the leftovers of a killed run."""
    return {name: data for name, data in read_files(folder).items() if ".mhgraph-" not in name}


def list_all(folder: Path) -> set[str]:
    """Return the names of everything below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def write_all(folder: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return files


@pytest.fixture(scope="module")
def killed_files(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    root = tmp_path_factory.mktemp("files")
    write_all(root / "template", {"one.txt": OLD, "deep/two.txt": OLD})
    return kill_at_each_operation(root / "template", root / "runs", "files")


@pytest.fixture(scope="module", params=["folder", "folder-without-swap"])
def killed_folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Killed:
    root = tmp_path_factory.mktemp("folder")
    write_all(root / "template" / "out" / "dist", {**dict.fromkeys(RELEASE, OLD), **MINE})
    return kill_at_each_operation(root / "template", root / "runs", request.param)


def test_each_file_is_old_or_new(killed_files: Killed, tmp_path: Path) -> None:
    assert {"open", "os.mkdir", "os.fsync", "os.chmod", "os.rename", "os.remove", "os.rmdir"} <= {
        *killed_files.operations
    }
    states = set()
    for folder in killed_files.folders:
        found = read_visible(folder)
        assert found.keys() == {"one.txt", "deep/two.txt"}
        assert {*found.values()} <= {OLD, NEW}
        states.add((found["one.txt"] == NEW, found["deep/two.txt"] == NEW))
    assert states == {(False, False), (True, False), (True, True)}


def test_the_next_run_removes_what_killed_ones_left(killed_files: Killed, tmp_path: Path) -> None:
    assert any(".mhgraph-" in name for folder in killed_files.folders for name in list_all(folder))
    for folder in killed_files.folders:
        copy = shutil.copytree(folder, tmp_path / folder.name)
        write_files({copy / "one.txt": NEW, copy / "deep" / "two.txt": NEW})
        assert list_all(copy) == {"one.txt", "deep", "deep/two.txt"}
        assert {*read_files(copy).values()} == {NEW}


@pytest.mark.slow
def test_a_folder_is_old_or_new(killed_folder: Killed, request: pytest.FixtureRequest) -> None:
    old, new = (
        {f"out/dist/{name}": data for name, data in {**dict.fromkeys(RELEASE, state), **MINE}.items()}
        for state in (OLD, NEW)
    )
    found = [read_visible(folder) for folder in killed_folder.folders]
    with_swap = "ctypes.dlsym" in killed_folder.operations
    allowed = [old, new] if with_swap else [old, new, {}]  # {}: between the two moves
    assert [state for state in found if state not in allowed] == []
    assert all(state in found for state in allowed)
    assert read_files(killed_folder.finished) == new
    remaining = iter(killed_folder.operations)
    assert [step for step in STEPS if (with_swap or step != "ctypes.dlsym") and step not in remaining] == []


@pytest.mark.slow
def test_clearing_leaves_one_whole_folder_and_what_is_not_ours(killed_folder: Killed, tmp_path: Path) -> None:
    for folder in killed_folder.folders:
        copy = shutil.copytree(folder, tmp_path / folder.name)
        clear_leftovers(copy / "out")
        found = read_files(copy)
        assert {found.pop(f"out/dist/{name}") for name in RELEASE} in ({OLD}, {NEW})
        assert found == {f"out/dist/{name}": data for name, data in MINE.items()}
        assert list_all(copy / "out") == {
            "dist",
            "dist/pictures",
            "dist/pictures/deep",
            *(f"dist/{name}" for name in (*RELEASE, *MINE)),
        }


@pytest.mark.slow
def test_the_next_release_removes_what_killed_ones_left(killed_folder: Killed, tmp_path: Path) -> None:
    for folder in killed_folder.folders:
        copy = shutil.copytree(folder, tmp_path / folder.name)
        write_folder(copy / "out" / "dist", dict.fromkeys(RELEASE, NEW))
        assert read_files(copy) == read_files(killed_folder.finished)
        assert list_all(copy) == list_all(killed_folder.finished)


@pytest.mark.slow
def test_a_first_release_is_there_or_not(tmp_path: Path) -> None:
    (tmp_path / "template").mkdir()
    killed = kill_at_each_operation(tmp_path / "template", tmp_path / "runs", "folder")
    for folder in killed.folders:
        found = read_visible(folder)
        assert found in ({}, {f"out/dist/{name}": NEW for name in RELEASE})
        write_folder(folder / "out" / "dist", dict.fromkeys(RELEASE, NEW))
        assert list_all(folder) == {"out", "out/dist", *(f"out/dist/{name}" for name in RELEASE)}


@pytest.mark.slow
def test_a_second_name_that_a_killed_release_left_is_no_reason_to_refuse(killed_folder: Killed, tmp_path: Path) -> None:
    """A file of the user's in the folder has two names while the folders are swapped."""
    linked = 0
    for folder in killed_folder.folders:
        if not (mine := folder / "out" / "dist" / "notes.txt").exists():
            continue
        linked += mine.stat().st_nlink > 1
        write_files({mine: b"newer"})
        assert mine.read_bytes() == b"newer"
        assert mine.stat().st_nlink == 1
    assert linked > 1
    assert os.path.lexists(killed_folder.finished)
