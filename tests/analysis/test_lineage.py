"""Tests: the lineage of a provision, in two strands."""

from __future__ import annotations

from collections.abc import Mapping

from mhgraph.analysis.lineage import SIDES, STRANDS, LineageThing, trace_lineage
from mhgraph.analysis.network import Network, entity_network
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.model import ABOUT, BUILDS_ON, OUTCOME, REACHED_THROUGH, STEP_OF
from mhgraph.namespaces import DCTERMS, to_curie
from tests.analysis.small import add, entities, iri, say

PART_OF = f"{DCTERMS}isPartOf"


def trace(graph: BaseGraph, network: Network, provision: str) -> dict[tuple[str, str], LineageThing]:
    """Return the things by strand and name; each stands once in a strand, in the order of strands and sides."""
    things = trace_lineage(graph, network, provision)
    assert things == sorted(things, key=lambda thing: (STRANDS.index(thing.strand), SIDES.index(thing.side)))
    found = {(thing.strand, to_curie(thing.iri)): thing for thing in things}
    assert len(found) == len(things)
    return found


def sides(found: Mapping[tuple[str, str], LineageThing], strand: str) -> dict[str, str]:
    return {name: thing.side for (of, name), thing in found.items() if of == strand}


def texts(*names: str) -> Network:
    """A network of provisions, each named for the text that it is in: `old-1` is in `old`."""
    network = entities(*names, cls="mh:Provision")
    for name in names:
        whole = name.rpartition("-")[0]
        if whole and whole not in network:
            add(network, whole, "mh:Instrument")
        if whole:
            network.add_edge(
                name, whole, key=PART_OF, predicate=PART_OF, ledger="", confidence="", supports=(), passages=()
            )
    return network


def judge(network: Network, subject: str, relation: str, value: str, confidence: str) -> None:
    """Add a statement that a curator concludes."""
    say(network, subject, relation, value, Ledger.JUDGED)
    network.edges[subject, value, iri(relation)]["confidence"] = confidence


def test_words_are_followed_hop_by_hop_both_ways(small: BaseGraph) -> None:
    network = texts("a-1", "b-1", "c-1", "d-1", "e-1")
    for later, earlier in (("b-1", "a-1"), ("c-1", "b-1"), ("d-1", "c-1"), ("e-1", "d-1")):
        say(network, later, "mh:restates", earlier)
    found = trace(small, network, "c-1")
    assert sides(found, "words") == {"a-1": "before", "b-1": "before", "d-1": "after", "e-1": "after"}
    (hop,) = found["words", "a-1"].hops
    assert (hop.subject, to_curie(hop.relation), hop.object) == ("b-1", "mh:restates", "a-1")
    assert hop.passages
    assert not sides(found, "process")


def test_a_whole_leads_to_those_of_its_parts_that_lead_on_and_no_part_to_its_whole(small: BaseGraph) -> None:
    """What a part says again, the whole says; what the whole says, the part need not say."""
    network = texts("own-1", "old-12", "old-12-1", "old-12-2", "oldest-1", "oldest-2")
    say(network, "own-1", "mh:interprets", "old-12")
    say(network, "old-12-1", "mh:restates", "oldest-1")
    assert sides(trace(small, network, "own-1"), "words") == {
        **dict.fromkeys(("old-12", "old-12-1", "oldest-1"), "before")
    }
    upwards = texts("own-1", "old-12", "old-12-1", "oldest-1")
    say(upwards, "own-1", "mh:restates", "old-12-1")
    say(upwards, "old-12", "mh:restates", "oldest-1")
    assert sides(trace(small, upwards, "own-1"), "words") == {"old-12-1": "before"}


def test_what_is_set_down_in_a_provision_speaks_for_it(small: BaseGraph) -> None:
    network = texts("own-1", "comment-34", "norm-12")
    add(network, "asked", "mh:Recommendation")
    say(network, "own-1", "mh:restates", "comment-34")
    say(network, "asked", "mh:isSetDownIn", "comment-34")
    say(network, "asked", "mh:interprets", "norm-12")
    assert sides(trace(small, network, "own-1"), "words") == dict.fromkeys(("comment-34", "asked", "norm-12"), "before")
    assert sides(trace(small, network, "norm-12"), "words") == {"asked": "after"}


def test_to_be_cited_is_one_hop(small: BaseGraph) -> None:
    network = texts("own-1", "cited-1", "older-1", "citing-1")
    say(network, "own-1", "mh:cites", "cited-1")
    say(network, "cited-1", "mh:restates", "older-1")
    say(network, "citing-1", "mh:cites", "own-1")
    assert sides(trace(small, network, "own-1"), "words") == {"cited-1": "before", "citing-1": "after"}
    assert sides(trace(small, network, "own"), "words") == {"cited-1": "before", "citing-1": "after"}  # of a part of it


def test_the_weakest_of_the_best_chain_counts(small: BaseGraph) -> None:
    network = texts("own-1", "a-1", "b-1", "c-1")
    judge(network, "own-1", "mh:restates", "a-1", "high")
    judge(network, "a-1", "mh:restates", "b-1", "low")
    judge(network, "own-1", "mh:restates", "c-1", "medium")
    say(network, "c-1", "mh:interprets", "b-1")
    found = trace(small, network, "own-1")
    chains = {name: (thing.judged, thing.confidence, thing.is_possible) for (_, name), thing in found.items()}
    assert chains["b-1"] == (1, "medium", False)  # by way of c, where only one hop takes a judgement
    network.remove_edge("c-1", "b-1")
    thing = trace(small, network, "own-1")["words", "b-1"]
    assert (thing.judged, thing.confidence, thing.is_possible) == (2, "low", True)


def test_hops_against_time_are_marked_and_a_part_is_as_old_as_its_text(small: BaseGraph) -> None:
    network = texts("own-1", "young-1", "old-1")
    for name, year in (("own", "2018"), ("young", "2020"), ("old", "1946")):
        network.nodes[name].update(earliest=f"{year}-01-01", latest=f"{year}-12-31")
    say(network, "own-1", "mh:restates", "young-1")
    say(network, "own-1", "mh:restates", "old-1")
    found = trace(small, network, "own-1")
    assert [(name, thing.hops[0].is_backward) for (_, name), thing in found.items()] == [
        ("old-1", False),
        ("young-1", True),
    ]
    assert found["words", "old-1"].days == ("1946-01-01", "1946-12-31")


def test_a_circle_ends_and_nothing_stands_on_two_sides(small: BaseGraph) -> None:
    network = texts("own-1", "a-1", "b-1")
    for later, earlier in (("own-1", "a-1"), ("a-1", "b-1"), ("b-1", "own-1")):
        say(network, later, "mh:restates", earlier)
    assert sides(trace(small, network, "own-1"), "words") == {"a-1": "before", "b-1": "before"}


def test_process_is_followed_from_the_instrument(small: BaseGraph) -> None:
    """To what fed into its process, to texts that were accepted there, and to where those came from."""
    network = texts("own-1")
    for name, cls in (
        *(("making", "mh:Process"), ("session", "mh:Event"), ("meeting", "mh:Event"), ("later", "mh:Event")),
        *(("input", "mh:Instrument"), ("mandate", "mh:Instrument")),
        *(("accepted", "mh:Milestone"), ("begun", "mh:Milestone"), ("adopted", "mh:Milestone")),
    ):
        add(network, name, cls)
    for subject, relation, value in (
        *(("making", OUTCOME, "own"), ("session", STEP_OF, "making"), ("meeting", OUTCOME, "input")),
        *(("accepted", ABOUT, "input"), ("accepted", STEP_OF, "making")),
        *(("begun", ABOUT, "making"), ("begun", STEP_OF, "making"), ("begun", REACHED_THROUGH, "mandate")),
        *(("adopted", ABOUT, "own"), ("adopted", STEP_OF, "making")),
        *(("later", BUILDS_ON, "own"),),
    ):
        say(network, subject, to_curie(relation.value), value)
    found = trace(small, network, "own-1")
    before = ("making", "session", "accepted", "input", "meeting", "begun", "mandate")
    assert sides(found, "process") == {**dict.fromkeys(before, "before"), "adopted": "itself", "later": "after"}
    assert not sides(found, "words")


def test_the_small_project(small: BaseGraph, whole: Network) -> None:
    found = trace(small, whole, iri("provision:vhc-1"))
    assert sides(found, "words") == {"rec:valley-review-test-before-summer": "after"}
    assert sides(found, "process") == {
        "instrument:old-water-pact": "before",
        "event:village-compact-launch": "before",
        "milestone:village-compact-adopted": "itself",
    }
    assert found["process", "milestone:village-compact-adopted"].days == ("2031-03-01", "2031-03-01")
    stated = load_graph(small.project, [Ledger.STATED])
    call = trace(stated, entity_network(stated), iri("rec:test-wells"))
    assert not call  # that the review says the call again is a judgement
    judged = trace(small, whole, iri("rec:test-wells"))["words", "rec:valley-review-test-before-summer"]
    assert (judged.side, judged.confidence, judged.judged) == ("after", "medium", 1)


def test_a_provision_of_which_nothing_is_said_has_the_process_of_its_instrument(
    shipped_graph: BaseGraph, real: Network
) -> None:
    network = real.copy()
    network.remove_node(iri("provision:gcm-15e"))
    found = trace(shipped_graph, network, iri("provision:gcm-15e"))
    assert not sides(found, "words")
    assert sides(found, "process")["process:gcm"] == "before"


def test_the_lineage_of_action_15_e(shipped_graph: BaseGraph, real: Network) -> None:
    """A careful reader of the documents: what fed into the Compact is before it, what says the action again after."""
    found = trace(shipped_graph, real, iri("provision:gcm-15e"))
    before = {
        *("event:global-consultation-2", "instrument:colombo-statement", "milestone:colombo-accepted"),
        *("instrument:proposed-health-components-gcm", "milestone:proposed-components-acknowledged"),
        *("instrument:wha70-15", "instrument:new-york-declaration-2016", "process:gcm"),
        *("event:iom-health-gcm-side-events", "milestone:health-not-gcm-focus-area"),
    }
    process = sides(found, "process")
    assert {name: process[name] for name in before} == dict.fromkeys(before, "before")
    assert process["milestone:gcm-adopted"] == "itself"
    assert "instrument:gcm" not in process
    assert sides(found, "words")["rec:unnm-2023-health-needs-in-plans"] == "after"
    assert all(hop.passages for thing in found.values() for hop in thing.hops if hop.ledger)
