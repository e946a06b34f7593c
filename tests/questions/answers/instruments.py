"""Answers about instruments and their provisions."""

from __future__ import annotations

from tests.questions.answers import Expected, Fact, indexed, stated

NOTICE, REVIEW, COMPACT, COVENANT, GUIDE, CIRCULAR = (
    "riverside-launch-notice",
    "valley-review",
    "village-health-compact",
    "upland-water-covenant",
    "wells-guide",
    "fen-boat-circular",
)
WELLS = "concept:topic-well-water"
THE_COVENANT = "instrument:upland-water-covenant"
AN_OBJECTIVE = "provision:vhc-1"

SMALL = {
    "acts-on": {"instrument": ["UWC"], "act": ["reserved"], "by": ["actor:moor"]},
    "aligned": {"target": ["instrument:valley-goals"], "thing": ["VHC"]},
    "cited-by": {"cited": ["VHC"]},
    "instruments": {"kind": ["statement"], "body": ["RHB"]},
    "lineage": {"provision": ["vhc-1"]},
    "not-taken-up": {"within": ["UWC"], "kind": ["concept:provision-paragraph"]},
    "provisions-on": {"topic": ["well-water"], "instrument": ["UWC"]},
    "same-elsewhere": {"provision": ["vhc-1"]},
}

READ_BY_THE_NETWORK = {
    "side": "after",
    "strand": "words",
    "item": "rec:valley-review-test-before-summer",
    "subject": "rec:valley-review-test-before-summer",
    "how": "mh:interprets",
    "object": AN_OBJECTIVE,
    **stated(f"{REVIEW}#para-17"),
}
FROM_THE_LAUNCH = {
    "side": "before",
    "strand": "process",
    "item": "event:village-compact-launch",
    "date": "2031-04-02; 2031-04-03",  # the notice and the register do not agree
    "subject": "event:village-compact-launch",
    "how": "mh:hasOutcome",
    "object": "instrument:village-health-compact",
    **stated(f"{NOTICE}#p03"),
}
ON_THE_PACT = {
    "strand": "process",
    "subject": "instrument:village-health-compact",
    "how": "mh:buildsOn",
    "object": "instrument:old-water-pact",
    **stated(f"{REVIEW}#para-4"),
}

ON_THE_COVENANT = {"acted_on": THE_COVENANT, "how": "mh:happensTo", "object": THE_COVENANT}
STATE = "concept:organization-state"
RESERVED = {
    "act": "concept:milestone-reserved",
    "actors": "actor:moor",
    "actor_kinds": STATE,
    "acted_on": "provision:uwc-2",
    "subject": "milestone:wells-guide-moor-reserved",
    "how": "mh:happensTo",
    "object": "provision:uwc-2",
    **stated(f"{GUIDE}#p05"),
}
VOTED_AGAINST = {
    "act": "concept:milestone-voted-against",
    "actors": "actor:heath",
    "actor_kinds": STATE,
    **ON_THE_COVENANT,
    "subject": "milestone:wells-guide-heath-against",
    **stated(f"{GUIDE}#p05"),
}
RATIFIED = {
    "act": "concept:milestone-ratified",
    "actors": "actor:moor",
    "actor_kinds": STATE,
    "date": "1991-06-03",
    **ON_THE_COVENANT,
    "subject": "milestone:wells-guide-moor-ratified",
    **stated(f"{GUIDE}#p05"),
}
FOR_EACH = {"provision": "provision:uwc-1", "says": "Each person may have clean water close by"}
BY_2040 = {
    "provision": "provision:uwc-2-1",
    "says": "The parties bring clean water across to the islanders by 2040",
}
AN_HOUR = "The villages promise that nobody has to walk more than an hour to clean water"
ON_WELLS = [
    {**FOR_EACH, "force": "concept:force-right", "filed": WELLS, **indexed(f"{COVENANT}#art-1")},
    {
        **BY_2040,
        "force": "concept:force-duty",
        "bound": "concept:constituency-states",
        "involves": "concept:constituency-villages",
        "people": "concept:constituency-islanders",
        "filed": WELLS,
        **indexed(f"{COVENANT}#art-2-1"),
    },
]
SAID_AGAIN = {
    "how": "mh:restates",
    "subject": AN_OBJECTIVE,
    "object": "provision:uwc-1",
    **stated(f"{GUIDE}#p02"),
}
STATEMENT, NO_FORCE = "concept:instrument-statement", "concept:legal-force-none"
NOTICE_ON_LAUNCH = {
    "instrument": "instrument:riverside-launch-notice",
    "kind": STATEMENT,
    "legal_force": NO_FORCE,
    "bodies": "actor:riverside-health-board",
    **stated(f"{NOTICE}#p03"),
}
BULLETIN = {
    "instrument": "instrument:hillside-bulletin",
    "kind": STATEMENT,
    "legal_force": NO_FORCE,
    "bodies": "actor:hillside-council",
    **stated("hillside-bulletin#title"),
}
PARAGRAPHS = [
    {**BY_2040, "kinds": "concept:provision-paragraph", "part_of": "provision:uwc-2"},
    {
        "provision": "provision:uwc-2-2",
        "kinds": "concept:provision-paragraph",
        "says": "Water may go by ferry",
        "part_of": "provision:uwc-2",
    },
]
ALIGNED = {
    "aligned": AN_OBJECTIVE,
    "goes_with": "provision:valley-goals-6",
    "contained_in": "instrument:valley-goals",
    "said_by": "actor:valley-health-network",
    **stated(f"{GUIDE}#p03"),
}

EXPECTED = [
    Expected(
        "lineage",
        {"provision": AN_OBJECTIVE},
        [
            {"side": "before", "strand": "words", "item": "provision:uwc-1", **SAID_AGAIN},
            READ_BY_THE_NETWORK,
            FROM_THE_LAUNCH,
            {"side": "before", "item": "instrument:old-water-pact", **ON_THE_PACT},
        ],
    ),
    Expected(
        "lineage",
        {"provision": "UWC"},
        [{"side": "after", "strand": "words", "item": AN_OBJECTIVE, "date": "2031-03-01", **SAID_AGAIN}],
    ),
    Expected(
        "lineage",
        {"provision": "old-water-pact"},
        [{"side": "after", "item": "instrument:village-health-compact", "date": "2031-03-01", **ON_THE_PACT}],
    ),
    Expected(
        "lineage",
        {"provision": "vhc-1a"},  # by words, what its objective says is not what it says
        [FROM_THE_LAUNCH, {"side": "before", "item": "instrument:old-water-pact", **ON_THE_PACT}],
    ),
    Expected(
        "instruments",
        {},
        [
            {
                "instrument": "instrument:village-health-compact",
                "kind": "concept:instrument-compact",
                "legal_force": "concept:legal-force-political",
                "bodies": "concept:constituency-villages",
                "symbol": "VHC/2031/1",
                "date": "2031-03-01",
                "adopted": "2031-03-01",
                **stated(f"{NOTICE}#p03"),
            },
            BULLETIN,
            {
                "instrument": "instrument:old-water-pact",
                "kind": "concept:instrument-compact",
                "legal_force": "concept:legal-force-political",
                **stated(f"{REVIEW}#para-4"),
            },
            NOTICE_ON_LAUNCH,
            {
                "instrument": THE_COVENANT,
                "kind": "concept:instrument-treaty",
                "legal_force": "concept:legal-force-on-parties",
                "opened": "1990-05-02",
                "in_force": "1992-06-01",
                **stated(f"{COVENANT}#title"),
            },
            {
                "instrument": "instrument:valley-review",
                "kind": "concept:instrument-report",
                "legal_force": NO_FORCE,
                **stated(f"{REVIEW}#para-4"),
            },
        ],
    ),
    Expected("instruments", {"kind": STATEMENT}, [BULLETIN, NOTICE_ON_LAUNCH]),
    Expected("instruments", {"body": "RHB"}, [NOTICE_ON_LAUNCH]),
    Expected("instruments", {"kind": "concept:instrument-compact", "body": "RHB"}, []),
    Expected(
        "cited-by",
        {"cited": "VHC"},
        [
            {
                "citing": "rec:valley-review-test-before-summer",
                "how": "mh:interprets",
                "part": AN_OBJECTIVE,
                "where": "instrument:valley-review",
                "by": "actor:valley-health-network",
                **stated(f"{REVIEW}#para-17"),
            }
        ],
    ),
    Expected(
        "cited-by",
        {"cited": "old-water-pact"},
        [
            {
                "citing": "instrument:valley-review",
                "how": "mh:cites",
                "part": "instrument:old-water-pact",
                **stated(f"{REVIEW}#para-4"),
            },
            {
                "citing": "instrument:village-health-compact",
                "how": "mh:buildsOn",
                "part": "instrument:old-water-pact",
                "by": "concept:constituency-villages",
                "date": "2031-03-01",
                **stated(f"{REVIEW}#para-4"),
            },
        ],
    ),
    Expected(
        "acts-on",
        {"instrument": "UWC"},
        [
            {
                "act": "concept:milestone-opened-for-signature",
                "date": "1990-05-02",
                **ON_THE_COVENANT,
                "subject": "milestone:upland-water-covenant-opened",
                **stated(f"{COVENANT}#p06"),
            },
            RATIFIED,
            {
                "act": "concept:milestone-entered-into-force",
                "date": "1992-06-01",
                **ON_THE_COVENANT,
                "subject": "milestone:upland-water-covenant-in-force",
                **stated(f"{COVENANT}#p07"),
            },
            VOTED_AGAINST,
            RESERVED,
        ],
    ),
    Expected("acts-on", {"act": "reserved"}, [RESERVED]),
    Expected("acts-on", {"by": "actor:heath"}, [VOTED_AGAINST]),
    Expected("acts-on", {"by": "actor:moor", "instrument": "UWC"}, [RATIFIED, RESERVED]),
    Expected(
        "acts-on",
        {"instrument": "pier-accord"},
        [
            {
                "act": "mh:isAdoptedBy",
                "actors": "group:fen-boat-union",
                "actor_kinds": "concept:body-partnership",
                "date": "2032-09-01",
                "acted_on": "instrument:pier-accord",
                "subject": "instrument:pier-accord",
                "how": "mh:isAdoptedBy",
                "object": "group:fen-boat-union",
                **stated(f"{CIRCULAR}#p06"),
            }
        ],
    ),
    Expected(
        "provisions-on",
        {"topic": "well-water"},
        [
            *ON_WELLS,
            {
                "provision": AN_OBJECTIVE,
                "says": AN_HOUR,
                "force": "concept:force-promise",
                "bound": "concept:constituency-villages",
                "filed": WELLS,
                **indexed(f"{COMPACT}#para-2"),
            },
        ],
    ),
    Expected("provisions-on", {"topic": "well-water", "instrument": "UWC"}, ON_WELLS),
    Expected(
        "same-elsewhere",
        {"provision": "VHC"},
        [
            {
                "elsewhere": "rec:valley-review-test-before-summer",
                "how": "mh:interprets",
                "contained_in": "instrument:valley-review",
                "own": AN_OBJECTIVE,
                "subject": "rec:valley-review-test-before-summer",
                "object": AN_OBJECTIVE,
                **stated(f"{REVIEW}#para-17"),
            },
            {
                "elsewhere": "provision:uwc-1",
                "says": FOR_EACH["says"],
                "contained_in": THE_COVENANT,
                "own": AN_OBJECTIVE,
                **SAID_AGAIN,
            },
        ],
    ),
    Expected(
        "same-elsewhere",
        {"provision": "UWC"},
        [
            {
                "elsewhere": AN_OBJECTIVE,
                "says": AN_HOUR,
                "contained_in": "instrument:village-health-compact",
                "own": "provision:uwc-1",
                **SAID_AGAIN,
            }
        ],
    ),
    Expected("aligned", {}, [ALIGNED]),
    Expected("aligned", {"target": "valley-goals", "thing": "VHC"}, [ALIGNED]),
    Expected("aligned", {"target": AN_OBJECTIVE}, []),
    Expected("aligned", {"thing": "UWC"}, []),
    Expected(
        "not-taken-up",
        {"within": "UWC"},
        [
            {**FOR_EACH, "kinds": "concept:provision-article", "part_of": THE_COVENANT},
            {"provision": "provision:uwc-2", "kinds": "concept:provision-article", "part_of": THE_COVENANT},
            *PARAGRAPHS,
        ],
    ),
    Expected("not-taken-up", {"within": "UWC", "kind": "concept:provision-paragraph"}, PARAGRAPHS),
    Expected("not-taken-up", {"within": "VHC"}, []),
]

STATED = [
    Expected("provisions-on", {"topic": "well-water"}, []),  # topics are filed, not said
]

FACTS = [
    Fact(
        "lineage",
        {"provision": "gcm-15e"},
        {"side": "after", "strand": "words", "subject": "rec:unnm-2023-health-needs-in-plans", "ledger": "judged"},
    ),
    Fact(
        "lineage",
        {"provision": "gcm-15e"},
        {"side": "before", "strand": "process", "item": "instrument:colombo-statement", "how": "mh:informs"},
    ),
    Fact(
        "instruments",
        {"kind": "concept:instrument-resolution"},
        {"instrument": "instrument:wha61-17", "bodies": "actor:world-health-assembly", "ledger": "stated"},
    ),
    Fact(
        "cited-by",
        {"cited": "GCM"},
        {"citing": "instrument:unnm-uhc-statement-2023", "part": "provision:gcm-15", "how": "mh:cites"},
    ),
    Fact(
        "acts-on",
        {"instrument": "instrument:new-york-declaration-2016"},
        {"act": "concept:milestone-adopted", "actors": "actor:un-general-assembly", "date": "2016"},
    ),
    Fact(
        "provisions-on",
        {"topic": "topic-health", "instrument": "GCM"},
        {"provision": "provision:gcm-15e", "force": "concept:force-option", "ledger": "indexed"},
    ),
    Fact(
        "same-elsewhere",
        {"provision": "gcm-15"},
        {"elsewhere": "rec:unnm-2023-health-needs-in-plans", "own": "provision:gcm-15e", "confidence": "high"},
    ),
    Fact("aligned", {"target": "gcm-15"}, {"said_by": "actor:un-network-on-migration"}),
    Fact("not-taken-up", {"within": "gcm-15"}, {"provision": "provision:gcm-15f", "part_of": "provision:gcm-15"}),
]
