"""RDF terms: what a term can be, how terms are ordered, and the days that a date covers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from mhgraph.namespaces import DCTERMS, RDF, RDFS, XSD

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
"""Any RDF term that pyoxigraph can return."""
TYPE = NamedNode(f"{RDF}type")
LABEL = NamedNode(f"{RDFS}label")
PART_OF = NamedNode(f"{DCTERMS}isPartOf")
DEFAULT = DefaultGraph()
_NUMBER = re.compile(r"(\d+)")


def date_bounds(literal: Literal) -> tuple[Literal, Literal] | None:
    """Return the first and the last day (`xsd:date`) of a date, a month or a year; None for any other literal.

    >>> [day.value for day in date_bounds(Literal("2018-02", datatype=NamedNode(f"{XSD}gYearMonth")))]
    ['2018-02-01', '2018-02-28']
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", literal.value, re.ASCII)
    kind = literal.datatype.value.removeprefix(XSD)
    if match is None or kind != ("gYear", "gYearMonth", "date")[sum(part is not None for part in match.groups()[1:])]:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:  # a month or day of 00 is no date, and not the same as none
        first = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return _day(first), _day(date(year, month or 12, day or _last_day(year, month or 12)))


@lru_cache(maxsize=2**16)
def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key under which digits count as numbers.

    >>> sorted(["p10", "p9"], key=natural_key)
    ['p9', 'p10']
    """
    return tuple(_part_key(part) for part in _NUMBER.split(text))


def term_key(term: object) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Return a total order of terms: by value with numbers as numbers, then by the whole term."""
    return natural_key(getattr(term, "value", "")), str(term)


def _part_key(part: str) -> tuple[int, int, str]:
    """Return the key of a run of digits, by their size (Python refuses to read very long ones), or of other text."""
    if not part.isdecimal():
        return 0, 0, part
    digits = part.lstrip("0")
    return 1, len(digits), f"{digits} {part}"


def _last_day(year: int, month: int) -> int:
    """Return the number of days of a month; importing `calendar` costs 3 ms, more than all dates of the graph."""
    for day in (31, 30, 29):
        try:
            return date(year, month, day).day
        except ValueError:
            continue
    return 28


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=NamedNode(f"{XSD}date"))


def sort_triples(triples: Iterable[Triple]) -> list[Triple]:
    """Return triples as people read them: by subject, the type first, then by predicate and object."""
    return sorted(
        triples, key=lambda t: (term_key(t.subject), t.predicate != TYPE, t.predicate.value, term_key(t.object))
    )


def sort_quads(
    quads: Iterable[Quad],
    rank_subject: Callable[[Any, Any], Any],
    rank_predicate: Callable[[NamedNode], Any],
    rank_object: Callable[[Any], Any],
) -> list[Quad]:
    """Return distinct quads by subject and graph, then predicate, then object, by the ranks that these have.

    `rank_subject` is asked for graph and subject. Each is asked once for a thing, and objects are ranked only where a
    predicate has several: a key for every quad costs most of the time of sorting.
    """
    groups: defaultdict[tuple[Any, Any], defaultdict[NamedNode, list[Quad]]]
    groups = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        groups[quad.graph_name, quad.subject][quad.predicate].append(quad)
    predicates = {predicate for said in groups.values() for predicate in said}
    ranks = {predicate: rank for rank, predicate in enumerate(sorted(predicates, key=rank_predicate))}
    ordered: list[Quad] = []
    for said in (groups[pair] for pair in sorted(groups, key=lambda pair: rank_subject(*pair))):
        for predicate in sorted(said, key=ranks.__getitem__):
            values = said[predicate]
            if len(values) > 1:
                values.sort(key=lambda quad: rank_object(quad.object))
            ordered += values
    return ordered
