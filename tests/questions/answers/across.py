"""Across: which documents speak of something, what was said at an event, what happened in a region."""

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
    "documents-on": {"subject": ["boat-assemblies"]},
    "in-region": {"region": ["Lowlands"]},
    "said-at": {"event": ["village-compact-launch"], "topic": ["well-water"]},
}

FIRST, SECOND = "event:first-boat-assembly", "event:second-boat-assembly"
AT_THE_FIRST = {
    "by": "person:ada-reed",
    "for_whom": "actor:marsh-ferry-guild",
    "role": "concept:role-speaker",
    "where": FIRST,
    "topics": "concept:topic-travelling-clinics",
    **stated(f"{CIRCULAR}#p05"),
}
FIRST_MEDICINE = {
    "said": "position:venn-water-first",
    "by": "person:mara-venn",
    "for_whom": "actor:riverside-health-board",
    "role": "concept:role-chair",
    "what": "mh:Position",
    "where": "event:village-compact-launch",
    "topics": "concept:topic-well-water",
    "how": "mh:isMadeAt",
    "object": "participation:venn-village-compact-launch",
    **stated(f"{NOTICE}#p11"),
}
MENDED_WELLS = {
    "said": "participation:ash-village-compact-launch",
    "by": "person:tobin-ash",
    "for_whom": "actor:hillside-council",
    "role": "concept:role-speaker",
    "contribution": "How the wells of Hillside were mended",
    "what": "mh:Participation",
    "where": "event:village-compact-launch",
    "how": "mh:isIn",
    "object": "event:village-compact-launch",
    **stated(f"{NOTICE}#p05"),
}
OF_FEN = {"country": "place:fen"}
IN_FEN = {"thing": FIRST, "what": "mh:Event", "date": "2032-05-10", "subject": FIRST, **OF_FEN}


def told(key: str, name: str, mark: str, address: str = "") -> dict[str, str]:
    """Return the columns that tell a paragraph which says something; `address` where it can be read."""
    return {
        "source": key,
        "mark": mark,
        "ground": "says",
        "passage": f"{key}#{name}",
        **({"link": address} if address else {}),
    }


EXPECTED = [
    Expected(
        "said-at",
        {"event": "first-boat-assembly"},
        [
            {
                **AT_THE_FIRST,
                "said": "participation:reed-first-boat-assembly",
                "contribution": "How boats cross in the dark",
                "what": "mh:Participation",
                "how": "mh:isIn",
                "object": FIRST,
            },
            {
                **AT_THE_FIRST,
                "said": "rec:reed-pier-lamps",
                "what": "mh:Recommendation",
                "how": "mh:isMadeAt",
                "object": "participation:reed-first-boat-assembly",
            },
        ],
    ),
    Expected("said-at", {"event": "village-health-days"}, [MENDED_WELLS, FIRST_MEDICINE]),
    Expected("said-at", {"event": "village-compact-launch", "topic": "well-water"}, [FIRST_MEDICINE]),
    Expected("said-at", {"event": "village-evening-talks"}, []),
    Expected(
        "documents-on",
        {"subject": "boat-assemblies"},
        [
            {
                **told(CIRCULAR, "p04", "4", "https://fen.example/circulars/4#:~:text=The%20First,islanders."),
                "things": FIRST,
                "relations": "mh:hasAudience; mh:hasEndDate; mh:hasHost; mh:hasKind; mh:hasOrdinal; mh:hasOrganizer; "
                "mh:hasPlace; mh:hasStartDate; mh:hasStatus",
                "others": "actor:fen-health-ministry; concept:constituency-islanders; concept:event-conference; "
                "concept:status-held; group:fen-boat-union; place:ferrytown; 1; 2032-05-10; 2032-05-11",
            },
            {
                **told(CIRCULAR, "p05", "5", "https://fen.example/circulars/4#:~:text=Ada,pier."),
                "things": FIRST,
                "relations": "mh:isIn",
                "others": "participation:reed-first-boat-assembly",
            },
            {
                **told(CIRCULAR, "p06", "6", "https://fen.example/circulars/4#:~:text=The%20Assembly%2C,2032."),
                "things": f"{FIRST}; series:boat-assemblies",
                "relations": "mh:hasOutcome; mh:isInSeries",
                "others": f"{FIRST}; instrument:pier-plan; series:boat-assemblies",
            },
            {
                **told(CIRCULAR, "p07", "7", "https://fen.example/circulars/4#:~:text=The%20Second,it."),
                "things": f"{SECOND}; series:boat-assemblies",
                "relations": "mh:hasMode; mh:hasOrdinal; mh:hasOrganizer; mh:hasStartDate; mh:hasStatus; mh:isInSeries",
                "others": "actor:pier-office; concept:mode-online; concept:status-announced; "
                f"{SECOND}; series:boat-assemblies; 2; 2033-05-03",
            },
        ],
    ),
    Expected(
        "documents-on",
        {"subject": "old-water-pact"},
        [
            {
                **told(REVIEW, "para-4", "para. 4"),
                "things": "instrument:old-water-pact",
                "relations": "mh:buildsOn; mh:cites; mh:hasKind",
                "others": "concept:instrument-compact; instrument:valley-review; instrument:village-health-compact",
            }
        ],
    ),
    Expected(
        "in-region",
        {"region": "Lowlands"},
        [
            {
                "thing": "group:fen-boat-union",
                "what": "mh:CoordinationBody",
                "how": "mh:isMembershipOf",
                "through": "actor:fen",
                "subject": "membership:fen-fen-boat-union-member",
                "object": "actor:fen",
                **OF_FEN,
                **stated(f"{CIRCULAR}#p03"),
            },
            {
                **IN_FEN,
                "how": "mh:hasHost",
                "through": "actor:fen-health-ministry",
                "object": "actor:fen-health-ministry",
                **stated(f"{CIRCULAR}#p04"),
            },
            {
                **IN_FEN,
                "how": "mh:hasPlace",
                "through": "place:ferrytown",
                "object": "place:ferrytown",
                **stated(f"{CIRCULAR}#p04"),
            },
        ],
    ),
    Expected(
        "in-region",
        {"region": "Riverside"},
        [
            {
                "thing": "event:village-compact-launch",
                "what": "mh:Event",
                "date": "2031-04-02; 2031-04-03",
                "how": "mh:hasPlace",
                "through": "place:riverside-mill-town",
                "country": "place:vale",
                "subject": "event:village-compact-launch",
                "object": "place:riverside-mill-town",
                **stated(f"{NOTICE}#p03"),
            }
        ],
    ),
]

FACTS = [
    Fact(
        "documents-on",
        {"subject": "actor:global-fund"},
        {"source": "iom-health-global-processes", "mark": "30", "relations": "mh:isOnBehalfOf"},
    ),
    Fact(
        "documents-on",
        {"subject": "leave-no-one-behind-uhc"},  # the page speaks of a Talk, which a judgement holds to be this one
        {"passage": "unnm-uhc-statement-2023#p08", "things": "event:unnm-uhc-statement-2023-gcm-talk"},
    ),
    Fact(
        "in-region",
        {"region": "Africa"},
        {"thing": "event:gfmd-2018", "how": "mh:hasPlace", "through": "place:marrakesh", "country": "place:morocco"},
    ),
    Fact(
        "said-at",
        {"event": "people-on-the-move-webinar"},
        {"said": "position:vitorino-inequality", "by": "person:antonio-vitorino", "how": "mh:isMadeAt"},
    ),
    Fact(
        "said-at",
        {"event": "idm-2018"},
        {"by": "person:soumya-swaminathan", "what": "mh:Participation", "for_whom": "actor:who"},
    ),
]
