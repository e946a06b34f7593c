"""Tests: uptake in three states."""

from __future__ import annotations

import pytest

from mhgraph.analysis.network import Network, entity_network
from mhgraph.analysis.uptake import EVIDENCED, NOT_FOUND, NOT_READ, STATES, Uptake, count_uptake, list_takers, summarize
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.namespaces import from_curie, to_curie
from mhgraph.project.folders import Project
from mhgraph.questions import ask
from tests.analysis.small import BASE, iri

WHOLE = ("riverside-launch-notice", "valley-register-launch", "village-health-compact")
"""The sources of the small project that were at hand whole, and speak of its Compact."""


def taken(graph: BaseGraph, within: str | None = None) -> dict[str, Uptake]:
    found = count_uptake(graph, entity_network(graph), from_curie(within) if within else None)
    return {to_curie(row.iri): row for row in found}


def some(found: Uptake) -> dict[str, int]:
    return {name: count for name, count in found.counts.items() if count}


def ways(found: Uptake) -> dict[tuple[str, str], int]:
    return {(to_curie(how), ledger): count for (how, ledger), count in found.ways.items()}


def test_what_takes_up_the_provisions_of_the_small_corpus(small: BaseGraph) -> None:
    found = taken(small)
    assert {name: some(uptake) for name, uptake in found.items()} == {
        "provision:vhc-1": {"events": 1, "recommendations": 2},
        "provision:vhc-1a": {"recommendations": 1},
        "provision:vhc-2": {"events": 1, "recommendations": 1, "pledges": 1, "practices": 1},
    }
    assert {uptake.state for uptake in found.values()} == {EVIDENCED}
    assert found["provision:vhc-1"].directly == 3
    assert tuple(found["provision:vhc-1"].counts) == list_takers(small.model)
    assert list_takers(small.model) == (
        *("commitments", "event sets", "events", "practices", "recommendations"),
        "pledges",
    )


def test_what_a_document_says_is_told_apart_from_what_a_curator_holds(small: BaseGraph) -> None:
    found = taken(small)
    assert ways(found["provision:vhc-1"]) == {("mh:addresses", "stated"): 2, ("mh:interprets", "stated"): 1}
    assert ways(found["provision:vhc-1a"]) == {("mh:bearsOn", "judged"): 1}
    assert ways(found["provision:vhc-2"]) == {("mh:bearsOn", "judged"): 4}


def test_an_announced_event_that_was_cancelled_is_no_uptake(small_copy: Project) -> None:
    path = small_copy.root / "data/sources/riverside-launch-notice.trig"
    text = path.read_text(encoding="utf-8")
    held = "concept:status-held"
    assert held in text
    path.write_text(text.replace(held, "concept:status-announced , concept:status-cancelled"), encoding="utf-8")
    found = taken(load_graph(small_copy))["provision:vhc-1"]
    assert (some(found), found.beside) == ({"recommendations": 2}, {"cancelled events": 1})
    path.write_text(text.replace(held, f"{held} , concept:status-cancelled"), encoding="utf-8")
    assert some(taken(load_graph(small_copy))["provision:vhc-1"])["events"] == 1


def test_an_objective_counts_what_addresses_its_parts(small_copy: Project) -> None:
    judgements = small_copy.root / "data/judgements/riverside-launch-notice.trig"
    text = judgements.read_text(encoding="utf-8")
    judgements.write_text(text.replace("provision:vhc-1 , provision:vhc-1a", "provision:vhc-1a"), encoding="utf-8")
    review = small_copy.root / "data/sources/valley-review.trig"
    rest = review.read_text(encoding="utf-8").replace("\t\tmh:addresses provision:vhc-1 ;\n", "")
    review.write_text(rest, encoding="utf-8")
    found = taken(load_graph(small_copy))
    assert some(found["provision:vhc-1"]) == {"events": 1, "recommendations": 2}
    assert found["provision:vhc-1"].directly == 2


def test_the_reading_and_the_date_are_on_every_figure(small: BaseGraph) -> None:
    for uptake in taken(small).values():
        assert (uptake.reading.sources, uptake.reading.whole) == (4, WHOLE)
        assert set(uptake.reading.speaking) == {*WHOLE, "valley-review"}
        assert uptake.dated == small.date >= "2031-06-01"


def new_provision(project: Project) -> None:
    path = project.root / "data/entities/provision/provision.ttl"
    text = path.read_text(encoding="utf-8")
    more = """
provision:vhc-9 a mh:Provision ;
	dcterms:isPartOf instrument:village-health-compact ;
	rdfs:label "Quiet nights"@en ;
	mh:hasKind concept:provision-objective .
"""
    path.write_text(text + more, encoding="utf-8")


def set_extent(project: Project, extent: str) -> None:
    for key in WHOLE:
        path = project.root / f"data/sources/{key}.trig"
        text = path.read_text(encoding="utf-8")
        assert "concept:extent-whole" in text
        path.write_text(text.replace("concept:extent-whole", f"concept:extent-{extent}"), encoding="utf-8")


def test_what_nobody_took_up_where_a_source_was_read_whole_is_not_found(small_copy: Project) -> None:
    new_provision(small_copy)
    assert taken(load_graph(small_copy))["provision:vhc-9"].state == NOT_FOUND


@pytest.mark.parametrize(("extent", "state"), [("body-only", NOT_FOUND), ("excerpt", NOT_READ), ("none", NOT_READ)])
def test_what_nobody_took_up_is_not_found_only_where_a_text_or_its_body_was_read(
    small_copy: Project, extent: str, state: str
) -> None:
    new_provision(small_copy)
    set_extent(small_copy, extent)
    found = taken(load_graph(small_copy))
    assert found["provision:vhc-9"].state == state
    assert found["provision:vhc-1"].state == EVIDENCED


def test_a_source_with_an_unread_paragraph_is_not_read_to_the_end(small_copy: Project) -> None:
    path = small_copy.root / "data/sources/riverside-launch-notice.trig"
    text = path.read_text(encoding="utf-8")
    line = "mh:holdsNoStatement concept:nothing-contact ;"
    assert line in text
    path.write_text(text.replace(f"\t{line}\n", ""), encoding="utf-8")
    reading = taken(load_graph(small_copy))["provision:vhc-1"].reading
    assert reading.whole == WHOLE[1:]


def test_a_provision_of_an_instrument_of_which_no_source_speaks_is_not_read(small_copy: Project) -> None:
    path = small_copy.root / "data/entities/instrument/instrument.ttl"
    more = f"""
instrument:salt-law a mh:Instrument ;
	rdfs:label "Salt Law"@en .

<{BASE}provision/salt-1> a mh:Provision ;
	dcterms:isPartOf instrument:salt-law ;
	rdfs:label "Salt for all"@en .
"""
    text = path.read_text(encoding="utf-8")
    prefix = "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
    path.write_text((text if prefix in text else prefix + text) + more, encoding="utf-8")
    found = taken(load_graph(small_copy))["provision:salt-1"]
    assert (found.state, found.reading.speaking, found.reading.sources) == (NOT_READ, (), 4)


def test_the_ledgers_change_what_is_evidenced_and_not_what_was_read(small_project: Project) -> None:
    stated = taken(load_graph(small_project, [Ledger.STATED]))
    assert stated["provision:vhc-2"].state == NOT_FOUND
    assert stated["provision:vhc-1"].state == EVIDENCED
    judged = taken(load_graph(small_project, [Ledger.JUDGED]))
    assert judged["provision:vhc-2"].reading == stated["provision:vhc-2"].reading
    # The recommendation and the pledge are made by passages; the boat is a thing of the entity files.
    assert some(judged["provision:vhc-2"]) == {"practices": 1}
    assert ways(judged["provision:vhc-2"]) == {("mh:bearsOn", "judged"): 1}


def test_within_an_objective_are_it_and_its_parts(small: BaseGraph) -> None:
    assert set(taken(small, "provision:vhc-1")) == {"provision:vhc-1", "provision:vhc-1a"}
    assert set(taken(small, "instrument:village-health-compact")) == set(taken(small))


def test_the_states_of_a_kind_add_up(shipped: Project) -> None:
    found = list(taken(load_graph(shipped)).values())
    for _, count, states in summarize(found):
        assert sum(states[state] for state in STATES) == count
    assert sum(count for _, count, _ in summarize(found)) == len(found)


def test_uptake_of_the_shipped_graph(shipped: Project) -> None:
    """A careful reader: access to services and health are taken up; labour recruitment is nowhere in the documents."""
    found = taken(load_graph(shipped))
    assert found["provision:gcm-15"].state == found["provision:gcm-15e"].state == EVIDENCED
    assert found["provision:gcm-6"].state == NOT_FOUND
    # What the Compact itself promises is not uptake of the Compact, nor is what is older than it.
    assert found["provision:gcm-15e"].beside["in its own instrument"] >= 1
    assert found["provision:gcm-15e"].beside["older than its instrument"] >= 1
    assert found["provision:gcm-15e"].counts["events"] >= 1
    assert found["provision:gcm-15"].total >= found["provision:gcm-15e"].total
    assert {ledger for _, ledger in ways(found["provision:gcm-15e"])} == {"judged"}


@pytest.mark.parametrize("within", ["gcm", "agenda-2030"])
def test_the_question_finds_what_nobody_took_up(shipped_graph: BaseGraph, real: Network, within: str) -> None:
    """`not-taken-up` counts as this analysis does, but for what is older than the instrument, or was cancelled."""
    counted = count_uptake(shipped_graph, real, iri(f"instrument:{within}"))
    rows = ask(shipped_graph, "not-taken-up", {"within": f"instrument:{within}"}).rows
    found = {str(row["provision"][0]).strip("<>") for row in rows}
    free = {uptake.iri: uptake.beside for uptake in counted if uptake.state != EVIDENCED}
    assert found
    assert found <= set(free)
    assert all(free[provision] for provision in set(free) - found)
