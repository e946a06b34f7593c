"""Actors: who arranged events, who works with whom, which bodies dealt with a topic, which kinds take part."""

from __future__ import annotations

from collections.abc import Sequence

from tests.questions.answers import Expected, Fact, stated

CIRCULAR, NOTICE, REGISTER, REVIEW = (
    "fen-boat-circular",
    "riverside-launch-notice",
    "valley-register-launch",
    "valley-review",
)

SMALL: dict[str, dict[str, Sequence[str]]] = {
    "bodies-on": {"topic": ["travelling-clinics"], "kind": ["local-authority"]},
    "kinds-taking-part": {},
    "organizers": {"event": ["boat-assemblies"], "kind": ["government-department"]},
    "works-together": {"actor": ["lakeside-council"], "other": ["hillside-council"]},
}

FEN, MINISTRY, UNION, GUILD = (
    "actor:fen",
    "actor:fen-health-ministry",
    "group:fen-boat-union",
    "actor:marsh-ferry-guild",
)
FIRST = "event:first-boat-assembly"
HELD_FIRST = {"date": "2032-05-10", "status": "concept:status-held"}
LAUNCH = {"date": "2031-04-02; 2031-04-03", "status": "concept:status-held"}
SPONSOR = {
    "organizer": "actor:vale",
    "kinds": "concept:organization-state",
    "how": "mh:hasSponsor",
    "where": "event:village-compact-launch",
    **LAUNCH,
    **stated(f"{REGISTER}#p12"),
}
HOST_OF_THE_FIRST = {
    "organizer": MINISTRY,
    "kinds": "concept:organization-government-department",
    "how": "mh:hasHost",
    "where": FIRST,
    **HELD_FIRST,
    **stated(f"{CIRCULAR}#p04"),
}
OF_THE_ASSEMBLIES = [
    HOST_OF_THE_FIRST,
    {
        "organizer": UNION,
        "kinds": "concept:body-partnership",
        "how": "mh:hasOrganizer",
        "where": FIRST,
        **HELD_FIRST,
        **stated(f"{CIRCULAR}#p04"),
    },
    {
        "organizer": "actor:pier-office",
        "kinds": "concept:organization-office",
        "how": "mh:hasOrganizer",
        "where": "event:second-boat-assembly",
        "date": "2033-05-03",
        "status": "concept:status-announced",
        **stated(f"{CIRCULAR}#p07"),
    },
]
OF_THE_UNION = [
    {
        "thing": FIRST,
        "date": "2032-05-10",
        "as": "mh:hasOrganizer",
        "through": UNION,
        "member": FEN,
        "subject": FIRST,
        "object": UNION,
        **stated(f"{CIRCULAR}#p04"),
    },
    {
        "thing": "instrument:pier-accord",
        "date": "2032-09-01",
        "as": "mh:isAdoptedBy",
        "through": UNION,
        "member": FEN,
        "subject": "instrument:pier-accord",
        "object": UNION,
        **stated(f"{CIRCULAR}#p06"),
    },
]
RECEIVED = {
    "thing": FIRST,
    "date": "2032-05-10",
    "as": "mh:hasHost",
    "through": MINISTRY,
    "subject": FIRST,
    "object": MINISTRY,
    **stated(f"{CIRCULAR}#p04"),
}
AT_FERRYTOWN = {
    "thing": FIRST,
    "date": "2032-05-10",
    "as": "mh:hasPlace",
    "through": "place:ferrytown",
    "subject": FIRST,
    "object": "place:ferrytown",
    **stated(f"{CIRCULAR}#p04"),
}
IN_THE_UNION = {
    "thing": UNION,
    "as": "mh:isMembershipOf",
    "role": "concept:role-member",
    "through": FEN,
    "subject": "membership:fen-fen-boat-union-member",
    "object": FEN,
    **stated(f"{CIRCULAR}#p03"),
}
ASKED_FOR_LAMPS = {
    "thing": "rec:reed-pier-lamps",
    "as": "mh:isAddressedTo",
    "through": MINISTRY,
    "subject": "rec:reed-pier-lamps",
    "object": MINISTRY,
    **stated(f"{CIRCULAR}#p05"),
}
WITH_THE_UNION = {"thing": FIRST, "date": "2032-05-10", "own_part": "mh:hasOrganizer"}
SPOKE = {"role": "concept:role-speaker", "subject": "participation:reed-first-boat-assembly"}
HILLSIDE_ON_WELLS = {
    "partner": "actor:hillside-council",
    "thing": "group:wells",
    "own_part": "mh:isMembershipOf",
    "how": "mh:isMembershipOf",
    "role": "concept:role-co-lead",
    "subject": "membership:hillside-council-wells-co-lead",
    "object": "actor:hillside-council",
    **stated(f"{NOTICE}#p10", f"{REGISTER}#p11"),
}
ON_CLINICS = {"topics": "concept:topic-travelling-clinics"}
VILLAGE_COUNCIL = {"kinds": "concept:organization-local-authority", **ON_CLINICS}
LAKESIDE = "actor:lakeside-council"
COUNCILS_ON_CLINICS = [
    {
        "body": body,
        **VILLAGE_COUNCIL,
        "how": how,
        "thing": thing,
        "subject": thing,
        "object": body,
        **stated(passage),
    }
    for body, how, thing, passage in (
        (LAKESIDE, "mh:hasHost", "event:village-compact-launch-afternoon", f"{REGISTER}#p08"),
        (LAKESIDE, "mh:isImplementedBy", "practice:clinic-boat", f"{REGISTER}#p08"),
        (LAKESIDE, "mh:isPledgedBy", "commitment:second-boat", f"{REVIEW}#para-13"),
        ("actor:riverside-health-board", "mh:isIssuedBy", "rec:keep-clinic-boat", f"{NOTICE}#p08"),
    )
]
PARTNERSHIP = {"kinds": "concept:body-partnership", **ON_CLINICS}
UNION_ON_CLINICS = {
    "body": UNION,
    **PARTNERSHIP,
    "how": "mh:hasTopic",
    "thing": "concept:topic-travelling-clinics",
    "subject": UNION,
    "object": "concept:topic-travelling-clinics",
    **stated(f"{CIRCULAR}#p02"),
    "ledger": "indexed",
}
GUILD_ON_CLINICS = {
    "body": GUILD,
    "kinds": "concept:organization-professional-association",
    **ON_CLINICS,
    "how": "mh:isOnBehalfOf",
    "thing": FIRST,
    "date": "2032-05-10",
    "subject": "participation:reed-first-boat-assembly",
    "object": GUILD,
    **stated(f"{CIRCULAR}#p05"),
}
BEFORE_THE_UNION = {
    "body": "group:reed-league",
    **PARTNERSHIP,
    "how": "mh:succeeds",
    "thing": UNION,
    "subject": UNION,
    "object": "group:reed-league",
    **stated(f"{CIRCULAR}#p02"),
}

TAKING_PART = [
    (
        "organization-local-authority",
        "3",
        "3",
        "actor:hillside-council; actor:lakeside-council; actor:riverside-health-board",
    ),
    ("organization-government-department", "2", "2", f"{MINISTRY}; actor:vale-health-ministry"),
    ("body-partnership", "1", "1", UNION),
    ("organization-office", "1", "1", "actor:pier-office"),
    ("organization-professional-association", "1", "1", GUILD),
    ("organization-state", "1", "1", "actor:vale"),
]
NOT_SHOWN = [
    "body-champion-group",
    "body-commission",
    "body-committee",
    "body-core-working-group",
    "body-country-network",
    "body-executive-committee",
    "body-facilitation",
    "body-network",
    "body-steering-group",
    "body-task-force",
    "body-thematic-working-group",
    "body-working-group",
    "body-workstream",
    "organization-academic-institution",
    "organization-binational-body",
    "organization-city-association",
    "organization-civil-society",
    "organization-division",
    "organization-financing-mechanism",
    "organization-foundation",
    "organization-governing-body",
    "organization-information-portal",
    "organization-intergovernmental-organization",
    "organization-migrant-association",
    "organization-private-sector",
    "organization-public-private-partnership",
    "organization-regional-commission",
    "organization-secretariat",
    "organization-special-procedure",
    "organization-trade-union",
    "organization-treaty-body",
    "organization-un-entity",
    "organization-un-organ",
    "organization-youth-constituency",
]

EXPECTED = [
    Expected(
        "kinds-taking-part",
        {},
        [
            {"kind": f"concept:{kind}", "actors": actors, "events": events, "which": which}
            for kind, actors, events, which in TAKING_PART
        ]
        + [{"kind": f"concept:{kind}", "actors": "0", "events": "0"} for kind in NOT_SHOWN],
    ),
    Expected("organizers", {"event": "boat-assemblies"}, OF_THE_ASSEMBLIES),
    Expected("organizers", {"event": "boat-assemblies", "kind": "government-department"}, [HOST_OF_THE_FIRST]),
    Expected("organizers", {"kind": "state"}, [SPONSOR]),
    Expected("organizers", {"event": "village-evening-talks"}, []),
    Expected(
        "country",
        {"country": "place:fen"},  # itself, its ministry, its town, and the union of which it is a member
        [RECEIVED, OF_THE_UNION[0], AT_FERRYTOWN, OF_THE_UNION[1], IN_THE_UNION, ASKED_FOR_LAMPS],
    ),
    Expected(
        "body-members",
        {"body": "fen-boat-union"},
        [
            {
                "body": UNION,
                "member": member,
                "role": "concept:role-member",
                "start": "2029",
                "membership": membership,
                **({"end": "2031"} if member == GUILD else {}),
                **stated(f"{CIRCULAR}#p03"),
            }
            for member, membership in (
                (FEN, "membership:fen-fen-boat-union-member"),
                (GUILD, "membership:marsh-ferry-guild-fen-boat-union-member"),
            )
        ],
    ),
    Expected(
        "events-of-actor",
        {"actor": "fen-boat-union"},
        [
            {
                "event": FIRST,
                **HELD_FIRST,
                "how": "mh:hasOrganizer",
                "subject": FIRST,
                "object": UNION,
                **stated(f"{CIRCULAR}#p04"),
            },
            {  # by a part of it
                "event": "event:second-boat-assembly",
                "date": "2033-05-03",
                "status": "concept:status-announced",
                "how": "mh:hasOrganizer",
                "subject": "event:second-boat-assembly",
                "object": "actor:pier-office",
                **stated(f"{CIRCULAR}#p07"),
            },
        ],
    ),
    Expected(
        "works-together",
        {"actor": "fen-boat-union"},
        [
            {
                **WITH_THE_UNION,
                "partner": MINISTRY,
                "how": "mh:hasHost",
                "subject": FIRST,
                "object": MINISTRY,
                **stated(f"{CIRCULAR}#p04"),
            },
            {
                **WITH_THE_UNION,
                **SPOKE,
                "partner": GUILD,
                "how": "mh:isOnBehalfOf",
                "object": GUILD,
                **stated(f"{CIRCULAR}#p05"),
            },
            {
                **WITH_THE_UNION,
                **SPOKE,
                "partner": "person:ada-reed",
                "how": "mh:isParticipationOf",
                "object": "person:ada-reed",
                **stated(f"{CIRCULAR}#p05"),
            },
        ],
    ),
    Expected("works-together", {"actor": "lakeside-council", "other": "hillside-council"}, [HILLSIDE_ON_WELLS]),
    # she spoke for the guild: that is one part in the assembly, and no work of two
    Expected("works-together", {"actor": "Ada Reed", "other": "marsh-ferry-guild"}, []),
    Expected(
        "bodies-on",
        {"topic": "travelling-clinics"},
        [UNION_ON_CLINICS, *COUNCILS_ON_CLINICS[:3], GUILD_ON_CLINICS, COUNCILS_ON_CLINICS[3], BEFORE_THE_UNION],
    ),
    Expected("bodies-on", {"topic": "travelling-clinics", "kind": "local-authority"}, COUNCILS_ON_CLINICS),
]

FACTS = [
    Fact(
        "bodies-on",
        {"topic": "migration-health"},
        {"body": "actor:who", "how": "mh:isAuthoredBy", "thing": "instrument:proposed-health-components-gcm"},
    ),
    Fact("bodies-on", {"topic": "mainstreaming-health"}, {"body": "group:ws-public-health", "how": "mh:hasTopic"}),
    Fact("kinds-taking-part", {}, {"kind": "concept:organization-state", "which": "actor:thailand"}),
    Fact("kinds-taking-part", {}, {"kind": "concept:organization-trade-union", "actors": "0", "events": "0"}),
    Fact(
        "organizers",
        {"kind": "un-entity"},
        {"organizer": "actor:who", "how": "mh:hasOrganizer", "where": "event:imrf-dialogue-inclusive-societies"},
    ),
    Fact(
        "works-together",
        {"actor": "actor:iom", "other": "actor:who"},
        {"thing": "instrument:proposed-health-components-gcm", "own_part": "mh:isAuthoredBy", "how": "mh:isAuthoredBy"},
    ),
]
