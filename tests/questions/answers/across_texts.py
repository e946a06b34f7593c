"""Answers about what several texts lay down."""

from __future__ import annotations

from tests.questions.answers import Expected, Fact, indexed, stated

BULLETIN, NOTICE, REVIEW, COMPACT, COVENANT = (
    "hillside-bulletin",
    "riverside-launch-notice",
    "valley-review",
    "village-health-compact",
    "upland-water-covenant",
)
ISLANDERS, VILLAGES = "concept:constituency-islanders", "concept:constituency-villages"
WELLS = "concept:topic-well-water"

SMALL = {
    "owed": {"subject": [ISLANDERS], "force": ["concept:force-duty"]},
    "side-by-side": {"one": ["UWC"], "other": ["VHC"], "topic": ["well-water"]},
}

FOR_EACH = {
    "thing": "provision:uwc-1",
    "says": "Each person may have clean water close by",
    "force": "concept:force-right",
}
BY_2040 = {
    "thing": "provision:uwc-2-1",
    "says": "The parties bring clean water across to the islanders by 2040",
    "force": "concept:force-duty",
    "whom": "concept:constituency-states",
}
AN_HOUR = {
    "thing": "provision:vhc-1",
    "says": "The villages promise that nobody has to walk more than an hour to clean water",
    "force": "concept:force-promise",
    "whom": VILLAGES,
}
SUMMER = {"thing": "rec:valley-review-test-before-summer", "force": "concept:force-duty", "whom": "actor:vale"}
BINDS_PARTIES = {"text": "instrument:upland-water-covenant", "binding": "concept:legal-force-on-parties"}
ON_ISLANDERS = {"how": "mh:concerns", "regarding": ISLANDERS}
ON_WELLS = {"how": "mh:hasTopic", "regarding": WELLS}
DUTY_TO_ISLANDERS = {**BY_2040, **BINDS_PARTIES, **ON_ISLANDERS, **stated(f"{COVENANT}#art-2-1")}
IN_THE_COVENANT = {"filed": WELLS, "instrument": "instrument:upland-water-covenant"}

EXPECTED = [
    Expected(
        "owed",
        {"subject": ISLANDERS},
        [
            {
                "binding": "concept:legal-force-none",
                "thing": "commitment:second-boat",
                "text": "instrument:valley-review",
                "whom": "actor:lakeside-council",
                **ON_ISLANDERS,
                **stated(f"{REVIEW}#para-13"),
            },
            {
                "force": "concept:force-call",
                "binding": "concept:legal-force-none",
                "thing": "rec:hillside-bulletin-nurse",
                "text": "instrument:hillside-bulletin",
                "whom": VILLAGES,
                **ON_ISLANDERS,
                **stated(f"{BULLETIN}#p05"),
            },
            DUTY_TO_ISLANDERS,
        ],
    ),
    Expected("owed", {"subject": ISLANDERS, "force": "concept:force-duty"}, [DUTY_TO_ISLANDERS]),
    Expected(
        "owed",
        {"subject": "well-water"},
        [
            {
                "force": "concept:force-call",
                "binding": "concept:legal-force-none",
                "thing": "rec:test-wells",
                "text": "instrument:riverside-launch-notice",
                "whom": VILLAGES,
                **ON_WELLS,
                **indexed(f"{NOTICE}#p07"),
            },
            {**BY_2040, **BINDS_PARTIES, **ON_WELLS, **indexed(f"{COVENANT}#art-2-1")},
            {
                **SUMMER,
                "binding": "concept:legal-force-none",
                "text": "instrument:valley-review",
                **ON_WELLS,
                **indexed(f"{REVIEW}#para-17"),
            },
            {
                **AN_HOUR,
                "binding": "concept:legal-force-political",
                "text": "instrument:village-health-compact",
                **ON_WELLS,
                **indexed(f"{COMPACT}#para-2"),
            },
            {**FOR_EACH, **BINDS_PARTIES, **ON_WELLS, **indexed(f"{COVENANT}#art-1")},
        ],
    ),
    Expected(
        "side-by-side",
        {"one": "UWC", "other": "VHC", "topic": "well-water"},
        [
            {**IN_THE_COVENANT, **FOR_EACH, **indexed(f"{COVENANT}#art-1")},
            {**IN_THE_COVENANT, **BY_2040, "people": ISLANDERS, **indexed(f"{COVENANT}#art-2-1")},
            {
                "filed": WELLS,
                "instrument": "instrument:village-health-compact",
                **AN_HOUR,
                **indexed(f"{COMPACT}#para-2"),
            },
        ],
    ),
    Expected(
        "side-by-side",
        {"one": "valley-review", "other": "old-water-pact", "topic": "well-water"},
        [{"filed": WELLS, "instrument": "instrument:valley-review", **SUMMER, **indexed(f"{REVIEW}#para-17")}],
    ),
    Expected("side-by-side", {"one": "UWC", "other": "VHC", "topic": "travelling-clinics"}, []),
]

FACTS = [
    Fact(
        "owed",
        {"subject": "topic-access-to-health-care"},
        {"thing": "provision:gcm-15e", "force": "concept:force-option", "binding": "concept:legal-force-political"},
    ),
    Fact(
        "side-by-side",
        {"one": "GCM", "other": "instrument:imrf-progress-declaration-2022", "topic": "topic-access-to-health-care"},
        {"thing": "commitment:unnm-2023-imrf-pd-care-whatever-status", "ledger": "indexed"},
    ),
]
