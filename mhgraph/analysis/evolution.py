"""How the ties between actors change from year to year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mhgraph.analysis.projections import Ties
from mhgraph.analysis.network import Network
from mhgraph.rdf.terms import natural_key

UNDATED = "undated"


@dataclass(frozen=True)
class Year:
    """The ties of one year, or of events without a date (`year` is UNDATED).

    `events` in which at least two actors met; the `actors` tied; the `ties` between them; how many of these `new` (in
    no earlier year) and `kept` (in the last year before that has any); `most_tied`, the actors with most ties, with
    their number. `new` and `kept` are None for the undated.
    """

    year: str
    events: tuple[str, ...]
    actors: int
    ties: int
    new: int | None
    kept: int | None
    most_tied: tuple[tuple[str, int], ...]


def evolution(network: Network, actors: Ties, actor: str | None = None) -> list[Year]:
    """Return the ties of `actors` (of one actor, if given) by year, the undated last; years without a tie are left out.

    `actors` is a projection by events (`mhgraph.analysis.projections.actors_by_events`) of `network`. An event counts in
    every year from its `mh:earliest` to its `mh:latest`; two actors are tied in a year if an event of that year ties
    them. What has no date is counted apart and takes no part in new and kept. No published formula: counts.

    Not for: growth or decline of cooperation. A year in which nothing was read looks like one in which nothing
    happened.
    """
    by_year: dict[str, dict[tuple[str, str], set[str]]] = {}
    for one, other, data in actors.edges(data=True):
        if actor is not None and actor not in (one, other):
            continue
        for event in data["through"]:
            for year in _years(network, event):
                by_year.setdefault(year, {}).setdefault((one, other), set()).add(event)
    found: list[Year] = []
    seen: set[tuple[str, str]] = set()
    last: set[tuple[str, str]] = set()
    for year in sorted(by_year, key=lambda name: (name == UNDATED, name)):
        ties = by_year[year]
        dated = year != UNDATED
        found.append(
            _year(year, ties, len(ties.keys() - seen) if dated else None, len(ties.keys() & last) if dated else None)
        )
        seen |= ties.keys()
        last = set(ties)
    return found


def _year(year: str, ties: dict[tuple[str, str], set[str]], new: int | None, kept: int | None) -> Year:
    degree: dict[str, int] = {}
    for pair in ties:
        for each in pair:
            degree[each] = degree.get(each, 0) + 1
    most = sorted(degree.items(), key=lambda item: (-item[1], natural_key(item[0])))
    events = {event for found in ties.values() for event in found}
    return Year(year, tuple(sorted(events, key=natural_key)), len(degree), len(ties), new, kept, tuple(most[:3]))


def _years(network: Network, event: str) -> Iterator[str]:
    earliest, latest = network.nodes[event]["earliest"], network.nodes[event]["latest"]
    if not earliest or not latest:
        yield UNDATED
        return
    yield from (f"{year:04}" for year in range(int(earliest[:4]), int(latest[:4]) + 1))
