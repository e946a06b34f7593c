"""Typography: what a page may print in another way without saying anything else.

Quotes, dashes, spaces beside signs, ligatures, and the mark of a list item. Of a paragraph that was read the graph
keeps a digest and no wording. So whether a line is that paragraph in another typography is found out by writing the
line in the ways that pages use, and digesting each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MOST_VARIANTS = 5_000
_DOUBLE = re.compile('(?:«\\s?|\\s?»|["“”„‟″])')
_SINGLE = re.compile("['‘’‚‛′`´]")
_DASH = "[-\u2010\u2012\u2013\u2014\u2015\u2212]"
_DOUBLE_DASH = re.compile(f"{_DASH}{{2,}}")
_SPACED_DASH = re.compile(rf" {_DASH}{{1,2}} |(?<=\w)[\u2014\u2015](?=\w)|(?<=\w)--(?=\w)")
_RANGE = re.compile(rf"(?<=\d) ?{_DASH} ?(?=\d)")
_HYPHEN = re.compile("[\u2010\u2012\u2013\u2212](?=\\w)")
_BEFORE_SIGN = re.compile(r"(?<=[\w)\]\"'”’]) (?=[;:!?%])")
_MARK = re.compile(r"^(?:[•·▪◦‣*–—-]\s+)+")
_MARKS = ("", "• ", "- ", "* ", "· ")
_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ĳ": "ij", "Ĳ": "IJ"}
_LIGATURE = re.compile("|".join(_LIGATURES))
_OPENS = re.compile(r"(?:^|(?<=[\s(\[{/—–-]))$")

_CLASSES = {
    "the mark of the list": _MARK,
    "quotes": re.compile(f"{_DOUBLE.pattern}|{_SINGLE.pattern}"),
    "dashes": re.compile(f"{_SPACED_DASH.pattern}|{_RANGE.pattern}|{_DASH}"),
    "ligatures": re.compile("|".join([*_LIGATURES, *_LIGATURES.values()])),
}


def fold_typography(paragraph: str) -> str:
    """Return a paragraph in one typography, the plainest; two that are then equal differ in nothing else.

    >>> fold_typography("• “Wells” – un cœur : ouvert")
    '"Wells" - un coeur: ouvert'
    """
    text = _MARK.sub("", paragraph)
    text = _SINGLE.sub("'", _DOUBLE.sub('"', text))
    text = _HYPHEN.sub("-", _SPACED_DASH.sub(" - ", _RANGE.sub("-", _DOUBLE_DASH.sub("—", text))))
    text = _LIGATURE.sub(lambda match: _LIGATURES[match.group()], text)
    return _BEFORE_SIGN.sub("", text)


def write_variants(paragraph: str) -> Iterator[str]:
    """Yield a paragraph in the typographies that pages use, each once, at most five thousand; the paragraph first.

    Within a paragraph each kind of sign is written in one way: a text that mixes them is not among its variants.

    >>> sorted(write_variants("it's"))[:2]
    ["* it's", '* it’s']
    """
    found = dict.fromkeys([paragraph])
    for vary in (
        _vary_quotes,
        _vary_apostrophes,
        _vary_dashes,
        _vary_ranges,
        _vary_ligatures,
        _vary_spaces,
        _vary_mark,
    ):
        for text in list(found):
            found.update(dict.fromkeys(vary(text)))
            if len(found) > _MOST_VARIANTS:
                break
    yield from list(found)[:_MOST_VARIANTS]


def name_differences(one: str, other: str) -> tuple[str, ...]:
    """Return in which kinds of signs two paragraphs differ that differ in typography.

    >>> name_differences("• it's", "it’s")
    ('the mark of the list', 'quotes')
    """
    found = tuple(name for name, signs in _CLASSES.items() if signs.findall(one) != signs.findall(other))
    return found or ("spaces",)


def _vary_quotes(text: str) -> Iterator[str]:
    plain = _DOUBLE.sub('"', text)
    if '"' in plain:
        yield plain
        for opening, closing in (("“", "”"), ("« ", " »"), ("«", "»"), ("„", "“"), ("”", "”")):
            yield _pair(plain, '"', opening, closing)


def _vary_apostrophes(text: str) -> Iterator[str]:
    plain = _SINGLE.sub("'", text)
    if "'" in plain:
        yield plain
        yield plain.replace("'", "’")
        yield _pair(plain, "'", "‘", "’")


def _vary_dashes(text: str) -> Iterator[str]:
    if _SPACED_DASH.search(text):
        for dash in (" - ", " – ", " — ", "—", "–", "--"):
            yield _SPACED_DASH.sub(dash, text)


def _vary_ranges(text: str) -> Iterator[str]:
    plain = _HYPHEN.sub("-", _RANGE.sub("-", text))
    yield plain
    yield _RANGE.sub("–", plain)
    yield re.sub(r"(?<=\w)-(?=\w)", "\u2010", plain)


def _vary_ligatures(text: str) -> Iterator[str]:
    if _LIGATURE.search(text):
        yield _LIGATURE.sub(lambda match: _LIGATURES[match.group()], text)
    for sign in ("œ", "æ"):
        yield text.replace(_LIGATURES[sign], sign)


def _vary_spaces(text: str) -> Iterator[str]:
    plain = _BEFORE_SIGN.sub("", text)
    yield plain
    yield re.sub(r"(?<=[\w)\]\"'”’])(?=[;:!?%](?:\s|$))", " ", plain)


def _vary_mark(text: str) -> Iterator[str]:
    bare = _MARK.sub("", text)
    yield from (f"{mark}{bare}" for mark in _MARKS)


def _pair(text: str, sign: str, opening: str, closing: str) -> str:
    """Return a text whose straight quotes open after a space or bracket, and close elsewhere."""

    def choose(match: re.Match[str]) -> str:
        return opening if _OPENS.search(text[: match.start()]) else closing

    return re.sub(re.escape(sign), choose, text)
