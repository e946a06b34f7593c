"""Characters that a reader cannot see, or that a terminal obeys: one list, for what is printed and what is checked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_RANGES = (
    (0x0, 0x1F),  # control characters: line breaks, tabs, and the escape that begins a command to a terminal
    (0x7F, 0x9F),  # the rest of them; 9B alone is what ESC [ is
    (0xAD, 0xAD),  # soft hyphen
    (0x34F, 0x34F),  # combining grapheme joiner
    (0x61C, 0x61C),  # direction of Arabic letters
    (0x115F, 0x1160),  # fillers of Hangul
    (0x17B4, 0x17B5),  # inherent vowels of Khmer
    (0x180B, 0x180F),  # Mongolian variations and separator
    (0x200B, 0x200B),  # zero width space
    (0x200E, 0x200F),  # marks of direction
    (0x2028, 0x202E),  # separators of lines and paragraphs, and overrides of direction
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates of direction
    (0x2800, 0x2800),  # blank of Braille
    (0x3164, 0x3164),  # filler of Hangul
    (0xD800, 0xF8FF),  # surrogates (halves of a character, or bytes that are no text), and private use
    (0xFE00, 0xFE0F),  # variations
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),  # filler of Hangul
    (0xFFF0, 0xFFFB),  # annotations
    (0x13430, 0x1343F),  # joiners of hieroglyphs
    (0x1BCA0, 0x1BCA3),  # controls of shorthand
    (0x1D173, 0x1D17A),  # controls of music
    (0xE0000, 0xE0FFF),  # tags, and more variations
    (0xF0000, 0x10FFFF),  # private use
)
"""Control, format, private and surrogate characters, separators of lines, what Unicode calls default ignorable, blanks.

Without the two joiners, for Persian and the scripts of India cannot be written without them, and without the signs of
Arabic and Kaithi that stand in front of a number, which are seen. A test makes the list again from the Unicode data.
"""
INVISIBLE = re.compile("[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in _RANGES) + "]")
"""One character that has no place in a name or a title, and never reaches a terminal."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_DOUBLE_BLANK = re.compile(r"\s\s")
_EXCEPT_LAYOUT = re.compile(rf"(?![\n\t]){INVISIBLE.pattern}")


def find_hidden(text: str) -> Iterator[tuple[int, str]]:
    r"""Return the invisible characters of a text in turn: place (from 0), and name for people, such as `U+202E`.

    >>> list(find_hidden("a\u202eb"))
    [(1, 'U+202E')]
    """
    return ((match.start(), f"U+{ord(match[0]):04X}") for match in INVISIBLE.finditer(text))


def find_fault(text: str) -> str:
    """Return what is wrong with the characters of a name, a title or a sentence, and what to do; "" if nothing is.

    >>> find_fault("Health  for all")
    'The text has white space at an end, or two blanks in a row; take away what is too much.'
    """
    if not text.strip():
        return "The text is empty; write it, or take the statement away."
    if fault := find_hidden_fault(text):
        return fault
    if text != unicodedata.normalize("NFC", text):
        return "The text has accents in two pieces; write it plainly (Unicode's form NFC)."
    if text != text.strip() or _DOUBLE_BLANK.search(text):
        return "The text has white space at an end, or two blanks in a row; take away what is too much."
    return ""


def find_hidden_fault(text: str) -> str:
    r"""Return which invisible character a text has first, and what to do; "" if it has none.

    >>> find_hidden_fault("a\nb")
    'There is a character that nobody sees (U+000A, after 1 others); take it away.'
    """
    for place, name in find_hidden(text):
        return f"There is a character that nobody sees ({name}, after {place} others); take it away."
    return ""


def drop_hidden(text: str) -> str:
    r"""Return a text on one line, without invisible characters: controls and borders of lines become blanks.

    >>> drop_hidden("one\ntwo\u202e")
    'one two'
    """
    shown = INVISIBLE.sub(lambda match: "" if unicodedata.category(match[0]) == "Cf" else " ", text)
    return " ".join(shown.split())


def visible(text: str) -> str:
    r"""Return a text on one line in which what a terminal would obey, or not show, is a replacement character.

    >>> visible("a\x1b[31mb\nc")
    'a�[31mb c'
    """
    return INVISIBLE.sub("\ufffd", text.replace("\n", " "))


def visible_lines(text: str) -> str:
    r"""Return the same for a text of several lines, which keeps its line feeds and tabs.

    >>> visible_lines("a\x9b31mb\n\tc")
    'a�31mb\n\tc'
    """
    return _EXCEPT_LAYOUT.sub("\ufffd", text)


def xml_text(text: str) -> str:
    r"""Return a text that XML can hold: other characters are shown by their pictures, as U+241B for escape.

    A carriage return is legal but would come back as a line feed, so it is shown too.

    >>> xml_text("a\x1b[31mb\x00")
    'a␛[31mb␀'
    """

    def picture(match: re.Match[str]) -> str:
        return chr(0x2400 + ord(match[0])) if ord(match[0]) < 0x20 else "\ufffd"

    return _NOT_IN_XML.sub(picture, text)
