"""Identity: a mention linked by judgement is one thing with all ledgers, two without; graphs stay as written."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger, load_graph
from mhgraph.graph.identity import NOTHING
from mhgraph.model import IS_MERGED_INTO
from mhgraph.namespaces import from_curie, to_curie
from mhgraph.project.folders import Project
from tests.builders import build_graph, facts, in_graph, triple, triples

EVERY_CHOICE = [frozenset(chosen) for size in range(1, 5) for chosen in combinations(Ledger, size)]
MILL, LAUNCH = "event:valley-review-mill-meeting", "event:village-compact-launch"
SPOKE = "participation:valley-review-vale-health-ministry-mill-meeting mh:isIn"


def name_choice(ledgers: Iterable[Ledger]) -> str:
    return "+".join(sorted(ledger.value for ledger in ledgers))


def merged(graph: BaseGraph) -> dict[str, str]:
    """Return each merged name with its canonical name, as CURIEs."""
    return {to_curie(name.value): to_curie(thing.value) for name, thing in graph.identities.canonical.items()}


def node(curie: str) -> NamedNode:
    return NamedNode(str(from_curie(curie)))


@pytest.fixture(scope="module", params=EVERY_CHOICE, ids=name_choice)
def chosen(request: pytest.FixtureRequest, small_project: Project) -> BaseGraph:
    """The small project with each of the fifteen choices of ledgers."""
    return load_graph(small_project, request.param)


def test_a_mention_is_one_thing_where_judgement_counts_and_two_where_it_does_not(chosen: BaseGraph) -> None:
    is_judged = Ledger.JUDGED in chosen.ledgers
    assert merged(chosen) == ({MILL: LAUNCH, "rec:valley-review-test-wells": "rec:test-wells"} if is_judged else {})
    assert (chosen.resolve(MILL) == node(LAUNCH)) if is_judged else (chosen.identities == NOTHING)
    if Ledger.STATED in chosen.ledgers:
        flat = facts(chosen)
        assert (triple(f"{SPOKE} {LAUNCH}") in flat) == is_judged
        assert (triple(f"{SPOKE} {MILL}") in flat) == (not is_judged)
        assert chosen.resolve(MILL) == node(LAUNCH if is_judged else MILL)


def test_passages_read_as_written_either_way(chosen: BaseGraph) -> None:
    said = in_graph(chosen, "source:valley-review#para-14")
    assert (triple(f"{SPOKE} {MILL}") in said) == (Ledger.STATED in chosen.ledgers)
    assert triple(f"{SPOKE} {LAUNCH}") not in said


def test_evidence_is_asked_for_all_names(small: BaseGraph) -> None:
    shown, written = triple(f"{SPOKE} {LAUNCH}"), triple(f"{SPOKE} {MILL}")
    (support,) = small.evidence([shown])[shown]
    assert (support.ledger, support.confidence, support.written) == (Ledger.STATED, "medium", written)
    assert support.passages[0].endswith("valley-review#para-14")
    assert small.statements()[shown] == (support,)


def test_a_name_of_its_own_stays_and_the_other_is_an_alternative(small: BaseGraph) -> None:
    assert small.label(str(from_curie(LAUNCH))) == "Launch of the Village Health Compact"
    flat = facts(small)
    assert triple(f'{LAUNCH} skos:altLabel "Meeting at the mill"@en') in flat
    assert triple(f"{MILL} mh:isMergedInto {LAUNCH}") in flat
    assert {fact.predicate for fact in flat if fact.subject == node(MILL)} == {IS_MERGED_INTO}


def test_what_a_curator_is_not_sure_of_is_shown_and_not_merged(small: BaseGraph) -> None:
    told = triple("event:valley-review-talks mh:sameAs event:village-evening-talks")
    assert told in facts(small)
    (support,) = small.evidence([told])[told]
    assert (support.ledger, support.confidence) == (Ledger.JUDGED, "low")
    assert "event:valley-review-talks" not in merged(small)


DECLARED = 'event:a a mh:Event ; rdfs:label "A"@en . event:b a mh:Event ; rdfs:label "B"@en .'
MENTIONS = """
    :p01 a mh:Passage . :p01 { event:m a mh:Event ; mh:hasPlace place:p . event:n a mh:Event ; mh:hasHost actor:h . }
"""


def judge(name: str, said: str, confidence: str = "high") -> str:
    """Return a judgement that says something."""
    return f"""
        judgement:{name} a mh:Judgement ; mh:hasConfidence concept:confidence-{confidence} ; mh:restsOn source:k\\#p01 .
        judgement:{name} {{ {said} . }}
    """


def made(folder: Path, *judgements: str, ledgers: Iterable[Ledger] = ALL_LEDGERS) -> BaseGraph:
    """Return a graph of two declared events, two mentions, and judgements on them."""
    return build_graph(
        folder,
        sources={"k": MENTIONS},
        judgements={"k": "".join(judgements)},
        entities={"e": DECLARED},
        ledgers=ledgers,
    )


def test_a_clash_of_two_declared_things_leaves_the_group_apart(tmp_path: Path) -> None:
    graph = made(
        tmp_path / "p",
        judge("one", "event:m mh:sameAs event:a"),
        judge("two", "event:n mh:sameAs event:m"),
        judge("three", "event:n mh:sameAs event:b"),
    )
    (clash,) = graph.identities.clashes
    assert [to_curie(name) for name in clash.members] == ["event:a", "event:b", "event:m", "event:n"]
    assert [to_curie(name) for name in clash.judgements] == ["judgement:one", "judgement:three", "judgement:two"]
    assert clash.reason == "two of them are declared"
    assert graph.identities.canonical == {}
    assert triples("event:m mh:hasPlace place:p ; mh:sameAs event:a . event:n mh:hasHost actor:h .") <= facts(graph)


def test_a_clash_with_a_difference_leaves_the_group_apart(tmp_path: Path) -> None:
    joined = [judge("one", "event:m mh:sameAs event:n"), judge("two", "event:n mh:sameAs event:a")]
    assert merged(made(tmp_path / "p", *joined)) == {"event:m": "event:a", "event:n": "event:a"}
    graph = made(tmp_path / "q", *joined, judge("apart", "event:a mh:differentFrom event:m"))
    assert merged(graph) == {}
    assert [clash.reason for clash in graph.identities.clashes] == ["two of them are held to be different"]


def test_a_clash_leaves_other_groups_as_they_are(tmp_path: Path) -> None:
    graph = made(tmp_path / "p", judge("one", "event:a mh:sameAs event:b"), judge("two", "event:m mh:sameAs event:n"))
    assert len(graph.identities.clashes) == 1
    assert merged(graph) == {"event:n": "event:m"}  # neither is declared: the first in order


def test_a_chain_is_as_sure_as_its_weakest_link(tmp_path: Path) -> None:
    graph = made(
        tmp_path / "p", judge("one", "event:m mh:sameAs event:n", "medium"), judge("two", "event:n mh:sameAs event:a")
    )
    for shown in (triple("event:a mh:hasPlace place:p"), triple("event:a mh:hasHost actor:h")):
        (support,) = graph.evidence([shown])[shown]
        assert (support.ledger, support.confidence) == (Ledger.STATED, "medium")


def test_a_chain_with_a_low_link_is_cut_there(tmp_path: Path) -> None:
    graph = made(
        tmp_path / "p", judge("one", "event:m mh:sameAs event:n", "low"), judge("two", "event:n mh:sameAs event:a")
    )
    assert merged(graph) == {"event:n": "event:a"}
    assert triple("event:m mh:sameAs event:a") in facts(graph)  # it may be the same


def test_without_the_judgement_it_is_two_again(tmp_path: Path) -> None:
    one, two = judge("one", "event:m mh:sameAs event:a"), judge("two", "event:n mh:sameAs event:b")
    assert merged(made(tmp_path / "p", one, two)) == {"event:m": "event:a", "event:n": "event:b"}
    graph = made(tmp_path / "q", two)
    assert merged(graph) == {"event:n": "event:b"}
    assert triple("event:m mh:hasPlace place:p") in facts(graph)


def test_rules_read_merged_things_and_say_which_judgement_joined_them(tmp_path: Path) -> None:
    """One passage says who hosted the mention, another that the declared event was held."""
    held = ":p02 a mh:Passage . :p02 { event:a mh:hasStatus concept:status-held . }"
    joined = judge("one", "event:n mh:sameAs event:a", "medium")
    graph = build_graph(
        tmp_path / "p", sources={"k": MENTIONS + held}, judgements={"k": joined}, entities={"e": DECLARED}
    )
    concluded = triple("actor:h mh:takesPartIn event:a")
    (support,) = graph.evidence([concluded])[concluded]
    assert (support.ledger, support.confidence) == (Ledger.INFERRED, "medium")
    assert [passage.rpartition("#")[2] for passage in support.passages] == ["p01", "p02"]
    apart = load_graph(graph.project, [Ledger.STATED, Ledger.INFERRED])
    assert not {fact for fact in facts(apart) if fact.predicate == concluded.predicate}


def test_every_ground_holds_what_it_is_said_to_hold(small: BaseGraph) -> None:
    """The statement as shown, or as written under a name that is merged."""
    quads = set(small.quads())
    for shown, supports in small.statements().items():
        for support in supports:
            told = support.written or shown
            assert Quad(told.subject, told.predicate, told.object, NamedNode(support.graph)) in quads
            assert support.written is None or small.identities.merge(support.written) == shown
