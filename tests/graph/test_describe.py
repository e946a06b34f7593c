"""All that is said of an entity, or by a passage, a judgement or a rule."""

from __future__ import annotations

from mhgraph.graph import Corpus, Ledger, load_corpus
from mhgraph.graph.describe import Description, describe
from mhgraph.namespaces import from_curie, to_curie
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import TYPE
from tests.builders import triple, triples


def of(corpus: Corpus, curie: str) -> Description:
    return describe(corpus, str(from_curie(curie)))


def test_an_entity_as_subject_and_object(small: Corpus) -> None:
    found = of(small, "actor:lakeside-council")
    assert [to_curie(each) for each in found.classes] == ["mh:Organization"]
    assert {each.triple for each in found.statements} == triples("""
        actor:lakeside-council mh:takesPartIn event:village-compact-launch-afternoon .
        commitment:second-boat mh:binds actor:lakeside-council ; mh:pledgedBy actor:lakeside-council .
        event:village-compact-launch-afternoon mh:host actor:lakeside-council .
        group:wells mh:coLead actor:lakeside-council ; mh:member actor:lakeside-council .
        practice:clinic-boat mh:implementedBy actor:lakeside-council .
    """)
    assert [to_curie(predicate.value) for predicate, _ in found.names] == ["rdfs:label"] * 3 + ["mh:kind"]
    assert all(each.supports for each in found.statements)


def test_computed_bounds_are_left_out(small: Corpus) -> None:
    found = of(small, "event:village-compact-launch")
    predicates = {to_curie(each.triple.predicate.value) for each in found.statements}
    assert "mh:startDate" in predicates
    assert not predicates & {"mh:earliest", "mh:latest"}
    assert not {to_curie(predicate.value) for predicate, _ in found.names} & {"mh:earliest", "mh:latest"}


def test_a_type_that_a_passage_states_is_a_statement(small: Corpus) -> None:
    found = of(small, "rec:test-wells")
    assert found.statements[0].triple == triple("rec:test-wells a mh:Recommendation")
    assert found.statements[0].triple.predicate == TYPE
    assert found.names == ()


def test_a_passage_says_what_stands_in_its_graph(small: Corpus) -> None:
    found = of(small, "source:riverside-launch-notice#p10")
    assert {each.triple for each in found.statements} == triples("""
        group:wells mh:coLead actor:hillside-council , actor:lakeside-council ;
            mh:mandate "Keep the wells of the valley in order"@en ; mh:partOfBody actor:valley-health-network .
    """)
    assert {support.graph for each in found.statements for support in each.supports} == {found.iri}
    names = {to_curie(predicate.value) for predicate, _ in found.names}
    assert names == {"dcterms:isPartOf", "mh:digest", "mh:fragment", "mh:number"}


def test_a_judgement_and_a_rule(small: Corpus) -> None:
    judgement = of(small, "judgement:afternoon-was-held")
    assert [each.triple for each in judgement.statements] == [
        triple("event:village-compact-launch-afternoon mh:status concept:status-held")
    ]
    rule = of(small, "rule:co-lead-is-member")
    assert {each.triple for each in rule.statements} == triples(
        "group:wells mh:member actor:hillside-council , actor:lakeside-council ."
    )
    assert all(support.derivations for each in rule.statements for support in each.supports)


def test_a_term_of_the_ontology_is_no_judgement(small: Corpus) -> None:
    found = of(small, "mh:confidence")
    assert found.statements == ()
    assert "rdfs:label" in {to_curie(predicate.value) for predicate, _ in found.names}


def test_leaving_out_a_ledger_leaves_out_its_statements(small_project: Project) -> None:
    stated = load_corpus(small_project, [Ledger.STATED])
    found = of(stated, "practice:clinic-boat")
    assert {to_curie(each.triple.predicate.value) for each in found.statements} == {
        "mh:implementedBy",
        "mh:kind",
        "mh:topic",
    }


def test_nobody_knows_it(small: Corpus) -> None:
    assert of(small, "event:none") == Description(str(from_curie("event:none")), (), (), ())
