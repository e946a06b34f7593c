"""Characters that a reader cannot see, or that a terminal obeys: one list, for what is printed and what is checked."""

from __future__ import annotations

import re
import unicodedata

_RANGES = (
    (0x0, 0x1F),  # control characters: line breaks, tabs, and the escape that begins a command to a terminal
    (0x7F, 0x9F),  # the rest of them; 9B alone is what ESC [ is
    (0xAD, 0xAD),  # soft hyphen
    (0x34F, 0x34F),  # combining grapheme joiner
    (0x61C, 0x61C),  # direction of Arabic letters
    (0x115F, 0x1160),  # fillers of Hangul
    (0x17B4, 0x17B5),  # inherent vowels of Khmer
    (0x180B, 0x180F),  # Mongolian variations and separator
    (0x200B, 0x200F),  # zero width, and marks of direction
    (0x2028, 0x202E),  # separators of lines and paragraphs, and overrides of direction
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates of direction
    (0x3164, 0x3164),  # filler of Hangul
    (0xD800, 0xDFFF),  # surrogates: halves of a character, or bytes that are no text
    (0xFE00, 0xFE0F),  # variations
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),  # filler of Hangul
    (0xFFF0, 0xFFFB),  # annotations
    (0x13430, 0x1343F),  # joiners of hieroglyphs
    (0x1BCA0, 0x1BCA3),  # controls of shorthand
    (0x1D173, 0x1D17A),  # controls of music
    (0xE0000, 0xE0FFF),  # tags, and more variations
)
"""The control, format and surrogate characters, separators of lines, and what Unicode calls default ignorable.

Without the signs of Arabic and Kaithi that stand in front of a number, which are seen. A test makes the list again from
the Unicode data.
"""
INVISIBLE = re.compile("[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in _RANGES) + "]")
"""One character that has no place in a name or a title, and never reaches a terminal."""
_DOUBLE_BLANK = re.compile(r"\s\s")
_EXCEPT_LAYOUT = re.compile(rf"(?![\n\t]){INVISIBLE.pattern}")


def find_fault(text: str) -> str:
    """Return what is wrong with the characters of a name, a title or a sentence, and what to do; "" if nothing is.

    >>> find_fault("Health  for all")
    'The text has white space at an end, or two blanks in a row; take away what is too much.'
    """
    if not text.strip():
        return "The text is empty; write it, or take the statement away."
    if INVISIBLE.search(text) or text != unicodedata.normalize("NFC", text):
        return "The text has a line break, an invisible character, or accents in two pieces; write it plainly (NFC)."
    if text != text.strip() or _DOUBLE_BLANK.search(text):
        return "The text has white space at an end, or two blanks in a row; take away what is too much."
    return ""


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
