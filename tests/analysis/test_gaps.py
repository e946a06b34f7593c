"""Tests: gaps."""

from __future__ import annotations

from mhgraph.analysis.gaps import (
    GAPS,
    find_commitments_without_actor,
    find_gaps,
    find_provisions_only_judged,
    find_recommendations_without_follow_up,
)
from mhgraph.analysis.network import Network
from mhgraph.graph import Ledger
from mhgraph.model import Model
from mhgraph.namespaces import to_curie
from tests.analysis.small import BASE, add, entities, iri, say


def test_a_recommendation_is_followed_up_by_a_milestone_about_it_and_not_by_its_being_made() -> None:
    network = entities("asked", "answered", cls="mh:Recommendation")
    add(network, "made", "mh:Milestone", kinds=(f"{BASE}concept/milestone-recommendations-made",))
    add(network, "endorsed", "mh:Milestone", kinds=(f"{BASE}concept/milestone-endorsed",))
    say(network, "made", "mh:happensTo", "asked")
    say(network, "made", "mh:happensTo", "answered")
    say(network, "endorsed", "mh:happensTo", "answered")
    [gap] = find_recommendations_without_follow_up(network)
    assert (gap.iri, gap.known) == ("asked", ())
    assert len(gap.passages) == 1


def test_what_comes_later_on_the_same_provision_is_told_and_closes_nothing() -> None:
    network = entities("rec", cls="mh:Recommendation")
    add(network, "p", "mh:Provision")
    for name in ("before", "after"):
        add(network, name, "mh:Event")
    say(network, "rec", "mh:addresses", "p", earliest="2017-01-01", latest="2017-12-31")
    say(network, "before", "mh:addresses", "p", earliest="2017-06-01", latest="2017-06-01")
    say(network, "after", "mh:addresses", "p", earliest="2018-01-01", latest="2018-12-31")
    [gap] = find_recommendations_without_follow_up(network)
    assert gap.known == ("later on the same provision: 1",)


def test_a_constituency_is_no_actor(model: Model) -> None:
    network = entities("who")
    for name in ("pledged", "bound", "open"):
        add(network, name, "mh:Commitment")
    network.nodes["bound"]["concepts"] = {iri("mh:binds"): (f"{BASE}concept/constituency-member-states",)}
    say(network, "pledged", "mh:isPledgedBy", "who")
    found = {gap.iri: gap.known for gap in find_commitments_without_actor(network, model)}
    assert found == {"bound": ("binds member states",), "open": ("nobody is named as bound",)}


def test_one_stated_relation_is_enough_for_a_provision() -> None:
    network = entities("stated", "judged", "untouched", cls="mh:Provision")
    add(network, "e", "mh:Event")
    say(network, "e", "mh:addresses", "stated")
    say(network, "e", "mh:concerns", "stated", Ledger.JUDGED)
    say(network, "e", "mh:addresses", "judged", Ledger.JUDGED)
    [gap] = find_provisions_only_judged(network)
    assert (gap.iri, gap.known) == ("judged", ("relations: 1; judgements: 1",))


def test_gaps_of_the_small_corpus(whole: Network, model: Model) -> None:
    found = [(gap.gap, to_curie(gap.iri)) for gap in find_gaps(whole, model)]
    assert found == [
        (GAPS["recommendations"], "rec:keep-clinic-boat"),
        (GAPS["recommendations"], "rec:test-wells"),
        (GAPS["provisions"], "provision:vhc-1a"),
        (GAPS["provisions"], "provision:vhc-2"),
    ]
