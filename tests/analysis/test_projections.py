"""Tests: the networks derived from the whole."""

from __future__ import annotations

import itertools

import pytest

from mhgraph.analysis.network import Network
from mhgraph.analysis.projections import (
    PROJECTIONS,
    relate_actors,
    relate_actors_to_provisions,
    relate_instruments,
    relate_people_to_bodies,
)
from mhgraph.graph import Ledger
from mhgraph.model import Model
from tests.analysis.small import add, entities, iri, say


def test_actors_meet_at_events_and_people_stand_for_their_bodies(whole: Network, model: Model) -> None:
    network = relate_actors(whole, model)
    board, hillside = iri("actor:riverside-health-board"), iri("actor:hillside-council")
    ministry, vale = iri("actor:vale-health-ministry"), iri("actor:vale")
    assert set(network) == {board, hillside, vale, ministry, iri("actor:lakeside-council")}
    met = itertools.combinations((board, hillside, ministry, vale), 2)
    assert {frozenset(pair) for pair in network.edges} == {frozenset(pair) for pair in met}
    tie = network.edges[board, hillside]
    assert tie["through"] == (iri("event:village-compact-launch"),)
    assert (tie["weight"], tie["newman"], tie["ledger"], tie["earliest"]) == (1, 0.333333, "stated", "2031-04-02")


def test_two_events_weigh_two_and_a_large_event_ties_less(model: Model) -> None:
    network = entities("a", "b", "c")
    for event in ("small", "large"):
        add(network, event, "mh:Event")
    for event, actor in (("small", "a"), ("small", "b"), ("large", "a"), ("large", "b"), ("large", "c")):
        say(network, event, "mh:hasOrganizer", actor)
    found = relate_actors(network, model)
    assert (found.edges["a", "b"]["weight"], found.edges["a", "b"]["newman"]) == (2, 1.5)
    assert (found.edges["a", "c"]["weight"], found.edges["a", "c"]["newman"]) == (1, 0.5)


def test_a_tie_is_as_strong_as_its_weakest_statement_and_its_strongest_way(model: Model) -> None:
    network = entities("a", "b")
    add(network, "e", "mh:Event")
    add(network, "f", "mh:Event")
    say(network, "e", "mh:hasOrganizer", "a")
    say(network, "e", "mh:hasOrganizer", "b", Ledger.JUDGED)
    assert relate_actors(network, model).edges["a", "b"]["ledger"] == "judged"
    say(network, "f", "mh:hasHost", "a")
    say(network, "b", "mh:takesPartIn", "f", Ledger.INFERRED)
    assert relate_actors(network, model).edges["a", "b"]["ledger"] == "judged"
    say(network, "f", "mh:hasOrganizer", "b")
    assert relate_actors(network, model).edges["a", "b"]["ledger"] == "stated"


def test_only_organizers_count_if_wished(model: Model) -> None:
    network = entities("a", "b")
    add(network, "e", "mh:Event")
    say(network, "e", "mh:hasOrganizer", "a")
    say(network, "b", "mh:takesPartIn", "e", Ledger.INFERRED)
    assert set(relate_actors(network, model, organizers_only=True)) == {"a"}


def test_being_in_a_series_is_no_meeting(model: Model) -> None:
    network = entities("a", "b")
    add(network, "s", "mh:EventSeries")
    say(network, "a", "mh:takesPartIn", "s")
    say(network, "b", "mh:takesPartIn", "s")
    assert not list(relate_actors(network, model))


def test_actors_and_provisions_through_what_they_did(whole: Network, model: Model) -> None:
    network = relate_actors_to_provisions(whole, model)
    found = {(one, other): data["through"] for one, other, data in network.edges(data=True)}
    expected = {
        ("actor:riverside-health-board", "provision:vhc-1"): ("event:village-compact-launch", "rec:test-wells"),
        ("actor:riverside-health-board", "provision:vhc-1a"): ("rec:test-wells",),
        ("actor:riverside-health-board", "provision:vhc-2"): ("rec:keep-clinic-boat",),
        ("actor:hillside-council", "provision:vhc-1"): ("event:village-compact-launch",),
        ("actor:vale", "provision:vhc-1"): ("event:village-compact-launch",),
        ("actor:vale-health-ministry", "provision:vhc-1"): ("event:village-compact-launch",),
        ("actor:valley-health-network", "provision:vhc-1"): ("rec:valley-review-test-before-summer",),
        ("actor:lakeside-council", "provision:vhc-2"): (
            *("commitment:second-boat", "event:village-compact-launch-afternoon", "practice:clinic-boat"),
        ),
    }
    assert found == {
        (iri(actor), iri(provision)): tuple(map(iri, through)) for (actor, provision), through in expected.items()
    }
    assert {data["mode"] for _, data in network.nodes(data=True) if data["type"] == iri("mh:Provision")} == {1}


def test_relations_of_provisions_are_lifted_to_their_instruments(real: Network, model: Model) -> None:
    network = relate_instruments(real, model)
    edge = network.edges[
        iri("instrument:gcm"), iri("instrument:who-framework-refugees-migrants-health"), iri("mh:cites")
    ]
    assert edge["parts"] == ((iri("provision:gcm-15e"), iri("instrument:who-framework-refugees-migrants-health")),)
    assert edge["earliest"] == network.nodes[iri("instrument:gcm")]["earliest"]
    assert {data["type"] for _, data in network.nodes(data=True)} == {iri("mh:Instrument")}


def test_people_speak_for_bodies(whole: Network, model: Model) -> None:
    network = relate_people_to_bodies(whole, model)
    found = {(one, key, other) for one, other, key in network.edges(keys=True)}
    assert (iri("person:mara-venn"), iri("mh:isOnBehalfOf"), iri("actor:riverside-health-board")) in found
    assert (iri("group:wells"), iri("mh:isPartOfBody"), iri("actor:valley-health-network")) in found
    assert not [key for _, key, _ in found if key == iri("mh:hasMember")]
    edge = network.edges[iri("actor:hillside-council"), iri("group:wells"), iri("mh:isIn")]
    assert (edge["through"], edge["ledger"]) == ((iri("membership:hillside-council-wells-co-lead"),), "stated")
    assert len(edge["passages"]) == 2
    edge = network.edges[iri("person:tobin-ash"), iri("actor:hillside-council"), iri("mh:isOnBehalfOf")]
    assert edge["through"] == (iri("participation:ash-village-compact-launch"),)


@pytest.mark.parametrize("name", sorted(PROJECTIONS))
def test_every_edge_of_every_projection_keeps_its_evidence(real: Network, model: Model, name: str) -> None:
    network = PROJECTIONS[name](real, model)
    assert network.number_of_edges()
    for _, _, data in network.edges(data=True):
        assert {"ledger", "supports", "passages", "earliest", "latest"} <= data.keys()
        assert data["ledger"] or data["predicate"] == iri("dcterms:isPartOf")
        assert bool(data["passages"]) == bool(data["ledger"])
