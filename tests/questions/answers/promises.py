"""Answers about promises, pledges and practices."""

from __future__ import annotations

from tests.questions.answers import Expected, Fact, indexed, judged, stated

NOTICE, REGISTER, REVIEW, COMPACT, COVENANT, GUIDE = (
    "riverside-launch-notice",
    "valley-register-launch",
    "valley-review",
    "village-health-compact",
    "upland-water-covenant",
    "wells-guide",
)
HILLSIDE, LAKESIDE = "actor:hillside-council", "actor:lakeside-council"
GUILD, REGISTRAR = "actor:marsh-ferry-guild", "actor:valley-register"
WELLS, BOATS = "concept:topic-well-water", "concept:topic-travelling-clinics"
ISLANDERS = "concept:constituency-islanders"

SMALL = {
    "pledges": {"who": ["marsh-ferry-guild"], "towards": ["vhc-1"]},
    "practices-for": {"subject": ["vhc-1"], "by": ["hillside-council"]},
    "promises-on": {"subject": ["well-water"]},
}

BY_2040 = {
    "promise": "provision:uwc-2-1",
    "says": "The parties bring clean water across to the islanders by 2040",
    "bound": "concept:constituency-states",
    "deadline": "2040",
    "container": "provision:uwc-2",
    "part": "provision:uwc-2-1",
}
SECOND_BOAT = {
    "promise": "commitment:second-boat",
    "bound": LAKESIDE,
    "deadline": "2033",
    "container": "instrument:valley-review",
    "part": "commitment:second-boat",
}
WATER_FERRY = {
    "how": "mh:isPledgedBy",
    "pledge": "commitment:wells-guide-water-ferry",
    "kinds": "concept:commitment-joint-pledge",
    "with": f"{GUILD}; {REGISTRAR}",
    "provision": "provision:vhc-1",
    "contained_in": "instrument:wells-guide",
    **stated(f"{GUIDE}#p06"),
}
A_BOAT = {
    "who": LAKESIDE,
    "how": "mh:isPledgedBy",
    "pledge": "commitment:second-boat",
    "kinds": "concept:commitment-pledge",
    "with": LAKESIDE,
    "provision": "provision:vhc-2",  # in a curator's view
    "contained_in": "instrument:valley-review",
    "people": ISLANDERS,
    "deadline": "2033",
    **stated(f"{REVIEW}#para-13"),
}
CLINIC_BOAT = {"practice": "practice:clinic-boat", "kinds": "concept:practice-service", "doers": LAKESIDE}
FOR_A_CLINIC = {
    **CLINIC_BOAT,
    "how": "mh:bearsOn",
    "regarding": "provision:vhc-2",
    **judged(
        "medium",
        "A clinic that comes by boat is the clinic of a village without a road.",
        f"{NOTICE}#p08",
        f"{REVIEW}#para-13",
    ),
}
SCHOOL_WELL = {
    "practice": "practice:wells-guide-school-well",
    "kinds": "concept:practice-service",
    "status": "concept:status-running",
    "doers": HILLSIDE,
    "places": "place:north-shore",
    "how": "mh:addresses",
    "regarding": "provision:vhc-1",
    **stated(f"{GUIDE}#p04"),
}

PLEDGE = {
    "promise": "commitment:second-boat",
    "how": "mh:isPledgedBy",
    "bound": "actor:lakeside-council",
    "container": "instrument:valley-review",
    "kinds": "concept:commitment-pledge",
    "people": "concept:constituency-islanders",
    "deadline": "2033",
    "touches": "provision:vhc-2",
    **stated(f"{REVIEW}#para-13"),
}
OF_THE_COMPACT = {
    "how": "mh:binds",
    "bound": "concept:constituency-villages",
    "container": "instrument:village-health-compact",
    "kinds": "concept:provision-objective",
}
FIRST_OBJECTIVE = {
    "promise": "provision:vhc-1",
    "says": "The villages promise that nobody has to walk more than an hour to clean water",
    "touches": "provision:uwc-1; provision:valley-goals-6",
    **OF_THE_COMPACT,
    **stated(f"{COMPACT}#para-2"),
}
SECOND_OBJECTIVE = {
    "promise": "provision:vhc-2",
    "says": "The villages promise that each of them has a clinic by 2035",
    **OF_THE_COMPACT,
    "involves": "actor:riverside-health-board",
    "deadline": "2035",
    **stated(f"{COMPACT}#para-3"),
}
FERRY = {
    "promise": "commitment:wells-guide-water-ferry",
    "how": "mh:isPledgedBy",
    "container": "instrument:wells-guide",
    "kinds": "concept:commitment-joint-pledge",
    "touches": "provision:vhc-1",
    **stated(f"{GUIDE}#p06"),
}
PARTIES = {
    "promise": "provision:uwc-2-1",
    "says": "The parties bring clean water across to the islanders by 2040",
    "how": "mh:binds",
    "bound": "concept:constituency-states",
    "container": "provision:uwc-2",
    "kinds": "concept:provision-paragraph",
    "people": ISLANDERS,
    "involves": "concept:constituency-villages",
    "deadline": "2040",
    **stated(f"{COVENANT}#art-2-1"),
}
OF_ALL = [
    PLEDGE,
    {**FERRY, "bound": GUILD},
    {**FERRY, "bound": REGISTRAR},
    PARTIES,
    FIRST_OBJECTIVE,
    SECOND_OBJECTIVE,
]

EXPECTED = [
    Expected("promises", {}, OF_ALL),
    Expected("promises", {"instrument": "VHC"}, [FIRST_OBJECTIVE, SECOND_OBJECTIVE]),
    Expected("promises", {"provision": "vhc-1a"}, [FIRST_OBJECTIVE]),  # an action binds nobody, its objective does
    Expected("promises", {"bound": "lakeside-council", "instrument": "instrument:valley-review"}, [PLEDGE]),
    Expected("promises", {"bound": "concept:constituency-villages", "provision": "vhc-2"}, [SECOND_OBJECTIVE]),
    Expected("promises", {"bound": "hillside-council"}, []),
    Expected(
        "promises-on",
        {"subject": "well-water"},
        [
            {**BY_2040, "how": "mh:hasTopic", "regarding": WELLS, **indexed(f"{COVENANT}#art-2-1")},
            {
                "promise": "provision:vhc-1",
                "says": "The villages promise that nobody has to walk more than an hour to clean water",
                "bound": "concept:constituency-villages",
                "container": "instrument:village-health-compact",
                "part": "provision:vhc-1",
                "how": "mh:hasTopic",
                "regarding": WELLS,
                **indexed(f"{COMPACT}#para-2"),
            },
        ],
    ),
    Expected(
        "promises-on",
        {"subject": ISLANDERS},
        [
            {**SECOND_BOAT, "how": "mh:concerns", "regarding": ISLANDERS, **stated(f"{REVIEW}#para-13")},
            {**BY_2040, "how": "mh:concerns", "regarding": ISLANDERS, **stated(f"{COVENANT}#art-2-1")},
        ],
    ),
    Expected("pledges", {}, [A_BOAT, {"who": GUILD, **WATER_FERRY}, {"who": REGISTRAR, **WATER_FERRY}]),
    Expected("pledges", {"who": "marsh-ferry-guild"}, [{"who": GUILD, **WATER_FERRY}]),
    Expected("pledges", {"towards": "vhc-2"}, [A_BOAT]),
    Expected("pledges", {"who": "marsh-ferry-guild", "towards": "vhc-2"}, []),
    Expected("practices-for", {"subject": "VHC"}, [FOR_A_CLINIC, SCHOOL_WELL]),
    Expected("practices-for", {"subject": "VHC", "by": "lakeside-council"}, [FOR_A_CLINIC]),
    Expected(
        "practices-for",
        {"subject": "travelling-clinics"},
        [{**CLINIC_BOAT, "how": "mh:hasTopic", "regarding": BOATS, **indexed(f"{REGISTER}#p08")}],
    ),
    Expected("practices-for", {"subject": "UWC"}, []),
]

STATED = [
    Expected("promises", {}, [{**PLEDGE, "touches": ""}, *OF_ALL[1:]]),
    Expected("promises-on", {"subject": "well-water"}, []),  # topics are filed, not said
    Expected("practices-for", {"subject": "VHC"}, [SCHOOL_WELL]),
]

FACTS = [
    Fact(
        "promises-on",
        {"subject": "topic-health-coverage"},
        {"promise": "provision:gcm-22", "how": "mh:hasTopic", "bound": "concept:constituency-states"},
    ),
    Fact("pledges", {"towards": "gcm-15"}, {"pledge": "commitment:unnm-2023-imrf-pd-care-whatever-status"}),
    Fact("practices-for", {"subject": "topic-migration-health"}, {"doers": "actor:iom", "ledger": "indexed"}),
]
