"""From what people write to the entity that is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from mhgraph.graph import Corpus
from mhgraph.graph.entities import classes_of, fold, label_of, language_key, resolve, search
from mhgraph.errors import AmbiguousName, UnknownName
from mhgraph.namespaces import BASE, SKOS, from_curie, passage_iri, passage_name, to_curie
from mhgraph.model import mh
from mhgraph.rdf.terms import LABEL, TYPE

BODIES = [mh("Organization"), mh("CoordinationBody")]
BOARD = f"{BASE}actor/riverside-health-board"


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
def test_one_body_by_all_its_names(small: Corpus, name: str) -> None:
    assert resolve(small.store, name).value == BOARD
    assert resolve(small.store, name, BODIES, expected="body").value == BOARD


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
        ("co-lead-is-member", "rule:co-lead-is-member"),
        ("scheme:topic", "scheme:topic"),
        ("mh:Event", "mh:Event"),
        ("test-wells", "rec:test-wells"),
        ("Test every well two times a year", "rec:test-wells"),
        ("Another boat for the islands", "commitment:second-boat"),
    ],
)
def test_other_things_by_other_names(small: Corpus, name: str, curie: str) -> None:
    assert to_curie(resolve(small.store, name).value) == curie


def test_the_address_comes_before_the_label(small: Corpus) -> None:
    store = Store()
    store.extend(
        [
            Quad(NamedNode(f"{BASE}event/wells"), TYPE, mh("Event")),
            Quad(NamedNode(f"{BASE}event/other"), TYPE, mh("Event")),
            Quad(NamedNode(f"{BASE}event/other"), LABEL, Literal("wells", language="en")),
        ]
    )
    assert resolve(store, "wells").value == f"{BASE}event/wells"


def test_a_class_settles_what_a_name_means(small: Corpus) -> None:
    with pytest.raises(AmbiguousName) as caught:
        resolve(small.store, "Review of the Village Health Compact")
    assert caught.value.candidates == ("instrument:valley-review", "process:village-compact-review", "valley-review")
    assert resolve(small.store, "Review of the Village Health Compact", [mh("Process")]).value.endswith(
        "process/village-compact-review"
    )


def test_a_slug_of_several_kinds_is_ambiguous(small: Corpus) -> None:
    with pytest.raises(AmbiguousName) as caught:
        resolve(small.store, "valley-review")
    assert caught.value.candidates == ("instrument:valley-review", "valley-review")
    assert str(caught.value) == "'valley-review' can mean 2 things; say which: instrument:valley-review, valley-review"


@pytest.mark.parametrize(
    ("name", "classes", "nearest"),
    [
        ("riverside health bord", [], "actor:riverside-health-board"),
        ("vhc-3", [mh("Provision")], "provision:vhc-1"),
        ("Lakside village council", BODIES, "actor:lakeside-council"),
        ("actor:lakeside-counsil", BODIES, "actor:lakeside-council"),
        ("Mara Ven", [], "person:mara-venn"),
    ],
)
def test_an_unknown_name_gets_candidates(small: Corpus, name: str, classes: list[NamedNode], nearest: str) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve(small.store, name, classes, expected="thing")
    assert nearest in caught.value.candidates
    assert len(caught.value.candidates) <= 5
    assert str(caught.value).startswith(f"no thing is called '{name}'; nearest: ")


@pytest.mark.parametrize("name", ["", " ", "zzzzqqq", "q{w}", "qq:ww:zz", "<>"])
def test_an_unknown_name_without_candidates(small: Corpus, name: str) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve(small.store, name)
    assert caught.value.candidates == ()
    assert "mhgraph find" in str(caught.value)


@pytest.mark.parametrize("name", ["http://example.org/none", "http://[", "http://e/ x", "actor:", ":x"])
def test_what_is_no_address_of_anything(small: Corpus, name: str) -> None:
    with pytest.raises(UnknownName):
        resolve(small.store, name)


@pytest.mark.parametrize("name", ["riverside-health-board", "actor:riverside-health-board", BOARD, "RHB"])
def test_a_class_excludes(small: Corpus, name: str) -> None:
    with pytest.raises(UnknownName):
        resolve(small.store, name, [mh("Event")], expected="event")


@given(st.text(max_size=20))
def test_any_text_is_found_or_refused(name: str) -> None:
    store = Store()
    store.add(Quad(NamedNode(f"{BASE}event/a"), TYPE, mh("Event")))
    try:
        found = resolve(store, name).value
    except UnknownName:
        return
    assert found == f"{BASE}event/a"


def test_search_finds_across_kinds_and_languages(small: Corpus) -> None:
    found = search(small.store, "puits")
    assert [to_curie(match.iri) for match in found][:2] == ["concept:topic-well-water", "group:wells"]
    assert found[0].name == "Eau de puits"
    assert found[0].kind == "skos:Concept"
    assert [to_curie(match.iri) for match in search(small.store, "clinic boat", [mh("Practice")])] == [
        "practice:clinic-boat"
    ]
    assert to_curie(search(small.store, "VENN mara")[0].iri) == "person:mara-venn"
    assert search(small.store, "zzzzqqq") == []


def test_search_by_slug_shows_the_label(small: Corpus) -> None:
    match = search(small.store, "village-compact-launch-afternoon")[0]
    assert (to_curie(match.iri), match.name) == (
        "event:village-compact-launch-afternoon",
        "Afternoon session on boats and clinics",
    )


def test_search_is_sorted_and_names_each_thing_once(small: Corpus) -> None:
    found = search(small.store, "village health")
    assert len({match.iri for match in found}) == len(found) > 3
    assert [round(match.score) for match in found] == sorted((round(match.score) for match in found), reverse=True)


def test_short_words_match_exactly_or_not(small: Corpus) -> None:
    assert all(fold(match.name) == "1" for match in search(small.store, "1"))


def test_labels_in_each_language(small: Corpus) -> None:
    assert [label_of(small.store, BOARD, language) for language in ("en", "fr", "es", "zh")] == [
        "Riverside Health Board",
        "Conseil de santé de Riverside",
        "Junta de Salud de Riverside",
        "Riverside Health Board",
    ]
    assert label_of(small.store, f"{BASE}person/mara-venn", "fr") == "Mara Venn"
    assert label_of(small.store, f"{BASE}source/valley-review", "fr") == "Review of the Village Health Compact"
    assert label_of(small.store, passage_iri("valley-review", "para-4")) == "valley-review#para-4"
    assert label_of(small.store, f"{BASE}event/none") == "event:none"
    assert label_of(small.store, f"{BASE}concept/topic-well-water", "es") == "Agua de pozo"


def test_the_order_of_languages() -> None:
    labels = [Literal("c", language="es"), Literal("b", language="en-gb"), Literal("a", language="fr"), Literal("d")]
    assert [each.value for each in sorted(labels, key=lambda each: language_key(each, "fr"))] == ["a", "b", "d", "c"]


def test_classes_are_sorted(small: Corpus) -> None:
    assert classes_of(small.store, BOARD) == [mh("Organization")]
    assert classes_of(small.store, f"{BASE}concept/topic-well-water") == [NamedNode(f"{SKOS}Concept")]
    assert classes_of(small.store, f"{BASE}event/none") == []


@pytest.mark.parametrize("text", ["Système", "ﬁn", "ß", "İ", "a-b", "  "])
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_curies_and_back(small: Corpus) -> None:
    for quad in small.store.quads_for_pattern(None, TYPE, None, None):
        assert isinstance(quad.subject, NamedNode)
        iri = quad.subject.value
        curie = to_curie(iri)
        assert curie == iri or from_curie(curie) == iri
    assert from_curie("event:") is None
    assert from_curie("nobody:x") is None
    assert passage_name(passage_iri("k", "p08")) == "k#p08"
