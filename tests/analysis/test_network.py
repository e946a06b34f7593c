"""Tests: the network of entities."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Triple

from mhgraph.analysis.network import Network, choose_label, entity_network
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.namespaces import DCTERMS
from mhgraph.project.folders import Project
from tests.analysis.small import iri

CLASSES = (
    *("mh:Organization", "mh:CoordinationBody", "mh:Person", "mh:Place", "mh:Instrument", "mh:Provision"),
    *("mh:Commitment", "mh:Event", "mh:EventSet", "mh:EventSeries", "mh:Process", "mh:Milestone", "mh:Participation"),
    *("mh:Membership", "mh:Recommendation", "mh:Position", "mh:ReportedFigure", "mh:Practice"),
)
LISTED = ", ".join(f"<{iri(name)}>" for name in CLASSES)


def test_the_nodes_are_the_entities_that_sparql_counts(small: BaseGraph, whole: Network) -> None:
    rows = small.select(f"SELECT DISTINCT ?e WHERE {{ ?e a ?c . FILTER(?c IN ({LISTED})) }}").rows
    assert {getattr(row[0], "value", "") for row in rows} == set(whole.nodes)


@pytest.mark.parametrize("ledgers", [set(Ledger), {Ledger.STATED}, {Ledger.STATED, Ledger.JUDGED}])
def test_the_edges_are_the_statements_that_sparql_counts(small_project: Project, ledgers: set[Ledger]) -> None:
    graph = load_graph(small_project, ledgers)
    network = entity_network(graph)
    ends = f"FILTER(?c IN ({LISTED}) && ?d IN ({LISTED}))"
    # countries are named by entity files and claimed by no ledger; that two names mean one thing is no edge
    others = f"FILTER(?p NOT IN (<{iri('mh:hasCountry')}>, <{iri('mh:sameAs')}>))"
    rows = graph.select(f"SELECT DISTINCT ?s ?p ?o WHERE {{ ?s a ?c ; ?p ?o . ?o a ?d . {ends} {others} }}").rows
    claims = {(one, key, other) for one, other, key in network.edges(keys=True)}
    known = {tuple(getattr(term, "value", "") for term in row) for row in rows}
    assert {(one, key, other) for one, key, other in known if one in network and other in network} == claims
    drawn = ledgers - {Ledger.INDEXED}  # topics are no nodes
    assert {data["ledger"] for *_, data in network.edges(data=True)} == {"", *(ledger.value for ledger in drawn)}


def test_a_provision_that_nothing_mentions_is_no_node(small_copy: Project) -> None:
    path = small_copy.root / "data/entities/provision/provision.ttl"
    kind = iri("mh:Provision")
    more = f"\nprovision:vhc-9 a <{kind}> ;\n\tdcterms:isPartOf instrument:village-health-compact .\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    network = entity_network(load_graph(small_copy))
    assert iri("provision:vhc-1") in network
    assert iri("provision:vhc-9") not in network


def test_a_statement_in_two_ledgers_has_the_strongest_and_all_its_grounds(small_copy: Project) -> None:
    path = small_copy.root / "data/sources/riverside-launch-notice.trig"
    text = path.read_text(encoding="utf-8")
    said = f"<{iri('practice:clinic-boat')}> mh:takesUp rec:keep-clinic-boat ."
    assert ":p08 {\n" in text
    path.write_text(text.replace(":p08 {\n", f":p08 {{\n\t{said}\n", 1), encoding="utf-8")
    whole = entity_network(load_graph(small_copy))
    edge = whole.edges[iri("practice:clinic-boat"), iri("rec:keep-clinic-boat"), iri("mh:takesUp")]
    assert edge["ledger"] == "stated"
    assert [support.ledger for support in edge["supports"]] == [Ledger.STATED, Ledger.JUDGED]
    assert edge["supports"][1].reason.startswith("The Board asked for a boat")
    assert len(edge["passages"]) == 2


def test_the_supports_of_an_edge_are_those_of_its_statement(small: BaseGraph, whole: Network) -> None:
    edges = {
        Triple(NamedNode(one), NamedNode(key), NamedNode(other)): data["supports"]
        for one, other, key, data in whole.edges(keys=True, data=True)
    }
    assert small.evidence(edges) == edges


def test_structure_is_an_edge_without_a_ledger(whole: Network) -> None:
    edge = whole.edges[iri("provision:vhc-1a"), iri("provision:vhc-1"), f"{DCTERMS}isPartOf"]
    assert (edge["ledger"], edge["supports"], edge["passages"]) == ("", (), ())


def test_a_participation_has_the_date_of_its_event(whole: Network) -> None:
    event = whole.nodes[iri("event:village-compact-launch")]
    assert (event["earliest"], event["latest"]) == ("2031-04-02", "2031-04-03")
    took = whole.edges[
        iri("participation:venn-village-compact-launch"), iri("person:mara-venn"), iri("mh:isParticipationOf")
    ]
    assert (took["earliest"], took["latest"]) == ("2031-04-02", "2031-04-03")
    member = whole.edges[
        iri("membership:lakeside-council-wells-co-lead"), iri("actor:lakeside-council"), iri("mh:isMembershipOf")
    ]
    assert (member["earliest"], member["latest"]) == (None, None)


def test_kinds_and_status_are_attributes(whole: Network) -> None:
    event = whole.nodes[iri("event:village-compact-launch")]
    assert event["kinds"] == (iri("concept:event-conference"),)
    assert event["concepts"][iri("mh:hasStatus")] == (iri("concept:status-held"),)
    assert not [name for name in whole if "/concept/" in name]


def test_concepts_are_nodes_only_when_wished(small: BaseGraph, whole: Network) -> None:
    network = entity_network(small, concepts=True)
    extra = set(network) - set(whole)
    assert iri("concept:topic-well-water") in extra
    assert iri("concept:constituency-villages") in extra
    assert {network.nodes[name]["type"] for name in extra} == {iri("skos:Concept")}
    assert not [name for name in extra if "/concept/status" in name or "/concept/event" in name]


def test_labels_are_of_the_wished_languages_or_of_any(small: BaseGraph) -> None:
    network = entity_network(small, languages=["fr"])
    compact = network.nodes[iri("instrument:village-health-compact")]
    assert compact["labels"] == {"fr": "Pacte de santé des villages"}
    assert network.nodes[iri("actor:valley-register")]["labels"] == {"en": "Valley Register"}
    assert choose_label(compact, "es") == "Pacte de santé des villages"
    assert choose_label({"labels": {}, "curie": "actor:x"}) == "actor:x"


def test_twice_is_the_same_order(small_project: Project) -> None:
    one, other = (entity_network(load_graph(small_project)) for _ in range(2))
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_a_region_of_the_language_comes_before_another_language() -> None:
    labels = {"en": "labour", "en-us": "labor", "fr-ca": "travail"}
    assert choose_label({"labels": labels}, "fr") == "travail"
    assert choose_label({"labels": labels}, "en-us") == "labor"
    assert choose_label({"labels": labels}, "es") == "labour"


def test_a_relation_reads_as_its_label(whole: Network) -> None:
    took = whole.edges[
        iri("participation:venn-village-compact-launch"), iri("person:mara-venn"), iri("mh:isParticipationOf")
    ]
    assert choose_label(took) == "is participation of"
    assert choose_label(took, "fr") == "est la participation de"
    part = whole.edges[iri("provision:vhc-1a"), iri("provision:vhc-1"), f"{DCTERMS}isPartOf"]
    assert [choose_label(part, tag) for tag in ("en", "fr", "es")] == [
        "is part of",
        "fait partie de",
        "forma parte de",
    ]
