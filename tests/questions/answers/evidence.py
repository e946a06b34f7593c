"""Evidence: the exact answers of the small project, and facts of the shipped documents."""

from __future__ import annotations

from collections.abc import Sequence

from tests.questions.answers import Expected, Fact, indexed, judged, stated

NOTICE, REGISTER, REVIEW, BULLETIN = (
    "riverside-launch-notice",
    "valley-register-launch",
    "valley-review",
    "hillside-bulletin",
)
LAUNCH, AFTERNOON, SECOND, SIXTH = (
    "event:village-compact-launch",
    "event:village-compact-launch-afternoon",
    "event:hillside-bulletin-boat-crews-2",
    "event:hillside-bulletin-boat-crews-6",
)

SMALL: dict[str, dict[str, Sequence[str]]] = {
    "disagreements": {"thing": ["village-compact-launch"], "about": ["date"]},
    "documents": {"publisher": ["hillside-council"]},
    "grounds": {"thing": ["village-compact-launch-afternoon"], "kind": ["judged"]},
    "judgements": {"thing": ["village-compact-launch-afternoon"], "sure": ["high"]},
    "known-once": {"kind": ["event"], "document": ["hillside-bulletin"]},
    "missing": {"lacks": ["organizer"]},
    "missing-meetings": {"series": ["boat-crew-meetings"]},
    "only-in": {"document": ["valley-register-launch"], "thing": ["village-compact-launch"]},
}


def differ(thing: str, about: str, relation: str, *told: tuple[str, str]) -> list[dict[str, str]]:
    """Return the rows of two values, each with the passage that tells it."""
    values = [value for value, _ in told]
    return [
        {
            "thing": thing,
            "about": about,
            "relation": relation,
            "value": value,
            "against": values[1 - values.index(value)],
            "subject": thing,
            **stated(passage),
        }
        for value, passage in told
    ]


PLACES = differ(
    SIXTH, "place", "mh:hasPlace", ("place:north-shore", f"{BULLETIN}#p03"), ("place:south-shore", f"{BULLETIN}#p04")
)
STATUSES = differ(
    SIXTH,
    "status",
    "mh:hasStatus",
    ("concept:status-cancelled", f"{BULLETIN}#p04"),
    ("concept:status-held", f"{BULLETIN}#p03"),
)
DAYS = differ(LAUNCH, "date", "mh:hasStartDate", ("2031-04-02", f"{NOTICE}#p03"), ("2031-04-03", f"{REGISTER}#p03"))
GUESTS = [
    {**row, "subject": figure, "measure": "concept:measure-attendance"}
    for row, figure in zip(
        differ(LAUNCH, "number", "mh:hasValue", ("120", f"{NOTICE}#p09"), ("140", f"{REGISTER}#p07")),
        ("figure:village-compact-launch-guests", "figure:village-compact-launch-attendance"),
        strict=True,
    )
]

BOATS_BEAR_ON = judged(
    "medium", "A session on boats and clinics is on how a clinic comes to a village.", f"{REGISTER}#p08"
)
LISTED_AFTERWARDS = judged(
    "high", "The register lists meetings only after they took place.", f"{REGISTER}#p08", f"{REGISTER}#p10"
)


def ground(
    subject: str, relation: str, value: str, rests_on: str, kind: str, evidence: dict[str, str], rule: str = ""
) -> dict[str, str]:
    """Return the row of a statement and one ground; the paragraphs are those of its evidence."""
    return {
        "subject": subject,
        "relation": relation,
        "object": value,
        "rests_on": rests_on,
        "kind_of_ground": f"concept:ledger-{kind}",
        "paragraphs": evidence["passage"],
        **({"rule": rule} if rule else {}),
        **evidence,
    }


SAID, P08 = stated(f"{REGISTER}#p08"), f"{REGISTER}#p08"
BEARS_ON = ground(
    AFTERNOON, "mh:bearsOn", "provision:vhc-2", "judgement:afternoon-bears-on-vhc-2", "judged", BOATS_BEAR_ON
)
HELD = ground(
    AFTERNOON, "mh:hasStatus", "concept:status-held", "judgement:afternoon-was-held", "judged", LISTED_AFTERWARDS
)
TOOK_PART = ground(
    "actor:lakeside-council",
    "mh:takesPartIn",
    AFTERNOON,
    "rule:host-takes-part",
    "inferred",
    {
        **LISTED_AFTERWARDS,
        "ledger": "inferred",
        "reason": "The host of an event that was held took part in it.",
    },
    "rule:host-takes-part",
)


def judgement(name: str, row: dict[str, str]) -> dict[str, str]:
    """Return the row of a judgement by what rests on it."""
    return {
        **{key: row[key] for key in ("subject", "relation", "object")},
        "sure": f"concept:confidence-{row['confidence']}",
        "why": row["reason"],
        "curator": "concept:curation-curator-a",
        "judged_on": "2031-06-01",
        "judgement": name,
        **{key: row[key] for key in ("ledger", "confidence", "reason", "source", "passage")},
    }


WAS_HELD = judgement("judgement:afternoon-was-held", HELD)
NOT_SURE = judgement(
    "judgement:talks-may-be-the-evening-talks",
    {
        "subject": "event:valley-review-talks",
        "relation": "mh:sameAs",
        "object": "event:village-evening-talks",
        **judged(
            "low",
            "Both are three and in the villages; but the review names neither day nor hour.",
            f"{REGISTER}#p09",
            f"{REVIEW}#para-16",
        ),
    },
)

GAPS = [
    {
        "series": "series:boat-crew-meetings",
        "first_missing": "1",
        "last_missing": "1",
        "later": SECOND,
        "number": "2",
        **stated(f"{BULLETIN}#p02"),
    },
    {
        "series": "series:boat-crew-meetings",
        "first_missing": "3",
        "last_missing": "5",
        "earlier": SECOND,
        "later": SIXTH,
        "number": "6",
        **stated(f"{BULLETIN}#p03"),
    },
]
TOLD_ONCE = [
    {"thing": SECOND, "sort": "event", "document": BULLETIN, "passages": f"{BULLETIN}#p02"},
    {"thing": SIXTH, "sort": "event", "document": BULLETIN, "passages": f"{BULLETIN}#p03; {BULLETIN}#p04"},
]

EXPECTED = [
    Expected("disagreements", {"thing": "event:hillside-bulletin-boat-crews-6"}, [*PLACES, *STATUSES]),
    Expected("disagreements", {"thing": "event:hillside-bulletin-boat-crews-6", "about": "status"}, STATUSES),
    Expected("disagreements", {"thing": "village-compact-launch"}, [*DAYS, *GUESTS]),
    Expected("disagreements", {"thing": "village-compact-launch", "about": "date"}, DAYS),
    Expected("disagreements", {"about": "kind"}, []),
    Expected(
        "documents",
        {"publisher": "hillside-council"},
        [
            {
                "document": BULLETIN,
                "publisher": "actor:hillside-council",
                "address": "https://hillside.example/bulletin/6",
                "languages": "en",
                "extent": "concept:extent-whole",
                "passages": "7",
                "with_statements": "7",
                "with_none": "0",
                "unread": "0",
            }
        ],
    ),
    Expected(
        "documents",
        {"publisher": "riverside-health-board"},
        [
            {
                "document": NOTICE,
                "publisher": "actor:riverside-health-board",
                "address": "https://riverside.example/notices/compact-launch",
                "languages": "en",
                "extent": "concept:extent-whole",
                "passages": "12",
                "with_statements": "8",  # all but the line of navigation, the heading, the lead-in and the contact
                "with_none": "4",
                "unread": "0",
            }
        ],
    ),
    Expected("documents", {"publisher": "lakeside-council"}, []),
    Expected(
        "grounds",
        {"thing": "village-compact-launch-afternoon"},
        [
            TOOK_PART,
            ground(AFTERNOON, "rdf:type", "mh:Event", P08, "stated", SAID),
            ground(AFTERNOON, "rdfs:label", "Afternoon session on boats and clinics", P08, "stated", SAID),
            BEARS_ON,
            ground(AFTERNOON, "mh:hasHost", "actor:lakeside-council", P08, "stated", SAID),
            ground(AFTERNOON, "mh:hasKind", "concept:event-panel", P08, "stated", SAID),
            HELD,
            ground(
                AFTERNOON, "mh:hasTopic", "concept:topic-travelling-clinics", f"{P08}-index", "indexed", indexed(P08)
            ),
            ground(AFTERNOON, "mh:isPartOfEvent", LAUNCH, P08, "stated", SAID),
        ],
        by_names_of_terms=True,
    ),
    Expected("grounds", {"thing": "village-compact-launch-afternoon", "kind": "judged"}, [BEARS_ON, HELD]),
    Expected("grounds", {"thing": "village-compact-launch-afternoon", "kind": "inferred"}, [TOOK_PART]),
    Expected(
        "judgements",
        {"thing": "village-compact-launch-afternoon"},
        [WAS_HELD, judgement("judgement:afternoon-bears-on-vhc-2", BEARS_ON)],
    ),
    Expected("judgements", {"thing": "village-compact-launch-afternoon", "sure": "high"}, [WAS_HELD]),
    Expected("judgements", {"thing": "village-evening-talks", "sure": "low"}, [NOT_SURE]),
    Expected("judgements", {"thing": "boat-crew-meetings"}, []),
    Expected("known-once", {"document": "hillside-bulletin"}, TOLD_ONCE),
    Expected("known-once", {"document": "hillside-bulletin", "kind": "event"}, TOLD_ONCE),
    Expected(  # the notice and the register tell of both the launch and the workstream
        "known-once",
        {"document": "riverside-launch-notice"},
        [
            {
                "thing": "figure:village-compact-launch-guests",
                "sort": "figure",
                "document": NOTICE,
                "passages": f"{NOTICE}#p09",
            }
        ],
    ),
    Expected("known-once", {"document": "hillside-bulletin", "kind": "promise"}, []),
    Expected(
        "missing",
        {"lacks": "organizer"},
        [
            {"thing": thing, "sort": sort, "lacks": "organizer"}
            for thing, sort in (
                (SECOND, "mh:Event"),
                (SIXTH, "mh:Event"),
                ("event:valley-review-talks", "mh:EventSet"),
                ("event:village-evening-talks", "mh:EventSet"),
            )
        ],
    ),
    Expected("missing", {"lacks": "addressee"}, []),
    Expected("missing-meetings", {"series": "boat-crew-meetings"}, GAPS),
    Expected("missing-meetings", {"series": "village-health-days"}, []),  # not numbered
    Expected(
        "only-in",
        {"document": "valley-register-launch", "thing": "village-compact-launch"},
        [
            {
                "subject": LAUNCH,
                "relation": relation,
                "object": value,
                "passages": passage,
                **stated(passage),
            }
            for relation, value, passage in (
                ("mh:hasSponsor", "actor:vale", f"{REGISTER}#p12"),
                ("mh:hasStartDate", "2031-04-03", f"{REGISTER}#p03"),
                ("mh:isInSeries", "series:village-health-days", f"{REGISTER}#p06"),
            )
        ],
    ),
    Expected("only-in", {"document": "valley-register-launch", "thing": "hillside-council"}, []),
]

STATED = [
    Expected("judgements", {}, []),
    Expected("grounds", {"thing": "village-compact-launch-afternoon", "kind": "judged"}, []),
    Expected("disagreements", {"thing": "village-compact-launch", "about": "date"}, DAYS),
]

UHC, IOM = "unnm-uhc-statement-2023", "iom-health-global-processes"
FACTS = [
    Fact(
        "documents",
        {"publisher": "un-desa"},
        {"document": "desa-people-on-the-move", "extent": "concept:extent-body-only", "passages": "13"},
    ),
    Fact(
        "grounds",
        {"thing": "leave-no-one-behind-uhc", "kind": "judged"},
        {"subject": "event:unnm-uhc-statement-2023-gcm-talk", "relation": "mh:sameAs"},
    ),
    Fact(
        "judgements",
        {"sure": "high"},
        {"subject": "rec:unnm-2023-equitable-basic-services", "relation": "mh:restates", "object": "provision:gcm-15"},
    ),
    Fact("known-once", {"kind": "figure"}, {"thing": "figure:gcm-talk-uhc-participants", "document": UHC}),
    Fact("missing", {"lacks": "addressee"}, {"thing": "rec:liu-access-whatever-status", "sort": "mh:Recommendation"}),
    Fact(
        "missing-meetings",
        {"series": "iom-council-sessions"},
        {"first_missing": "1", "last_missing": "108", "number": "109"},
    ),
    Fact(
        "only-in",
        {"document": "iom-health-global-processes"},
        {"subject": "milestone:gcm-introduced", "relation": "mh:isStepOf", "passage": f"{IOM}#p23"},
    ),
]
