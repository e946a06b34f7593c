"""Reading and writing files: text is UTF-8, and a file is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from mhgraph.errors import UnreadableFile, UnwritableTarget


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        UnreadableFile: with the reason in words.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, _reason(error), "check the path") from error


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file; see `decode_text`. Raises what `read_bytes` and `decode_text` raise."""
    return decode_text(read_bytes(path), path)


def decode_text(data: bytes, path: Path) -> str:
    r"""Return UTF-8 bytes as text, without a byte order mark; line ends become LF. `path` stands in errors.

    Raises:
        UnreadableFile: with the line of the first byte that is not UTF-8.

    >>> decode_text(b"one\r\ntwo", Path("a.txt"))
    'one\ntwo'
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableFile(path, "not UTF-8 text", "save it as UTF-8", line=line) from error
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def write_atomic(path: Path, data: bytes) -> None:
    """Write `data` to `path` through a temporary file beside it, so that readers see the old file or the new one.

    Missing folders are made.

    Raises:
        UnwritableTarget: nothing is left behind.
    """
    if path.is_dir():
        raise UnwritableTarget(path, "it is a folder")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _require_writable(path)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise UnwritableTarget(path, _reason(error)) from error


def _require_writable(path: Path) -> None:
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, "Permission denied")


def _reason(error: OSError) -> str:
    reasons = {
        FileNotFoundError: "no such file or folder",
        IsADirectoryError: "it is a folder",
        FileExistsError: "a part of the path is not a folder",
        NotADirectoryError: "a part of the path is not a folder",
        PermissionError: "not allowed",
    }
    return reasons.get(type(error), (error.strerror or type(error).__name__).lower())
