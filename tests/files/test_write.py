"""The one writer: whole files or none, whole folders or none, and nothing left behind."""

from __future__ import annotations

import errno
import os
import resource
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from mhgraph.errors import InvalidValue, UnwritableTarget
from mhgraph.files import clear_leftovers, staging, write, write_atomic, write_files, write_folder


def everything_below(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def small_disk() -> Iterator[int]:
    """A system on which no file grows beyond so many bytes, as on a full disk."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    yield 10_000
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_writing_makes_folders_and_replaces(tmp_path: Path) -> None:
    target = tmp_path / "new" / "deep" / "file.txt"
    write_atomic(target, b"one")
    write_atomic(target, b"two")
    assert everything_below(tmp_path) == {"new": None, "new/deep": None, "new/deep/file.txt": b"two"}


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    for target, reason in [
        (tmp_path, "it is a folder"),
        (tmp_path / "file" / "x", "a part of the path is not a folder"),
    ]:
        with pytest.raises(UnwritableTarget, match=reason):
            write_atomic(target, b"new")
    assert everything_below(tmp_path) == {"file": b"old"}


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_failure_leaves_the_old_files_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")

    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os if failing == "fsync" else Path, failing, full)
    with pytest.raises(UnwritableTarget) as caught:
        write_files({target: b"new", tmp_path / "new" / "other": b"new"})
    monkeypatch.undo()
    assert str(caught.value) == f"{target}: cannot write: no space left on device; choose another target"
    assert everything_below(tmp_path) == {"file": b"old"}


def test_a_full_disk_changes_no_file(tmp_path: Path, small_disk: int) -> None:
    old = {"a": b"old", "b": b"old"}
    for name, data in old.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UnwritableTarget, match=f"{tmp_path / 'b'}: cannot write: file too large"):
        write_files({tmp_path / "a": b"new", tmp_path / "b": b"x" * (small_disk + 1), tmp_path / "c" / "d": b"new"})
    assert everything_below(tmp_path) == old


def test_a_full_disk_changes_no_folder(tmp_path: Path, small_disk: int) -> None:
    write_folder(tmp_path / "dist", {"a": b"old", "b": b"old"})
    (tmp_path / "dist" / "mine").write_bytes(b"mine")
    with pytest.raises(UnwritableTarget, match=f"{tmp_path / 'dist'}: cannot write: file too large"):
        write_folder(tmp_path / "dist", {"a": b"new", "b": b"x" * (small_disk + 1)})
    with pytest.raises(UnwritableTarget):
        write_folder(tmp_path / "new" / "dist", {"a": b"new", "b": b"x" * (small_disk + 1)})
    assert everything_below(tmp_path) == {"dist": None, "dist/a": b"old", "dist/b": b"old", "dist/mine": b"mine"}


def test_readers_never_see_half_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")
    seen: list[bytes] = []
    replace = Path.replace

    def watched(self: Path, other: Path) -> Path:
        seen.extend([target.read_bytes(), self.read_bytes()])
        assert self.parent.parent == target.parent  # so that it is on the same disk
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", watched)
    write_atomic(target, b"new")
    assert seen == [b"old", b"new"]


@pytest.mark.parametrize("can_swap", [True, False], ids=["swap", "no swap"])
def test_what_is_not_ours_stays_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_swap: bool) -> None:
    folder = tmp_path / "dist"
    write_folder(folder, {"a": b"old"})
    (folder / "mine").write_bytes(b"mine")
    (folder / "own" / "deep").mkdir(parents=True)
    (folder / "own" / "deep" / "mine").write_bytes(b"mine")
    (folder / "own" / "empty").mkdir()
    (folder / "link").symlink_to("nowhere")
    os.mkfifo(folder / "pipe")
    before = {name: (folder / name).lstat().st_ino for name in ("mine", "own/deep/mine", "link", "pipe")}
    if not can_swap:
        monkeypatch.setattr(write, "_swap", lambda first, second: False)
    write_folder(folder, {"a": b"new", "b": b"new"})
    assert {name: (folder / name).lstat().st_ino for name in before} == before
    assert (folder / "own" / "empty").is_dir()
    assert (folder / "link").readlink() == Path("nowhere")
    assert sorted(path.name for path in folder.iterdir()) == ["a", "b", "link", "mine", "own", "pipe"]
    assert (folder / "a").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_without_second_names_things_are_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a disk that knows no hard links."""
    folder = tmp_path / "dist"
    write_folder(folder, {"a": b"old"})
    (folder / "own").mkdir()
    for name in ("mine", "own/mine"):
        (folder / name).write_bytes(b"mine")

    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write_folder(folder, {"a": b"new"})
    assert everything_below(folder) == {"a": b"new", "mine": b"mine", "own": None, "own/mine": b"mine"}
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


@pytest.mark.parametrize("kind", ["new", "replaced"])
def test_what_comes_into_the_folder_meanwhile_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Another program writes into the old folder after its names were carried over, just before the swap."""
    folder = tmp_path / "dist"
    write_folder(folder, {"a": b"old"})
    (folder / "replaced").write_bytes(b"older")
    os.utime(folder / "replaced", (1, 1))
    swap = write._swap

    def swap_late(first: Path, second: Path) -> bool:
        (tmp_path / "come").write_bytes(b"just come")
        (tmp_path / "come").replace(folder / kind)
        return swap(first, second)

    monkeypatch.setattr(write, "_swap", swap_late)
    write_folder(folder, {"a": b"new"})
    assert everything_below(folder) == {"replaced": b"older", "a": b"new", kind: b"just come"}


def test_a_second_move_that_fails_puts_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "dist"
    write_folder(folder, {"a": b"old"})
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if self.parent.name == staging.NEW:
            raise OSError(errno.EROFS, "Read-only file system")
        return rename(self, target)

    monkeypatch.setattr(write, "_swap", lambda first, second: False)
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(UnwritableTarget, match="read-only file system"):
        write_folder(folder, {"a": b"new"})
    assert everything_below(tmp_path) == {"dist": None, "dist/a": b"old"}


def test_an_interruption_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_files({tmp_path / "a": b"new", tmp_path / "deep" / "b": b"new"})
    assert everything_below(tmp_path) == {"a": b"old"}


def test_what_a_running_one_needs_is_left_alone(tmp_path: Path) -> None:
    with staging.open_staging(tmp_path) as mine:
        (mine / "half").write_bytes(b"ha")
        clear_leftovers(tmp_path)
        write_atomic(tmp_path / "other", b"new")
        assert everything_below(mine) == {"half": b"ha", "lock": b""}
    assert everything_below(tmp_path) == {"other": b"new"}


def test_leftovers_are_told_by_their_whole_name(tmp_path: Path) -> None:
    """And a link with such a name is none: it may lead anywhere."""
    names = [".mhgraph-0123456789abcdef.part.txt", ".mhgraph-xyz.part", "mhgraph-0123456789abcdef.part"]
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "mine").write_bytes(b"mine")
    (tmp_path / ".mhgraph-0123456789abcdef.part").symlink_to(tmp_path / names[0])
    before = everything_below(tmp_path)
    clear_leftovers(tmp_path)
    assert everything_below(tmp_path) == before


def test_a_forged_leftover_moves_nothing_out_of_its_folder(tmp_path: Path) -> None:
    """A stranger's folder may hold one that was never ours, with links that lead elsewhere."""
    elsewhere, here = tmp_path / "elsewhere", tmp_path / "here"
    (elsewhere / "dist").mkdir(parents=True)
    (elsewhere / "dist" / "theirs").write_bytes(b"theirs")
    forged = here / ".mhgraph-0123456789abcdef.part"
    (forged / "old" / "out").mkdir(parents=True)
    (forged / "old" / "out" / "planted").write_bytes(b"planted")
    (forged / "new").symlink_to(elsewhere)
    (here / "out").symlink_to(elsewhere / "dist")
    clear_leftovers(here)
    assert everything_below(elsewhere) == {"dist": None, "dist/theirs": b"theirs"}


def test_of_what_is_superseded_nothing_stays(tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    write_folder(folder, {"a": b"old", "b": b"old"})
    (folder / "mine").write_bytes(b"mine")
    write_folder(folder, {"a": b"new"}, superseded=("a", "b", "c"))
    assert everything_below(folder) == {"a": b"new", "mine": b"mine"}


def test_a_file_that_is_written_piece_by_piece(tmp_path: Path) -> None:
    def write_pieces(file: IO[bytes]) -> None:
        file.write(b"one ")
        file.write(b"two")

    write_folder(tmp_path / "dist", {"a": write_pieces, "b": b"b"})
    assert everything_below(tmp_path / "dist") == {"a": b"one two", "b": b"b"}

    def fail(file: IO[bytes]) -> None:
        file.write(b"one ")
        raise InvalidValue("value", "two", "three")

    with pytest.raises(InvalidValue):
        write_folder(tmp_path / "dist", {"b": b"new", "a": fail})
    assert everything_below(tmp_path) == {"dist": None, "dist/a": b"one two", "dist/b": b"b"}


def test_two_releases_at_once_leave_one(tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    write_folder(folder, {"a": b"0", "b": b"0"})
    (folder / "mine").write_bytes(b"mine")

    def write_often(data: bytes) -> None:
        for _ in range(8):
            write_folder(folder, {"a": data, "b": data})

    writers = [threading.Thread(target=write_often, args=[data]) for data in (b"1", b"2")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    found = everything_below(tmp_path)
    assert found in ({"dist": None, "dist/a": data, "dist/b": data, "dist/mine": b"mine"} for data in (b"1", b"2"))


def test_a_new_file_is_as_young_as_it_is(tmp_path: Path) -> None:
    """The attributes of the old one are taken over, its time is not: `make` looks at it."""
    (tmp_path / "file").write_bytes(b"old")
    os.utime(tmp_path / "file", (1, 1))
    write_atomic(tmp_path / "file", b"new")
    assert abs((tmp_path / "file").stat().st_mtime - time.time()) < 3600
