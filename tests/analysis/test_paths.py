"""Tests: explained paths."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhgraph.analysis.network import Network, entity_network
from mhgraph.analysis.paths import Choice, Pattern, connect, find_whole, parse_pattern
from mhgraph.errors import InvalidValue
from mhgraph.graph import Ledger, load_graph
from mhgraph.model import Model
from mhgraph.project.folders import Project
from tests.analysis.small import add, entities, iri, joined, say

PART_OF_BODY = Pattern(relation=frozenset([iri("mh:isPartOfBody")]))
POSITIONS = Pattern(subject=frozenset([iri("mh:Position")]), alone=True)


def with_hub() -> Network:
    """A hub that joins everything in two hops, and a chain of three hops that says something."""
    network = joined([(f"x{number}", "hub") for number in range(60)])
    for name in ("a", "m", "n", "b"):
        add(network, name)
    for one, other in (("a", "hub"), ("b", "hub"), ("a", "m"), ("m", "n"), ("n", "b")):
        say(network, one, "mh:isPartOfBody", other)
    return network


def test_a_detour_that_says_something_beats_a_hub(model: Model) -> None:
    found = connect(with_hub(), model, "a", "b", count=2)
    assert [path.nodes for path in found.paths] == [("a", "m", "n", "b"), ("a", "hub", "b")]


def test_the_cost_is_that_of_the_docstring(model: Model) -> None:
    network = joined([("a", "m"), ("b", "m")])
    [path] = connect(network, model, "a", "b").paths
    assert path.cost == round(2 + 0.4 * 0.6931471805599453, 6)
    say(network, "a", "mh:hasMember", "b", Ledger.JUDGED)
    best = connect(network, model, "a", "b").paths[0]
    assert (best.nodes, best.cost) == (("a", "b"), 1.25)


def test_the_strongest_statement_between_two_is_taken_and_loose_ones_cost_more(model: Model) -> None:
    network = entities("a", "b")
    say(network, "a", "mh:precedes", "b")
    say(network, "b", "mh:informs", "a")
    [path] = connect(network, model, "a", "b").paths
    assert [step.data["predicate"] for step in path.steps] == [iri("mh:informs")]
    assert (path.steps[0].subject, path.steps[0].object) == ("b", "a")


def test_a_hop_is_a_sentence_in_the_direction_of_the_statement(model: Model) -> None:
    network = entities("e", "a", cls="mh:Event")
    say(network, "e", "dcterms:isPartOf", "a")
    [path] = connect(network, model, "a", "e").paths
    assert path.steps[0].sentence(network) == "“e” isPartOf “a”"


def test_patterns_allow_and_forbid_relations_and_what_lies_between(model: Model) -> None:
    network = with_hub()
    add(network, "p", "mh:Position")
    say(network, "p", "mh:concerns", "a")
    say(network, "p", "mh:concerns", "b")

    def paths(*, allow: Sequence[Pattern] = (), forbid: Sequence[Pattern] = ()) -> list[tuple[str, ...]]:
        found = connect(network, model, "a", "b", choice=Choice(allow, forbid), count=9)
        return [path.nodes for path in found.paths]

    assert paths(allow=[POSITIONS]) == [("a", "p", "b")]
    assert ("a", "p", "b") in paths()
    assert ("a", "p", "b") not in paths(forbid=[POSITIONS])
    assert paths(forbid=[PART_OF_BODY]) == [("a", "p", "b")]
    assert paths(allow=[parse_pattern(model, "mh:Position mh:concerns mh:Organization")]) == [("a", "p", "b")]


def test_without_a_path_the_nearest_that_can_be_reached_is_told(model: Model) -> None:
    network = joined([("a", "m"), ("m", "n"), ("x", "b")])
    say(network, "n", "mh:hasMember", "b")
    found = connect(network, model, "a", "b", choice=Choice(allow=[PART_OF_BODY]))
    assert (found.paths, found.nearest) == ((), "n")
    assert found.path_to_nearest is not None
    assert found.path_to_nearest.nodes == ("a", "m", "n")


def test_nearness_is_measured_with_all_ledgers_and_then_by_what_is_shared(model: Model) -> None:
    network = joined([("a", "m"), ("a", "n")], "b")
    wider = joined([("a", "m"), ("a", "n"), ("n", "b")])
    assert connect(network, model, "a", "b", wider=wider).nearest == "n"
    network.nodes["m"]["concepts"] = network.nodes["b"]["concepts"] = {iri("mh:hasTopic"): ("t",)}
    assert connect(network, model, "a", "b").nearest == "m"
    network.nodes["m"]["concepts"] = {}
    assert connect(network, model, "a", "b").nearest is None


def test_an_entity_of_which_nothing_is_said_is_missing(small_copy: Project) -> None:
    path = small_copy.root / "data/entities/provision/provision.ttl"
    kind = iri("mh:Provision")
    parts = {"vhc-9": "instrument:village-health-compact", "vhc-9a": "provision:vhc-9"}
    more = "".join(f"\nprovision:{name} a <{kind}> ;\n\tdcterms:isPartOf {whole} .\n" for name, whole in parts.items())
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    graph = load_graph(small_copy)
    network = entity_network(graph)
    found = connect(network, graph.model, iri("actor:vale"), iri("provision:vhc-9a"))
    assert (found.paths, found.missing) == ((), (iri("provision:vhc-9a"),))
    assert find_whole(graph, network, iri("provision:vhc-9a")) == iri("instrument:village-health-compact")
    assert find_whole(graph, network, iri("actor:nobody")) is None


def test_from_a_thing_to_itself_is_no_hop(model: Model) -> None:
    [path] = connect(joined([("a", "b")]), model, "a", "a").paths
    assert (path.nodes, path.steps, path.cost) == (("a",), (), 0.0)


def test_a_detour_around_what_is_inferred_is_left_out(model: Model) -> None:
    network = entities("a", "e", "p")
    say(network, "a", "mh:takesPartIn", "e", Ledger.INFERRED)
    say(network, "p", "mh:isParticipationOf", "a")
    say(network, "p", "mh:isIn", "e")
    assert [path.nodes for path in connect(network, model, "a", "e", count=5).paths] == [("a", "e")]


@pytest.mark.parametrize(
    "text", ["nonsense", "Nonsense", "Event informs", "Nonsense informs *", "a b c d", "in<forms", ""]
)
def test_a_pattern_of_unknown_words_is_refused(model: Model, text: str) -> None:
    with pytest.raises(InvalidValue, match="does not fit pattern"):
        parse_pattern(model, text)


def test_patterns_are_read_with_and_without_prefix(model: Model) -> None:
    local = iri("mh:informs").rpartition("#")[2]
    expected = Pattern(relation=frozenset([iri("mh:informs")]))
    assert parse_pattern(model, "mh:informs") == parse_pattern(model, local) == expected
    assert parse_pattern(model, "mh:Event") == Pattern(frozenset([iri("mh:Event")]), alone=True)
    whole = parse_pattern(model, "mh:Provision isPartOf *")
    assert (whole.subject, whole.object) == (frozenset([iri("mh:Provision")]), None)
    assert whole.relation is not None
    assert {iri("dcterms:isPartOf"), iri("mh:isPartOfEvent")} <= whole.relation


def test_a_class_and_a_relation_stand_for_those_below_them(model: Model) -> None:
    agents = parse_pattern(model, "mh:Agent").subject
    assert agents is not None
    assert {iri("mh:Organization"), iri("mh:CoordinationBody"), iri("mh:Person")} < agents
    arranged = parse_pattern(model, "mh:isArrangedBy").relation
    assert arranged is not None
    assert {iri("mh:hasHost"), iri("mh:hasOrganizer")} < arranged


EDGES = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), min_size=1, max_size=14)


@settings(max_examples=60, deadline=None)
@given(edges=EDGES)
def test_there_and_back_cost_the_same_and_forbidding_never_helps(model: Model, edges: list[tuple[str, str]]) -> None:
    network = joined(edges, "a", "b", "c")
    there, back = (connect(network, model, *ends).paths for ends in (("a", "b"), ("b", "a")))
    assert [path.cost for path in there] == [path.cost for path in back]
    assert [path.cost for path in there] == sorted(path.cost for path in there)
    assert all(len(set(path.nodes)) == len(path.nodes) for path in there)
    network.nodes["c"]["type"] = iri("mh:Person")
    forbidden = connect(network, model, "a", "b", choice=Choice(forbid=[parse_pattern(model, "mh:Person")])).paths
    assert not forbidden or forbidden[0].cost >= there[0].cost


def test_the_second_global_consultation_and_objective_15(real: Network, model: Model) -> None:
    """A careful reader: it informed the making of the Compact, which came out as the Compact, of which 15 is a part."""
    found = connect(real, model, iri("event:global-consultation-2"), iri("provision:gcm-15"))
    best = found.paths[0]
    assert best.nodes == tuple(
        iri(name) for name in ("event:global-consultation-2", "process:gcm", "instrument:gcm", "provision:gcm-15")
    )
    assert [(step.data["predicate"], step.data["ledger"]) for step in best.steps] == [
        (iri("mh:informs"), "stated"),
        (iri("mh:hasOutcome"), "stated"),
        (iri("dcterms:isPartOf"), ""),
    ]
    assert best.steps[0].data["passages"] == (iri("source:iom-health-global-processes#p24"),)
    hubs = {iri("actor:iom"), iri("actor:who"), iri("actor:united-nations")}
    assert not any(hubs & set(path.nodes) for path in found.paths)
