"""How the ties between actors change from year to year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mhgraph.analysis.network import Network
from mhgraph.analysis.projections import WeightedNetwork
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


def count_ties_by_year(network: Network, actors: WeightedNetwork, actor: str | None = None) -> list[Year]:
    """Return the ties of `actors` (of one actor, if given) by year, the undated last; years without a tie are left out.

    `actors` is a projection by events (`mhgraph.analysis.projections.relate_actors`) of `network`. An event counts in
    every year from its first day to its last; two actors are tied in a year if an event of that year ties them. What
    has no date is counted apart and takes no part in new and kept. No published formula: counts.

    Not for: growth or decline of cooperation. A year in which nothing was read looks like one in which nothing
    happened.
    """
    by_year: dict[str, dict[tuple[str, str], set[str]]] = {}
    for one, other, data in actors.edges(data=True):
        if actor in (None, one, other):
            for event in data["through"]:
                for year in _list_years(network, event):
                    by_year.setdefault(year, {}).setdefault((one, other), set()).add(event)
    found: list[Year] = []
    seen: set[tuple[str, str]] = set()
    last: set[tuple[str, str]] = set()
    for year in sorted(by_year, key=lambda name: (name == UNDATED, name)):
        ties = by_year[year]
        dated = year != UNDATED
        new, kept = len(ties.keys() - seen) if dated else None, len(ties.keys() & last) if dated else None
        found.append(_describe_year(year, ties, new, kept))
        seen |= ties.keys()
        last = set(ties)
    return found


def _describe_year(year: str, ties: dict[tuple[str, str], set[str]], new: int | None, kept: int | None) -> Year:
    degree = Counter(actor for pair in ties for actor in pair)
    most = sorted(degree.items(), key=lambda item: (-item[1], natural_key(item[0])))
    events = {event for found in ties.values() for event in found}
    return Year(year, tuple(sorted(events, key=natural_key)), len(degree), len(ties), new, kept, tuple(most[:3]))


def _list_years(network: Network, event: str) -> Iterator[str]:
    earliest, latest = network.nodes[event]["earliest"], network.nodes[event]["latest"]
    if not earliest or not latest:
        yield UNDATED
        return
    yield from (f"{year:04}" for year in range(int(earliest[:4]), int(latest[:4]) + 1))
