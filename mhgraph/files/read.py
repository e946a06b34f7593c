"""Reading: text is UTF-8, and a wrong byte is named by its line."""

from __future__ import annotations

from pathlib import Path

from mhgraph.errors import UnreadableFile
from mhgraph.files.reasons import explain_failure


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        UnreadableFile: with the reason in words.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, explain_failure(error), "check the path") from error


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
