"""Topics and groups of people: the exact answers of the small project, and facts of the shipped documents."""

from __future__ import annotations

from collections.abc import Sequence

from tests.questions.answers import Expected, Fact, stated

BULLETIN = "hillside-bulletin"
CARE, BIRTHS, ISLANDERS = (
    "concept:topic-island-care",
    "concept:topic-island-births",
    "concept:constituency-islanders",
)

SMALL: dict[str, dict[str, Sequence[str]]] = {
    "activity-by-objective": {"instrument": ["VHC"], "objective": ["vhc-2"]},
    "on-people": {"people": ["islanders"], "topic": ["island-care"]},
    "topics-raised": {"topic": ["island-care"]},
}

OF_BIRTHS = {"topic": BIRTHS, "things": "3", "said": "3", "by": "group:wells; person:ola-reed"}
ON_THE_CLINICS = [  # the second boat, the afternoon, the clinic boat and the call for it; nobody dates any of them
    {"objective": "provision:vhc-2", "sort": sort, "number": "1"}
    for sort in ("mh:Commitment", "mh:Event", "mh:Practice", "mh:Recommendation")
]

EXPECTED = [
    Expected(
        "topics-raised",
        {"topic": "island-care"},
        [
            OF_BIRTHS,
            {"topic": CARE, "things": "2", "said": "2", "by": "actor:hillside-council; actor:valley-health-network"},
        ],
    ),
    Expected("topics-raised", {"topic": "island-births"}, [OF_BIRTHS]),
    Expected(
        "on-people",
        {"people": "islanders", "topic": "island-care"},
        [
            {
                "thing": "position:hillside-bulletin-births",
                "sort": "mh:Position",
                "by": "person:ola-reed",
                "group": ISLANDERS,
                "how": "mh:concerns",
                "contained_in": "participation:hillside-bulletin-reed-boat-crews-6",
                "topics": BIRTHS,
                **stated(f"{BULLETIN}#p03"),
            },
            {
                "thing": "rec:hillside-bulletin-nurse",
                "sort": "mh:Recommendation",
                "by": "actor:hillside-council",
                "group": ISLANDERS,
                "how": "mh:concerns",
                "force": "concept:force-call",
                "contained_in": "instrument:hillside-bulletin",
                "topics": CARE,
                **stated(f"{BULLETIN}#p05"),
            },
        ],
    ),
    Expected("on-people", {"people": "island-villages"}, []),  # they are asked, and nothing is about them
    Expected("activity-by-objective", {"objective": "vhc-2"}, ON_THE_CLINICS),
    Expected("activity-by-objective", {"objective": "vhc-2", "instrument": "VHC"}, ON_THE_CLINICS),
    Expected("activity-by-objective", {"instrument": "old-water-pact"}, []),
]

STATED = [
    Expected("activity-by-objective", {"objective": "vhc-2"}, []),  # that they bear on it is a curator's view
    Expected("topics-raised", {}, []),
]

FACTS = [
    Fact(
        "activity-by-objective",
        {"instrument": "instrument:gcm", "objective": "gcm-15"},
        {"year": "2017", "sort": "mh:Recommendation", "number": "1"},
    ),
    Fact("on-people", {"people": "children"}, {"thing": "provision:gcm-15f", "passage": "gcm#para-31-f"}),
    Fact("topics-raised", {"topic": "public-health"}, {"topic": "concept:topic-public-health"}),
]
