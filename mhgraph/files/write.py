"""The one writer. What is written is there whole or not at all, whenever and however the run ends.

The steps, for files (F) and for a folder that is written as a whole (D):

1. FD  Look at what each path is, and refuse what cannot stay what it is (`targets`). Nothing is touched so far.
2. FD  Make missing folders; they are removed again if the writing fails.
3. FD  Clear what killed runs left beside the target, and make a staging folder there, locked (`staging`).
4. D   Write down which names are ours.
5. FD  Write each file into the staging folder and flush it to the disk. A full disk is noticed here.
6. FD  Give each the rights, attributes and owner of what it replaces.
7. D   Carry over: give what stands in the old folder and is not ours a second name in the new one. Flush the folder.
8. F   Move each file into its place: one step of the system, so a reader sees the old file or the new one.
   D   Swap the folders: one step of the system on Linux (`renameat2`) and macOS (`renamex_np`). Where the system or the
       file system cannot swap: move the old folder aside, and the new one in. Between these two steps there is none; a
       run killed just there leaves the old one to be put back by the next.
9. FD  Flush the folder in which the target lies.
10. FD Clear the staging folder, of a replaced folder only what is ours or has a name in the new one.

A new folder that an engine fills goes the way of D without what concerns an old one: steps 2, 3, 5 (what the engine
wrote is flushed, then the last files are written), 8 (one move), 9 and 10.

Killed up to step 7, a run leaves the old; from step 9 on, the new; in 8 one or the other, file by file or the folder as
a whole. The next run that writes there clears the rest. A stream (a pipe, a terminal) gets its bytes as they come.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from mhgraph.errors import UnwritableTarget
from mhgraph.files.reasons import Refusal, explain_failure
from mhgraph.files.staging import (
    NEW,
    OLD,
    Content,
    carry_over,
    flush_all,
    flush_folder,
    open_staging,
    remember_names,
    take_after,
    write_flushed,
)
from mhgraph.files.targets import Target, find_file_target, find_folder_target

_CANNOT_SWAP = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}
_SWAP = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_HERE = -100  # AT_FDCWD
_RIGHTS_OF_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; see `write_files`. Raises UnwritableTarget; then nothing is left behind.

    >>> write_atomic(Path(os.devnull), b"nobody reads this")
    """
    write_files({path: data})


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write several files, each whole or not at all. Missing folders are made; `targets` says what a path may be.

    All of them are ready before the first is moved into its place, so that a full disk changes none.
    Raises UnwritableTarget; then nothing is left behind.
    """
    targets: dict[Path, tuple[Target, bytes]] = {}
    for path, data in files.items():
        with _refuse(path):
            target = find_file_target(path)
            targets[target.place] = target, data
    with contextlib.ExitStack() as stack:
        stagings: dict[Path, Path] = {}
        ready: list[tuple[Target, Path]] = []
        for target, data in targets.values():
            if not target.is_stream:
                stack.enter_context(_refuse(target.path))
                folder = target.place.parent
                if folder not in stagings:
                    stack.enter_context(_made(folder))
                    stagings[folder] = stack.enter_context(open_staging(folder))
                ready.append((target, stagings[folder] / target.place.name))
                _stage(ready[-1][1], data, target.place)
        for target, staged in ready:
            with _refuse(target.path):
                staged.replace(target.place)
        for folder in stagings:
            flush_folder(folder)
        for target, data in targets.values():
            if target.is_stream:
                with _refuse(target.path):
                    _pour(target.place, data)


def write_folder(folder: Path, files: Mapping[str, Content], *, superseded: Collection[str] = ()) -> None:
    """Write files (name → content) into a folder, as a whole: a reader finds all of them old or all of them new.

    The files are written one after the other, in their order. Of those `superseded` none stays, unless it is written.
    What else is in the folder stays there. Missing folders are made; `targets` says what a path may be.
    Raises UnwritableTarget, or what a content raises; then everything is as it was.
    """
    ours = list(dict.fromkeys([*files, *superseded]))
    with _refuse(folder):
        target = find_folder_target(folder, ours)
        place = target.place
        with _made(place.parent), open_staging(place.parent) as staging:
            remember_names(staging, ours)
            new = staging / NEW / place.name
            new.mkdir(parents=True)
            for name, data in files.items():
                _stage(new / name, data, place / name)
            if target.status is not None:
                carry_over(place, new, ours)
                take_after(place, new)
            flush_folder(new)
            _put_in_place(new, place, staging / OLD / place.name)
            flush_folder(place.parent)


def make_folder(folder: Path, fill: Callable[[Path], Mapping[str, bytes]]) -> None:
    """Make a new folder as a whole, for what an engine writes itself: `fill` is told where to write.

    It returns the files (name → content) that are written last, once all else is on the disk. The folder is in its
    place when it is complete; if another run was faster, that one's stays. Raises UnwritableTarget, or what `fill`
    raises; then nothing is left behind.
    """
    with _refuse(folder):
        place = Path(os.path.realpath(folder))
        with _made(place.parent), open_staging(place.parent) as staging:
            new = staging / place.name
            new.mkdir()
            last = fill(new)
            flush_all(new)
            for name, data in last.items():
                write_flushed(new / name, data)
            flush_folder(new)
            if not place.exists():
                new.rename(place)
            flush_folder(place.parent)


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner may read, unless there is one. Raises OSError.

    Raises:
        Refusal: it is somebody else's, or others may write into it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    if sys.platform != "win32":  # there, the folders of a user are nobody else's
        status = folder.stat()
        if status.st_uid != os.geteuid():
            raise Refusal("it is somebody else's")
        if status.st_mode & _RIGHTS_OF_OTHERS:
            raise Refusal("others may write into it")


def remove_folder(folder: Path) -> None:
    """Remove a folder as a whole: a reader finds all of it or nothing. Raises UnwritableTarget.

    It is moved out of its place first, and what a killed run leaves of it is cleared like other leftovers.
    """
    with _refuse(folder), open_staging(folder.parent) as staging:
        folder.rename(staging / folder.name)


def _stage(staged: Path, data: Content, place: Path) -> None:
    write_flushed(staged, data)
    if place.exists():
        take_after(place, staged)


def _pour(place: Path, data: bytes) -> None:
    """Write into a stream. At the end, if it is a file that a descriptor leads to: others may have written there."""
    descriptor = os.open(place, os.O_WRONLY | os.O_APPEND)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)


def _put_in_place(new: Path, place: Path, aside: Path) -> None:
    """Put a folder in its place; what stood there is where it was, or `aside`. Raises OSError."""
    if not place.exists():
        new.rename(place)
    elif not _swap(new, place):
        aside.parent.mkdir()
        place.rename(aside)
        new.rename(place)


def _swap(first: Path, second: Path) -> bool:
    """Return whether this system can swap what two names mean in one step, after doing so.

    Raises:
        OSError: it can, and refuses.
    """
    if sys.platform == "win32":
        return False
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(first), os.fsencode(second)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(_HERE, names[0], _HERE, names[1], _SWAP)
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(*names, _SWAP)
    else:
        return False
    number = ctypes.get_errno() if failed else 0
    if number and number not in _CANNOT_SWAP:
        raise OSError(number, os.strerror(number))
    return not failed


@contextlib.contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make missing folders, and remove them again after an error. Raises OSError."""
    missing = [part for part in (folder, *folder.parents) if not part.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for part in missing:
            flush_folder(part.parent)
        yield
    except BaseException:
        for part in missing:
            with contextlib.suppress(OSError):
                part.rmdir()
        raise


@contextlib.contextmanager
def _refuse(path: Path) -> Iterator[None]:
    """Tell an error of the system as one about the path that was named.

    Raises:
        UnwritableTarget: the system, or `targets`, refuses.
    """
    try:
        yield
    except OSError as error:
        raise UnwritableTarget(path, explain_failure(error)) from error
