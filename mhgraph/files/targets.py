"""What a path is, and what may be written there.

One rule: *what a path is, it stays; what cannot stay, is refused.*

- Nothing is there: a new file, with the rights that the system gives to new ones. Missing folders are made.
- A file: another takes its place, with its rights and attributes and, where the system allows it, its owner. Refused
  are a file that is read-only (also for those who may do everything), one that has a second name (a hard link: the
  other name would keep the old text), and one that a disk is mounted on.
- A symbolic link stays a link. What it leads to is written by these rules; if nothing is there, it is made there.
- A pipe, a terminal, `/dev/null`, `/dev/stdout` and other open descriptors: written into, as the bytes come.
- A folder, a disk, a socket: refused.
- A folder that is written as a whole (a release): a folder, or a link to one. Refused if it is read-only, if somebody
  would stand in a folder that is gone (it holds the current folder), if a disk is mounted on it or in it, or if a file
  of its that is to be written is anything but a plain file.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from mhgraph.files.reasons import Refusal
from mhgraph.files.staging import clear_leftovers

_DESCRIPTOR = re.compile(r"/(?:dev|proc/[^/]+(?:/task/[^/]+)?)/fd/\d+")
_MOST_LINKS = 40
_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True)
class Target:
    """Where something is written: `path` as it was named, `place` with all links followed.

    `status` is what stands there, None if nothing does; a stream is written into and not replaced.
    """

    path: Path
    place: Path
    status: os.stat_result | None
    is_stream: bool = False


def find_file_target(path: Path) -> Target:
    """Return where a file is written. Raises OSError (a Refusal, or the system's) if nothing may be written there."""
    if _leads_to_descriptor(path):
        return Target(path, path, None, is_stream=True)
    place = Path(os.path.realpath(path))
    status = _look(place)
    if status is None:
        return Target(path, place, None)
    if stat.S_ISFIFO(status.st_mode) or stat.S_ISCHR(status.st_mode):
        return Target(path, place, status, is_stream=True)
    if status.st_nlink > 1:  # a release that was killed may have left a second name; see `carry_over`
        for folder in place.parents:
            clear_leftovers(folder)
        status = place.stat()
    _require_plain_file(place, status)
    return Target(path, place, status)


def find_folder_target(path: Path, names: list[str]) -> Target:
    """Return where a folder is written as a whole; `names` are those of the files that come into it.

    Raises:
        Refusal: it may not be written.
        NotADirectoryError: it is a file.
    """
    place = Path(os.path.realpath(path))
    status = _look(place)
    if status is None:
        return Target(path, place, None)
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError
    if place.is_mount():
        raise Refusal("a disk is mounted there, so that it cannot be replaced as a whole")
    if _holds_current_folder(place):
        raise Refusal("you are in this folder, and it is replaced as a whole")
    _require_rights(place, status)
    for name in names:
        old = _look(place / name)
        if old is not None and (place / name).is_symlink():
            raise Refusal(f"{name} in it is a link")
        if old is not None:
            _require_plain_file(place / name, old)
    return Target(path, place, status)


def _require_plain_file(place: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(status.st_mode):
        raise Refusal("it is a disk or a socket")
    if status.st_nlink > 1:
        raise Refusal("it has more than one name, and the others would keep the old text")
    _require_rights(place, status)


def _require_rights(place: Path, status: os.stat_result) -> None:
    if not status.st_mode & _WRITE_BITS or not os.access(place, os.W_OK):
        raise PermissionError


def _look(place: Path) -> os.stat_result | None:
    try:
        return place.stat()
    except FileNotFoundError:
        return None


def _leads_to_descriptor(path: Path) -> bool:
    """Return whether a path is, or leads over links to, an open descriptor: it must not be replaced by a file."""
    for _ in range(_MOST_LINKS):
        path = Path(os.path.realpath(path.parent)) / path.name
        if _DESCRIPTOR.fullmatch(str(path)):
            return True
        if not path.is_symlink():
            return False
        path = path.parent / path.readlink()
    return False


def _holds_current_folder(place: Path) -> bool:
    try:
        return Path.cwd().is_relative_to(place)
    except FileNotFoundError:  # the current folder is gone
        return False
