"""Paragraphs of a text: how they are counted, normalised, digested and pointed at. Pure functions on text.

The recipe `n1`: soft hyphens out, Unicode NFKC, white space collapsed, stripped; digests are SHA-256 of the UTF-8
bytes. Soft hyphens go first: one between a letter and its accent would keep NFKC from composing the two, so that
normalising twice were not the same as once. Paragraph *n* of a text is the *n*-th line, split at LF, that is not empty
after `n1`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote

_AT = r"(?:@|\s?[(\[{]\s?(?:@|at|arroba|arobase)\s?[)\]}]\s?)"
_DOT = r"(?:\.|\s?[(\[{]\s?(?:\.|dot|punto|point)\s?[)\]}]\s?)"
_EMAIL = re.compile(rf"(?<![\w.+-])[\w.+-]+{_AT}[\w-]+(?:{_DOT}[\w-]+)+", re.IGNORECASE)
_CALLED = r"(?:us|me|at|on|no|nr|number|au|al)\b[\s.:]*"
_INTERNATIONAL = re.compile(r"(?:\+|\b00)\s?\(?\d(?:[\s().\-/]*\d){6,}")
_NATIONAL = tuple(
    (fewest, re.compile(pattern, re.IGNORECASE))
    for fewest, pattern in (
        (9, r"(?<![\w.,/-])0\d{1,4}[\s./-]?\d{2,8}(?:([\s.-])\d{2,4}(?:\1\d{2,4}){0,2})?(?!\w)"),  # 022 555 01 00
        (8, r"\((?:0\d{1,4}|[2-9]\d\d?)\)\s?\d{3,4}(?:[\s.-]?\d{2,4}){1,3}(?!\w)"),  # (212) 555-0100
        (10, r"(?<![\w.,/-])[2-9]\d\d([.-])\d{3}\1\d{4}(?!\w)"),  # 212-555-0100
        (
            6,  # tel. 55 50 10
            r"\b(?:t[eé]l[eé]fono|t[eé]l[eé]phone|t[eé]l|phone|fax|hotline|mobile|m[oó]vil|whatsapp)\b"
            rf"[\s.:]*(?:{_CALLED}){{0,2}}(?P<number>\(?\d(?:[\s().\-/]*\d){{5,}})",
        ),
        (
            6,  # call 555 0100, but not: call 1 200 000 people
            rf"\b(?:call|appelez|llame)\b[\s.:]*(?:{_CALLED}){{0,2}}"
            r"(?![1-9]\d{0,2}(?:\s\d{3})+\s[a-z])(?P<number>\(?\d(?:[\s().\-/]*\d){5,})",
        ),
    )
)
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"{_YEAR}[\s/-]+{_YEAR}|{_YEAR}-\d\d(?:-\d\d)?|\d\d?[\s./-]\d\d?[\s./-]{_YEAR}|\d\d?[./]{_YEAR}"
    rf"|\([2-9]\d\d?\)\s?{_YEAR}[\s/-]{_YEAR}"
)
_CONTACT_SCHEME = re.compile(r"(?:mailto|tel|sms|callto|whatsapp|skype):|https?://wa\.me/", re.IGNORECASE)
_PLUS = re.compile(r"(?<!\w)\+\d(?:[\s().-]?\d){6,}")
_LIST_MARK = re.compile(r"^(?:[•·▪◦‣*–—-]\s+)+")
_MAX_WORDS = 8


def normalise(text: str) -> str:
    r"""Return `text` in the form `n1`. Normalising twice changes nothing.

    >>> normalise("  health\u00a0 ser\u00advices ")
    'health services'
    """
    return " ".join(unicodedata.normalize("NFKC", text.replace("\u00ad", "")).split())


def paragraphs(text: str) -> list[str]:
    r"""Return the paragraphs of a text, normalised; paragraph *n* is item *n - 1*.

    >>> paragraphs("One\n\n  Two ")
    ['One', 'Two']
    """
    return [paragraph for line in text.split("\n") if (paragraph := normalise(line))]


def paragraph_digest(paragraph: str) -> str:
    """Return the SHA-256 of a paragraph in the form `n1`, as 64 hexadecimal digits.

    >>> paragraph_digest("One")[:8]
    '8b125077'
    """
    return hashlib.sha256(normalise(paragraph).encode()).hexdigest()


def text_digest(text: str) -> str:
    r"""Return the SHA-256 of a text: of its paragraphs joined by LF, as 64 hexadecimal digits.

    >>> text_digest("One\n\nTwo") == text_digest("One \nTwo\n")
    True
    """
    return hashlib.sha256("\n".join(paragraphs(text)).encode()).hexdigest()


def holds_contact(text: str) -> bool:
    """Tell whether a text holds an e-mail address or a telephone number.

    An address may be disguised (`name (at) host.org`). A telephone number is one in international form, one that begins
    with 0 or with an area code in brackets, or one after a word such as `tel.` or `call`. Dates, ranges of years and
    numbers of documents are none.

    >>> holds_contact("write to someone@example.org"), holds_contact("tel. 022 555 01 00")
    (True, True)
    >>> holds_contact("resolution 1244 (1999)"), holds_contact("on 01.02.2018, for 1 200 000 people")
    (False, False)
    """
    return bool(_EMAIL.search(text) or _INTERNATIONAL.search(text)) or any(
        sum(map(str.isdigit, number)) >= fewest and not _DATE.fullmatch(number)
        for fewest, pattern in _NATIONAL
        for match in pattern.finditer(text)
        for number in [match.groupdict().get("number") or match.group()]
    )


def address_holds_contact(iri: str) -> bool:
    """Tell whether an IRI, percent-encoded or not, is or holds an e-mail address or a telephone number.

    >>> address_holds_contact("https://example.org/ask?to=someone%40example.org"), address_holds_contact("tel:5550100")
    (True, True)
    >>> address_holds_contact("https://example.org/@channel/0012345678")
    False
    """
    plain = unquote(iri)
    return bool(_CONTACT_SCHEME.match(plain) or _EMAIL.search(plain) or _PLUS.search(plain))


def passage_slug(number: int) -> str:
    """Return the last part of a paragraph's IRI.

    >>> passage_slug(8), passage_slug(112)
    ('p08', 'p112')
    """
    return f"p{number:02d}"


def text_fragment(paragraph_list: Sequence[str], number: int) -> str | None:
    """Return the text fragment that finds paragraph `number` (from 1) among the paragraphs of a page, or None.

    The form is `#:~:text=start,end` (or `#:~:text=start` for a short paragraph), in at most eight words, grown until
    the first match on the page is this paragraph; see https://wicg.github.io/scroll-to-text-fragment/. None if eight
    words do not suffice, or if the paragraph holds an e-mail address or a telephone number. A list mark at the start
    is left out: a browser shows it, but it is not part of the text.

    >>> text_fragment(["Skip", "Migrants have a right to health care wherever they live today"], 2)
    '#:~:text=Migrants,today'
    """
    paragraph = paragraph_list[number - 1]
    words = _LIST_MARK.sub("", paragraph).split()
    if not any(each.isalnum() for each in "".join(words)) or holds_contact(paragraph):
        return None
    shown = [_LIST_MARK.sub("", each).casefold() for each in paragraph_list]
    page = " ".join(shown)
    begin = len(" ".join([*shown[: number - 1], ""]))
    finish = begin + len(" ".join(words).casefold())
    if len(words) <= _MAX_WORDS // 2 and _first(page, " ".join(words).casefold(), 0) == begin:
        return f"#:~:text={_encoded(words)}"
    for head, tail in _sizes(len(words)):
        start = " ".join(words[:head]).casefold()
        end = " ".join(words[-tail:]).casefold()
        if _first(page, start, 0) == begin:
            found = _first(page, end, begin + len(start))
            if found is not None and found + len(end) == finish:
                return f"#:~:text={_encoded(words[:head])},{_encoded(words[-tail:])}"
    return None


def _sizes(count: int) -> Iterator[tuple[int, int]]:
    for total in range(2, min(_MAX_WORDS, count) + 1):
        yield (total + 1) // 2, total // 2


def _first(page: str, words: str, start: int) -> int | None:
    match = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(page, start)
    return match.start() if match else None


def _encoded(words: Sequence[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
