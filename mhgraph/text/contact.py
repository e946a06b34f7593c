"""Contact data, which belongs into no data file: e-mail addresses and telephone numbers, in a text or in an address."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

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

_REMEMBERED = 2**16
"""How many answers are remembered: names, and texts in three languages, come again and again."""


@lru_cache(maxsize=_REMEMBERED)
def holds_contact(text: str) -> bool:
    """Return whether a text holds an e-mail address or a telephone number.

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


@lru_cache(maxsize=_REMEMBERED)
def address_holds_contact(iri: str) -> bool:
    """Return whether an IRI, percent-encoded or not, is or holds an e-mail address or a telephone number.

    >>> address_holds_contact("https://example.org/ask?to=someone%40example.org"), address_holds_contact("tel:5550100")
    (True, True)
    >>> address_holds_contact("https://example.org/@channel/0012345678")
    False
    """
    plain = unquote(iri)
    return bool(_CONTACT_SCHEME.match(plain) or _EMAIL.search(plain) or _PLUS.search(plain))
