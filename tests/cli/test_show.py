"""`mhgraph show`."""

from __future__ import annotations

import json

import pytest

from mhgraph import model
from mhgraph.namespaces import to_curie
from mhgraph.project.folders import Project
from mhgraph.tables import FORMATS
from tests.cli.conftest import Call


def name(term: str) -> str:
    """Return the name of a term, as it is shown, from that of its constant."""
    return to_curie(getattr(model, term).value)


SHOWN = f"""\
actor:lakeside-council  {name("ORGANIZATION")}
Conseil du village de Lakeside
  rdfs:label  "Conseil du village de Lakeside"@fr
  rdfs:label  "Consejo de la aldea de Lakeside"@es
  rdfs:label  "Lakeside Village Council"@en
"""


@pytest.mark.parametrize("form", FORMATS)
def test_showing_in_every_format(call: Call, form: str) -> None:
    ended = call("show", "clinic-boat", "--format", form)
    assert ended.code == 0
    assert "clinic-boat" in ended.stdout


def test_showing_an_entity(call: Call) -> None:
    lines = call("show", "lakeside-council", "--lang", "fr").stdout
    assert lines.startswith(SHOWN)
    assert (
        f"  {name('TAKES_PART_IN')}  event:village-compact-launch-afternoon “Afternoon session on boats and clinics”\n"
        "      inferred  rule:host-takes-part (high): The host of an event that was held took part in it.\n"
    ) in lines
    assert "(judged, valley-register-launch#p08, valley-register-launch#p10)\n" in lines
    pledged = f"  ← {name('PLEDGED_BY')}  commitment:second-boat “Another boat for the islands”\n"
    assert f"{pledged}      stated    valley-review#para-13\n" in lines


def test_showing_what_is_judged_and_how_surely(call: Call) -> None:
    assert (
        f"  {name('BEARS_ON')}  provision:vhc-2 “VHC Objective 2: A clinic for every village”\n"
        "      judged    judgement:boat-bears-on-vhc-2 (medium): "
        "A clinic that comes by boat is the clinic of a village without a road.\n"
        "                rests on riverside-launch-notice#p08 "
        "https://riverside.example/notices/compact-launch#:~:text=to%20keep,river., valley-review#para-13\n"
    ) in call("show", "clinic-boat").stdout


def test_showing_what_is_filed(call: Call) -> None:
    topic = f"{name('TOPIC')}  concept:topic-well-water “Well water”\n"
    assert f"  {topic}      indexed   village-health-compact#para-2 https://" in call("show", "vhc-1").stdout
    assert f"    {topic}      indexed   by the curator\n" in call("show", "riverside-launch-notice#p11").stdout
    assert topic not in call("show", "vhc-1", "--ledger", "stated,judged,inferred").stdout


def test_what_a_provision_says_comes_first(call: Call) -> None:
    statements = call("show", "vhc-2").stdout.partition("\n\n")[2]
    assert statements.startswith(f'  {name("SAYS")}  "The villages promise that each of them has a clinic')


@pytest.mark.parametrize("entity", ["event:village-compact-launch", "event:valley-review-mill-meeting"])
def test_showing_what_was_merged_and_why(call: Call, entity: str) -> None:
    shown = call("show", entity).stdout
    assert (
        "\n  merged: event:valley-review-mill-meeting “Meeting at the mill” "
        "is event:village-compact-launch “Launch of the Village Health Compact”\n"
        "      judged    judgement:mill-meeting-is-the-launch (medium): "
        "The launch was at the mill, and no other meeting there is told of.\n"
        "                rests on riverside-launch-notice#p03 "
    ) in shown
    assert (
        '  skos:altLabel  "Meeting at the mill"@en\n      stated    valley-review#para-14\n'
        "                said of event:valley-review-mill-meeting “Meeting at the mill” (merged, confidence medium)\n"
    ) in shown


def test_without_judgements_nothing_is_merged(call: Call) -> None:
    kept = call("show", "event:village-compact-launch", "--ledger", "stated").stdout
    assert "merged" not in kept
    assert "Meeting at the mill" not in kept
    written = call("show", "event:valley-review-mill-meeting", "--ledger", "stated").stdout
    assert written.startswith("event:valley-review-mill-meeting ")


def test_what_may_be_the_same(call: Call) -> None:
    shown = call("show", "village-evening-talks").stdout
    assert "  ← may be the same as  event:valley-review-talks “Three talks in the villages”\n" in shown
    assert name("SAME_AS") not in shown
    assert "\n  merged: " not in shown


def test_a_group_that_cannot_be_one_is_left_apart(call: Call, small_copy: Project) -> None:
    path = small_copy.root / "data" / "judgements" / "riverside-launch-notice.trig"
    text = path.read_text(encoding="utf-8")
    same = f"actor:vale {name('SAME_AS')} actor:vale-health-ministry"
    path.write_text(
        text.replace(f"rec:valley-review-test-wells {name('SAME_AS')} rec:test-wells", same).replace(
            "@prefix commitment:", "@prefix actor: <https://w3id.org/mhgraph/actor/> .\n@prefix commitment:"
        ),
        encoding="utf-8",
    )
    shown = call("show", "actor:vale", root=small_copy.root).stdout
    assert (
        "\n  left apart, for two of them are declared: "
        "actor:vale “Vale”, actor:vale-health-ministry “Ministry of Health of Vale”\n"
        "      joined by judgement:review-tells-of-the-call\n"
    ) in shown


def test_showing_a_passage(call: Call) -> None:
    shown = call("show", "riverside-launch-notice#p04").stdout
    head, _, body = shown.partition("\n\n")
    assert head.splitlines()[:2] == [
        f"riverside-launch-notice#p04  {name('PASSAGE')}",
        "https://riverside.example/notices/compact-launch#:~:text=The%20launch,house.",
    ]
    assert body == (
        "  event:village-compact-launch “Launch of the Village Health Compact”\n"
        f"    {name('ADDRESSES')}  provision:vhc-1 “VHC Objective 1: Clean water within an hour's walk”\n"
        f"    {name('TOPIC')}  concept:topic-well-water “Well water”\n"
        "      indexed   by the curator\n"
    )


def test_a_passage_reads_as_written(call: Call) -> None:
    shown = call("show", "valley-review#para-14").stdout
    assert "\n  event:valley-review-mill-meeting “Meeting at the mill”\n" in shown
    assert "event:village-compact-launch" not in shown


def test_the_word_of_the_record(call: Call, small_copy: Project) -> None:
    path = small_copy.root / "data" / "sources" / "valley-review.trig"
    record = f":record a {name('RECORD')} ; dcterms:isPartOf source:valley-review .\n"
    said = ':record { instrument:old-water-pact dcterms:identifier "OWP/1" }\n'
    path.write_text(path.read_text(encoding="utf-8") + record + said, encoding="utf-8")
    shown = call("show", "old-water-pact", root=small_copy.root).stdout
    told = "      stated    valley-review#record (the word of the record)\n"
    assert f'  dcterms:identifier  "OWP/1"\n{told}' in shown


def test_showing_a_rule_explains_its_conclusions(call: Call) -> None:
    shown = call("show", "rule:host-takes-part").stdout
    assert (
        "  event:village-compact-launch-afternoon “Afternoon session on boats and clinics”\n"
        "      inferred  rule:host-takes-part (high)"
    ) in shown
    assert shown.count("since event:village-compact-launch-afternoon") == 2


def test_a_premise_may_be_a_name(call: Call, small_copy: Project) -> None:
    """What stands in no ledger (here the kind of a provision) has no passage to show."""
    (small_copy.root / "ontology" / "rules" / "objectives.rq").write_text(
        "#+ label: An objective is noted.\nPREFIX concept: <https://w3id.org/mhgraph/concept/>\n"
        f"CONSTRUCT {{ ?a {model.TOUCHES} ?a }} WHERE {{ ?a {model.KIND} concept:provision-objective }}\n",
        encoding="utf-8",
    )
    shown = call("show", "vhc-1", root=small_copy.root).stdout
    assert f"{name('KIND')}  concept:provision-objective" in shown
    assert "(a name)" in shown


def test_rows_of_show(call: Call) -> None:
    records = json.loads(call("show", "clinic-boat", "--format", "json").stdout)
    (judged,) = [record for record in records if record["graph"].endswith("/boat-bears-on-vhc-2")]
    assert judged["passages"] == [
        "https://w3id.org/mhgraph/source/riverside-launch-notice#p08",
        "https://w3id.org/mhgraph/source/valley-review#para-13",
    ]
    assert judged["links"] == "https://riverside.example/notices/compact-launch#:~:text=to%20keep,river."
    assert judged["reason"].startswith("A clinic that comes by boat")
    assert (judged["ledger"], judged["confidence"], judged["written"]) == ("judged", "medium", "")
    merged = json.loads(call("show", "rec:test-wells", "--format", "json").stdout)
    assert {record["written"] for record in merged} == {
        "",
        "https://w3id.org/mhgraph/rec/valley-review-test-wells",
    }


def test_showing_without_a_ledger(call: Call) -> None:
    assert "judgement:" not in call("show", "clinic-boat", "--ledger", "stated").stdout
    shown = call("show", "concept:topic-well-water", "--ledger", "stated")
    assert shown.code == 0
    assert shown.stdout.endswith("\n  no statement (in the chosen ledgers)\n")


def test_showing_nobody(call: Call) -> None:
    ended = call("show", "nobody-at-all")
    assert (ended.code, ended.stdout) == (2, "")
    assert ended.complaint.startswith("mhgraph: no entity is called 'nobody-at-all'; ")
    assert call("show", "valley-review").complaint == (
        "mhgraph: 'valley-review' can mean 2 things; say which: instrument:valley-review, valley-review"
    )
