"""Tests: ties by year."""

from __future__ import annotations

from mhgraph.analysis.evolution import UNDATED, count_ties_by_year
from mhgraph.analysis.network import Network
from mhgraph.analysis.projections import relate_actors
from mhgraph.model import Model
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
        add(network, name, "mh:Event", earliest=earliest, latest=latest)
        for actor in "abc" if name == "long" else "ab":
            say(network, name, "mh:hasOrganizer", actor)
    return network


def test_ties_by_year_with_what_is_new_and_kept(model: Model) -> None:
    network = meetings()
    found = count_ties_by_year(network, relate_actors(network, model))
    assert [(year.year, len(year.events), year.actors, year.ties, year.new, year.kept) for year in found] == [
        ("2016", 1, 2, 1, 1, 0),
        ("2017", 1, 3, 3, 2, 1),
        ("2018", 1, 3, 3, 0, 3),
        (UNDATED, 1, 2, 1, None, None),
    ]
    assert found[0].most_tied == (("a", 1), ("b", 1))


def test_the_ties_of_one_actor(model: Model) -> None:
    network = meetings()
    found = count_ties_by_year(network, relate_actors(network, model), "c")
    assert [(year.year, year.ties, year.new) for year in found] == [("2017", 2, 2), ("2018", 2, 0)]


def test_the_small_corpus_has_one_meeting_in_2031(whole: Network, model: Model) -> None:
    found = count_ties_by_year(whole, relate_actors(whole, model))
    assert [(year.year, year.ties, year.new) for year in found] == [("2031", 6, 6)]
