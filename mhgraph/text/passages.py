"""Paragraphs of a text: how they are counted, normalised and digested. Pure functions on text.

The recipe `n2`: invisible characters out, Unicode NFKC, white space collapsed, stripped; digests are SHA-256 of the
UTF-8 bytes. Invisible characters go first: one between a letter and its accent would keep NFKC from composing the two,
so that normalising twice were not the same as once. Paragraph *n* of a text is the *n*-th line, split at LF, that is
not empty after `n2`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
"""What takes no room on a page and has no meaning of its own: soft hyphens, joiners of width zero, marks of direction,
the byte order mark, variation selectors, tags. Copies of one text differ in them."""


def normalise(text: str) -> str:
    r"""Return `text` in the form `n2`. Normalising twice changes nothing.

    >>> normalise("  health\u00a0 ser\u00advi\u200bces ")
    'health services'
    """
    return " ".join(unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).split())


def split_paragraphs(text: str) -> list[str]:
    r"""Return the paragraphs of a text, normalised; paragraph *n* is item *n - 1*.

    >>> split_paragraphs("One\n\n  Two ")
    ['One', 'Two']
    """
    return [paragraph for line in text.split("\n") if (paragraph := normalise(line))]


def digest_paragraph(paragraph: str) -> str:
    """Return the SHA-256 of a paragraph in the form `n2`, as 64 hexadecimal digits.

    >>> digest_paragraph("One")[:8]
    '8b125077'
    """
    return hashlib.sha256(normalise(paragraph).encode()).hexdigest()


def digest_text(text: str) -> str:
    r"""Return the SHA-256 of a text: of its paragraphs joined by LF, as 64 hexadecimal digits.

    >>> digest_text("One\n\nTwo") == digest_text("One \nTwo\n")
    True
    """
    return hashlib.sha256("\n".join(split_paragraphs(text)).encode()).hexdigest()


def name_paragraph(number: int) -> str:
    """Return the last part of a paragraph's IRI.

    >>> name_paragraph(8), name_paragraph(112)
    ('p08', 'p112')
    """
    return f"p{number:02d}"
