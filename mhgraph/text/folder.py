"""The texts in a folder, as whoever holds them keeps them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from mhgraph.errors import UnreadableFile
from mhgraph.files import read_bytes
from mhgraph.text.encoding import decode_any
from mhgraph.text.passages import digest_normal, split_paragraphs


class HeldText(NamedTuple):
    """A text in a folder: the digest of the whole, its paragraphs, and their digests."""

    path: Path
    whole: str
    lines: list[str]
    digests: list[str]


def hold_text(path: Path, text: str) -> HeldText:
    r"""Return a text with its digests.

    >>> hold_text(Path("a.txt"), "One\n\nTwo").lines
    ['One', 'Two']
    """
    lines = split_paragraphs(text)
    return HeldText(path, digest_normal("\n".join(lines)), lines, [digest_normal(line) for line in lines])


def read_texts(folder: Path) -> tuple[list[HeldText], dict[Path, str]]:
    """Return the texts of a folder and its subfolders, sorted by path, and those that are no text, with the reason.

    A text is a file that ends in `.txt`, in whatever case.

    Raises:
        UnreadableFile: the folder is missing, or holds no text.
    """
    if not folder.is_dir():
        raise UnreadableFile(folder, "no such folder", "name the folder that holds the texts")
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".txt" and path.is_file())
    if not paths:
        raise UnreadableFile(folder, "no text (*.txt) in this folder", "name the folder that holds the texts")
    texts, unreadable = [], {}
    for path in paths:
        try:
            texts.append(hold_text(path, decode_any(read_bytes(path), path).text))
        except UnreadableFile as error:
            unreadable[path] = error.reason
    return texts, unreadable
