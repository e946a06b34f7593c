"""Tests: gaps."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from mhgraph.analysis.gaps import KINDS, Gap, Gaps, find_gaps
from mhgraph.analysis.network import entity_network
from mhgraph.cli.gaps import KINDS as KINDS_OF_COMMAND
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.namespaces import to_curie
from mhgraph.project.folders import Project
from tests.analysis.small import iri


def look(graph: BaseGraph, *of: str, language: str = "en") -> dict[str, Gaps]:
    return {gaps.missing: gaps for gaps in find_gaps(graph, entity_network(graph), of, language=language)}


def names(gaps: Gaps) -> list[str]:
    return [to_curie(gap.iri) for gap in gaps.found]


def known(gaps: Gaps) -> Mapping[str, tuple[str, ...]]:
    return {to_curie(gap.iri): gap.known for gap in gaps.found}


@pytest.fixture(scope="module")
def gaps(small: BaseGraph) -> dict[str, Gaps]:
    """All gaps of the small project, by what is missing."""
    return look(small)


def test_the_command_knows_every_kind() -> None:
    assert tuple(KINDS) == KINDS_OF_COMMAND


def test_only_what_is_asked_for_is_looked_for(small: BaseGraph) -> None:
    found = find_gaps(small, entity_network(small), ["texts", "sources"])
    assert [gaps.of for gaps in found] == ["texts", "texts", "sources"]


def test_events_without_a_date_tell_the_dates_of_what_they_are_part_of(gaps: Mapping[str, Gaps]) -> None:
    found = gaps["event without a date"]
    assert found.whole == 4
    assert known(found) == {
        "event:valley-review-talks": (),
        "event:village-compact-launch-afternoon": (
            "is part of event Launch of the Village Health Compact",
            "“Launch of the Village Health Compact” has start date 2031-04-02",
            "“Launch of the Village Health Compact” has start date 2031-04-03",
        ),
        "event:village-evening-talks": (),
    }
    afternoon = next(gap for gap in found.found if gap.known)
    assert iri("source:valley-register-launch#p08") in afternoon.passages


def test_events_without_an_arranger(gaps: Mapping[str, Gaps]) -> None:
    assert names(gaps["event without an arranger"]) == ["event:valley-review-talks", "event:village-evening-talks"]


def test_who_took_part_is_known_of_an_event_without_an_arranger(small_copy: Project) -> None:
    path = small_copy.root / "data/judgements/riverside-launch-notice.trig"
    text = path.read_text(encoding="utf-8")
    told = "event:valley-review-mill-meeting mh:sameAs event:village-compact-launch"
    assert told in text
    path.write_text(text.replace(told, "event:valley-review-mill-meeting mh:precedes event:village-compact-launch"))
    found = look(load_graph(small_copy), "events")["event without an arranger"]
    assert known(found)["event:valley-review-mill-meeting"] == ("comprises The health ministry of Vale on wells",)


def test_recommendations_without_addressee_or_force(small_copy: Project, gaps: Mapping[str, Gaps]) -> None:
    assert not names(gaps["recommendation without an addressee"])
    assert not names(gaps["recommendation without a force"])
    change(small_copy, "valley-review", "mh:isAddressedTo actor:vale ;", "mh:concerns concept:constituency-villages ;")
    change(small_copy, "valley-review", "mh:hasForce concept:force-duty ;", "")
    found = look(load_graph(small_copy), "recommendations")
    name = "rec:valley-review-test-before-summer"
    assert known(found["recommendation without an addressee"]) == {
        name: ("concerns Villages", "is issued by Valley Health Network")
    }
    assert names(found["recommendation without a force"]) == [name]


def test_what_takes_a_recommendation_up_is_follow_up(gaps: Mapping[str, Gaps], small_project: Project) -> None:
    found = gaps["recommendation without follow-up"]
    assert (found.whole, names(found)) == (3, ["rec:valley-review-test-before-summer"])
    stated = look(load_graph(small_project, [Ledger.STATED]), "recommendations")["recommendation without follow-up"]
    assert set(names(stated)) == {"rec:keep-clinic-boat", "rec:test-wells", "rec:valley-review-test-before-summer"}


def test_a_milestone_is_follow_up_unless_it_is_how_the_recommendation_came_about(small_copy: Project) -> None:
    happens = "mh:happensTo instrument:village-health-compact ;"
    change(small_copy, "valley-review", happens, f"{happens}\n\t\tmh:happensTo rec:valley-review-test-before-summer ;")
    sort = "recommendation without follow-up"
    assert not names(look(load_graph(small_copy), "recommendations")[sort])
    change(small_copy, "valley-review", "concept:milestone-adopted", "concept:milestone-requested")
    assert names(look(load_graph(small_copy), "recommendations")[sort]) == ["rec:valley-review-test-before-summer"]


def test_what_comes_later_on_the_same_provision_is_told_and_closes_nothing(small_copy: Project) -> None:
    change(small_copy, "valley-review", "mh:hasForce concept:force-duty ;", 'mh:hasDate "2030"^^xsd:gYear ;')
    [gap] = look(load_graph(small_copy), "recommendations")["recommendation without follow-up"].found
    assert gap.known == ("later on the same provision: 1",)


def test_a_constituency_is_somebody_and_parts_are_bound_by_their_whole(
    small_copy: Project, gaps: Mapping[str, Gaps]
) -> None:
    found = gaps["promise that binds nobody"]
    assert (found.whole, found.found) == (3, ())  # two objectives and a pledge
    change(small_copy, "village-health-compact", "mh:hasForce concept:force-option", "mh:hasForce concept:force-duty")
    found = look(load_graph(small_copy), "promises")["promise that binds nobody"]
    assert (found.whole, found.found) == (4, ())
    change(small_copy, "village-health-compact", "mh:binds concept:constituency-villages ;", "")
    found = look(load_graph(small_copy), "promises")["promise that binds nobody"]
    assert known(found) == {
        "provision:vhc-1": ("has force Promise",),
        "provision:vhc-1a": ("has force Duty",),
        "provision:vhc-2": ("has force Promise", "involves Riverside Health Board"),
    }


def test_texts_that_come_from_nobody_or_have_no_date(gaps: Mapping[str, Gaps], small_project: Project) -> None:
    assert known(gaps["text without issuer, adopter or author"]) == {
        "instrument:old-water-pact": (),
        "instrument:valley-review": ("publisher of its source: Valley Health Network",),
    }
    undated = ["instrument:old-water-pact", "instrument:riverside-launch-notice", "instrument:valley-review"]
    assert names(gaps["text without a date"]) == undated
    stated = look(load_graph(small_project, [Ledger.STATED]), "texts")["text without a date"]
    assert known(stated)["instrument:village-health-compact"] == ("“The Compact is adopted” has date 2031-03-01",)


def test_one_stated_relation_is_enough_for_a_provision(gaps: Mapping[str, Gaps]) -> None:
    found = gaps["provision that only judgements touch"]
    assert found.whole == 3
    assert known(found) == {
        "provision:vhc-1a": ("things that touch it: 1", "judgements: 1"),
        "provision:vhc-2": ("things that touch it: 4", "judgements: 2"),
    }


def test_a_lost_field_tells_the_property_that_its_label_stands_for(
    small_copy: Project, gaps: Mapping[str, Gaps]
) -> None:
    source = "source:valley-register-launch"
    assert known(gaps["field whose value was lost"]) == {source: ("“Interpretation” stands for what is not known",)}
    path = small_copy.root / "data/sources/valley-register-launch.trig"
    path.write_text(path.read_text(encoding="utf-8").replace('"Interpretation"', '"Date"'), encoding="utf-8")
    concepts = small_copy.root / "data/entities/concept/concept.ttl"
    field = """
concept:field-label-register-date a skos:Concept ;
	skos:prefLabel "Day"@en ;
	skos:altLabel "Date"@en ;
	<http://purl.org/dc/terms/publisher> <https://w3id.org/mhgraph/actor/valley-register> ;
	<%s> <%s> .
"""
    terms = (iri("mh:standsFor"), iri("mh:hasStartDate"))
    concepts.write_text(concepts.read_text(encoding="utf-8") + field % terms, encoding="utf-8")
    found = look(load_graph(small_copy), "fields")["field whose value was lost"]
    assert known(found) == {source: ("“Date” stands for has start date",)}


def test_sources_without_an_address(gaps: Mapping[str, Gaps]) -> None:
    found = gaps["source without an address"]
    assert (found.whole, known(found)) == (4, {"source:valley-review": ("publisher: Valley Health Network",)})


def test_what_is_declared_and_not_mentioned(small_copy: Project, gaps: Mapping[str, Gaps]) -> None:
    assert not names(gaps["thing that nothing mentions"])
    people = small_copy.root / "data/entities/person/person.ttl"
    nobody = '\nperson:nobody a mh:Person ;\n\trdfs:label "Nobody"@en .\n'
    people.write_text(people.read_text(encoding="utf-8") + nobody, encoding="utf-8")
    places = small_copy.root / "data/entities/place/place.ttl"  # places are listed for their own sake
    nowhere = '\nplace:nowhere a mh:Place ;\n\trdfs:label "Nowhere"@en .\n'
    places.write_text(places.read_text(encoding="utf-8") + nowhere, encoding="utf-8")
    assert names(look(load_graph(small_copy), "unused")["thing that nothing mentions"]) == ["person:nobody"]


def test_labels_are_missing_by_language_and_people_need_none(gaps: Mapping[str, Gaps]) -> None:
    found = known(gaps["thing without a label in a language"])
    assert found["actor:valley-register"] == ("missing: fr, es", "there is: en")
    assert "actor:riverside-health-board" not in found
    assert not [name for name in found if name.startswith("person:")]


def test_what_is_known_is_told_in_the_language(small: BaseGraph) -> None:
    found = known(look(small, "events", language="fr")["event without a date"])
    assert found["event:village-compact-launch-afternoon"][0] == (
        "fait partie de l'événement Lancement du Pacte de santé des villages"
    )


def test_a_text_in_several_languages_is_told_once(small_copy: Project) -> None:
    labels = 'mh:hasPeriodLabel "in the evening"@en , "le soir"@fr , "por la tarde"@es ;'
    kind = "mh:hasKind concept:event-dialogue ."
    change(small_copy, "valley-register-launch", kind, f"{labels}\n\t\t{kind}")
    found = known(look(load_graph(small_copy), "events", language="fr")["event without a date"])
    assert found["event:village-evening-talks"] == ("a pour période le soir",)


def test_passages_are_those_of_the_thing(gaps: Mapping[str, Gaps]) -> None:
    every: list[Gap] = [gap for found in gaps.values() for gap in found.found if found.of not in ("sources", "labels")]
    assert every
    assert all(gap.passages for gap in every)


def change(project: Project, key: str, old: str, new: str) -> None:
    """Replace a text in the file of a source."""
    path = project.root / f"data/sources/{key}.trig"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
