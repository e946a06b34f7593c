"""What is asked and said: the exact answers of the small project, and facts of the shipped documents."""

from __future__ import annotations

from collections.abc import Sequence

from tests.questions.answers import Expected, Fact, judged, stated

NOTICE, REGISTER, REVIEW, BULLETIN = (
    "riverside-launch-notice",
    "valley-register-launch",
    "valley-review",
    "hillside-bulletin",
)
BOARD, HILLSIDE, LAKESIDE = "actor:riverside-health-board", "actor:hillside-council", "actor:lakeside-council"
NETWORK, WELLS, REED = "actor:valley-health-network", "group:wells", "person:ola-reed"
VILLAGES, ISLANDERS = "concept:constituency-villages", "concept:constituency-islanders"
CARE, BIRTHS = "concept:topic-island-care", "concept:topic-island-births"
CLINICS, WATER = "concept:topic-travelling-clinics", "concept:topic-well-water"
CALL = {"force": "concept:force-call"}
IN_THE_BULLETIN = {"contained_in": "instrument:hillside-bulletin"}
IN_THE_NOTICE = {"contained_in": "instrument:riverside-launch-notice"}

SMALL: dict[str, dict[str, Sequence[str]]] = {
    "asked-of": {"addressee": ["constituency-villages"], "topic": ["island-care"], "force": ["call"]},
    "both-said": {"actor": ["hillside-council"], "other": ["valley-health-network"]},
    "said-on": {"topic": ["island-care"], "speaker": ["hillside-council"], "role": ["speaker"]},
    "same-requests": {"topic": ["island-care"], "addressee": ["constituency-villages"], "issuer": ["hillside-council"]},
    "taken-up": {"of": ["rec:test-wells"], "issuer": ["RHB"]},
}

NURSE = {
    "recommendation": "rec:hillside-bulletin-nurse",
    **CALL,
    "people": ISLANDERS,
    **IN_THE_BULLETIN,
    "topics": CARE,
    **stated(f"{BULLETIN}#p05"),
}
NURSE_OF_THE_NETWORK = {
    "recommendation": "rec:hillside-bulletin-nurse-network",
    **CALL,
    **IN_THE_BULLETIN,
    "topics": CARE,
    **stated(f"{BULLETIN}#p06"),
}
MIDWIVES = {
    "recommendation": "rec:hillside-bulletin-midwives",
    **CALL,
    "made_at": "participation:hillside-bulletin-reed-boat-crews-6",
    "topics": BIRTHS,
    **stated(f"{BULLETIN}#p03"),
}
BOILED_WATER = {
    "recommendation": "rec:hillside-bulletin-boil-water",
    "force": "concept:force-encouragement",
    **IN_THE_BULLETIN,
    "topics": BIRTHS,
    **stated(f"{BULLETIN}#p07"),
}
BOAT = {"recommendation": "rec:keep-clinic-boat", **CALL, **IN_THE_NOTICE, "topics": CLINICS, **stated(f"{NOTICE}#p08")}
TESTS = {
    "recommendation": "rec:test-wells",
    **CALL,
    **IN_THE_NOTICE,
    "topics": WATER,
    **stated(f"{NOTICE}#p07"),  # the review tells of it too, but not whom the Board asked
}
BY_THE_BOARD = {"issuers": BOARD, "addressee": VILLAGES}
ASKED_FIRST = {**MIDWIVES, "issuers": REED, "addressee": VILLAGES}
ASKED_NEXT = [
    {**NURSE, "issuers": HILLSIDE, "addressee": VILLAGES},
    {**NURSE_OF_THE_NETWORK, "issuers": NETWORK, "addressee": VILLAGES},
]
ASKED_OF_THE_ISLANDS = {**BOILED_WATER, "issuers": WELLS, "addressee": "concept:constituency-island-villages"}

BOAT_RUNS = {
    "thing": "practice:clinic-boat",
    "how": "mh:takesUp",
    "taken_up": "rec:keep-clinic-boat",
    "by": LAKESIDE,
    **judged(
        "medium",
        "The Board asked for a boat that carries the clinic, and Lakeside runs one.",
        f"{NOTICE}#p08",
        f"{REGISTER}#p08",
    ),
}
WELLS_TESTED = {
    "thing": "practice:valley-review-well-tests",
    "how": "mh:takesUp",
    "taken_up": "rec:test-wells",
    "by": VILLAGES,
    **stated(f"{REVIEW}#para-12-b"),
    "confidence": "high",  # it takes a judgement that the review tells of this call
}
BEFORE_SUMMER = {
    "thing": "rec:valley-review-test-before-summer",
    "how": "mh:restates",
    "taken_up": "rec:test-wells",
    "by": NETWORK,
    "contained_in": "instrument:valley-review",
    **judged(
        "medium", "Both want every well tested; that it be before summer is new.", f"{NOTICE}#p07", f"{REVIEW}#para-17"
    ),
}

SAME = [
    {
        "topic": CARE,
        "addressee": VILLAGES,
        "issuer": issuer,
        "recommendation": recommendation,
        "others": other,
        **CALL,
        **stated(passage),
    }
    for issuer, recommendation, other, passage in (
        (HILLSIDE, "rec:hillside-bulletin-nurse", NETWORK, f"{BULLETIN}#p05"),
        (NETWORK, "rec:hillside-bulletin-nurse-network", HILLSIDE, f"{BULLETIN}#p06"),
    )
]

RECOMMENDED = {"sort": "mh:Recommendation", "how": "mh:isIssuedBy"}
SAID_BY_HILLSIDE = {
    "speaker": HILLSIDE,
    "said": "rec:hillside-bulletin-nurse",
    **RECOMMENDED,
    "where": "instrument:hillside-bulletin",
    "topics": CARE,
    **stated(f"{BULLETIN}#p05"),
}
AT_THE_SIXTH = {"role": "concept:role-speaker", "where": "event:hillside-bulletin-boat-crews-6", "topics": BIRTHS}
SAID_BY_REED = [
    {
        "speaker": REED,
        "said": "position:hillside-bulletin-births",
        "sort": "mh:Position",
        "how": "mh:isHeldBy",
        **AT_THE_SIXTH,
        **stated(f"{BULLETIN}#p03"),
    },
    {
        "speaker": REED,
        "said": "rec:hillside-bulletin-midwives",
        **RECOMMENDED,
        **AT_THE_SIXTH,
        **stated(f"{BULLETIN}#p03"),
    },
]
AT_THE_LAUNCH = {"where": "event:village-compact-launch", "date": "2031-04-02; 2031-04-03"}
SAID_BY_ASH = {  # not filed under a topic, but the notice says what he told
    "speaker": "person:tobin-ash",
    "said": "participation:ash-village-compact-launch",
    "sort": "mh:Participation",
    "how": "mh:isParticipationOf",
    "role": "concept:role-speaker",
    **AT_THE_LAUNCH,
    **stated(f"{NOTICE}#p05"),
}

EXPECTED = [
    Expected(  # a body with its workstreams
        "recommendations-by-issuer",
        {"issuer": "valley-health-network"},
        [
            {**NURSE_OF_THE_NETWORK, "addressees": VILLAGES, "issuer": NETWORK},
            {
                "recommendation": "rec:valley-review-test-before-summer",
                "force": "concept:force-duty",
                "addressees": "actor:vale",
                "contained_in": "instrument:valley-review",
                "topics": WATER,
                "issuer": NETWORK,
                **stated(f"{REVIEW}#para-17"),
            },
            {**BOILED_WATER, "addressees": "concept:constituency-island-villages", "issuer": WELLS},
        ],
    ),
    Expected(  # a body, and who spoke for it
        "recommendations-by-issuer",
        {"issuer": "hillside-council"},
        [{**NURSE, "addressees": VILLAGES, "issuer": HILLSIDE}, {**MIDWIVES, "addressees": VILLAGES, "issuer": REED}],
    ),
    Expected(
        "recommendations-by-issuer",
        {"issuer": "hillside-council", "topic": "island-births"},
        [{**MIDWIVES, "addressees": VILLAGES, "issuer": REED}],
    ),
    Expected(
        "asked-of",
        {"addressee": "constituency-villages"},
        [ASKED_OF_THE_ISLANDS, ASKED_FIRST, *ASKED_NEXT, {**BOAT, **BY_THE_BOARD}, {**TESTS, **BY_THE_BOARD}],
    ),
    Expected(
        "asked-of",
        {"addressee": "constituency-villages", "topic": "island-care"},
        [ASKED_OF_THE_ISLANDS, ASKED_FIRST, *ASKED_NEXT],
    ),
    Expected(
        "asked-of",
        {"addressee": "constituency-villages", "topic": "island-care", "force": "call"},
        [ASKED_FIRST, *ASKED_NEXT],
    ),
    Expected("asked-of", {"addressee": "constituency-island-villages"}, [ASKED_OF_THE_ISLANDS]),
    Expected("asked-of", {"addressee": "hillside-council"}, []),
    Expected("taken-up", {"of": ["rec:keep-clinic-boat", "rec:test-wells"]}, [BOAT_RUNS, WELLS_TESTED, BEFORE_SUMMER]),
    Expected("taken-up", {"of": "instrument:riverside-launch-notice"}, [BOAT_RUNS, WELLS_TESTED, BEFORE_SUMMER]),
    Expected("taken-up", {"of": "rec:test-wells", "issuer": "RHB"}, [WELLS_TESTED, BEFORE_SUMMER]),
    Expected("taken-up", {"issuer": "hillside-council"}, []),
    Expected("same-requests", {}, SAME),
    Expected("same-requests", {"topic": "island-care", "issuer": "hillside-council"}, SAME),
    Expected("same-requests", {"topic": "island-births"}, []),  # of the same topic, to others
    Expected("same-requests", {"addressee": "constituency-island-villages"}, []),
    Expected("same-requests", {"issuer": "RHB"}, []),
    Expected("said-on", {"speaker": "Ola Reed"}, SAID_BY_REED),
    Expected("said-on", {"speaker": "hillside-council", "role": "speaker"}, [*SAID_BY_REED, SAID_BY_ASH]),
    Expected("said-on", {"speaker": "hillside-council", "topic": "island-care"}, [SAID_BY_HILLSIDE, *SAID_BY_REED]),
    Expected(
        "said-on",
        {"topic": "well-water", "role": "chair"},
        [
            {
                "speaker": "person:mara-venn",
                "said": "position:venn-water-first",
                "sort": "mh:Position",
                "how": "mh:isHeldBy",
                "role": "concept:role-chair",
                "office": "president",
                **AT_THE_LAUNCH,
                "topics": WATER,
                **stated(f"{NOTICE}#p11"),
            }
        ],
    ),
    Expected("said-on", {"speaker": "valley-register", "topic": "well-water"}, []),
    Expected(
        "both-said",
        {"actor": "hillside-council", "other": "valley-health-network"},
        [
            {
                "topic": topic,
                "side": side,
                "said": said,
                "sort": sort,
                "speaker": speaker,
                "how": how,
                **stated(passage),
            }
            for topic, side, said, sort, speaker, how, passage in (
                (
                    BIRTHS,
                    HILLSIDE,
                    "position:hillside-bulletin-births",
                    "mh:Position",
                    REED,
                    "mh:isHeldBy",
                    f"{BULLETIN}#p03",
                ),
                (
                    BIRTHS,
                    HILLSIDE,
                    "rec:hillside-bulletin-midwives",
                    "mh:Recommendation",
                    REED,
                    "mh:isIssuedBy",
                    f"{BULLETIN}#p03",
                ),
                (
                    BIRTHS,
                    NETWORK,
                    "rec:hillside-bulletin-boil-water",
                    "mh:Recommendation",
                    WELLS,
                    "mh:isIssuedBy",
                    f"{BULLETIN}#p07",
                ),
                (
                    CARE,
                    HILLSIDE,
                    "rec:hillside-bulletin-nurse",
                    "mh:Recommendation",
                    HILLSIDE,
                    "mh:isIssuedBy",
                    f"{BULLETIN}#p05",
                ),
                (
                    CARE,
                    NETWORK,
                    "rec:hillside-bulletin-nurse-network",
                    "mh:Recommendation",
                    NETWORK,
                    "mh:isIssuedBy",
                    f"{BULLETIN}#p06",
                ),
            )
        ],
    ),
    Expected(
        "both-said",
        {"actor": "RHB", "other": "lakeside-council"},
        [
            {
                "topic": CLINICS,
                "side": LAKESIDE,
                "said": "commitment:second-boat",
                "sort": "mh:Commitment",
                "speaker": LAKESIDE,
                "how": "mh:isPledgedBy",
                **stated(f"{REVIEW}#para-13"),
            },
            {
                "topic": CLINICS,
                "side": BOARD,
                "said": "rec:keep-clinic-boat",
                "speaker": BOARD,
                **RECOMMENDED,
                **stated(f"{NOTICE}#p08"),
            },
        ],
    ),
    Expected("both-said", {"actor": "RHB", "other": "hillside-council"}, []),
]

STATED = [
    Expected("same-requests", {}, []),  # topics are filed, not said
    Expected(
        "said-on",
        {"speaker": "hillside-council", "role": "speaker"},
        [{**row, "topics": ""} for row in (*SAID_BY_REED, SAID_BY_ASH)],
    ),
]

UHC, DESA, HIP = "unnm-uhc-statement-2023", "desa-people-on-the-move", "hip-imrf-dialogue"
FACTS = [
    Fact(
        "asked-of",
        {"addressee": "constituency-states"},  # and the Member States among them
        {
            "recommendation": "rec:unnm-2023-equitable-basic-services",
            "issuers": "actor:un-network-on-migration",
            "addressee": "concept:constituency-member-states",
            "passage": f"{UHC}#p11",
        },
    ),
    Fact(
        "both-said",
        {"actor": "un-network-on-migration", "other": "un-secretary-general"},
        {"topic": "concept:topic-recovery", "side": "actor:un-secretary-general", "sort": "mh:Recommendation"},
    ),
    Fact(
        "recommendations-by-issuer",
        {"issuer": "un-desa"},  # its Under-Secretary-General spoke for it
        {"recommendation": "rec:liu-access-whatever-status", "issuer": "person:liu-zhenmin", "passage": f"{DESA}#p09"},
    ),
    Fact(
        "said-on",
        {"topic": "covid-19", "role": "speaker"},
        {"speaker": "person:liu-zhenmin", "said": "position:liu-contribution", "passage": f"{DESA}#p07"},
    ),
    Fact(
        "same-requests",
        {"topic": "recovery"},
        {"issuer": "actor:un-network-on-migration", "others": "actor:un-secretary-general"},
    ),
]
