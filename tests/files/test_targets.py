"""What a path is, it stays, or it is refused."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mhgraph.errors import UnwritableTarget
from mhgraph.files import write_atomic, write_folder
from tests.conftest import REPOSITORY


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "file").write_bytes(b"old")
    (tmp_path / "second").symlink_to("there/file")
    (tmp_path / "first").symlink_to(tmp_path / "second")
    write_atomic(tmp_path / "first", b"new")
    assert (tmp_path / "first").readlink() == tmp_path / "second"
    assert (tmp_path / "second").readlink() == Path("there/file")
    assert (tmp_path / "there" / "file").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["file"]


def test_a_link_that_leads_nowhere_gets_its_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("file")
    write_atomic(tmp_path / "link", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
    assert (tmp_path / "link").is_symlink()


def test_rights_are_kept_and_new_files_have_the_usual_ones(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    for mode in (0o600, 0o640, 0o755):
        path = tmp_path / f"{mode:o}"
        path.touch()
        path.chmod(mode)
        write_atomic(path, b"new")
        assert stat.S_IMODE(path.stat().st_mode) == mode
    write_atomic(tmp_path / "new", b"new")
    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode


def test_rights_of_a_folder_and_of_its_files_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    write_folder(folder, {"a": b"old"})
    assert stat.S_IMODE(folder.stat().st_mode) == 0o777 & ~_umask()
    folder.chmod(0o750)
    (folder / "a").chmod(0o600)
    (folder / "own").mkdir(0o700)
    write_folder(folder, {"a": b"new", "b": b"new"})
    modes = {name: stat.S_IMODE((folder / name).stat().st_mode) for name in (".", "a", "b", "own")}
    assert modes == {".": 0o750, "a": 0o600, "b": 0o666 & ~_umask(), "own": 0o700}


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept_where_the_system_allows_it(tmp_path: Path) -> None:
    write_folder(tmp_path / "dist", {"a": b"old"})
    for path in (tmp_path / "dist", tmp_path / "dist" / "a"):
        os.chown(path, 1234, 1235)
    write_folder(tmp_path / "dist", {"a": b"new"})
    write_atomic(tmp_path / "dist" / "a", b"newer")
    for path in (tmp_path / "dist", tmp_path / "dist" / "a"):
        assert (path.stat().st_uid, path.stat().st_gid) == (1234, 1235)


def test_a_read_only_file_is_refused_for_everybody(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(UnwritableTarget, match="not allowed"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_file_with_a_second_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"old")
    os.link(tmp_path / "one", tmp_path / "two")
    with pytest.raises(UnwritableTarget, match="it has more than one name"):
        write_atomic(tmp_path / "one", b"new")
    assert (tmp_path / "one").samefile(tmp_path / "two")
    assert (tmp_path / "two").read_bytes() == b"old"


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write_atomic(tmp_path / "pipe", b"new" * 100_000)
    reader.join()
    assert read == [b"new" * 100_000]
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_device_is_written_into(tmp_path: Path) -> None:
    (tmp_path / "null").symlink_to(os.devnull)
    for path in (Path(os.devnull), tmp_path / "null"):
        write_atomic(path, b"new")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    with pytest.raises(UnwritableTarget, match="no space left on device"):
        write_atomic(Path("/dev/full"), b"new")
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
def test_standard_output_by_name_is_written_into(tmp_path: Path, name: str) -> None:
    """Also when it is a file: what stands in it already stays."""
    (tmp_path / "link").symlink_to("/dev/stdout")
    script = f"from pathlib import Path; from mhgraph.files import write_atomic; write_atomic(Path({name!r}), b'new')"
    options = {"cwd": tmp_path, "env": {**os.environ, "PYTHONPATH": str(REPOSITORY)}, "check": True}
    piped = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, **options)  # type: ignore[call-overload]
    assert piped.stdout == b"new"
    with (tmp_path / "out").open("ab") as out:
        out.write(b"old ")
        out.flush()
        subprocess.run([sys.executable, "-c", script], stdout=out, **options)  # type: ignore[call-overload]
        out.write(b" last")
    assert (tmp_path / "out").read_bytes() == b"old new last"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "out"]


def test_a_socket_a_ring_of_links_and_a_closed_descriptor_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        for path, reason in [
            (Path("socket"), "it is a disk or a socket"),
            (Path("a"), "too many levels of symbolic links"),
            (Path("/dev/fd/999"), "no such file or folder"),
        ]:
            with pytest.raises(UnwritableTarget, match=reason):
                write_atomic(path, b"new")
        assert stat.S_ISSOCK(Path("socket").stat().st_mode)


def test_a_link_to_a_folder_stays_and_the_folder_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("dist")
    write_folder(tmp_path / "link", {"a": b"old"})
    write_folder(tmp_path / "link", {"a": b"new"})
    assert (tmp_path / "link").readlink() == Path("dist")
    assert (tmp_path / "dist" / "a").read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dist", "link"]


@pytest.mark.parametrize("kind", ["link", "folder", "second name", "read-only", "pipe"])
def test_a_folder_whose_files_are_no_plain_ones_is_refused(tmp_path: Path, kind: str) -> None:
    folder, path = tmp_path / "dist", tmp_path / "dist" / "a"
    folder.mkdir()
    (tmp_path / "mine").write_bytes(b"mine")
    match kind:
        case "link":
            path.symlink_to(tmp_path / "mine")
        case "folder":
            path.mkdir()
        case "second name":
            os.link(tmp_path / "mine", path)
        case "read-only":
            path.touch(0o444)
        case "pipe":
            os.mkfifo(path)
    before = path.lstat()
    with pytest.raises(UnwritableTarget):
        write_folder(folder, {"a": b"new", "b": b"new"})
    assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert (tmp_path / "mine").read_bytes() == b"mine"
    assert [path.name for path in folder.iterdir()] == ["a"]


def test_the_folder_somebody_stands_in_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dist" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "dist" / "deep")
    for folder in (Path(".."), Path(), tmp_path / "dist"):
        with pytest.raises(UnwritableTarget, match="you are in this folder"):
            write_folder(folder, {"a": b"new"})
    assert [path.name for path in (tmp_path / "dist").iterdir()] == ["deep"]


def test_a_read_only_folder_a_disk_and_a_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir(0o555)
    (tmp_path / "file").touch()
    for folder, reason in [
        (tmp_path / "dist", "not allowed"),
        (Path("/proc"), "a disk is mounted there"),
        (tmp_path / "file", "a part of the path is not a folder"),
    ]:
        with pytest.raises(UnwritableTarget, match=reason):
            write_folder(folder, {"a": b"new"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dist", "file"]


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
