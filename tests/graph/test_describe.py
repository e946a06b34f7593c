"""All that is said of an entity, or by a passage, a judgement or a rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.graph.describe import Description
from mhgraph.model import COMPUTED, SAYS, START_DATE
from mhgraph.namespaces import from_curie, to_curie
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import TYPE
from tests.builders import build_graph, triple, triples


def describe(graph: BaseGraph, curie: str) -> Description:
    return graph.describe(str(from_curie(curie)))


def name_properties(found: Description) -> list[str]:
    return [to_curie(predicate.value) for predicate, _ in found.names]


def test_an_entity_as_subject_and_object(small: BaseGraph) -> None:
    found = describe(small, "actor:lakeside-council")
    assert [to_curie(cls) for cls in found.classes] == ["mh:Organization"]
    assert {statement.triple for statement in found.statements} == triples("""
        actor:lakeside-council mh:takesPartIn event:village-compact-launch-afternoon .
        commitment:second-boat mh:isPledgedBy actor:lakeside-council .
        event:village-compact-launch-afternoon mh:hasHost actor:lakeside-council .
        group:wells mh:hasMember actor:lakeside-council .
        membership:lakeside-council-wells-co-lead mh:isMembershipOf actor:lakeside-council .
        practice:clinic-boat mh:isImplementedBy actor:lakeside-council .
    """)
    assert sorted(name_properties(found)) == ["mh:hasKind"] + ["rdfs:label"] * 3
    for statement in found.statements:
        assert statement.supports == small.evidence([statement.triple])[statement.triple] != ()


def test_computed_days_are_left_out(small: BaseGraph) -> None:
    found = describe(small, "event:village-compact-launch")
    predicates = {statement.triple.predicate for statement in found.statements}
    assert START_DATE in predicates
    assert not (predicates | {predicate for predicate, _ in found.names}) & COMPUTED


def test_a_type_that_a_passage_states_is_a_statement(small: BaseGraph) -> None:
    found = describe(small, "rec:keep-clinic-boat")
    stated = [statement for statement in found.statements if statement.triple.subject == NamedNode(found.iri)]
    assert stated[0].triple == triple("rec:keep-clinic-boat a mh:Recommendation")
    assert stated[0].triple.predicate == TYPE
    assert found.names == ()


def test_a_passage_says_what_stands_in_its_graph(small: BaseGraph) -> None:
    found = describe(small, "source:riverside-launch-notice#p04")
    assert {statement.triple for statement in found.statements} == triples("""
        event:village-compact-launch mh:addresses provision:vhc-1 ; mh:hasTopic concept:topic-well-water .
    """)
    graphs = {support.graph: support.ledger for statement in found.statements for support in statement.supports}
    assert graphs == {found.iri: Ledger.STATED, f"{found.iri}-index": Ledger.INDEXED}
    assert set(name_properties(found)) == {
        *("dcterms:isPartOf", "mh:hasDigest", "mh:hasTextFragment", "mh:hasNumber", "mh:isSeenIn"),
    }


def test_a_passage_reads_as_written(small: BaseGraph) -> None:
    found = describe(small, "source:valley-review#para-14")
    mentioned = {to_curie(str(node).strip("<>")) for one in found.statements for node in tuple(one.triple)}
    assert "event:valley-review-mill-meeting" in mentioned
    assert "event:village-compact-launch" not in mentioned


def test_what_a_provision_says_comes_first(small: BaseGraph) -> None:
    assert describe(small, "provision:vhc-2").statements[0].triple.predicate == SAYS


@pytest.mark.parametrize("curie", ["event:village-compact-launch", "event:valley-review-mill-meeting"])
def test_what_was_merged_is_told_with_its_judgement(small: BaseGraph, curie: str) -> None:
    found = describe(small, curie)
    assert found.iri == str(from_curie("event:village-compact-launch"))
    (merge,) = found.merges
    assert merge.written == triple("event:valley-review-mill-meeting mh:sameAs event:village-compact-launch")
    assert (merge.ledger, merge.confidence, to_curie(merge.ground)) == (
        Ledger.JUDGED,
        "medium",
        "judgement:mill-meeting-is-the-launch",
    )
    told = {one.written for statement in found.statements for one in statement.supports if one.written}
    assert triple("event:valley-review-mill-meeting a mh:Event") in told


def test_a_conclusion_rests_on_the_merge_that_its_premise_needs(small: BaseGraph) -> None:
    concluded = triple("actor:vale-health-ministry mh:takesPartIn event:village-compact-launch")
    (support,) = small.evidence([concluded])[concluded]
    assert (support.ledger, support.confidence) == (Ledger.INFERRED, "medium")
    apart = load_graph(small.project, [Ledger.STATED, Ledger.INFERRED])
    assert apart.evidence([concluded])[concluded] == ()


def test_a_group_that_cannot_be_one_is_left_apart(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        entities={"actor": "actor:a a mh:Organization . actor:b a mh:Organization ."},
        judgements={
            "k": """judgement:j a mh:Judgement . judgement:j { actor:a mh:sameAs actor:m . }
                    judgement:i a mh:Judgement . judgement:i { actor:m mh:sameAs actor:b . }"""
        },
    )
    found = describe(graph, "actor:m")
    assert found.merges == ()
    (clash,) = found.clashes
    assert [to_curie(member) for member in clash.members] == ["actor:a", "actor:b", "actor:m"]
    assert [to_curie(judgement) for judgement in clash.judgements] == ["judgement:i", "judgement:j"]


def test_a_passage_lends_its_own_support_only(small: BaseGraph) -> None:
    """Another passage says the same; that is shown with the entity, not here."""
    found = describe(small, "source:riverside-launch-notice#p03")
    shared = triple("event:village-compact-launch mh:hasOrganizer actor:riverside-health-board")
    (supports,) = [statement.supports for statement in found.statements if statement.triple == shared]
    assert [support.graph for support in supports] == [found.iri]
    assert len(small.evidence([shared])[shared]) == 2


def test_a_passage_that_holds_nothing(small: BaseGraph) -> None:
    found = describe(small, "source:riverside-launch-notice#p01")
    assert found.statements == ()
    assert "mh:holdsNoStatement" in name_properties(found)


def test_a_judgement(small: BaseGraph) -> None:
    found = describe(small, "judgement:afternoon-was-held")
    assert [statement.triple for statement in found.statements] == [
        triple("event:village-compact-launch-afternoon mh:hasStatus concept:status-held")
    ]
    assert {"mh:hasRationale", "mh:restsOn", "mh:hasConfidence"} <= set(name_properties(found))


def test_a_rule_and_one_conclusion(small: BaseGraph) -> None:
    rule = describe(small, "rule:membership-makes-member")
    assert {statement.triple for statement in rule.statements} == triples("""
        group:wells mh:hasMember actor:hillside-council , actor:lakeside-council , actor:vale .
        group:fen-boat-union mh:hasMember actor:fen , actor:marsh-ferry-guild .
    """)
    for statement in rule.statements:
        (support,) = statement.supports
        assert support.ground == rule.iri
        assert [derivation.rule.value for derivation in statement.derivations] == [rule.iri]
        one = small.describe(support.graph)
        assert one.statements == (statement,)
        assert [to_curie(cls) for cls in one.classes] == ["mh:Derivation"]


def test_what_is_inferred_is_explained_by_premises_with_their_grounds(small: BaseGraph) -> None:
    found = describe(small, "event:village-compact-launch-afternoon")
    taking_part = triple("actor:lakeside-council mh:takesPartIn event:village-compact-launch-afternoon")
    (statement,) = [statement for statement in found.statements if statement.triple == taking_part]
    (derivation,) = statement.derivations
    assert set(derivation.premises) == triples("""
        event:village-compact-launch-afternoon mh:hasHost actor:lakeside-council ; mh:hasStatus concept:status-held .
    """)
    assert {premise: found.premises[premise] for premise in derivation.premises} == small.evidence(derivation.premises)
    others = [statement for statement in found.statements if statement.supports[-1].ledger is not Ledger.INFERRED]
    assert others
    assert all(statement.derivations == () for statement in others)


def test_each_rule_explains_its_own_conclusion(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        sources={
            "k": """:p01 a mh:Passage .
                    :p01 { event:e mh:hasHost actor:a ; mh:hasOrganizer actor:a ;
                        mh:hasStatus concept:status-held . }"""
        },
    )
    (statement,) = describe(graph, "rule:host-takes-part").statements
    assert [to_curie(derivation.rule.value) for derivation in statement.derivations] == ["rule:host-takes-part"]
    both = [one for one in describe(graph, "actor:a").statements if one.derivations]
    assert [[to_curie(derivation.rule.value) for derivation in one.derivations] for one in both] == [
        ["rule:host-takes-part", "rule:organizer-takes-part"]
    ]


@pytest.mark.parametrize("curie", ["mh:hasConfidence", "mh:Event", "concept:topic-well-water", "scheme:topic"])
def test_what_no_ledger_speaks_of_has_names_only(small: BaseGraph, curie: str) -> None:
    found = describe(small, curie)
    assert NamedNode(found.iri) not in {statement.triple.subject for statement in found.statements}
    assert "rdfs:label" in name_properties(found)


def test_leaving_out_a_ledger_leaves_out_its_statements(small_project: Project) -> None:
    stated = load_graph(small_project, [Ledger.STATED])
    found = describe(stated, "practice:clinic-boat")
    predicates = {to_curie(statement.triple.predicate.value) for statement in found.statements}
    assert predicates == {"mh:isImplementedBy", "mh:hasKind"}
    filed = describe(load_graph(small_project, [Ledger.STATED, Ledger.INDEXED]), "practice:clinic-boat")
    assert {to_curie(statement.triple.predicate.value) for statement in filed.statements} - predicates == {
        "mh:hasTopic"
    }


def test_blank_nodes_are_left_out(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p", sources={"k": ":p01 a mh:Passage . :p01 { event:e mh:hasHost [] . [] mh:near event:e . }"}
    )
    assert describe(graph, "event:e").statements == ()
    assert describe(graph, "source:k#p01").statements == ()


def test_nobody_knows_it(small: BaseGraph) -> None:
    assert describe(small, "event:none") == Description(str(from_curie("event:none")), (), (), (), {})
