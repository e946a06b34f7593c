"""What supports a statement, and where it is found."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.graph.evidence import BATCH, Location, Support, find_evidence, passages_of, source_of, strongest
from mhgraph.graph.identity import GRAPH as IDENTITY_GRAPH
from mhgraph.model import COMPUTED
from mhgraph.namespaces import SOURCE, XSD, from_curie, passage_iri, passage_name, to_curie
from tests.builders import build_graph, evidence, triple
from tests.counting import CountingStore


def supports(graph: BaseGraph, text: str) -> tuple[Support, ...]:
    (found,) = graph.evidence([triple(text)]).values()
    return found


def shown(found: Iterable[Support]) -> list[tuple[str, str, list[str], str]]:
    return [
        (one.ledger.value, to_curie(one.ground), [passage_name(iri) for iri in one.passages], one.reason)
        for one in found
    ]


def test_a_statement_in_two_passages_has_two_supports(small: BaseGraph) -> None:
    found = supports(small, "event:village-compact-launch mh:hasOrganizer actor:riverside-health-board")
    assert shown(found) == [
        ("stated", "source:riverside-launch-notice#p03", ["riverside-launch-notice#p03"], ""),
        ("stated", "source:valley-register-launch#p04", ["valley-register-launch#p04"], ""),
    ]
    assert [one.graph for one in found] == [one.ground for one in found]


def test_the_strongest_ledger_comes_first(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        sources={
            "k": """:p01 a mh:Passage . :p02 a mh:Passage .
                    :p02 { event:e mh:hasTopic concept:t . } :p01-index { event:e mh:hasTopic concept:t . }"""
        },
        judgements={
            "k": """judgement:j a mh:Judgement ; mh:restsOn <https://w3id.org/mhgraph/source/k#p01> ;
                        mh:hasRationale "So it is."@en ; mh:hasConfidence concept:confidence-medium .
                    judgement:j { event:e mh:hasTopic concept:t . }"""
        },
    )
    found = supports(graph, "event:e mh:hasTopic concept:t")
    assert shown(found) == [
        ("stated", "source:k#p02", ["k#p02"], ""),
        ("indexed", "source:k#p01", ["k#p01"], ""),
        ("judged", "judgement:j", ["k#p01"], "So it is."),
    ]
    assert [one.confidence for one in found] == ["", "", "medium"]
    assert strongest(found[::-1]) == [found[0]]
    assert strongest([]) == []


def test_a_judgement_rests_on_passages_of_several_sources(small: BaseGraph) -> None:
    (found,) = supports(small, "practice:clinic-boat mh:bearsOn provision:vhc-2")
    assert found.ledger is Ledger.JUDGED
    assert [passage_name(iri) for iri in found.passages] == ["riverside-launch-notice#p08", "valley-review#para-13"]


def test_what_is_inferred_rests_on_the_passages_of_its_premises(small: BaseGraph) -> None:
    (found,) = supports(small, "actor:lakeside-council mh:takesPartIn event:village-compact-launch-afternoon")
    assert shown([found]) == [
        (
            "inferred",
            "rule:host-takes-part",
            ["valley-register-launch#p08", "valley-register-launch#p10"],  # p10 by the judgement on the status
            "The host of an event that was held took part in it.",
        )
    ]
    assert found.graph.startswith(f"{found.ground}#")


def test_a_premise_counts_by_its_strongest_ledger(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        sources={
            "k": """:p01 a mh:Passage . :p02 a mh:Passage . :p03 a mh:Passage .
                    :p01 { membership:m mh:isIn group:g ; mh:isMembershipOf actor:a . } :p10 a mh:Passage .
                    :p10 { membership:m mh:isIn group:g ; mh:isMembershipOf actor:a . }"""
        },
        judgements={
            "t": """judgement:j a mh:Judgement ; mh:restsOn source:k\\#p02 .
                    judgement:j { membership:m mh:isIn group:g ; mh:isMembershipOf actor:a . }"""
        },
    )
    (found,) = supports(graph, "group:g mh:hasMember actor:a")
    assert [passage_name(iri) for iri in found.passages] == ["k#p01", "k#p10"]
    assert [to_curie(one.graph) for one in supports(graph, "membership:m mh:isIn group:g")] == [
        "source:k#p01",
        "source:k#p10",
        "judgement:j",
    ]


def test_numbers_in_names_count_as_numbers(tmp_path: Path) -> None:
    passages = "".join(f":p{n} a mh:Passage . :p{n} {{ event:e mh:hasHost actor:a . }} " for n in (10, 9, 100))
    graph = build_graph(tmp_path / "p", sources={"k": passages})
    found = supports(graph, "event:e mh:hasHost actor:a")
    assert [passage_name(one.graph) for one in found] == ["k#p9", "k#p10", "k#p100"]
    assert passages_of([*found, *found]) == tuple(one.graph for one in found)


def test_evidence_under_a_merged_name_says_so_and_is_as_sure_as_the_merge(small: BaseGraph) -> None:
    (found,) = supports(small, "rec:test-wells mh:addresses provision:vhc-1")
    assert shown([found]) == [("stated", "source:valley-review#para-12-b", ["valley-review#para-12-b"], "")]
    assert found.written == triple("rec:valley-review-test-wells mh:addresses provision:vhc-1")
    assert found.confidence == "high"
    own, merged = supports(small, "rec:test-wells mh:isIssuedBy actor:riverside-health-board")
    assert (own.written, own.confidence) == (None, "")
    assert passage_name(merged.graph) == "valley-review#para-12-b"
    stated = load_graph(small.project, [Ledger.STATED])
    assert supports(stated, "rec:test-wells mh:addresses provision:vhc-1") == ()
    (apart,) = supports(stated, "rec:valley-review-test-wells mh:addresses provision:vhc-1")
    assert (apart.written, apart.confidence) == (None, "")


def test_a_judgement_on_a_merged_name_is_as_sure_as_the_weaker_of_both(tmp_path: Path) -> None:
    judged = [
        ("same", "high", "event:m mh:sameAs event:e"),
        ("bears", "medium", "event:m mh:bearsOn provision:p"),
        ("other", "high", "event:n mh:bearsOn provision:q"),
        ("weak", "medium", "event:n mh:sameAs event:e"),
    ]
    texts = [
        f"judgement:{name} a mh:Judgement ; mh:hasConfidence concept:confidence-{sure} .judgement:{name} {{ {said} . }}"
        for name, sure, said in judged
    ]
    graph = build_graph(tmp_path / "p", entities={"event": "event:e a mh:Event ."}, judgements={"k": "\n".join(texts)})
    assert [one.confidence for one in supports(graph, "event:e mh:bearsOn provision:p")] == ["medium"]
    assert [one.confidence for one in supports(graph, "event:e mh:bearsOn provision:q")] == ["medium"]


def test_names_and_schema_have_no_support(small: BaseGraph) -> None:
    for text in ("person:mara-venn a mh:Person", "mh:Event a owl:Class", "actor:a mh:hasHost actor:b"):
        assert supports(small, text) == ()


def test_a_graph_of_two_ledgers_counts_as_the_stronger(tmp_path: Path) -> None:
    both = ":p01 a mh:Passage , mh:Judgement . :p01 { event:e mh:hasHost actor:a . }"
    graph = build_graph(tmp_path / "p", sources={"k": both})
    (found,) = supports(graph, "event:e mh:hasHost actor:a")
    assert (found.ledger, found.passages) == (Ledger.STATED, (passage_iri("k", "p01"),))


def test_a_literal_is_found_in_whatever_form_it_is_written(tmp_path: Path) -> None:
    """Engines keep numbers by value; the statement that was asked for is the one that is answered."""
    graph = build_graph(tmp_path / "p", sources={"k": ":p01 a mh:Passage . :p01 { figure:f mh:hasValue 07 . }"})
    (statement,) = graph.statements()
    integer = NamedNode(f"{XSD}integer")
    for digits in ("7", "07", "+7"):
        asked = Triple(statement.subject, statement.predicate, Literal(digits, datatype=integer))
        assert shown(graph.evidence([asked])[asked]) == [("stated", "source:k#p01", ["k#p01"], "")]


def test_evidence_is_asked_in_batches(small: BaseGraph) -> None:
    store = CountingStore(small.store)
    known = triple("event:village-compact-launch mh:hasOrganizer actor:riverside-health-board")
    unknown = [triple(f"event:e{number} mh:hasHost actor:a") for number in range(BATCH)]
    found = find_evidence(store, [*unknown, known, *unknown])
    assert store.calls == 2
    assert list(found) == [*unknown, known]
    assert len(found[known]) == 2
    assert all(found[statement] == () for statement in unknown)
    assert find_evidence(store, []) == {}
    assert store.calls == 2


def test_all_statements_are_those_of_the_named_graphs(small: BaseGraph) -> None:
    statements = small.statements()
    said = [quad for quad in evidence(small) if quad.graph_name != IDENTITY_GRAPH]
    merged = {small.identities.merge(quad.triple) for quad in said if quad.predicate not in COMPUTED}
    assert set(statements) == merged - {None}
    assert list(statements) == sorted(statements, key=str)
    assert small.evidence(statements) == statements


@pytest.mark.parametrize(
    ("passage", "location"),
    [
        (
            "riverside-launch-notice#p04",
            Location(
                f"{SOURCE}riverside-launch-notice",
                4,
                "",
                "https://riverside.example/notices/compact-launch#:~:text=The%20launch,house.",
            ),
        ),
        (
            "riverside-launch-notice#p01",  # holds nothing, so nobody has to find it on the page
            Location(f"{SOURCE}riverside-launch-notice", 1, "", "https://riverside.example/notices/compact-launch"),
        ),
        ("valley-review#para-13", Location(f"{SOURCE}valley-review", None, "para. 13", "")),  # no address is known
        (
            "riverside-launch-notice",
            Location(f"{SOURCE}riverside-launch-notice", None, "", "https://riverside.example/notices/compact-launch"),
        ),
        ("nobody#p01", Location(f"{SOURCE}nobody")),
    ],
)
def test_where_a_passage_is(small: BaseGraph, passage: str, location: Location) -> None:
    assert small.locate([f"{SOURCE}{passage}"]) == {f"{SOURCE}{passage}": location}


def test_passages_are_located_with_one_question(small: BaseGraph) -> None:
    passages = {passage for found in small.statements().values() for one in found for passage in one.passages}
    located = small.locate(passages)
    assert set(located) == passages
    assert all(located[passage] == small.locate([passage])[passage] for passage in passages)
    assert small.locate([]) == {}


def test_of_several_addresses_the_first_by_text(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        sources={
            "k": """source:k a mh:Source ; schema:url <https://e.example/b> , <https://e.example/a?b=1#top> .
                    :c1 mh:hasStanding concept:standing-publisher . :p01 mh:isSeenIn :c1 .
                    :p01 mh:hasTextFragment "#:~:text=b" , "#:~:text=a" ; mh:hasNumber 2 , 1 .
                    :p02 mh:hasNumber 99999999999999999999 ."""
        },
    )
    first, second = passage_iri("k", "p01"), passage_iri("k", "p02")
    located = graph.locate([first, second])
    assert located[first] == Location(f"{SOURCE}k", 1, "", "https://e.example/a?b=1#top:~:text=a")
    assert located[second] == Location(f"{SOURCE}k", None, "", "https://e.example/a?b=1#top")


def test_an_address_that_is_text_is_no_link(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        sources={
            "k": 'source:k a mh:Source ; schema:url "https://e.example/a" . :p01 mh:hasTextFragment "#:~:text=a" .'
        },
    )
    assert graph.locate([passage_iri("k", "p01")])[passage_iri("k", "p01")].link == ""


def test_the_source_of_a_passage() -> None:
    assert source_of(str(from_curie("source:k#p08"))) == f"{SOURCE}k"


def test_every_link_of_the_shipped_graph_is_one(shipped_graph: BaseGraph) -> None:
    passages = {passage for found in shipped_graph.statements().values() for one in found for passage in one.passages}
    links = [location.link for location in shipped_graph.locate(passages).values()]
    assert any(links)
    for link in links:
        assert not link or (link.startswith("https://") and link.count("#") <= 1 and " " not in link)
