"""In which encoding bytes are text."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.errors import InvalidValue, UnreadableFile
from mhgraph.text.encoding import decode_any

FRENCH = "Conseil de santé de la vallée : les villages s’engagent à améliorer l’accès à l’eau, décidé à l’été 2031."
SPANISH = "La Junta de Salud decidió en abril que cada aldea tendrá un consultorio; se pide más atención a los niños."
RUSSIAN = "Совет здравоохранения долины решил, что каждая деревня получит чистую воду до конца года."
PLACE = Path("a.txt")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_tells(encoding: str) -> None:
    text, found, is_guessed = decode_any(f"{FRENCH}\r\n".encode(encoding), PLACE)
    assert (text, found, is_guessed) == (f"{FRENCH}\n", encoding, False)


@pytest.mark.parametrize(
    ("text", "language", "encoding"),
    [
        (FRENCH, "fr", "cp1252"),
        (FRENCH, "fr", "mac_roman"),
        (SPANISH, "es", "cp1252"),
        (SPANISH, "en", "cp850"),
        (RUSSIAN, "ru", "cp1251"),
        (RUSSIAN, "ru", "koi8_r"),
    ],
)
def test_words_tell(text: str, language: str, encoding: str) -> None:
    assert decode_any(text.encode(encoding), PLACE, language=language) == (text, encoding, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, "水。\n水"])
def test_without_a_mark_of_byte_order_nobody_can_tell(text: str, encoding: str) -> None:
    with pytest.raises(UnreadableFile, match="UTF-16 without a byte order mark"):
        decode_any(text.encode(encoding), PLACE)
    assert decode_any(text.encode(encoding), PLACE, encoding=encoding).text == text


@pytest.mark.parametrize("data", [b"\xe9", b"\xff\xfe\xff\xdfabc", bytes(range(128, 256))])
def test_what_nobody_can_tell(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        decode_any(data, PLACE)


def test_an_encoding_that_is_named_wrongly() -> None:
    with pytest.raises(InvalidValue, match="the name of an encoding"):
        decode_any(b"x", PLACE, encoding="utf-9")
    with pytest.raises(UnreadableFile, match="not in ascii"):
        decode_any("é".encode(), PLACE, encoding="ascii")
