"""What supports a statement, and where it is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.graph import Corpus, Ledger, load_corpus
from mhgraph.graph.evidence import (
    Support,
    deep_link,
    premise_passages,
    rests_on,
    source_of,
    statements_of,
    strongest,
    support_by,
    supports,
)
from mhgraph.namespaces import SOURCE, from_curie, passage_name, to_curie
from mhgraph.project.folders import Project
from mhgraph.model import mh
from tests.builders import build_graph, triple, triples


def shown(found: list[Support]) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [
        (
            each.ledger.value,
            to_curie(each.graph),
            tuple(passage_name(passage) for passage in each.passages),
            each.reason,
        )
        for each in found
    ]


def test_a_statement_in_two_passages_has_two_supports(small: Corpus) -> None:
    found = supports(small, triple("event:village-compact-launch mh:organizer actor:riverside-health-board"))
    assert shown(found) == [
        ("stated", "source:riverside-launch-notice#p03", ("riverside-launch-notice#p03",), ""),
        ("stated", "source:valley-register-launch#p04", ("valley-register-launch#p04",), ""),
    ]


def test_the_strongest_ledger_comes_first(small: Corpus) -> None:
    found = supports(small, triple("rec:test-wells mh:addresses provision:vhc-1"))
    assert shown(found) == [
        ("stated", "source:valley-review#para-12-b", ("valley-review#para-12-b",), ""),
        (
            "judged",
            "judgement:wells-bear-on-vhc-1",
            ("riverside-launch-notice#p07",),
            "Water is clean only where somebody looks after the well and tests it.",
        ),
    ]
    assert strongest(reversed(found)) == found[:1]
    assert strongest([]) == []


def test_a_judgement_rests_on_passages_of_several_sources(small: Corpus) -> None:
    (found,) = supports(small, triple("practice:clinic-boat mh:addresses provision:vhc-2"))
    assert found.ledger is Ledger.JUDGED
    assert [passage_name(passage) for passage in found.passages] == [
        "riverside-launch-notice#p08",
        "valley-review#para-13",
    ]
    assert found.derivations == ()


def test_what_is_inferred_rests_on_the_passages_of_its_premises(small: Corpus) -> None:
    (found,) = supports(small, triple("actor:lakeside-council mh:takesPartIn event:village-compact-launch-afternoon"))
    assert shown([found]) == [
        (
            "inferred",
            "rule:host-takes-part",
            ("valley-register-launch#p08", "valley-register-launch#p10"),  # p10 by the judgement on the status
            "The host of an event that was held took part in it.",
        )
    ]
    (derivation,) = found.derivations
    assert set(derivation.premises) == triples("""
        event:village-compact-launch-afternoon mh:host actor:lakeside-council ; mh:status concept:status-held .
    """)
    assert premise_passages(small, []) == ()


def test_a_premise_counts_by_its_strongest_support(tmp_path: Path) -> None:
    corpus = build_graph(
        tmp_path / "p",
        sources={
            "k": """:p01 a mh:Passage . :p02 a mh:Passage . :p03 a mh:Passage .
                    :p01 { group:g mh:coLead actor:a . } :p10 a mh:Passage . :p10 { group:g mh:coLead actor:a . }"""
        },
        judgements={
            "t": "judgement:j a mh:Judgement ; mh:restsOn source:k\\#p02 . judgement:j { group:g mh:coLead actor:a . }"
        },
    )
    (found,) = supports(corpus, triple("group:g mh:member actor:a"))
    assert [passage_name(passage) for passage in found.passages] == ["k#p01"]
    assert [to_curie(each.graph) for each in supports(corpus, triple("group:g mh:coLead actor:a"))] == [
        "source:k#p01",
        "source:k#p10",
        "judgement:j",
    ]


def test_names_and_schema_have_no_support(small: Corpus) -> None:
    for text in ("person:mara-venn a mh:Person", "mh:Event a owl:Class", "actor:a mh:host actor:b"):
        assert supports(small, triple(text)) == []


def test_the_support_that_one_graph_lends(small: Corpus) -> None:
    statement = triple("rec:test-wells mh:addresses provision:vhc-1")
    for support in supports(small, statement):
        (graph,) = [node for node in small.ledger_of_graph if node.value == support.graph]
        assert support_by(small, graph, statement) == support


def test_what_a_judgement_rests_on(small: Corpus) -> None:
    judgement = next(node for node in small.ledger_of_graph if node.value.endswith("afternoon-was-held"))
    assert [passage_name(each) for each in rests_on(small, judgement)] == [
        "valley-register-launch#p08",
        "valley-register-launch#p10",
    ]


def test_statements_of_a_graph_leave_out_computed_bounds(small: Corpus) -> None:
    passage = next(node for node in small.ledger_of_graph if node.value.endswith("valley-register-launch#p03"))
    found = list(statements_of(small, passage))
    assert found == [triple('event:village-compact-launch mh:startDate "2031-04-03"^^xsd:date')]
    assert any(small.store.quads_for_pattern(None, mh("earliest"), None, passage))


@pytest.mark.parametrize(
    ("passage", "link"),
    [
        ("riverside-launch-notice#p04", "https://riverside.example/notices/compact-launch#:~:text=The%20launch,house."),
        ("riverside-launch-notice#p01", "https://riverside.example/notices/compact-launch"),  # holds nothing
        ("valley-register-launch#p03", "https://valley.example/register/17#:~:text=Date%3A%203%20April%202031"),
        ("valley-review#para-13", None),  # no address is known
        ("riverside-launch-notice", "https://riverside.example/notices/compact-launch"),
    ],
)
def test_deep_links(small: Corpus, passage: str, link: str | None) -> None:
    assert deep_link(small, f"{SOURCE}{passage}") == link


def test_an_address_with_a_fragment_of_its_own(tmp_path: Path) -> None:
    corpus = build_graph(
        tmp_path / "p",
        sources={
            "k": 'source:k a mh:Source ; schema:url <https://e.example/a?b=1#top> . :p01 mh:fragment "#:~:text=a" .'
        },
    )
    assert deep_link(corpus, f"{SOURCE}k#p01") == "https://e.example/a?b=1#:~:text=a"


def test_the_source_of_a_passage() -> None:
    assert source_of(str(from_curie("source:k#p08"))) == f"{SOURCE}k"


def test_every_link_of_the_shipped_graph_is_one(shipped: Project) -> None:
    corpus = load_corpus(shipped)
    links = [
        deep_link(corpus, node.value) for node, ledger in corpus.ledger_of_graph.items() if ledger is Ledger.STATED
    ]
    assert links
    for link in links:
        assert link is None or (link.startswith("https://") and link.count("#") <= 1 and " " not in link)
