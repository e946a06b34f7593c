"""Reading files: UTF-8, with the line of a wrong byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.errors import UnreadableFile
from mhgraph.files import read_bytes, read_text


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
