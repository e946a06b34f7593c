"""Tests: explained paths."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhgraph.graph import Corpus, load_corpus
from mhgraph.errors import InvalidValue
from mhgraph.namespaces import from_curie
from mhgraph.analysis.paths import Pattern, connect, parse_pattern, phrase, spoken_of
from mhgraph.analysis.network import Network, everything
from mhgraph.project.folders import Project
from tests.analysis.small import add, entities, joined, say

RELATION = Pattern("*", "mh:partOfBody", "*")


@pytest.fixture(scope="module")
def real(shipped: Project) -> Network:
    return everything(load_corpus(shipped))


def iri(curie: str) -> str:
    found = from_curie(curie)
    assert found is not None
    return found


def with_hub() -> Network:
    """A hub that joins everything in two hops, and a chain of three hops that says something."""
    network = joined([(f"x{number}", "hub") for number in range(60)])
    for name in ("a", "m", "n", "b"):
        add(network, name)
    for one, other in (("a", "hub"), ("b", "hub"), ("a", "m"), ("m", "n"), ("n", "b")):
        say(network, one, "partOfBody", other)
    return network


def test_a_detour_that_says_something_beats_a_hub() -> None:
    found = connect(with_hub(), "a", "b", count=2)
    assert [path.nodes for path in found.paths] == [("a", "m", "n", "b"), ("a", "hub", "b")]


def test_the_cost_is_that_of_the_docstring() -> None:
    network = joined([("a", "m"), ("b", "m")])
    [path] = connect(network, "a", "b").paths
    assert path.cost == round(2 + 0.4 * 0.6931471805599453, 6)
    say(network, "a", "member", "b", "judged")
    best = connect(network, "a", "b").paths[0]
    assert (best.nodes, best.cost) == (("a", "b"), 1.25)


def test_the_strongest_statement_between_two_is_taken_and_loose_ones_cost_more() -> None:
    network = entities("a", "b")
    say(network, "a", "before", "b")
    say(network, "b", "informs", "a")
    [path] = connect(network, "a", "b").paths
    assert [hop.data["relation"] for hop in path.hops] == ["mh:informs"]
    assert (path.hops[0].subject, path.hops[0].object) == ("b", "a")


def test_a_hop_is_a_sentence_in_the_direction_of_the_statement() -> None:
    network = entities("e", "a", cls="Event")
    say(network, "e", "outcome", "a")
    [path] = connect(network, "a", "e").paths
    assert path.hops[0].sentence(network) == "“e” has as outcome “a”"
    assert phrase({"relation": "mh:informs", "labels": {"en": "informs", "fr": "éclaire"}}, "fr") == "éclaire"
    assert phrase({"relation": "mh:outcome", "labels": {"fr": "résultat"}}, "fr") == "a pour résultat"


def test_patterns_allow_and_forbid_relations_and_what_lies_between() -> None:
    network = with_hub()
    add(network, "p", "Position")
    say(network, "p", "concerns", "a")
    say(network, "p", "concerns", "b")
    classes = [Pattern("Position", "*", "*", alone=True)]
    assert [path.nodes for path in connect(network, "a", "b", allow=classes).paths] == [("a", "p", "b")]
    assert ("a", "p", "b") not in [path.nodes for path in connect(network, "a", "b", forbid=classes, count=9).paths]
    assert [path.nodes for path in connect(network, "a", "b", forbid=[RELATION]).paths] == [("a", "p", "b")]
    typed = [Pattern("Position", "mh:concerns", "Organization")]
    assert [path.nodes for path in connect(network, "a", "b", allow=typed).paths] == [("a", "p", "b")]


def test_without_a_path_the_nearest_that_can_be_reached_is_told() -> None:
    network = joined([("a", "m"), ("m", "n"), ("x", "b")])
    say(network, "n", "member", "b")
    found = connect(network, "a", "b", allow=[RELATION])
    assert (found.paths, found.nearest) == ((), "n")
    assert found.way is not None
    assert found.way.nodes == ("a", "m", "n")


def test_nearness_is_measured_with_all_ledgers_and_then_by_what_is_shared() -> None:
    network = joined([("a", "m"), ("a", "n")], "b")
    wider = joined([("a", "m"), ("a", "n"), ("n", "b")])
    assert connect(network, "a", "b", wider=wider).nearest == "n"
    network.nodes["m"]["concepts"] = network.nodes["b"]["concepts"] = {"mh:topic": ("t",)}
    assert connect(network, "a", "b").nearest == "m"
    network.nodes["m"]["concepts"] = {}
    assert connect(network, "a", "b").nearest is None


def test_an_entity_of_which_nothing_is_said_is_missing(shipped: Project, real: Network) -> None:
    found = connect(real, iri("actor:who"), iri("provision:gcm-7c"))
    assert (found.paths, found.missing) == ((), (iri("provision:gcm-7c"),))
    corpus = load_corpus(shipped)
    assert spoken_of(corpus, real, iri("provision:gcm-7c")) == iri("instrument:gcm")
    assert spoken_of(corpus, real, iri("actor:nobody")) is None


def test_from_a_thing_to_itself_is_no_hop() -> None:
    [path] = connect(joined([("a", "b")]), "a", "a").paths
    assert (path.nodes, path.hops, path.cost) == (("a",), (), 0.0)


def test_a_detour_around_what_is_inferred_is_left_out() -> None:
    network = entities("a", "e", "p")
    say(network, "a", "takesPartIn", "e", "inferred")
    say(network, "p", "participant", "a")
    say(network, "p", "event", "e")
    assert [path.nodes for path in connect(network, "a", "e", count=5).paths] == [("a", "e")]


@pytest.mark.parametrize(
    "text", ["nonsense", "Nonsense", "Event informs", "Nonsense informs *", "a b c d", "in<forms", ""]
)
def test_a_pattern_of_unknown_words_is_refused(small: Corpus, text: str) -> None:
    with pytest.raises(InvalidValue, match="does not fit pattern"):
        parse_pattern(small, text)


def test_patterns_are_read_with_and_without_prefix(small: Corpus) -> None:
    assert parse_pattern(small, "mh:informs") == parse_pattern(small, "informs") == Pattern("*", "mh:informs", "*")
    assert parse_pattern(small, "mh:Event") == Pattern("Event", "*", "*", alone=True)
    assert parse_pattern(small, "Provision isPartOf *") == Pattern("Provision", "dcterms:isPartOf", "*")


EDGES = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), min_size=1, max_size=14)


@settings(max_examples=60, deadline=None)
@given(EDGES)
def test_there_and_back_cost_the_same_and_forbidding_never_helps(edges: list[tuple[str, str]]) -> None:
    network = joined(edges, "a", "b", "c")
    there, back = (connect(network, *ends).paths for ends in (("a", "b"), ("b", "a")))
    assert [path.cost for path in there] == [path.cost for path in back]
    assert [path.cost for path in there] == sorted(path.cost for path in there)
    assert all(len(set(path.nodes)) == len(path.nodes) for path in there)
    network.nodes["c"]["cls"] = "Person"
    forbidden = connect(network, "a", "b", forbid=[Pattern("Person", "*", "*", alone=True)]).paths
    assert not forbidden or forbidden[0].cost >= there[0].cost


def test_the_second_global_consultation_and_objective_15(real: Network) -> None:
    """A careful reader: it informed the making of the Compact, which came out as the Compact, of which 15 is a part."""
    found = connect(real, iri("event:global-consultation-2"), iri("provision:gcm-15"))
    best = found.paths[0]
    assert best.nodes == tuple(
        iri(each) for each in ("event:global-consultation-2", "process:gcm", "instrument:gcm", "provision:gcm-15")
    )
    assert [(hop.data["relation"], hop.data["ledger"]) for hop in best.hops] == [
        ("mh:informs", "stated"),
        ("mh:outcome", "stated"),
        ("dcterms:isPartOf", ""),
    ]
    assert best.hops[0].data["passages"] == (iri("source:iom-health-global-processes#p24"),)
    hubs = {iri("actor:iom"), iri("actor:who"), iri("actor:united-nations")}
    assert not any(hubs & set(path.nodes) for path in found.paths)
