"""`mhgraph show`."""

from __future__ import annotations

import json

import pytest

from mhgraph.project.folders import Project
from mhgraph.tables import FORMATS
from tests.cli.conftest import Call

SHOWN = """\
actor:lakeside-council  mh:Organization
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
        "  mh:takesPartIn  event:village-compact-launch-afternoon “Afternoon session on boats and clinics”\n"
        "      inferred  rule:host-takes-part: The host of an event that was held took part in it.\n"
    ) in lines
    assert "(judged, valley-register-launch#p08, valley-register-launch#p10)\n" in lines
    pledged = "  ← mh:isPledgedBy  commitment:second-boat “Another boat for the islands”\n"
    assert f"{pledged}      stated    valley-review#para-13\n" in lines


def test_showing_what_is_judged(call: Call) -> None:
    assert (
        "  mh:addresses  provision:vhc-2 “A clinic for every village”\n"
        "      judged    judgement:boat-bears-on-vhc-2: "
        "A clinic that comes by boat is the clinic of a village without a road.\n"
        "                rests on riverside-launch-notice#p08 "
        "https://riverside.example/notices/compact-launch#:~:text=to%20keep,river., valley-review#para-13\n"
    ) in call("show", "clinic-boat").stdout


def test_showing_a_passage(call: Call) -> None:
    shown = call("show", "riverside-launch-notice#p10").stdout
    head, _, body = shown.partition("\n\n")
    assert head.splitlines()[:2] == [
        "riverside-launch-notice#p10  mh:Passage",
        "https://riverside.example/notices/compact-launch#:~:text=Hillside%20and,up.",
    ]
    assert body == (
        "  group:wells “Workstream on wells”\n"
        "    mh:coLead  actor:hillside-council “Hillside Village Council”\n"
        "    mh:coLead  actor:lakeside-council “Lakeside Village Council”\n"
        '    mh:hasMandate  "Keep the wells of the valley in order"@en\n'
        "    mh:isPartOfBody  actor:valley-health-network “Valley Health Network”\n"
    )


def test_showing_a_rule_explains_its_conclusions(call: Call) -> None:
    shown = call("show", "rule:co-lead-is-member").stdout
    assert (
        "    mh:hasMember  actor:hillside-council “Hillside Village Council”\n      inferred  rule:co-lead-is-member"
        in shown
    )
    assert shown.count("since group:wells “Workstream on wells”  mh:coLead") == 2


def test_a_premise_may_be_a_name(call: Call, small_copy: Project) -> None:
    """What stands in no ledger (here the kind of an instrument) has no passage to show."""
    (small_copy.root / "ontology" / "rules" / "compacts.rq").write_text(
        "#+ label: A compact is noted.\nPREFIX mh: <https://w3id.org/mhgraph/ontology#>\n"
        "PREFIX concept: <https://w3id.org/mhgraph/concept/>\n"
        "CONSTRUCT { ?a mh:cites ?a } WHERE { ?a mh:hasKind concept:instrument-compact }\n",
        encoding="utf-8",
    )
    shown = call("show", "old-water-pact", root=small_copy.root).stdout
    assert "mh:hasKind  concept:instrument-compact" in shown
    assert "(a name)" in shown


def test_rows_of_show(call: Call) -> None:
    records = json.loads(call("show", "clinic-boat", "--format", "json").stdout)
    (judged,) = [record for record in records if record["ledger"] == "judged"]
    assert judged["passages"] == [
        "https://w3id.org/mhgraph/source/riverside-launch-notice#p08",
        "https://w3id.org/mhgraph/source/valley-review#para-13",
    ]
    assert judged["links"] == "https://riverside.example/notices/compact-launch#:~:text=to%20keep,river."
    assert judged["reason"].startswith("A clinic that comes by boat")


def test_showing_without_a_ledger(call: Call) -> None:
    assert "judgement:" not in call("show", "clinic-boat", "--ledger", "stated").stdout
    shown = call("show", "vhc-2", "--ledger", "stated")
    assert shown.code == 0
    assert shown.stdout.endswith("\n  no statement (in the chosen ledgers)\n")


def test_showing_nobody(call: Call) -> None:
    ended = call("show", "nobody-at-all")
    assert (ended.code, ended.stdout) == (2, "")
    assert ended.complaint.startswith("mhgraph: no entity is called 'nobody-at-all'; ")
    assert call("show", "valley-review").complaint == (
        "mhgraph: 'valley-review' can mean 2 things; say which: instrument:valley-review, valley-review"
    )
