"""The answers over the shipped documents: facts that have to be among the rows.

No answer is held whole here: a new document may add rows to any of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain

import pytest

from mhgraph.graph import BaseGraph
from mhgraph.namespaces import RDFS, from_curie
from mhgraph.project.folders import Project
from mhgraph.questions import ask
from tests.questions.answers import Fact, gather
from tests.questions.cases import NOTHING_SHIPPED, records

UHC, IOM, DESA = "unnm-uhc-statement-2023", "iom-health-global-processes", "desa-people-on-the-move"

FACTS = [
    Fact(
        "body-members",
        {"body": "ws-public-health"},
        {"member": "actor:who", "role": "concept:role-co-lead", "ledger": "stated", "passage": f"{UHC}#p08"},
    ),
    Fact(
        "body-members",
        {"body": "United Nations Network on Migration", "role": "coordinator"},
        {"member": "actor:iom", "ledger": "stated", "passage": f"{IOM}#p25"},
    ),
    Fact(
        "country",
        {"country": "Morocco"},
        {"as": "mh:hasPlace", "through": "place:marrakesh", "thing": "event:gfmd-2018", "passage": f"{IOM}#p33"},
    ),
    Fact(
        "country",
        {"country": "Thailand"},
        {"as": "mh:isParticipationOf", "role": "concept:role-panellist", "through": "actor:thailand"},
    ),
    Fact(
        "events-addressing",
        {"provision": "gcm-15"},
        {"event": "event:leave-no-one-behind-uhc", "status": "concept:status-held", "addressed": "provision:gcm-15e"},
    ),
    Fact(
        "events-addressing",
        {"provision": "instrument:gcm"},
        {"event": "event:leave-no-one-behind-uhc", "how": "mh:bearsOn", "ledger": "judged", "confidence": "low"},
    ),
    Fact(
        "events-of-actor",
        {"actor": "actor:who", "role": "presenter"},
        {"event": "event:gfmd-2017-platform-for-partnerships", "how": "mh:isParticipationOf", "passage": f"{IOM}#p32"},
    ),
    Fact(
        "figures",
        {},
        {"figure": "figure:gcm-talk-uhc-participants", "value": "450", "precision": "concept:precision-about"},
    ),
    Fact(
        "figures",
        {"subject": "leave-no-one-behind-uhc"},  # the page speaks of a Talk, which a judgement holds to be this one
        {"figure": "figure:gcm-talk-uhc-participants", "unit": "concept:unit-persons", "passage": f"{UHC}#p08"},
    ),
    Fact(
        "identities",
        {},
        {"name": "event:unnm-uhc-statement-2023-gcm-talk", "merged_into": "event:leave-no-one-behind-uhc"},
    ),
    Fact(
        "instruments-cited",
        {"instrument": "people-on-the-move-webinar"},
        {"how": "mh:cites", "cited": "instrument:agenda-2030", "passage": f"{DESA}#p09"},
    ),
    Fact(
        "instruments-cited",
        {"instrument": "instrument:unnm-uhc-statement-2023"},
        {"cited": "instrument:imrf-progress-declaration-2022", "ledger": "stated", "passage": f"{UHC}#p07"},
    ),
    Fact(
        "milestones",
        {"about": "process:gcm"},
        {"milestone": "milestone:gcm-introduced", "how": "mh:isStepOf", "passage": f"{IOM}#p23"},
    ),
    Fact(
        "milestones",
        {"about": "instrument:gcm"},
        {"milestone": "milestone:gcm-adopted", "kinds": "concept:milestone-adopted", "date": "2018-12"},
    ),
    Fact(
        "passage-statements",
        {"where": f"{UHC}#p08"},
        {
            "subject": "event:unnm-uhc-statement-2023-gcm-talk",
            "predicate": "rdf:type",
            "object": "mh:Event",
            "number": "8",
        },
    ),
    Fact(
        "passage-statements",
        {"where": f"{UHC}#p11"},
        {"predicate": "mh:hasTopic", "ledger": "indexed", "passage": f"{UHC}#p11"},
    ),
    Fact(
        "positions",
        {},
        {"position": "position:liu-contribution", "holders": "person:liu-zhenmin", "topics": "concept:topic-covid-19"},
    ),
    Fact(
        "positions",
        {"holder": "Liu Zhenmin", "topic": "covid-19"},
        {"position": "position:liu-contribution", "ledger": "stated", "passage": f"{DESA}#p07"},
    ),
    Fact(
        "promises",
        {"provision": "gcm-15e", "bound": "constituency-states"},  # the action is an option; its objective binds
        {"promise": "provision:gcm-15", "how": "mh:binds", "ledger": "stated", "passage": "gcm#para-31"},
    ),
    Fact(
        "promises",
        {"instrument": "imrf-progress-declaration-2022"},
        {"promise": "commitment:unnm-2023-imrf-pd-care-whatever-status", "passage": f"{UHC}#p07"},
    ),
    Fact(
        "recommendations-by-issuer",
        {"issuer": "Liu Zhenmin"},
        {"recommendation": "rec:liu-access-whatever-status", "force": "concept:force-call", "passage": f"{DESA}#p09"},
    ),
    Fact(
        "recommendations-by-issuer",
        {"issuer": "un-network-on-migration"},
        {"recommendation": "rec:unnm-2023-equitable-basic-services", "passage": f"{UHC}#p11"},
    ),
    Fact(
        "recommendations-on",
        {"subject": "gcm-15"},
        {"recommendation": "rec:unnm-2023-equitable-basic-services", "how": "mh:restates", "confidence": "high"},
    ),
    Fact(
        "recommendations-on",
        {"subject": "health-financing"},
        {
            "recommendation": "rec:gfmd-2017-financial-protection",
            "how": "mh:hasTopic",
            "regarding": "concept:topic-financial-protection",
            "ledger": "indexed",
        },
    ),
    Fact(
        "speakers",
        {"event": "idm-2018"},
        {"participant": "person:gudelia-rangel", "office": "Executive Secretary", "passage": f"{IOM}#p30"},
    ),
    Fact(
        "speakers",
        {"body": "actor:global-fund"},
        {"participant": "person:marijke-wijnroks", "role": "concept:role-speaker", "where": "event:idm-2018"},
    ),
    Fact(
        "taken-up",
        {"of": "gcm-15"},
        {"how": "mh:restates", "thing": "rec:unnm-2023-equitable-basic-services", "taken_up": "provision:gcm-15"},
    ),
]

FACTS += chain.from_iterable(gather("FACTS"))


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact.question} {' '.join(fact.values.values())}")
def test_a_fact_is_among_the_rows(shipped_graph: BaseGraph, fact: Fact) -> None:
    rows = records(ask(shipped_graph, fact.question, fact.values))
    assert any(_says(row, fact.cells) for row in rows)


def test_every_question_has_its_facts(shipped: Project) -> None:
    assert {fact.question for fact in FACTS} == {path.stem for path in shipped.queries} - NOTHING_SHIPPED


def test_one_step_to_a_property_is_enough(shipped: Project, shipped_graph: BaseGraph) -> None:
    """Queries take one step along rdfs:subPropertyOf where Virtuoso would join two paths of any length wrongly."""
    text = "".join(path.read_text(encoding="utf-8") for path in shipped.queries)
    above = set(re.findall(r"rdfs:subPropertyOf (\w+:\w+)", text))
    assert above
    step = f"<{RDFS}subPropertyOf>"
    for name in sorted(above):
        deeper = f"ASK {{ ?deeper {step}/{step}+ <{from_curie(name)}> }}"
        assert not shipped_graph.store.ask(deeper), name


def _says(row: Mapping[str, str], cells: Mapping[str, str]) -> bool:
    return all(text in row[name].split("; ") for name, text in cells.items())
