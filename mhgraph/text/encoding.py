"""In which encoding bytes are text: the owner of charset-normalizer."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mhgraph.errors import InvalidValue, UnreadableFile

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = ("cp1252", "mac_roman", "cp850")
_EASTERN = ("cp1250", "iso8859_2", "mac_latin2")
_CYRILLIC = ("cp1251", "koi8_r", "mac_cyrillic")
_USUAL: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("bg", "ru", "sr", "uk"), _CYRILLIC),
    **dict.fromkeys(("cs", "hr", "hu", "pl", "ro", "sk", "sl"), _EASTERN),
    "ar": ("cp1256", "iso8859_6"),
    "el": ("cp1253", "iso8859_7"),
    "ja": ("shift_jis", "euc_jp"),
    "ko": ("cp949",),
    "tr": ("cp1254",),
    "zh": ("gb18030", "big5"),
}
"""The encodings in which texts of a language are found. Asked without them, the library takes French for Hungarian."""

_REMEDY = "save it as UTF-8, or name its encoding"


class DecodedText(NamedTuple):
    """A text with line ends as LF, and the encoding it was in; `is_guessed` if its words told it, and no mark."""

    text: str
    encoding: str
    is_guessed: bool


def decode_any(data: bytes, path: Path, *, language: str = "en", encoding: str | None = None) -> DecodedText:
    r"""Return bytes as text, in the encoding that is given, or that their mark or their words tell.

    Without a mark, bytes that are UTF-8 are UTF-8. Others are in one of the encodings usual for `language`, if
    charset-normalizer finds words of a language under it, and under no other as good. `path` stands in errors.

    Raises:
        UnreadableFile: nobody can tell the encoding (bytes of zero are one case: UTF-16 without a mark), or it is not
            what it is said to be.
        InvalidValue: no encoding has that name.

    >>> decode_any(b"one\r\ntwo", Path("a.txt"))
    DecodedText(text='one\ntwo', encoding='utf-8', is_guessed=False)
    >>> decode_any("\ufeffhé".encode("utf-16-le"), Path("a.txt")).text
    'hé'
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    named = encoding or marked
    if named is None and b"\0" in data:
        raise UnreadableFile(path, "it has bytes of zero, as UTF-16 without a byte order mark has", _REMEDY)
    try:
        text = data.decode(named or "utf-8")
    except LookupError as error:
        raise InvalidValue("encoding", named or "", "the name of an encoding, like cp1252 or utf-16-le") from error
    except UnicodeDecodeError as error:
        if named is None:
            return _guess(data, path, language)
        raise UnreadableFile(path, f"it is not in {named}", _REMEDY) from error
    return DecodedText(_unify_line_ends(text), named or "utf-8", is_guessed=False)


def _guess(data: bytes, path: Path, language: str) -> DecodedText:
    from charset_normalizer import from_bytes

    found = list(from_bytes(data, cp_isolation=list(_USUAL.get(language, _WESTERN))))
    best = found[:1]
    rivals = [other for other in found[1:] if (other.chaos, other.coherence) == (best[0].chaos, best[0].coherence)]
    if not best or not best[0].coherence or any(str(rival) != str(best[0]) for rival in rivals):
        raise UnreadableFile(path, "not UTF-8 text, and nothing tells what else it is", _REMEDY)
    return DecodedText(_unify_line_ends(str(best[0])), best[0].encoding, is_guessed=True)


def _unify_line_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
