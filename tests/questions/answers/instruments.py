"""Answers about instruments and their provisions."""

from __future__ import annotations

from tests.questions.answers import Expected, Fact, stated

NOTICE, REVIEW = "riverside-launch-notice", "valley-review"
AN_OBJECTIVE = "provision:vhc-1"

SMALL = {"lineage": {"provision": ["vhc-1"]}}

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

EXPECTED = [
    Expected(
        "lineage",
        {"provision": AN_OBJECTIVE},
        [
            READ_BY_THE_NETWORK,
            FROM_THE_LAUNCH,
            {"side": "before", "item": "instrument:old-water-pact", **ON_THE_PACT},
        ],
    ),
    Expected(
        "lineage",
        {"provision": "old-water-pact"},
        [{"side": "after", "item": "instrument:village-health-compact", "date": "2031-03-01", **ON_THE_PACT}],
    ),
    Expected(
        "lineage",
        {"provision": "vhc-1a"},
        [FROM_THE_LAUNCH, {"side": "before", "item": "instrument:old-water-pact", **ON_THE_PACT}],
    ),
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
]
