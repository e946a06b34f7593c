"""Dates in running text."""

from __future__ import annotations

import pytest

from mhgraph.text.dates import find_dates


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("on 2 April 2031,", "en", "2031-04-02", ""),
        ("April 2nd, 2031", "en", "2031-04-02", ""),
        ("2031-04-02", "en", "2031-04-02", ""),
        ("16-18 May 2031", "en", "2031-05-16", "2031-05-18"),
        ("16 and 17 May 2031", "en", "2031-05-16", "2031-05-17"),
        ("May 16–18, 2031", "en", "2031-05-16", "2031-05-18"),
        ("30 May to 2 June 2031", "en", "2031-05-30", "2031-06-02"),
        ("30 December 2031 – 2 January 2032", "en", "2031-12-30", "2032-01-02"),
        ("in May 2031", "en", "2031-05", ""),
        ("du 16 au 18 mai 2031", "fr", "2031-05-16", "2031-05-18"),
        ("le 1er avril 2031", "fr", "2031-04-01", ""),
        ("2 de abril de 2031", "es", "2031-04-02", ""),
        ("del 2 al 4 de abril de 2031", "es", "2031-04-02", "2031-04-04"),
        ("2. April 2031", "de", "2031-04-02", ""),
        ("2 April 2031", "xx", "2031-04-02", ""),
        ("on 2 April", "en", "", ""),
    ],
)
def test_forms(text: str, language: str, first: str, last: str) -> None:
    (found,) = find_dates(text, language)
    assert (found.first, found.last, found.weekday) == (first, last, "")


@pytest.mark.parametrize("text", ["31 February 2031", "in 2031", "A/RES/73/195 of 2018", "12 marches", "may 2 people"])
def test_what_is_no_date(text: str) -> None:
    assert [date for date in find_dates(text) if date.first] == []


@pytest.mark.parametrize(
    ("text", "language", "weekday"),
    [
        ("Wednesday, 2 April 2031", "en", ""),
        ("Monday, 2 April 2031", "en", "Wednesday"),
        ("lundi 2 avril 2031", "fr", "mercredi"),
        ("lunes 2 de abril de 2031", "es", "miércoles"),
    ],
)
def test_a_weekday_that_does_not_fit(text: str, language: str, weekday: str) -> None:
    (found,) = find_dates(text, language)
    assert found.weekday == weekday
