"""From what people write to the entity that is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.errors import AmbiguousName, UnknownName
from mhgraph.graph import BaseGraph
from mhgraph.graph.names import NameIndex, fold
from mhgraph.model import COORDINATION_BODY, EVENT, ORGANIZATION, PRACTICE, PROVISION
from mhgraph.namespaces import BASE, from_curie, passage_iri, passage_name, to_curie
from mhgraph.rdf.terms import LABEL, TYPE
from mhgraph.stores.memory import MemoryStore
from tests.builders import facts

BODIES = [ORGANIZATION, COORDINATION_BODY]
BOARD = f"{BASE}actor/riverside-health-board"
PROCESS = NamedNode(str(from_curie("mh:Process")))


def index(*quads: Quad) -> NameIndex:
    store = MemoryStore()
    store.load(quads)
    return NameIndex(store)


@pytest.mark.parametrize(
    "name",
    [
        "riverside-health-board",
        "actor:riverside-health-board",
        BOARD,
        "Riverside Health Board",
        "  riverside   HEALTH board ",
        "Conseil de santé de Riverside",
        "conseil de sante de riverside",
        "Junta de Salud de Riverside",
        "the Board",
        "RHB",
        "csr",
    ],
)
def test_one_body_by_all_its_names(small: BaseGraph, name: str) -> None:
    assert small.resolve(name).value == BOARD
    assert small.resolve(name, BODIES, expected="body").value == BOARD


@pytest.mark.parametrize(
    ("name", "curie"),
    [
        ("1(a)", "provision:vhc-1a"),  # notation
        ("VHC/2031/1", "instrument:village-health-compact"),  # identifier
        ("VHC", "instrument:village-health-compact"),  # acronym
        ("well-water", "concept:topic-well-water"),  # notation of a concept
        ("Eau de puits", "concept:topic-well-water"),
        ("valley-review#para-12-b", "source:valley-review#para-12-b"),
        ("source:valley-review#para-12-b", "source:valley-review#para-12-b"),
        ("boat-bears-on-vhc-2", "judgement:boat-bears-on-vhc-2"),
        ("host-takes-part", "rule:host-takes-part"),
        ("scheme:topic", "scheme:topic"),
        ("mh:Event", "mh:Event"),
        ("test-wells", "rec:test-wells"),
        ("Test every well two times a year", "rec:test-wells"),
        ("Another boat for the islands", "commitment:second-boat"),
    ],
)
def test_other_things_by_other_names(small: BaseGraph, name: str, curie: str) -> None:
    assert to_curie(small.resolve(name).value) == curie


def test_the_address_comes_before_the_label() -> None:
    wells, other = NamedNode(f"{BASE}event/wells"), NamedNode(f"{BASE}event/other")
    names = index(
        Quad(wells, TYPE, EVENT), Quad(other, TYPE, EVENT), Quad(other, LABEL, Literal("wells", language="en"))
    )
    assert names.resolve("wells") == wells


def test_a_class_settles_what_a_name_means(small: BaseGraph) -> None:
    with pytest.raises(AmbiguousName) as caught:
        small.resolve("Review of the Village Health Compact")
    assert caught.value.candidates == ("instrument:valley-review", "process:village-compact-review", "valley-review")
    assert small.resolve("Review of the Village Health Compact", [PROCESS]).value.endswith(
        "process/village-compact-review"
    )


def test_a_slug_of_several_kinds_is_ambiguous(small: BaseGraph) -> None:
    with pytest.raises(AmbiguousName) as caught:
        small.resolve("valley-review")
    assert caught.value.candidates == ("instrument:valley-review", "valley-review")
    assert str(caught.value) == "'valley-review' can mean 2 things; say which: instrument:valley-review, valley-review"


@pytest.mark.parametrize(
    ("name", "classes", "nearest"),
    [
        ("riverside health bord", [], "actor:riverside-health-board"),
        ("vhc-3", [PROVISION], "provision:vhc-1"),
        ("Lakside village council", BODIES, "actor:lakeside-council"),
        ("actor:lakeside-counsil", BODIES, "actor:lakeside-council"),
        ("Mara Ven", [], "person:mara-venn"),
    ],
)
def test_an_unknown_name_gets_candidates(small: BaseGraph, name: str, classes: list[NamedNode], nearest: str) -> None:
    with pytest.raises(UnknownName) as caught:
        small.resolve(name, classes, expected="thing")
    assert nearest in caught.value.candidates
    assert len(caught.value.candidates) <= 5
    assert str(caught.value).startswith(f"no thing is called '{name}'; nearest: ")


@pytest.mark.parametrize("name", ["", " ", "zzzzqqq", "q{w}", "qq:ww:zz", "<>"])
def test_an_unknown_name_without_candidates(small: BaseGraph, name: str) -> None:
    with pytest.raises(UnknownName) as caught:
        small.resolve(name)
    assert caught.value.candidates == ()
    assert str(caught.value).endswith("; search for it by other words")


@pytest.mark.parametrize("name", ["http://example.org/none", "http://[", "http://e/ x", "actor:", ":x"])
def test_what_is_no_address_of_anything(small: BaseGraph, name: str) -> None:
    with pytest.raises(UnknownName):
        small.resolve(name)


@pytest.mark.parametrize("name", ["riverside-health-board", "actor:riverside-health-board", BOARD, "RHB"])
def test_a_class_excludes(small: BaseGraph, name: str) -> None:
    with pytest.raises(UnknownName):
        small.resolve(name, [EVENT], expected="event")


@given(st.text(max_size=20))
def test_any_text_is_found_or_refused(name: str) -> None:
    event = NamedNode(f"{BASE}event/a")
    try:
        found = index(Quad(event, TYPE, EVENT)).resolve(name)
    except UnknownName:
        return
    assert found == event


def test_search_finds_across_kinds_and_languages(small: BaseGraph) -> None:
    found = small.find("puits")
    assert [to_curie(match.iri) for match in found][:2] == ["group:wells", "concept:topic-well-water"]
    assert found[1].name == "Eau de puits"
    assert found[1].kind == "skos:Concept"
    assert [to_curie(match.iri) for match in small.find("clinic boat", [PRACTICE])] == ["practice:clinic-boat"]
    assert to_curie(small.find("VENN mara")[0].iri) == "person:mara-venn"
    assert small.find("zzzzqqq") == []


def test_things_come_before_concepts_and_judgements_and_an_equal_name_before_all(small: BaseGraph) -> None:
    kinds = [match.kind for match in small.find("well") if match.score == 90]
    places = {kind: kinds.index(kind) for kind in reversed(kinds)}
    assert places["mh:Recommendation"] < places["skos:Concept"] < places["mh:Judgement"]
    assert small.find("well water")[0].kind == "skos:Concept"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("The people's plan", "The people\u2019s plan"),
        ("The people\u2018s plan", "The people's plan"),
        ('A "healthy" village', "A \u201chealthy\u201d village"),
        ("1990-2000 plan", "1990\u20132000 plan"),
        ("water \u2014 for all", "water - for all"),
    ],
)
def test_quotes_and_dashes_are_those_of_a_keyboard(typed: str, written: str) -> None:
    event = NamedNode(f"{BASE}event/a")
    names = index(Quad(event, TYPE, EVENT), Quad(event, LABEL, Literal(written, language="en")))
    assert names.resolve(typed) == event


def test_names_are_completed(small: BaseGraph) -> None:
    found = small.names.complete("vhc-1")
    assert [name for _, name, _ in found][:2] == ["vhc-1", "vhc-1a"]
    assert found[0][2].startswith("VHC Objective 1")
    assert ("RHB", "Riverside Health Board") in [(name, label) for _, name, label in small.names.complete("RH")]
    assert small.names.complete("vhc-1", [EVENT]) == []
    assert small.names.complete("Riverside Health") == []  # more than one word


def test_search_by_slug_shows_the_label(small: BaseGraph) -> None:
    match = small.find("village-compact-launch-afternoon")[0]
    assert (to_curie(match.iri), match.name) == (
        "event:village-compact-launch-afternoon",
        "Afternoon session on boats and clinics",
    )


def test_search_is_sorted_and_names_each_thing_once(small: BaseGraph) -> None:
    found = small.find("village health")
    assert len({match.iri for match in found}) == len(found) > 3
    assert [round(match.score) for match in found] == sorted((round(match.score) for match in found), reverse=True)


def test_short_words_match_exactly_or_not(small: BaseGraph) -> None:
    assert all(fold(match.name) == "1" for match in small.find("1"))


def test_of_names_that_match_alike_the_english_label_is_shown() -> None:
    event = NamedNode(f"{BASE}event/x1")
    names = [Literal("Water day", language=tag) for tag in ("es", "fr", "en")]
    found = index(Quad(event, TYPE, EVENT), *(Quad(event, LABEL, name) for name in names)).search("water day")
    assert [(match.name, match.score) for match in found] == [("Water day", 100.0)]
    french = [Literal("Eau", language="fr"), Literal("Eau", language="es"), Literal("Water", language="en")]
    (match,) = index(Quad(event, TYPE, EVENT), *(Quad(event, LABEL, name) for name in french)).search("event x1")
    assert match.name == "Water"  # found by its slug


def test_a_thing_without_a_label_is_shown_by_its_short_name() -> None:
    (match,) = index(Quad(NamedNode(f"{BASE}event/water-day"), TYPE, EVENT)).search("water day")
    assert match.name == "event:water-day"


@pytest.mark.parametrize("text", ["Système", "ﬁn", "ß", "İ", "a-b", "  "])
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_curies_and_back(small: BaseGraph) -> None:
    for fact in facts(small):
        if fact.predicate == TYPE and isinstance(fact.subject, NamedNode):
            iri = fact.subject.value
            curie = to_curie(iri)
            assert curie == iri or from_curie(curie) == iri
    assert from_curie("event:") is None
    assert from_curie("nobody:x") is None
    assert passage_name(passage_iri("k", "p08")) == "k#p08"
