"""Tests: everything as a network; the derived networks."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Triple

from mhgraph.graph import Corpus, Ledger, load_corpus
from mhgraph.graph.evidence import supports
from mhgraph.namespaces import DCTERMS, MH, from_curie
from mhgraph.analysis.projections import (
    PROJECTIONS,
    actors_and_provisions,
    actors_by_events,
    instruments,
    people_and_bodies,
)
from mhgraph.analysis.network import Network, everything, label
from mhgraph.project.folders import Project
from tests.analysis.small import add, entities, say

CLASSES = (
    *("Organization", "CoordinationBody", "Person", "Place", "Instrument", "Provision", "Commitment", "Event"),
    *("EventSet", "EventSeries", "Process", "Milestone", "Participation", "Recommendation", "Position"),
    *("ReportedFigure", "Practice"),
)


def iri(curie: str) -> str:
    found = from_curie(curie)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def whole(small: Corpus) -> Network:
    return everything(small)


def test_the_nodes_are_the_entities_that_sparql_counts(small: Corpus, whole: Network) -> None:
    classes = " ".join(f"<{MH}{each}>" for each in CLASSES)
    rows = small.engine.select(f"SELECT DISTINCT ?e WHERE {{ VALUES ?c {{ {classes} }} ?e a ?c }}").rows
    assert {getattr(row[0], "value", "") for row in rows} == set(whole.nodes)


@pytest.mark.parametrize("ledgers", [set(Ledger), {Ledger.STATED}, {Ledger.STATED, Ledger.JUDGED}])
def test_the_edges_are_the_statements_that_sparql_counts(small_project: Project, ledgers: set[Ledger]) -> None:
    corpus = load_corpus(small_project, ledgers)
    network = everything(corpus)
    classes = " ".join(f"<{MH}{each}>" for each in CLASSES)
    ends = f"VALUES ?c {{ {classes} }} VALUES ?d {{ {classes} }}"
    rows = corpus.engine.select(f"SELECT DISTINCT ?s ?p ?o WHERE {{ {ends} ?s a ?c ; ?p ?o . ?o a ?d }}").rows
    claims = {(one, key, other) for one, other, key in network.edges(keys=True)}
    known = {tuple(getattr(term, "value", "") for term in row) for row in rows}
    assert {(one, key, other) for one, key, other in known if one in network and other in network} == claims
    assert {data["ledger"] for *_, data in network.edges(data=True)} == {"", *(ledger.value for ledger in ledgers)}


def test_a_provision_that_nothing_mentions_is_no_node(shipped: Project) -> None:
    network = everything(load_corpus(shipped))
    assert iri("provision:gcm-15") in network
    assert iri("provision:gcm-7c") not in network


def test_a_statement_in_two_ledgers_has_the_strongest_and_all_its_grounds(whole: Network) -> None:
    edge = whole.edges[iri("rec:test-wells"), iri("provision:vhc-1"), f"{MH}addresses"]
    assert edge["ledger"] == "stated"
    assert [ground.ledger for ground in edge["grounds"]] == ["stated", "judged"]
    assert edge["grounds"][1].reason.startswith("Water is clean")
    assert len(edge["passages"]) == 2


def test_the_grounds_of_an_edge_are_the_supports_of_its_statement(small: Corpus, whole: Network) -> None:
    for one, other, key, data in whole.edges(keys=True, data=True):
        found = supports(small, Triple(NamedNode(one), NamedNode(key), NamedNode(other)))
        expected = [(each.ledger.value, each.graph, each.passages, each.reason) for each in found]
        assert [(each.ledger, each.graph, each.passages, each.reason) for each in data["grounds"]] == expected


def test_structure_is_an_edge_without_a_ledger(whole: Network) -> None:
    edge = whole.edges[iri("provision:vhc-1a"), iri("provision:vhc-1"), f"{DCTERMS}isPartOf"]
    assert (edge["ledger"], edge["grounds"], edge["passages"]) == ("", (), ())


def test_a_participation_has_the_date_of_its_event(whole: Network) -> None:
    event = whole.nodes[iri("event:village-compact-launch")]
    assert (event["earliest"], event["latest"]) == ("2031-04-02", "2031-04-03")
    took = whole.edges[iri("participation:venn-village-compact-launch"), iri("person:mara-venn"), f"{MH}participant"]
    assert (took["earliest"], took["latest"]) == ("2031-04-02", "2031-04-03")
    member = whole.edges[iri("group:wells"), iri("actor:lakeside-council"), f"{MH}coLead"]
    assert (member["earliest"], member["latest"]) == (None, None)


def test_kinds_and_status_are_attributes(whole: Network) -> None:
    event = whole.nodes[iri("event:village-compact-launch")]
    assert event["kinds"] == (iri("concept:event-conference"),)
    assert event["concepts"]["mh:status"] == (iri("concept:status-held"),)
    assert not [name for name in whole if "/concept/" in name]


def test_concepts_are_nodes_only_when_wished(small: Corpus, whole: Network) -> None:
    network = everything(small, concepts=True)
    extra = set(network) - set(whole)
    assert iri("concept:topic-well-water") in extra
    assert iri("concept:constituency-villages") in extra
    assert {network.nodes[name]["cls"] for name in extra} == {"Concept"}
    assert not [name for name in extra if "/concept/status" in name or "/concept/event" in name]


def test_labels_are_of_the_wished_languages_or_of_any(small: Corpus) -> None:
    network = everything(small, languages=["fr"])
    compact = network.nodes[iri("instrument:village-health-compact")]
    assert compact["labels"] == {"fr": "Pacte de santé des villages"}
    assert network.nodes[iri("provision:vhc-1a")]["labels"] == {"en": "Look after the wells"}
    assert label(compact, "es") == "Pacte de santé des villages"
    assert label({"labels": {}, "curie": "actor:x"}) == "actor:x"


def test_twice_is_the_same_order(small_project: Project) -> None:
    one, other = (everything(load_corpus(small_project)) for _ in range(2))
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_actors_meet_at_events_and_people_stand_for_their_bodies(whole: Network) -> None:
    network = actors_by_events(whole)
    board, hillside = iri("actor:riverside-health-board"), iri("actor:hillside-council")
    assert set(network) == {board, hillside, iri("actor:lakeside-council")}
    assert list(network.edges) in ([(board, hillside)], [(hillside, board)])
    tie = network.edges[board, hillside]
    assert tie["through"] == (iri("event:village-compact-launch"),)
    assert (tie["weight"], tie["newman"], tie["ledger"], tie["earliest"]) == (1, 1.0, "stated", "2031-04-02")


def test_two_events_weigh_two_and_a_large_event_ties_less() -> None:
    network = entities("a", "b", "c")
    for event in ("small", "large"):
        add(network, event, "Event")
    for event, actor in (("small", "a"), ("small", "b"), ("large", "a"), ("large", "b"), ("large", "c")):
        say(network, event, "organizer", actor)
    found = actors_by_events(network)
    assert (found.edges["a", "b"]["weight"], found.edges["a", "b"]["newman"]) == (2, 1.5)
    assert (found.edges["a", "c"]["weight"], found.edges["a", "c"]["newman"]) == (1, 0.5)


def test_a_tie_is_as_strong_as_its_weakest_statement_and_its_strongest_way() -> None:
    network = entities("a", "b")
    add(network, "e", "Event")
    add(network, "f", "Event")
    say(network, "e", "organizer", "a")
    say(network, "e", "organizer", "b", "judged")
    assert actors_by_events(network).edges["a", "b"]["ledger"] == "judged"
    say(network, "f", "host", "a")
    say(network, "b", "takesPartIn", "f", "inferred")
    assert actors_by_events(network).edges["a", "b"]["ledger"] == "judged"
    say(network, "f", "organizer", "b")
    assert actors_by_events(network).edges["a", "b"]["ledger"] == "stated"


def test_only_organizers_count_if_wished() -> None:
    network = entities("a", "b")
    add(network, "e", "Event")
    say(network, "e", "organizer", "a")
    say(network, "b", "takesPartIn", "e", "inferred")
    assert set(actors_by_events(network, organizers_only=True)) == {"a"}


def test_being_in_a_series_is_no_meeting() -> None:
    network = entities("a", "b")
    add(network, "s", "EventSeries")
    say(network, "a", "takesPartIn", "s")
    say(network, "b", "takesPartIn", "s")
    assert not list(actors_by_events(network))


def test_actors_and_provisions_through_what_they_did(whole: Network) -> None:
    network = actors_and_provisions(whole)
    found = {(one, other): data["through"] for one, other, data in network.edges(data=True)}
    board, wells, boat = (
        iri(each) for each in ("actor:riverside-health-board", "rec:test-wells", "rec:keep-clinic-boat")
    )
    launch = iri("event:village-compact-launch")
    assert found == {
        (board, iri("provision:vhc-1")): (launch, wells),
        (board, iri("provision:vhc-1a")): (wells,),
        (board, iri("provision:vhc-2")): (boat,),
        (iri("actor:hillside-council"), iri("provision:vhc-1")): (launch,),
        (iri("actor:lakeside-council"), iri("provision:vhc-2")): (iri("commitment:second-boat"),),
    }
    assert {data["mode"] for _, data in network.nodes(data=True) if data["cls"] == "Provision"} == {1}


def test_relations_of_provisions_are_lifted_to_their_instruments(shipped: Project) -> None:
    network = instruments(everything(load_corpus(shipped)))
    edge = network.edges[iri("instrument:gcm"), iri("instrument:who-framework-refugees-migrants-health"), f"{MH}notes"]
    assert edge["parts"] == ((iri("provision:gcm-15e"), iri("instrument:who-framework-refugees-migrants-health")),)
    assert edge["earliest"] == network.nodes[iri("instrument:gcm")]["earliest"]
    assert {data["cls"] for _, data in network.nodes(data=True)} == {"Instrument"}


def test_people_speak_for_bodies(whole: Network) -> None:
    network = people_and_bodies(whole)
    found = {(one, key, other) for one, other, key in network.edges(keys=True)}
    assert (iri("person:mara-venn"), f"{MH}onBehalfOf", iri("actor:riverside-health-board")) in found
    assert (iri("group:wells"), f"{MH}coLead", iri("actor:hillside-council")) in found
    edge = network.edges[iri("person:tobin-ash"), iri("actor:hillside-council"), f"{MH}onBehalfOf"]
    assert edge["through"] == (iri("participation:ash-village-compact-launch"),)


@pytest.mark.parametrize("name", sorted(PROJECTIONS))
def test_every_edge_of_every_projection_keeps_its_evidence(shipped: Project, name: str) -> None:
    network = PROJECTIONS[name](everything(load_corpus(shipped)))
    assert network.number_of_edges()
    for _, _, data in network.edges(data=True):
        assert {"ledger", "grounds", "passages", "earliest", "latest"} <= data.keys()
        assert data["ledger"] or data["relation"] == "dcterms:isPartOf"
        assert bool(data["passages"]) == bool(data["ledger"])
