"""Reading and writing files: UTF-8 with the line of a wrong byte, and whole files or none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mhgraph.errors import UnreadableFile, UnwritableTarget
from mhgraph.files import read_bytes, read_text, write_atomic


def everything_below(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def test_line_ends_and_byte_order_mark_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfOne\r\ntwo\rthree\n\xc3\xa9")
    assert read_text(path) == "One\ntwo\nthree\né"
    assert read_bytes(path).startswith(b"\xef\xbb\xbfOne\r\n")


@pytest.mark.parametrize(("data", "line"), [(b"\xff", 1), (b"a\nb\nc \xe9t\xe9\n", 3), (b"a\n\xed\xa0\x80", 2)])
def test_bytes_that_are_not_utf8_are_named_by_line(tmp_path: Path, data: bytes, line: int) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        read_text(path)
    assert str(caught.value) == f"{path}:{line}: not UTF-8 text; save it as UTF-8"


def test_missing_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for name, reason in [("none", "no such file or folder"), (".", "it is a folder"), ("file/x", "a part of the path")]:
        with pytest.raises(UnreadableFile, match=reason) as caught:
            read_text(tmp_path / name)
        assert caught.value.path == tmp_path / name
        assert caught.value.line is None


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
    assert not list(tmp_path.parent.glob("*.part"))


@pytest.mark.parametrize("failing", ["write_bytes", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")

    def full(self: Path, *arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, failing, full)
    with pytest.raises(UnwritableTarget) as caught:
        write_atomic(target, b"new")
    monkeypatch.undo()
    assert str(caught.value) == f"{target}: cannot write: no space left on device; choose another target"
    assert everything_below(tmp_path) == {"file": b"old"}


def test_a_file_that_may_not_be_written_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write everything
    with pytest.raises(UnwritableTarget, match="not allowed"):
        write_atomic(target, b"new")
    assert everything_below(tmp_path) == {"file": b"old"}


def test_readers_never_see_half_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")
    seen: list[bytes] = []
    replace = Path.replace

    def watched(self: Path, other: Path) -> Path:
        seen.extend([target.read_bytes(), self.read_bytes()])
        assert self.parent == target.parent
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", watched)
    write_atomic(target, b"new")
    assert seen == [b"old", b"new"]
