"""Dates in running text, in the language of the text: the owner of Babel, which knows the names of months and days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_ORDINAL = r"(?:st|nd|rd|th|er|re|º|o|\.)?"
_DASH = r"\s?(?:[-–—]|\bto\b|\band\b|\bau\b|\bet\b|\bal\b|\by\b)\s?"
_OF = r"(?:\s(?:de|del|of|d'))?\s"


@dataclass(frozen=True)
class FoundDate:
    """A date that a text prints: the words, its first and last day, month or year (ISO 8601), and a wrong weekday.

    `first` is "" if the text gives no year; `last` is "" if it is no range. `weekday` says which day it was, if the
    text gives it another one.
    """

    words: str
    first: str
    last: str = ""
    weekday: str = ""


def find_dates(text: str, language: str = "en") -> list[FoundDate]:
    """Return the dates of a text that are as precise as a month, in their order; English ones are found in any text.

    >>> find_dates("It met on Monday, 2 April 2031 and from 16 to 18 May 2031.")
    [FoundDate(words='Monday, 2 April 2031', first='2031-04-02', last='', weekday='Wednesday'), \
FoundDate(words='16 to 18 May 2031', first='2031-05-16', last='2031-05-18', weekday='')]
    """
    found: list[tuple[int, int, FoundDate | None]] = []
    for tongue in dict.fromkeys((_known(language), "en")):
        names = _read_names(tongue)
        for pattern in _patterns(tongue):
            for match in pattern.finditer(text):
                if not any(start < match.end() and match.start() < end for start, end, _ in found):
                    found.append((match.start(), match.end(), _make(match, names)))
    return [made for _, _, made in sorted(found, key=lambda one: one[0]) if made is not None]


@dataclass(frozen=True)
class _Names:
    """The names of months and of weekdays in a language, in lower case, with their numbers (Monday is 0)."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    shown: tuple[str, ...]


def _known(language: str) -> str:
    """Return a language that Babel knows: the one given, else English."""
    from babel.core import UnknownLocaleError
    from babel.dates import get_month_names

    try:
        get_month_names(locale=language)
    except (UnknownLocaleError, ValueError):
        return "en"
    return language


@lru_cache(maxsize=16)
def _read_names(language: str) -> _Names:
    from babel.dates import get_day_names, get_month_names

    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, context, language).items():
                months[name.lower().rstrip(".")] = number
            for number, name in get_day_names(width, context, language).items():
                weekdays[name.lower().rstrip(".")] = number
    shown = get_day_names("wide", "stand-alone", language)
    return _Names(months, weekdays, tuple(shown[number] for number in range(7)))


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the forms of a date, the longest first."""
    names = _read_names(language)
    month, weekday = _alternatives(names.months), _alternatives(names.weekdays)
    before = rf"(?:\b(?P<weekday>{weekday})\.?,?\s(?:(?:le|the|el)\s)?)?"
    day, last = rf"(?P<day>\d{{1,2}}){_ORDINAL}", rf"(?:{_DASH}(?P<last>\d{{1,2}}){_ORDINAL})?"
    year = rf"(?:,?(?:{_OF})(?P<year>\d{{4}}))?"
    other = rf"{_DASH}(?P<last>\d{{1,2}}){_ORDINAL}{_OF}(?P<last_month>{month})\b\.?"
    forms = (
        rf"{before}(?<!\d){day}{_OF}(?P<month>{month})\b\.?(?:,?\s(?P<first_year>\d{{4}}))?{other}{year}",
        rf"{before}(?<!\d){day}{last}{_OF}(?P<month>{month})\b\.?{year}",
        rf"{before}\b(?P<month>{month})\b\.?\s{day}{last}(?!\d)(?:,?\s(?P<year>\d{{4}})\b)?",
        rf"\b(?P<month>{month})\b\.?(?:{_OF})(?P<year>\d{{4}})\b",
        r"(?<![\w/-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w/-])",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _alternatives(names: Mapping[str, int]) -> str:
    return "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))


def _make(match: re.Match[str], names: _Names) -> FoundDate | None:
    """Return the date that a match means; None if there is no such day."""
    group = match.groupdict()
    month = _number(group["month"], names)
    last_month = _number(group["last_month"], names) if group.get("last_month") else month
    day, year, words = group.get("day"), group.get("year"), match.group()
    if day is None:
        return FoundDate(words, f"{year}-{month:02d}")
    if year is None:
        return FoundDate(words, "")
    try:
        first = date(int(group.get("first_year") or year), month, int(day))
        last = date(int(year), last_month, int(group["last"])) if group.get("last") else None
    except ValueError:
        return None
    wrong = group.get("weekday") and names.weekdays[group["weekday"].lower()] != first.weekday()
    return FoundDate(words, str(first), str(last) if last else "", names.shown[first.weekday()] if wrong else "")


def _number(month: str, names: _Names) -> int:
    return int(month) if month.isdecimal() else names.months[month.lower()]
