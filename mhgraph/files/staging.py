"""The place beside a target where things are made ready, and what is left there by a run that was killed.

A staging folder is called `.mhgraph-<16 hex digits>.part`. While its owner lives, the owner holds a lock on the file
`lock` in it; the system lets go of the lock when the owner dies, however that happens. So whoever gets the lock knows
that nobody works there, and clears it. A staging folder holds

    lock          held by its owner
    NAME          a file (or a new folder) that is ready, or not quite, to be moved to the place beside the
                  staging folder; or a folder that was moved away to be removed
    ours          for a folder that is written as a whole: the names of the files that are written, one a line
    new/NAME/     the folder, before it is put in place; the one that stood there, once they are swapped
    old/NAME/     the folder that stood there, on systems that cannot swap

`_clear` does the same at the end of a run, after an error, and for a run that was killed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import IO, TypeAlias

if sys.platform == "win32":
    import msvcrt

    def _hold(descriptor: int) -> None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
else:
    import fcntl

    def _hold(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


Content: TypeAlias = bytes | Callable[[IO[bytes]], object]
"""What comes into a file: its bytes; or what writes them, so that a large file is never held as a whole."""

_NAME = re.compile(r"\.mhgraph-[0-9a-f]{16}\.part")
_LOCK, _OURS, NEW, OLD = "lock", "ours", "new", "old"


@contextlib.contextmanager
def open_staging(folder: Path) -> Iterator[Path]:
    """Make a staging folder in `folder`; what killed runs left there is cleared first. Raises OSError.

    Yields:
        The staging folder, which is this run's alone. It is removed at the end, after an error too.
    """
    clear_leftovers(folder)
    staging, lock = _make_staging(folder)
    try:
        yield staging
    except BaseException:
        with contextlib.suppress(OSError):  # the error that brought us here says more
            _clear(staging)
        raise
    else:
        _clear(staging)
    finally:
        _remove(staging, lock)


def clear_leftovers(folder: Path) -> None:
    """Remove what runs that were killed left in a folder, never what a running one needs.

    What cannot be removed is left to the next run: it is in nobody's way.
    """
    try:
        with os.scandir(folder) as entries:
            found = [Path(entry) for entry in entries if _NAME.fullmatch(entry.name) and _is_folder(entry)]
    except OSError:
        return
    for staging in found:
        with contextlib.suppress(OSError):
            lock = _lock(staging)
            try:
                _clear(staging)
            finally:
                _remove(staging, lock)


def write_flushed(path: Path, data: Content) -> None:
    """Write a new file that is on the disk when this returns, with the rights that new files have. Raises OSError."""
    with path.open("xb") as file:
        if isinstance(data, bytes):
            file.write(data)
        else:
            data(file)
        file.flush()
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk. Raises OSError."""
    if sys.platform == "win32":  # a folder cannot be opened there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_all(folder: Path) -> None:
    """Wait until all that is in a folder, which others wrote, is on the disk. Raises OSError."""
    for path in folder.rglob("*"):
        if path.is_dir():
            flush_folder(path)
        else:
            with path.open("r+b") as file:
                os.fsync(file.fileno())
    flush_folder(folder)


def remember_names(staging: Path, names: Collection[str]) -> None:
    """Write down which files of a folder are ours, so that clearing the staging folder keeps all others."""
    write_flushed(staging / _OURS, "".join(f"{name}\n" for name in names).encode())


def _clear(staging: Path) -> None:
    """Empty a staging folder, and put back what is in it and not ours. Raises OSError; then the rest stays.

    A folder that was taken out of its place, and whose successor never came, goes back. Of a folder that was replaced,
    whatever its successor has not got goes there.
    """
    ours = frozenset(_read_names(staging))
    for side in (OLD, NEW):
        for replaced in _folders_in(staging / side):
            place = staging.parent / replaced.name
            if side == OLD and not os.path.lexists(place):
                replaced.rename(place)
            elif place.is_dir() and not place.is_symlink():
                _drain(replaced, place, ours)
    with os.scandir(staging) as found:
        entries = list(found)
    for entry in entries:
        if _is_folder(entry):
            shutil.rmtree(entry)
        elif entry.name != _LOCK:
            Path(entry).unlink()


def _remove(staging: Path, lock: int) -> None:
    """Let go of the lock of a staging folder and remove the folder, if it is empty.

    Another run that looks for leftovers may come between, and remove it first.
    """
    os.close(lock)
    with contextlib.suppress(OSError):
        if [path.name for path in staging.iterdir()] == [_LOCK]:
            (staging / _LOCK).unlink()
            staging.rmdir()


def carry_over(source: Path, folder: Path, skipped: Collection[str]) -> None:
    """Give everything in `source` but the names skipped a second name in `folder`, so that nothing is ever missing.

    Where the system allows no second names, `_drain` moves things, once the folders are swapped.

    Raises:
        OSError: EXDEV, if another disk is mounted in it.
    """
    device = source.stat().st_dev
    with os.scandir(source) as entries:
        for entry in entries:
            if entry.name in skipped:
                continue
            if _is_folder(entry):
                if entry.stat(follow_symlinks=False).st_dev != device:
                    raise OSError(errno.EXDEV, "another disk is mounted in it")
                (folder / entry.name).mkdir()
                take_after(Path(entry), folder / entry.name)
                carry_over(Path(entry), folder / entry.name, ())
            else:
                with contextlib.suppress(PermissionError, FileNotFoundError):
                    os.link(entry, folder / entry.name, follow_symlinks=False)


def take_after(old: Path, new: Path) -> None:
    """Give `new` the rights and attributes of `old` and, where the system allows it, its owner."""
    status = old.stat()
    if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (new.stat().st_uid, new.stat().st_gid):
        with contextlib.suppress(PermissionError):
            os.chown(new, status.st_uid, status.st_gid)
    shutil.copystat(old, new)
    os.utime(new)


def _make_staging(folder: Path) -> tuple[Path, int]:
    while True:
        staging = folder / f".mhgraph-{secrets.token_hex(8)}.part"
        staging.mkdir(mode=0o700)
        with contextlib.suppress(FileNotFoundError, BlockingIOError):  # taken for a leftover before it was locked
            return staging, _lock(staging, is_owner=True)


def _lock(staging: Path, *, is_owner: bool = False) -> int:
    """Return the descriptor that holds the lock of a staging folder.

    Where the file system knows no locks, its owner works without one, and nobody else may clear it.

    Raises:
        FileNotFoundError: the folder was removed meanwhile.
        OSError: somebody else holds the lock (then it is a BlockingIOError), or the system refuses.
    """
    descriptor = os.open(staging / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _hold(descriptor)
        except OSError as error:
            if isinstance(error, BlockingIOError) or not is_owner:
                raise
        if not os.path.samestat(os.fstat(descriptor), (staging / _LOCK).stat()):
            raise FileNotFoundError
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _drain(replaced: Path, place: Path, ours: Collection[str]) -> None:
    """Remove a folder that was replaced. What is not ours, and came after its names were carried over, is moved."""
    with os.scandir(replaced) as found:
        entries = list(found)
    for entry in entries:
        there = place / entry.name
        if entry.name in ours:
            Path(entry).unlink()
        elif not os.path.lexists(there):
            Path(entry).rename(there)
        elif _is_folder(entry) and not there.is_symlink():
            _drain(Path(entry), there, ())
        elif entry.stat(follow_symlinks=False).st_mtime_ns > there.lstat().st_mtime_ns:
            Path(entry).replace(there)
        else:
            Path(entry).unlink()
    replaced.rmdir()


def _read_names(staging: Path) -> list[str]:
    try:
        return (staging / _OURS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []


def _folders_in(folder: Path) -> list[Path]:
    if folder.is_symlink() or not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return [Path(entry) for entry in entries if _is_folder(entry)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)
