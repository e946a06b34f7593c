"""Events: when and where they were, on what and for whom, what came of them."""

from __future__ import annotations

from collections.abc import Sequence

from tests.questions.answers import Expected, Fact, indexed, stated

CIRCULAR, NOTICE, REGISTER, REVIEW = (
    "fen-boat-circular",
    "riverside-launch-notice",
    "valley-register-launch",
    "valley-review",
)
IOM = "iom-health-global-processes"

SMALL: dict[str, dict[str, Sequence[str]]] = {
    "event-outcomes": {"event": ["first-boat-assembly"]},
    "events-announced": {"organizer": ["fen-boat-union"]},
    "events-around": {"event": ["second-boat-assembly"]},
    "events-for": {"people": ["islanders"]},
    "events-in-period": {"year": ["2032"], "from": ["2032-05-11"], "until": ["2032-05-10"]},
    "events-in-place": {"where": ["Lowlands"]},
    "events-on": {"topic": ["well-water"]},
}

LAUNCH = {"event": "event:village-compact-launch", "status": "concept:status-held"}
LAUNCH_BY_THE_BOARD = {**LAUNCH, "organizers": "actor:riverside-health-board"}
DATED_LAUNCH = {**LAUNCH_BY_THE_BOARD, "date": "2031-04-02; 2031-04-03"}
UNION = {"organizers": "group:fen-boat-union"}
FIRST = {"event": "event:first-boat-assembly", "date": "2032-05-10", "status": "concept:status-held", **UNION}
SECOND = {
    "event": "event:second-boat-assembly",
    "date": "2033-05-03",
    "status": "concept:status-announced",
    "organizers": "actor:pier-office",
}
ASSEMBLIES = {"series": "series:boat-assemblies"}

# the notice and the register do not agree on the day of the launch
IN_2031 = [
    {
        **LAUNCH_BY_THE_BOARD,
        "date": day,
        "kinds": "concept:event-conference",
        "places": "place:riverside-mill-town",
        "series": "series:village-health-days",
        **stated(passage),
    }
    for day, passage in (("2031-04-02", f"{NOTICE}#p03"), ("2031-04-03", f"{REGISTER}#p03"))
]
IN_2032 = {
    **FIRST,
    "end": "2032-05-11",
    "kinds": "concept:event-conference",
    "places": "place:ferrytown",
    **ASSEMBLIES,
    **stated(f"{CIRCULAR}#p04"),
}
IN_2033 = {**SECOND, **ASSEMBLIES, **stated(f"{CIRCULAR}#p07")}
ON_WELLS = {**DATED_LAUNCH, "how": "mh:hasTopic", "regarding": "concept:topic-well-water"}
ON_CLINICS = {"how": "mh:hasTopic", "regarding": "concept:topic-travelling-clinics"}
AFTERNOON = "event:village-compact-launch-afternoon"
NIGHT_CROSSINGS = "participation:reed-first-boat-assembly"
AT_FERRYTOWN = {
    **FIRST,
    "ordinal": "1",
    "how": "mh:hasPlace",
    "found": "place:ferrytown",
    **stated(f"{CIRCULAR}#p04"),
}
IN_THE_SERIES = {"how": "mh:isInSeries", "found": "series:boat-assemblies"}
ADOPTED = {"item": "milestone:village-compact-adopted", "date": "2031-03-01"}

EXPECTED = [
    Expected("events-in-period", {}, [*IN_2031, IN_2032, IN_2033]),
    Expected("events-in-period", {"year": "2032"}, [IN_2032]),
    Expected("events-in-period", {"year": ["2031", "2033"]}, [*IN_2031, IN_2033]),
    Expected("events-in-period", {"from": "2032-05-11"}, [IN_2032, IN_2033]),  # its second day
    Expected("events-in-period", {"from": "2032-05-12"}, [IN_2033]),
    Expected("events-in-period", {"until": "2032-05-10"}, [*IN_2031, IN_2032]),
    Expected("events-in-period", {"until": "2032-05-09"}, IN_2031),
    Expected("events-in-period", {"from": "2031-05-01", "until": "2032-05-09"}, []),
    Expected(
        "events-on",
        {"topic": "well-water"},
        [
            {**ON_WELLS, "subject": LAUNCH["event"], **indexed(f"{NOTICE}#p04")},
            # at the meeting at the mill, which is held to be the launch
            {
                **ON_WELLS,
                "subject": "participation:valley-review-vale-health-ministry-mill-meeting",
                **indexed(f"{REVIEW}#para-14"),
            },
        ],
    ),
    Expected(
        "events-on",
        {"topic": "Dispensaires itinérants"},
        [
            {**FIRST, **ON_CLINICS, "subject": NIGHT_CROSSINGS, **indexed(f"{CIRCULAR}#p05")},
            {
                "event": AFTERNOON,
                "status": "concept:status-held",
                **ON_CLINICS,
                "subject": AFTERNOON,
                **indexed(f"{REGISTER}#p08"),
            },
        ],
    ),
    Expected(
        "events-for",
        {"people": "islanders"},
        [{**FIRST, "how": "mh:hasAudience", "group": "concept:constituency-islanders", **stated(f"{CIRCULAR}#p04")}],
    ),
    Expected("events-for", {"people": "villages"}, []),
    Expected("events-in-place", {"where": "Lowlands"}, [AT_FERRYTOWN]),  # the region, by the country of the town
    Expected("events-in-place", {"where": "place:fen"}, [AT_FERRYTOWN]),
    Expected(
        "events-in-place",
        {"where": "Vale"},
        [{**DATED_LAUNCH, "how": "mh:hasPlace", "found": "place:riverside-mill-town", **stated(f"{NOTICE}#p03")}],
    ),
    Expected(
        "events-in-place",
        {"where": "online"},
        [{**SECOND, "ordinal": "2", "how": "mh:hasMode", "found": "concept:mode-online", **stated(f"{CIRCULAR}#p07")}],
    ),
    Expected(
        "events-in-place",
        {"where": "boat-assemblies"},
        [
            {**FIRST, "ordinal": "1", **IN_THE_SERIES, **stated(f"{CIRCULAR}#p06")},
            {**SECOND, "ordinal": "2", **IN_THE_SERIES, **stated(f"{CIRCULAR}#p07")},
        ],
    ),
    Expected("events-announced", {}, [{**SECOND, **ASSEMBLIES, **stated(f"{CIRCULAR}#p07")}]),
    Expected(
        "events-announced", {"organizer": "fen-boat-union"}, [{**SECOND, **ASSEMBLIES, **stated(f"{CIRCULAR}#p07")}]
    ),
    Expected("events-announced", {"organizer": "pier-office"}, [{**SECOND, **ASSEMBLIES, **stated(f"{CIRCULAR}#p07")}]),
    Expected("events-announced", {"organizer": "RHB"}, []),
    Expected(
        "event-outcomes",
        {"event": "first-boat-assembly"},
        [
            {
                "step": step,
                "item": item,
                "how": how,
                "from": start,
                "subject": start,
                "object": item,
                **({"date": "2032-09-01"} if step == "3" else {}),
                **stated(f"{CIRCULAR}#p06"),
            }
            for step, start, how, item in (
                ("1", FIRST["event"], "mh:hasOutcome", "instrument:pier-plan"),
                ("2", "instrument:pier-plan", "mh:informs", "process:pier-talks"),
                ("3", "process:pier-talks", "mh:hasOutcome", "instrument:pier-accord"),
            )
        ],
    ),
    Expected(
        "event-outcomes",
        {"event": "village-health-days"},  # of a series, what came out of its meetings
        [
            {
                "step": "1",
                "item": "instrument:village-health-compact",
                "date": "2031-03-01",
                "how": "mh:hasOutcome",
                "from": LAUNCH["event"],
                "subject": LAUNCH["event"],
                "object": "instrument:village-health-compact",
                **stated(f"{NOTICE}#p03"),
            },
            {
                "step": "2",
                **ADOPTED,
                "how": "mh:happensTo",
                "from": "instrument:village-health-compact",
                "subject": ADOPTED["item"],
                "object": "instrument:village-health-compact",
                **stated(f"{REVIEW}#para-20"),
            },
        ],
    ),
    Expected("event-outcomes", {"event": "second-boat-assembly"}, []),
    Expected(
        "events-around",
        {"event": "second-boat-assembly"},
        [
            {
                "side": "before",
                "item": FIRST["event"],
                "date": FIRST["date"],
                "ordinal": "1",
                "how": "mh:isInSeries",
                "shared": "series:boat-assemblies",
                "subject": FIRST["event"],
                "object": "series:boat-assemblies",
                **stated(f"{CIRCULAR}#p06"),
            }
        ],
    ),
    Expected(
        "events-around",
        {"event": "village-compact-launch"},
        [
            {
                "side": "before",
                **ADOPTED,
                "how": "mh:precedes",
                "shared": LAUNCH["event"],
                "subject": ADOPTED["item"],
                "object": LAUNCH["event"],
                **stated(f"{REVIEW}#para-20"),
            }
        ],
    ),
    Expected("events-around", {"event": "village-evening-talks"}, []),
]

STATED = [
    Expected("events-on", {"topic": "well-water"}, []),  # topics are filed, not said
]

FACTS = [
    Fact(
        "event-outcomes",
        {"event": "global-consultation-2"},
        {"step": "1", "item": "instrument:colombo-statement", "how": "mh:hasOutcome"},
    ),
    Fact(
        "events-announced",
        {},
        {"event": "event:why-integration-matters", "organizers": "actor:un-network-on-migration"},
    ),
    Fact(
        "events-around",
        {"event": "gfmd-2018"},
        {"side": "after", "item": "event:gfmd-summit-quito-2020", "shared": "series:gfmd"},
    ),
    Fact("events-for", {"people": "migrants"}, {"event": "event:global-consultation-2", "how": "mh:concerns"}),
    Fact(
        "events-in-period",
        {"year": "2018"},
        {"event": "event:gfmd-2018", "places": "place:marrakesh", "passage": f"{IOM}#p33"},
    ),
    Fact("events-in-place", {"where": "Africa"}, {"event": "event:gfmd-2018", "found": "place:marrakesh"}),
    Fact("events-in-place", {"where": "online"}, {"event": "event:people-on-the-move-webinar", "how": "mh:hasMode"}),
    Fact(
        "events-on",
        {"topic": "covid-19"},
        {
            "event": "event:imrf-dialogue-inclusive-societies",
            "how": "dcterms:subject",
            "regarding": "concept:hip-subject-covid-19",
            "ledger": "stated",
        },
    ),
]
