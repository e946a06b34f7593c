"""Tests: ties by year."""

from __future__ import annotations

from mhgraph.graph import Corpus
from mhgraph.analysis.projections import actors_by_events
from mhgraph.analysis.evolution import UNDATED, evolution
from mhgraph.analysis.network import Network, everything
from tests.analysis.small import add, entities, say


def meetings() -> Network:
    """`a` and `b` meet in 2016, from 2017 into 2018, and once without a date; `c` joins them in the second."""
    network = entities("a", "b", "c")
    spans = {
        "first": ("2016-03-01", "2016-03-02"),
        "long": ("2017-12-30", "2018-01-02"),
        "some time": (None, None),
    }
    for name, (earliest, latest) in spans.items():
        add(network, name, "Event", earliest=earliest, latest=latest)
        for actor in "abc" if name == "long" else "ab":
            say(network, name, "organizer", actor)
    return network


def test_ties_by_year_with_what_is_new_and_kept() -> None:
    network = meetings()
    found = evolution(network, actors_by_events(network))
    assert [(each.year, len(each.events), each.actors, each.ties, each.new, each.kept) for each in found] == [
        ("2016", 1, 2, 1, 1, 0),
        ("2017", 1, 3, 3, 2, 1),
        ("2018", 1, 3, 3, 0, 3),
        (UNDATED, 1, 2, 1, None, None),
    ]
    assert found[0].most_tied == (("a", 1), ("b", 1))


def test_the_ties_of_one_actor() -> None:
    network = meetings()
    found = evolution(network, actors_by_events(network), "c")
    assert [(each.year, each.ties, each.new) for each in found] == [("2017", 2, 2), ("2018", 2, 0)]


def test_the_small_corpus_has_one_meeting_in_2031(small: Corpus) -> None:
    network = everything(small)
    found = evolution(network, actors_by_events(network))
    assert [(each.year, each.ties, each.new) for each in found] == [("2031", 1, 1)]
