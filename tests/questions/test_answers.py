"""The exact answers of the small project, as its texts say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pytest

from mhgraph.graph import BaseGraph
from mhgraph.questions import ask
from tests.questions.cases import SMALL, records


class Expected(NamedTuple):
    """A question to the small project and all its rows; a column that is not named is empty."""

    question: str
    values: Mapping[str, str | Sequence[str]]
    rows: list[dict[str, str]]


def stated(*passages: str) -> dict[str, str]:
    """Return the evidence columns of a row that these passages state."""
    sources = sorted({passage.partition("#")[0] for passage in passages})
    return {"ledger": "stated", "source": "; ".join(sources), "passage": "; ".join(passages)}


NOTICE, REGISTER, REVIEW = "riverside-launch-notice", "valley-register-launch", "valley-review"
LAUNCH = {"event": "event:village-compact-launch", "label": "Launch of the Village Health Compact"}
DATES = "2031-04-02; 2031-04-03"  # the notice and the register do not agree
BOAT = {
    "recommendation": "rec:keep-clinic-boat",
    "label": "Have a boat at hand for the clinic",
    "addressees": "concept:constituency-villages",
    "contained_in": "instrument:riverside-launch-notice",
}
WELLS = {
    "recommendation": "rec:test-wells",
    "label": "Test every well two times a year",
    "addressees": "concept:constituency-villages",
    "contained_in": "instrument:riverside-launch-notice",
}
BOARD = "actor:riverside-health-board"
MANDATE = "Keep the wells of the valley in order"
CO_LEAD = "A co-lead of a body is a member of it."
ADOPTED = {
    "milestone": "milestone:village-compact-adopted",
    "label": "The Compact is adopted",
    "kinds": "concept:milestone-adopted",
    "things": "instrument:village-health-compact",
    "by": "actor:valley-health-network",
    "phases": "concept:phase-adoption",
    "date": "2031-03-01",
    "before": "event:village-compact-launch",
}
ON_THE_LAUNCH = {"unit": "concept:unit-persons", "concerns": "event:village-compact-launch"}
CHAIR = {
    "participant": "person:mara-venn",
    "label": "Mara Venn",
    "role": "concept:role-chair",
    "office": "president",
    "bodies": BOARD,
    "where": "event:village-compact-launch",
    "date": DATES,
    "participation": "participation:venn-village-compact-launch",
    **stated(f"{NOTICE}#p05"),
}
SPEAKER = {
    "participant": "person:tobin-ash",
    "label": "Tobin Ash",
    "role": "concept:role-speaker",
    "bodies": "actor:hillside-council",
    "where": "event:village-compact-launch",
    "date": DATES,
    "contribution": "How the wells of Hillside were mended",
    "participation": "participation:ash-village-compact-launch",
    **stated(f"{NOTICE}#p05"),
}
PLEDGE = {
    "commitment": "commitment:second-boat",
    "label": "Another boat for the islands",
    "container": "instrument:valley-review",
    "bound_parties": "actor:lakeside-council",
    "towards": "concept:constituency-islanders",
    "deadline": "2033",
    "addresses": "provision:vhc-2",
    **stated(f"{REVIEW}#para-13"),
}
FIRST_MEDICINE = {
    "position": "position:venn-water-first",
    "label": "Care begins with water",
    "taken_stance": "concept:stance-stresses",
    "holders": "person:mara-venn",
    "held_in": "participation:venn-village-compact-launch",
    "topics": "concept:topic-well-water",
    **stated(f"{NOTICE}#p11"),
}
GUESTS = {
    "figure": "figure:village-compact-launch-guests",
    "label": "Guests at the launch, by the notice",
    "precision": "concept:precision-about",
    "value": "120",
    "reporters": BOARD,
    **ON_THE_LAUNCH,
    **stated(f"{NOTICE}#p09"),
}
ATTENDANCE = {
    "figure": "figure:village-compact-launch-attendance",
    "label": "Attendance at the launch, by the register",
    "precision": "concept:precision-at-least",
    "value": "140",
    "reporters": "actor:valley-register",
    **ON_THE_LAUNCH,
    **stated(f"{REGISTER}#p07"),
}
TALKS = {
    "figure": "figure:village-evening-talks-number",
    "label": "Number of evening talks",
    "precision": "concept:precision-exact",
    "value": "3",
    "unit": "concept:unit-events",
    "concerns": "event:village-evening-talks",
    "reporters": "actor:valley-register",
    **stated(f"{REGISTER}#p09"),
}
ADDRESSED = {
    **LAUNCH,
    "date": DATES,
    "status": "concept:status-held",
    "organizers": BOARD,
    "addressed": "provision:vhc-1",
    **stated(f"{NOTICE}#p04"),
}

PACT = {
    "side": "behind",
    "item": "instrument:old-water-pact",
    "label": "Old Water Pact",
    "subject": "instrument:village-health-compact",
    "relation": "mh:buildsOn",
    "object": "instrument:old-water-pact",
    **stated(f"{REVIEW}#para-4"),
}
ADOPTION = {
    "side": "itself",
    "earliest": "2031-03-01",
    "item": "milestone:village-compact-adopted",
    "label": "The Compact is adopted",
    "date": "2031-03-01",
    "subject": "milestone:village-compact-adopted",
    "relation": "mh:happensTo",
    "object": "instrument:village-health-compact",
    **stated(f"{REVIEW}#para-20"),
}
LAUNCHED = {"item": LAUNCH["event"], "label": LAUNCH["label"], "date": DATES, "subject": LAUNCH["event"]}
MADE_THE_COMPACT = {"relation": "mh:hasOutcome", "object": "instrument:village-health-compact", **stated(f"{NOTICE}#p03")}
ABOUT_WELLS = {"relation": "mh:addresses", "object": "provision:vhc-1", **stated(f"{NOTICE}#p04")}
ASKED_FOR = {
    "side": "open",
    "item": "instrument:riverside-launch-notice",
    "label": "Notice on the launch of the Village Health Compact",
    "subject": "rec:test-wells",
    "relation": "mh:addresses",
    "object": "provision:vhc-1",
    **stated(f"{REVIEW}#para-12-b"),
}

EXPECTED = [
    Expected("events-addressing", {"provision": "vhc-1"}, [ADDRESSED]),
    Expected("events-addressing", {"provision": "VHC"}, [ADDRESSED]),
    Expected("events-addressing", {"provision": ["vhc-1", "vhc-2"]}, [ADDRESSED]),
    Expected("events-addressing", {"provision": "vhc-2"}, []),
    Expected("events-addressing", {"provision": "vhc-1a"}, []),  # what concerns the whole need not concern the part
    Expected(
        "recommendations-by-issuer",
        {"issuer": "RHB"},
        [
            {**BOAT, "topics": "concept:topic-travelling-clinics", "issuer": BOARD, **stated(f"{NOTICE}#p08")},
            {**WELLS, "topics": "concept:topic-well-water", "issuer": BOARD, **stated(f"{NOTICE}#p07")},
        ],
    ),
    Expected(
        "recommendations-by-issuer",
        {"issuer": "RHB", "topic": "well-water"},
        [{**WELLS, "topics": "concept:topic-well-water", "issuer": BOARD, **stated(f"{NOTICE}#p07")}],
    ),
    Expected("recommendations-by-issuer", {"issuer": "lakeside-council"}, []),
    Expected(
        "body-members",
        {"body": "wells"},
        [
            {
                "body": "group:wells",
                "relation": relation,
                "member": member,
                "label": label,
                "mandate": MANDATE,
                **stated(f"{NOTICE}#p10"),
                **({"ledger": "inferred", "reason": CO_LEAD} if relation == "mh:hasMember" else {}),
            }
            for relation in ("mh:coLead", "mh:hasMember")
            for member, label in (
                ("actor:hillside-council", "Hillside Village Council"),
                ("actor:lakeside-council", "Lakeside Village Council"),
            )
        ],
    ),
    Expected("body-members", {"body": "valley-health-network"}, []),
    Expected(
        "passage-statements",
        {"where": f"{NOTICE}#p04"},
        [
            {
                "subject": LAUNCH["event"],
                "predicate": predicate,
                "object": value,
                "number": "4",
                **stated(f"{NOTICE}#p04"),
            }
            for predicate, value in (("mh:addresses", "provision:vhc-1"), ("mh:hasTopic", "concept:topic-well-water"))
        ],
    ),
    Expected(
        "passage-statements",
        {"where": f"{REGISTER}#p04"},
        [
            {
                "subject": LAUNCH["event"],
                "predicate": "mh:hasOrganizer",
                "object": BOARD,
                "number": "4",
                **stated(f"{NOTICE}#p03", f"{REGISTER}#p04"),
            }
        ],
    ),
    Expected("passage-statements", {"where": f"{NOTICE}#p01"}, []),
    Expected(
        "passage-statements",
        {"where": f"{REVIEW}#para-12-b"},  # an excerpt has no numbers
        [
            {
                "subject": "rec:test-wells",
                "predicate": "mh:addresses",
                "object": "provision:vhc-1",
                **stated(f"{REVIEW}#para-12-b"),
            }
        ],
    ),
    Expected(
        "events-of-actor",
        {"actor": "RHB"},
        [
            {
                **LAUNCH,
                "date": DATES,
                "status": "concept:status-held",
                "role": "concept:role-chair",
                "via": "participation:venn-village-compact-launch",
                "relation": "mh:isOnBehalfOf",
                "actor": BOARD,
                **stated(f"{NOTICE}#p05"),
            },
            {
                **LAUNCH,
                "date": DATES,
                "status": "concept:status-held",
                "role": "concept:role-organizer",
                "via": "event:village-compact-launch",
                "relation": "mh:hasOrganizer",
                "actor": BOARD,
                **stated(f"{NOTICE}#p03", f"{REGISTER}#p04"),
            },
        ],
    ),
    Expected(
        "events-of-actor",
        {"actor": "lakeside-council"},
        [
            {
                "event": "event:village-compact-launch-afternoon",
                "label": "Afternoon session on boats and clinics",
                "status": "concept:status-held",
                "role": "concept:role-host",
                "via": "event:village-compact-launch-afternoon",
                "relation": "mh:hasHost",
                "actor": "actor:lakeside-council",
                **stated(f"{REGISTER}#p08"),
            }
        ],
    ),
    Expected("events-of-actor", {"actor": "lakeside-council", "role": "organizer"}, []),
    Expected(
        "events-of-actor",
        {"actor": "Tobin Ash", "role": "speaker"},
        [
            {
                **LAUNCH,
                "date": DATES,
                "status": "concept:status-held",
                "role": "concept:role-speaker",
                "via": "participation:ash-village-compact-launch",
                "relation": "mh:isParticipationOf",
                "actor": "person:tobin-ash",
                **stated(f"{NOTICE}#p05"),
            }
        ],
    ),
    Expected(
        "lineage",
        {"provision": "vhc-1"},
        [
            PACT,
            ADOPTION,
            {"side": "itself", "earliest": "2031-04-02", **LAUNCHED, **MADE_THE_COMPACT},
            {"side": "itself", "earliest": "2031-04-03", **LAUNCHED, **MADE_THE_COMPACT},
            {"side": "after", "earliest": "2031-04-02", **LAUNCHED, **ABOUT_WELLS},
            {"side": "after", "earliest": "2031-04-03", **LAUNCHED, **ABOUT_WELLS},
            ASKED_FOR,
            {
                **ASKED_FOR,
                "object": "provision:vhc-1a",
                **stated(f"{NOTICE}#p07"),
                "ledger": "judged",
                "reason": "Water is clean only where somebody looks after the well and tests it.",
            },
        ],
    ),
    Expected(
        "lineage",
        {"provision": "old-water-pact"},
        [
            {
                "side": "after",
                "item": "instrument:valley-review",
                "label": "Review of the Village Health Compact",
                "subject": "instrument:valley-review",
                "relation": "mh:cites",
                "object": "instrument:old-water-pact",
                **stated(f"{REVIEW}#para-4"),
            },
            {
                "side": "after",
                "earliest": "2031-03-01",
                "item": "instrument:village-health-compact",
                "label": "Village Health Compact",
                "date": "2031-03-01",
                "subject": "instrument:village-health-compact",
                "relation": "mh:buildsOn",
                "object": "instrument:old-water-pact",
                **stated(f"{REVIEW}#para-4"),
            },
        ],
    ),
    Expected("speakers", {}, [CHAIR, SPEAKER]),
    Expected("speakers", {"role": "speaker"}, [SPEAKER]),
    Expected("speakers", {"body": "RHB"}, [CHAIR]),
    Expected("speakers", {"person": "Tobin Ash", "role": "chair"}, []),
    Expected("speakers", {"event": "village-compact-launch-afternoon"}, []),
    Expected(
        "instruments-cited",
        {"instrument": "instrument:valley-review"},
        [
            {
                "citing": "instrument:valley-review",
                "relation": "mh:cites",
                "cited": "instrument:old-water-pact",
                "label": "Old Water Pact",
                "kinds": "concept:instrument-compact",
                **stated(f"{REVIEW}#para-4"),
            }
        ],
    ),
    Expected("instruments-cited", {"instrument": "old-water-pact"}, []),
    Expected(
        "milestones",
        {"about": "VHC"},
        [
            {
                **ADOPTED,
                "relation": "mh:happensTo",
                "joined": "instrument:village-health-compact",
                **stated(f"{REVIEW}#para-20"),
            }
        ],
    ),
    Expected(
        "milestones",
        {"about": "process:village-compact-review"},
        [
            {
                **ADOPTED,
                "relation": "mh:isStepOf",
                "joined": "process:village-compact-review",
                **stated(f"{REVIEW}#para-20"),
            }
        ],
    ),
    Expected("milestones", {"about": "old-water-pact"}, []),
    Expected(
        "recommendations-on",
        {"subject": "VHC"},
        [
            {
                **BOAT,
                "issuers": BOARD,
                "relation": "mh:addresses",
                "bears_on": "provision:vhc-2",
                **stated(f"{NOTICE}#p08", f"{REVIEW}#para-13"),
                "ledger": "judged",
                "reason": "A clinic that comes by boat is the clinic of a village without a road.",
            },
            {
                **WELLS,
                "issuers": BOARD,
                "relation": "mh:addresses",
                "bears_on": "provision:vhc-1",  # stated and judged: the stronger counts
                **stated(f"{REVIEW}#para-12-b"),
            },
            {
                **WELLS,
                "issuers": BOARD,
                "relation": "mh:addresses",
                "bears_on": "provision:vhc-1a",
                **stated(f"{NOTICE}#p07"),
                "ledger": "judged",
                "reason": "Water is clean only where somebody looks after the well and tests it.",
            },
        ],
    ),
    Expected(
        "recommendations-on",
        {"subject": "Eau de puits"},
        [
            {
                **WELLS,
                "issuers": BOARD,
                "relation": "mh:hasTopic",
                "bears_on": "concept:topic-well-water",
                **stated(f"{NOTICE}#p07"),
            }
        ],
    ),
    Expected("commitments", {}, [PLEDGE]),
    Expected("commitments", {"bound": "lakeside-council", "instrument": "instrument:valley-review"}, [PLEDGE]),
    Expected("commitments", {"bound": "hillside-council"}, []),
    Expected("commitments", {"instrument": "VHC"}, []),
    Expected("figures", {}, [ATTENDANCE, GUESTS, TALKS]),
    Expected("figures", {"subject": "village-compact-launch"}, [ATTENDANCE, GUESTS]),
    Expected("figures", {"subject": "village-evening-talks"}, [TALKS]),
    Expected("figures", {"subject": "well-water"}, []),
    Expected("positions", {}, [FIRST_MEDICINE]),
    Expected("positions", {"holder": "village-compact-launch"}, [FIRST_MEDICINE]),
    Expected("positions", {"topic": "travelling-clinics"}, []),
    Expected("positions", {"holder": "Tobin Ash"}, []),
]


@pytest.mark.parametrize(
    "expected", EXPECTED, ids=lambda expected: f"{expected.question} {' '.join(map(str, expected.values.values()))}"
)
def test_the_small_project(small: BaseGraph, expected: Expected) -> None:
    found = records(ask(small, expected.question, expected.values))
    assert [{name: text for name, text in row.items() if text} for row in found] == expected.rows


def test_every_question_is_asked() -> None:
    assert {expected.question for expected in EXPECTED if expected.rows} == set(SMALL)
