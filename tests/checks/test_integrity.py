"""Each integrity rule, broken by one change of the small project: this rule fires, at this place, and nothing else."""

from __future__ import annotations

import inspect
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mhgraph.checks.finding import Finding, Severity
from mhgraph.checks.integrity import (
    RULES,
    UNKNOWN_NAMES,
    WARNINGS,
    bodies,
    check,
    consistency,
    duplicates,
    files,
    form,
    graphs,
    judgements,
    names,
    passages,
    queries,
    unfinished,
    vocabulary,
)
from mhgraph.files import read_text
from mhgraph.namespaces import PREFIXES, from_curie, passage_iri
from mhgraph.project.folders import Project
from mhgraph.project.statements import ParsedProject, ProjectFile, canonical_file, parse_project
from mhgraph.rdf.turtle.parse import parse_text
from tests.questions.cases import ask_in_three

NOTICE = "data/sources/riverside-launch-notice.trig"
REGISTER = "data/sources/valley-register-launch.trig"
REVIEW = "data/sources/valley-review.trig"
BOARD = "data/judgements/riverside-launch-notice.trig"
LAUNCH = "data/judgements/valley-register-launch.trig"
ACTORS = "data/entities/actor/actor.ttl"
CONCEPTS = "data/entities/concept/concept.ttl"
EVENTS = "data/entities/event/event.ttl"
TITLE = 'Launch of the Village Health Compact"@en ;\n\tschema:url '
COMPACT = "data/sources/village-health-compact.trig"
SECOND_COUNT = """figure:village-guests a mh:ReportedFigure ; rdfs:label "Guests"@en ; mh:hasValue 140 ;
    mh:hasPrecision concept:precision-at-least ; mh:hasUnit concept:unit-persons ;
    mh:isAbout event:village-compact-launch ; mh:isReportedBy actor:valley-register ;
    mh:measures concept:measure-attendance"""
ANNOUNCED = 'mh:hasStatus concept:status-announced ; mh:hasStartDate "2033"^^xsd:gYear'
PART = 'event:song a mh:Event ; rdfs:label "Song"@en ; mh:isPartOfEvent event:village-compact-launch ; mh:hasOrdinal 2'
PLACES = "data/entities/place/place.ttl"
PROVISIONS = "data/entities/provision/provision.ttl"
WITH_MH = ("SELECT", f"PREFIX mh: <{PREFIXES['mh']}>\nSELECT")
OWN = "queries/own.rq"
OWN_QUERY = f"""{ask_in_three("Which things are there?")}\
#+ columns:
#+   - {{name: s, description: "A thing."}}
SELECT DISTINCT ?s WHERE {{ ?s ?p ?o FILTER(@) }} ORDER BY ?s
"""

Change = Callable[[Path], None]
"""Changes the project at a root."""


def replace(file: str, old: str, new: str) -> Change:
    """Replace a text that occurs exactly once in a file."""

    def change(root: Path) -> None:
        text = read_text(root / file)
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {file}"
        (root / file).write_text(text.replace(old, new), encoding="utf-8")

    return change


def add(file: str, statement: str) -> Change:
    """Add a statement at the end of a file, with the prefixes that the file lacks; a file that is not there is made."""

    def change(root: Path) -> None:
        path = root / file
        path.parent.mkdir(exist_ok=True)
        text = read_text(path) + "\n" if path.exists() else ""
        if path.suffix != ".rq":
            lacking = {prefix: space for prefix, space in PREFIXES.items() if f"@prefix {prefix}:" not in text}
            text += "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in lacking.items())
        path.write_text(f"{text}{statement}\n", encoding="utf-8")

    return change


def move(old: str, new: str) -> Change:
    """Move a file."""

    def change(root: Path) -> None:
        (root / old).rename(root / new)

    return change


def several_changes(*changes: Change) -> Change:
    """Make several changes, one after the other."""

    def change(root: Path) -> None:
        for one in changes:
            one(root)

    return change


def windows_line_ends(root: Path) -> None:
    """Write a file with CRLF."""
    (root / REVIEW).write_bytes((root / REVIEW).read_bytes().replace(b"\n", b"\r\n"))


def cut(file: str, start: str) -> Change:
    """Take the block that begins with `start` out of a file."""

    def change(root: Path) -> None:
        blocks = read_text(root / file).split("\n\n")
        rest = [block for block in blocks if not block.startswith(start)]
        assert len(rest) == len(blocks) - 1
        (root / file).write_text("\n\n".join(rest), encoding="utf-8")

    return change


def cut_line(file: str, start: str, line: str) -> Change:
    """Take a line out of the block that begins with `start`."""

    def change(root: Path) -> None:
        text = read_text(root / file)
        (block,) = (block for block in text.split("\n\n") if block.startswith(start))
        assert f"{line}\n" in block
        (root / file).write_text(text.replace(block, block.replace(f"{line}\n", "")), encoding="utf-8")

    return change


def several_lines(root: Path) -> None:
    """Let one passage stand for two paragraphs."""
    cut(REGISTER, ":p02 a")(root)
    replace(REGISTER, "mh:hasNumber 1 ;", "mh:hasNumber 1 ;\n\tmh:hasLastNumber 2 ;")(root)


def judge_membership(root: Path) -> None:
    """Let a judgement make a membership that no passage tells."""
    said = "mh:isMembershipOf actor:vale ; mh:isIn actor:valley-health-network ; mh:hasRole concept:role-member"
    label = 'a mh:Membership ; rdfs:label "Vale, member of the Network"@en'
    name = "membership:vale-valley-health-network-member"
    add(BOARD, f"judgement:boat-bears-on-vhc-2 {{ {name} {label} ; {said} }}")(root)


def tell_apart(root: Path) -> None:
    """Give two bodies one label, and let a judgement say that they are different."""
    replace(ACTORS, '"Valley Register"@en', '"Riverside Health Board"@en')(root)
    pair = "actor:riverside-health-board mh:differentFrom actor:valley-register"
    add(BOARD, f"judgement:boat-bears-on-vhc-2 {{ {pair} }}")(root)


def tell_acronyms_apart(root: Path) -> None:
    """Give two bodies one acronym, and let a judgement say that they are different."""
    add(ACTORS, 'actor:valley-register mh:hasAcronym "RHB"@en .')(root)
    pair = "actor:riverside-health-board mh:differentFrom actor:valley-register"
    add(BOARD, f"judgement:boat-bears-on-vhc-2 {{ {pair} }}")(root)


def speak_in_body(root: Path) -> None:
    """Let a member of a body have the role of somebody who speaks, and the name that goes with it."""
    text = read_text(root / REGISTER).replace("membership:vale-wells-member", "membership:vale-wells-speaker")
    (root / REGISTER).write_text(text.replace("concept:role-member", "concept:role-speaker"), encoding="utf-8")


def same_text(root: Path) -> None:
    """Let the captures of two sources have one digest."""
    digests = [
        re.findall(r':c1 a (?s:.)*?mh:hasDigest "(\w+)"', read_text(root / file))[0] for file in (NOTICE, REGISTER)
    ]
    replace(REGISTER, digests[1], digests[0])(root)


def empty(*folders: str) -> Change:
    """Leave nothing in some folders of the project."""

    def change(root: Path) -> None:
        for folder in folders:
            shutil.rmtree(root / folder) if (root / folder).is_dir() else (root / folder).unlink()
            (root / folder).mkdir()

    return change


@dataclass(frozen=True)
class Case:
    """A change that breaks one rule: in which file, on a line that holds `at`, about `focus` (a CURIE or nothing)."""

    rule: str
    change: Change
    file: str
    at: str
    focus: str
    reformat: bool = True
    id: str = field(default="", compare=False)


CASES = [
    Case("something", empty("data"), "data", "", "", reformat=False, id="no data"),
    Case("something", empty("shapes"), "shapes", "", "", reformat=False, id="no shapes"),
    Case("stray-file", add("data/judgements/new.ttl", ""), "data/judgements/new.ttl", "", ""),
    Case(
        "stray-file",
        add("data/entities/place/place.turtle", ""),
        "data/entities/place/place.turtle",
        "",
        "",
        id="ending",
    ),
    Case("stray-file", add("data/sources/NEW.TRIG", ""), "data/sources/NEW.TRIG", "", "", id="upper case"),
    Case("stray-file", add("data/extra.ttl", ""), "data/extra.ttl", "", "", id="outside the folders"),
    Case("stray-file", add("data/sources/2024/x.trig", ""), "data/sources/2024/x.trig", "", "", id="below a folder"),
    Case(
        "unfinished",
        replace(LAUNCH, "concept:status-held", "concept:TODO-status"),
        LAUNCH,
        "concept:TODO-status",
        "concept:TODO-status",
    ),
    Case(
        "unfinished",
        replace(NOTICE, '"Test every well two times a year"@en', '"TODO: what is asked for"@en'),
        NOTICE,
        "TODO: what",
        "rec:test-wells",
        id="a text",
    ),
    Case("canned-query", add("queries/own.rq", OWN_QUERY.replace("@", "true " + "|| true " * 20_000)), OWN, "", ""),
    Case("canned-query", add("queries/own.rq", OWN_QUERY.replace("@", "1SERVICE <x:y> {}")), OWN, "", "", id="service"),
    Case("canned-query", add("queries/own.rq", OWN_QUERY.replace("columns", "column")), OWN, "", "", id="header"),
    Case("comment", add(NOTICE, "# a remark"), NOTICE, "# a remark", "", reformat=False),
    Case(
        "canonical-format",
        replace(NOTICE, '\tdcterms:language "en" ;\n\tdcterms:pub', '  dcterms:language "en" ;\n\tdcterms:pub'),
        NOTICE,
        "  dcterms:language",
        "",
        reformat=False,
    ),
    Case(
        "canonical-format",
        windows_line_ends,
        REVIEW,
        "@prefix :",
        "",
        reformat=False,
        id="line ends",
    ),
    Case("blank-node", replace(LAUNCH, "concept:status-held", "_:held"), LAUNCH, "_:held", "", reformat=False),
    Case(
        "blank-node",
        replace(LAUNCH, "mh:hasStatus concept:status-held", "mh:hasStatus [ ]"),
        LAUNCH,
        "[ ]",
        "",
        reformat=False,
        id="brackets",
    ),
    Case(
        "language-tag",
        replace(NOTICE, 'the valley in order"@en', 'the valley in order"@EN'),
        NOTICE,
        "@EN",
        "",
        reformat=False,
    ),
    Case(
        "lexical-form",
        replace(NOTICE, "mh:hasValue 120", "mh:hasValue 0120"),
        NOTICE,
        "mh:hasValue 0120",
        "figure:village-compact-launch-guests",
    ),
    Case(
        "lexical-form",
        replace(NOTICE, 'the valley in order"@en', 'the valley in order "@en'),
        NOTICE,
        'in order "',
        "group:wells",
        id="white space",
    ),
    Case(
        "lexical-form",
        replace(NOTICE, "Keep the wells of the valley in order", ""),
        NOTICE,
        'mh:hasMandate ""',
        "group:wells",
        id="empty",
    ),
    Case(
        "lexical-form",
        replace(REVIEW, '"para. 4"', '"para.  4"'),
        REVIEW,
        '"para.  4"',
        "source:valley-review#para-4",
        id="two blanks",
    ),
    Case(
        "lexical-form",
        replace(NOTICE, "Keep the wells", "Keep the\u200b wells"),
        NOTICE,
        "Keep the",
        "group:wells",
        id="invisible",
    ),
    Case(
        "lexical-form",
        replace(ACTORS, '"Valley Register"@en', '"Valley \u202eRegister"@en'),
        ACTORS,
        "Valley",
        "actor:valley-register",
        id="direction",
    ),
    Case(
        "lexical-form",
        replace(ACTORS, '"Valley Register"@en', '"Valley Register\U000e0041\U000e007f"@en'),
        ACTORS,
        "Valley Register",
        "actor:valley-register",
        id="tag characters",
    ),
    Case(
        "lexical-form",
        replace(REGISTER, f"{TITLE}<https://valley.example/", f"{TITLE}<https://valley.example/\u2066"),
        REGISTER,
        "schema:url",
        "source:valley-register-launch",
        id="in an address",
    ),
    Case(
        "contact-data",
        replace(NOTICE, 'the valley in order"@en', 'the valley in order: ask wells@valley.example"@en'),
        NOTICE,
        "wells@valley.example",
        "group:wells",
    ),
    Case(
        "contact-data",
        replace(NOTICE, 'the valley in order"@en', 'the valley in order: call +99 123 456 789"@en'),
        NOTICE,
        "+99 123",
        "group:wells",
        id="telephone",
    ),
    Case(
        "contact-data",
        replace(REGISTER, f"{TITLE}<https://valley.example/register/17>", f"{TITLE}<mailto:register@valley.example>"),
        REGISTER,
        "mailto:",
        "source:valley-register-launch",
        id="address",
    ),
    Case(
        "contact-data",
        replace(NOTICE, 'the valley in order"@en', 'the valley in order (tel. 022 555 01 00)"@en'),
        NOTICE,
        "022 555 01 00",
        "group:wells",
        id="national telephone",
    ),
    Case(
        "contact-data",
        replace(NOTICE, 'the valley in order"@en', 'the valley in order, wells (at) valley.example"@en'),
        NOTICE,
        "wells (at) valley.example",
        "group:wells",
        id="disguised",
    ),
    Case(
        "contact-data",
        replace(
            REGISTER, f"{TITLE}<https://valley.example/", f"{TITLE}<https://valley.example/?to=desk%40valley.example#"
        ),
        REGISTER,
        "desk%40valley",
        "source:valley-register-launch",
        id="within an address",
    ),
    Case(
        "graph-described",
        replace(NOTICE, ":p09 a mh:Passage ;\n\tdcterms", ":p09 dcterms"),
        NOTICE,
        ":p09 {",
        "source:riverside-launch-notice#p09",
    ),
    Case(
        "graph-described",
        replace(BOARD, "judgement:wells-bear-on-vhc-1 a mh:Judgement ;\n\trdfs", "judgement:wells-bear-on-vhc-1 rdfs"),
        BOARD,
        "judgement:wells-bear-on-vhc-1 {",
        "judgement:wells-bear-on-vhc-1",
        id="judgement",
    ),
    Case(
        "graph-described",
        replace(NOTICE, "\n:p11 {", "\n:p111 {"),
        NOTICE,
        ":p111 {",
        "source:riverside-launch-notice#p111",
        id="misspelt",
    ),
    Case(
        "paragraph-state",
        add(REVIEW, ":para-13 mh:holdsNoStatement concept:nothing-context ."),
        REVIEW,
        "mh:holdsNoStatement",
        "source:valley-review#para-13",
    ),
    Case(
        "outside-graph",
        add(NOTICE, "event:village-compact-launch mh:hasMode concept:mode-in-person ."),
        NOTICE,
        "mh:hasMode",
        "event:village-compact-launch",
    ),
    Case(
        "outside-graph",
        add(BOARD, "rec:test-wells mh:hasTopic concept:topic-travelling-clinics ."),
        BOARD,
        "mh:hasTopic",
        "rec:test-wells",
        id="judgements",
    ),
    Case(
        "outside-graph",
        add(
            NOTICE,
            "event:village-compact-launch mh:hasPlace place:riverside-mill-town ; mh:hasMode concept:mode-hybrid .",
        ),
        NOTICE,
        "mh:hasMode",
        "event:village-compact-launch",
        id="once for a thing",
    ),
    Case(
        "outside-graph",
        add(REGISTER, 'source:valley-review mh:hasCurationDate "2031-06-01"^^xsd:date .'),
        REGISTER,
        "mh:hasCurationDate",
        "source:valley-review",
        id="another source",
    ),
    Case(
        "inside-graph",
        add(BOARD, 'judgement:boat-bears-on-vhc-2 { judgement:boat-bears-on-vhc-2 rdfs:label "Boats"@en }'),
        BOARD,
        '"Boats"@en',
        "judgement:boat-bears-on-vhc-2",
    ),
    Case(
        "inside-graph",
        add(REVIEW, ":para-4 { :para-4 mh:isReadWith :para-13 }"),
        REVIEW,
        "mh:isReadWith",
        "source:valley-review#para-4",
        id="passage",
    ),
    Case(
        "inside-graph",
        replace(REGISTER, "source:valley-register-launch dcterms:modified", "source:valley-review dcterms:modified"),
        REGISTER,
        "dcterms:modified",
        "source:valley-review",
        id="another record",
    ),
    Case(
        "ledger",
        add(REGISTER, "judgement:boat-bears-on-vhc-2 { rec:test-wells mh:addresses provision:vhc-1 }"),
        REGISTER,
        "judgement:boat-bears-on-vhc-2 {",
        "judgement:boat-bears-on-vhc-2",
    ),
    Case(
        "ledger",
        add(BOARD, "rule:host-takes-part { actor:hillside-council mh:takesPartIn event:village-compact-launch }"),
        BOARD,
        "rule:host-takes-part {",
        "rule:host-takes-part",
        id="rule",
    ),
    Case(
        "ledger",
        add(
            REGISTER,
            "<https://w3id.org/mhgraph/source/valley-review#para-4> { rec:test-wells mh:addresses provision:vhc-2 }",
        ),
        REGISTER,
        "valley-review:para-4 {",
        "source:valley-review#para-4",
        id="another source",
    ),
    Case(
        "computed",
        add(REGISTER, ':p03 { event:village-compact-launch mh:hasEarliestDay "2031-04-03"^^xsd:date }'),
        REGISTER,
        "mh:hasEarliestDay",
        "event:village-compact-launch",
    ),
    Case(
        "computed",
        add(REGISTER, ":p03-index a mh:Indexing ."),
        REGISTER,
        ":p03-index a mh:Indexing",
        "source:valley-register-launch#p03-index",
        id="class",
    ),
    Case(
        "computed",
        add(REGISTER, ":p11 { group:wells mh:hasMember actor:vale }"),
        REGISTER,
        "mh:hasMember",
        "group:wells",
        id="concluded by a rule",
    ),
    Case(
        "indexed",
        add(REGISTER, ":p03 { event:village-compact-launch mh:hasTopic concept:topic-well-water }"),
        REGISTER,
        "mh:hasTopic",
        "event:village-compact-launch",
    ),
    Case(
        "indexed",
        add(REGISTER, ':p08-index { practice:clinic-boat mh:hasAim "Reach the islands"@en }'),
        REGISTER,
        "mh:hasAim",
        "practice:clinic-boat",
        id="no filing",
    ),
    Case(
        "indexed",
        add(BOARD, "judgement:wells-bear-on-vhc-1 { rec:test-wells mh:hasTopic concept:topic-travelling-clinics }"),
        BOARD,
        "mh:hasTopic",
        "rec:test-wells",
        id="in a judgement",
    ),
    Case(
        "judged-only",
        add(REGISTER, ":p03 { event:village-compact-launch mh:bearsOn provision:vhc-2 }"),
        REGISTER,
        "mh:bearsOn",
        "event:village-compact-launch",
    ),
    Case(
        "passage-name",
        replace(NOTICE, ":p12 a mh:Passage", ":p12-index a mh:Passage"),
        NOTICE,
        ":p12-index a",
        "source:riverside-launch-notice#p12-index",
    ),
    Case(
        "judgement-file",
        move(BOARD, "data/judgements/riverside.trig"),
        "data/judgements/riverside.trig",
        "judgements:riverside-launch-notice a",
        "judgements:riverside-launch-notice",
    ),
    Case("judgement-file", add("data/judgements/empty.trig", ""), "data/judgements/empty.trig", "", "", id="none"),
    Case(
        "judgement-key",
        replace(
            LAUNCH,
            "valley-register-launch:p08 , valley-register-launch:p10",
            f"<{passage_iri('riverside-launch-notice', 'p08')}> , valley-register-launch:p08",
        ),
        LAUNCH,
        "mh:restsOn",
        "judgement:afternoon-was-held",
    ),
    Case(
        "identity",
        add(
            BOARD,
            "judgement:review-tells-of-the-call { rec:valley-review-test-wells mh:differentFrom rec:test-wells }",
        ),
        BOARD,
        "mh:sameAs",
        "rec:valley-review-test-wells",
    ),
    Case(
        "labelled",
        replace(
            NOTICE,
            "\tparticipation:venn-village-compact-launch a mh:Participation ;\n"
            '\t\trdfs:label "Mara Venn in the chair at the launch"@en .\n',
            "",
        ),
        NOTICE,
        "mh:isMadeAt",
        "participation:venn-village-compact-launch",
    ),
    Case(
        "judged-names",
        add(BOARD, "judgement:wells-bear-on-vhc-1 { commitment:second-boat mh:bearsOn provision:vhc-1 }"),
        BOARD,
        "commitment:second-boat",
        "commitment:second-boat",
    ),
    Case(
        "judged-names",
        replace(BOARD, "mh:restsOn riverside-launch-notice:p07 .", "mh:restsOn riverside-launch-notice:p12 ."),
        BOARD,
        "rec:test-wells",
        "rec:test-wells",
        id="another passage",
    ),
    Case(
        "own-name",
        replace(COMPACT, "mh:isSourceOf instrument:village-health-compact", "mh:isSourceOf instrument:valley-review"),
        COMPACT,
        "mh:isSourceOf",
        "source:village-health-compact",
    ),
    Case(
        "looked-up",
        cut_line(PLACES, "place:vale a", '\tdcterms:source "Atlas of the valley" ;'),
        PLACES,
        "skos:notation",
        "place:vale",
    ),
    Case(
        "same-identifier",
        add("data/entities/instrument/instrument.ttl", 'instrument:old-water-pact dcterms:identifier "VHC/2031/1" .'),
        "data/entities/instrument/instrument.ttl",
        "dcterms:identifier",
        "instrument:village-health-compact",
    ),
    Case(
        "same-identifier",
        add(
            ACTORS,
            "actor:lakeside-council schema:sameAs <https://lakeside.example/> ."
            " actor:valley-register schema:sameAs <https://lakeside.example/> .",
        ),
        ACTORS,
        "schema:sameAs",
        "actor:valley-register",
        id="address",
    ),
    Case(
        "same-identifier",
        add(PLACES, 'place:riverside-mill-town skos:notation "900" .'),
        PLACES,
        "skos:notation",
        "place:vale",
        id="code",
    ),
    Case(
        "same-acronym",
        add("data/entities/group/group.ttl", 'group:wells mh:hasAcronym "rhb"@en .'),
        "data/entities/group/group.ttl",
        "mh:hasAcronym",
        "group:wells",
    ),
    Case(
        "acronym-shortens",
        replace(ACTORS, '"RHB"@en', '"Riverside Health Board"@en'),
        ACTORS,
        "mh:hasAcronym",
        "actor:riverside-health-board",
    ),
    Case(
        "same-capture",
        same_text,
        REGISTER,
        "mh:hasDigest",
        "source:valley-register-launch#c1",
    ),
    Case(
        "country-given",
        replace(
            ACTORS,
            ' ;\n\tdcterms:source "Atlas of the valley" ;\n\tmh:hasCountry place:vale .\n\nactor:valley-h',
            " .\n\nactor:valley-h",
        ),
        ACTORS,
        "mh:hasKind",
        "actor:vale-health-ministry",
    ),
    Case(
        "one-state",
        replace(ACTORS, "concept:organization-government-department", "concept:organization-state"),
        ACTORS,
        "mh:hasCountry",
        "actor:vale-health-ministry",
    ),
    Case(
        "dataset-file",
        add("data/dataset.ttl", 'actor:vale rdfs:label "Republic"@en .'),
        "data/dataset.ttl",
        "actor:vale",
        "actor:vale",
    ),
    Case(
        "one-value",
        replace(NOTICE, "mh:hasValue 120", "mh:hasValue 1,120"),
        NOTICE,
        "mh:hasValue 1 , 120",
        "figure:village-compact-launch-guests",
    ),
    Case(
        "one-value",
        add(BOARD, "judgement:boat-bears-on-vhc-2 { event:village-compact-launch mh:hasOrdinal 1 , 2 }"),
        BOARD,
        "mh:hasOrdinal",
        "event:village-compact-launch",
        id="judgement",
    ),
    Case(
        "one-value",
        add(REVIEW, ':para-4 { provision:vhc-1 mh:says "Wells are near"@en , "Wells are clean"@en }'),
        REVIEW,
        "mh:says",
        "provision:vhc-1",
        id="what a provision says",
    ),
    Case(
        "altered-copy",
        replace(NOTICE, "concept:standing-publisher", "concept:standing-altered"),
        NOTICE,
        "mh:hasStanding",
        "source:riverside-launch-notice#c1",
    ),
    Case(
        "awaits-reading",
        add(REGISTER, ":p01 mh:awaitsReading concept:change-wording ."),
        REGISTER,
        "mh:awaitsReading",
        "source:valley-register-launch#p01",
    ),
    Case("paragraph-numbers", cut(REGISTER, ":p01 a"), REGISTER, "mh:hasNumber 2", "source:valley-register-launch#p02"),
    Case(
        "paragraph-numbers",
        cut(NOTICE, ":p02 a"),
        NOTICE,
        "mh:hasNumber 3",
        "source:riverside-launch-notice#p03",
        id="gap",
    ),
    Case(
        "judgement-graph",
        cut(BOARD, "judgement:boat-bears-on-vhc-2 {"),
        BOARD,
        "judgement:boat-bears-on-vhc-2 a",
        "judgement:boat-bears-on-vhc-2",
    ),
    Case(
        "declared",
        replace(REGISTER, "mh:hasHost actor:lakeside-council", "mh:hasHost actor:lakeside-councl"),
        REGISTER,
        "actor:lakeside-councl",
        "actor:lakeside-councl",
    ),
    Case(
        "declared",
        add(BOARD, "judgement:boat-bears-on-vhc-2 { position:boats a mh:Position }"),
        BOARD,
        "position:boats",
        "position:boats",
        id="in a judgement",
    ),
    Case(
        "declared",
        replace(NOTICE, "mh:isParticipationOf person:tobin-ash", "mh:isParticipationOf person:tobin-ashe"),
        NOTICE,
        "person:tobin-ashe",
        "person:tobin-ashe",
        id="meant but not mentioned",
    ),
    Case(
        "entity-predicate",
        add(ACTORS, 'actor:lakeside-council mh:hasMandate "Look after the lake"@en .'),
        ACTORS,
        "mh:hasMandate",
        "actor:lakeside-council",
    ),
    Case(
        "entity-predicate",
        add(EVENTS, "event:village-compact-launch mh:hasKind <https://w3id.org/mhgraph/concept/event-panel> ."),
        EVENTS,
        "mh:hasKind",
        "event:village-compact-launch",
        id="kind",
    ),
    Case(
        "entity-file",
        move(EVENTS, "data/entities/practice/event.ttl"),
        "data/entities/practice/event.ttl",
        "event:village-compact-launch a",
        "event:village-compact-launch",
    ),
    Case(
        "source-file",
        move(REVIEW, "data/sources/review.trig"),
        "data/sources/review.trig",
        "source:valley-review a",
        "source:valley-review",
    ),
    Case(
        "source-file",
        add("data/sources/empty.trig", ""),
        "data/sources/empty.trig",
        "",
        "",
        id="no source",
    ),
    Case(
        "source-file",
        add("data/sources/event.trig", "source:event a mh:Source ."),
        "data/sources/event.trig",
        "",
        "",
        id="a prefix in use",
    ),
    Case(
        "term-declared",
        replace(LAUNCH, "mh:hasStatus", "mh:condition"),
        LAUNCH,
        "mh:condition",
        "mh:condition",
    ),
    Case(
        "term-declared",
        add("queries/own.rq", OWN_QUERY.replace(*WITH_MH).replace("?p", "mh:organiser").replace("@", "true")),
        "queries/own.rq",
        "mh:organiser",
        "mh:organiser",
        id="in a question",
    ),
    Case(
        "term-declared",
        add(
            "ontology/rules/own.rq",
            "#+ label: A rule.\n"
            "CONSTRUCT { ?a <https://w3id.org/mhgraph/ontology#guest> ?b } "
            "WHERE { ?a <https://w3id.org/mhgraph/ontology#hasHost> ?b }",
        ),
        "ontology/rules/own.rq",
        "ontology#guest",
        "mh:guest",
        id="in a rule",
    ),
    Case(
        "usable-class",
        replace(REGISTER, "a mh:EventSet", "a mh:Gathering"),
        REGISTER,
        "a mh:Gathering",
        "event:village-evening-talks",
        id="general",
    ),
    Case(
        "usable-class",
        replace(REGISTER, "a mh:EventSet", "a <http://www.w3.org/2002/07/owl#Thing>"),
        REGISTER,
        "a owl:Thing",
        "event:village-evening-talks",
        id="foreign",
    ),
    Case(
        "foreign-term",
        replace(CONCEPTS, 'skos:definition "Water', 'skos:definiton "Water'),
        CONCEPTS,
        "skos:definiton",
        "skos:definiton",
    ),
    Case(
        "foreign-term",
        add(REVIEW, ':para-4 dcterms:titel "The fourth" .'),
        REVIEW,
        "dcterms:titel",
        "dcterms:titel",
        id="outside a graph",
    ),
    Case(
        "foreign-term",
        add(REVIEW, ":para-4 { instrument:valley-review dcterms:references instrument:old-water-pact }"),
        REVIEW,
        "dcterms:references",
        "dcterms:references",
        id="in a graph",
    ),
    Case(
        "term-declared",
        add(ACTORS, 'actor:lakeside-council mh:acronim "LVC"@en .'),
        ACTORS,
        "mh:acronim",
        "mh:acronim",
        id="in an entity file",
    ),
    Case(
        "same-label",
        replace(ACTORS, '"Valley Register"@en', '"Riverside health board"@en'),
        ACTORS,
        "Riverside health board",
        "actor:valley-register",
    ),
    Case(
        "same-label",
        replace(CONCEPTS, '"Well water"@en', '"Travelling clinics"@en'),
        CONCEPTS,
        '"Travelling clinics"@en',
        "concept:topic-well-water",
        id="concepts",
    ),
    Case(
        "needless-judgement",
        add(
            BOARD, "judgement:boat-bears-on-vhc-2 { commitment:second-boat mh:concerns concept:constituency-islanders }"
        ),
        BOARD,
        "mh:concerns",
        "commitment:second-boat",
    ),
    Case(
        "about-itself",
        replace(REVIEW, "mh:buildsOn instrument:old-water-pact", "mh:buildsOn instrument:village-health-compact"),
        REVIEW,
        "mh:buildsOn",
        "instrument:village-health-compact",
    ),
    Case(
        "membership-name",
        replace(NOTICE, "mh:isMembershipOf actor:lakeside-council", "mh:isMembershipOf actor:vale"),
        NOTICE,
        "membership:lakeside-council-wells-co-lead a",
        "membership:lakeside-council-wells-co-lead",
    ),
    Case(
        "role-fits",
        replace(REVIEW, "mh:hasRole concept:role-speaker", "mh:hasRole concept:role-secretariat"),
        REVIEW,
        "concept:role-secretariat",
        "participation:valley-review-vale-health-ministry-mill-meeting",
    ),
    Case("role-fits", speak_in_body, REGISTER, "concept:role-speaker", "membership:vale-wells-speaker", id="in a body"),
    Case(
        "disjoint-properties",
        replace(COMPACT, "mh:involves actor:riverside-health-board", "mh:involves concept:constituency-villages"),
        COMPACT,
        "mh:involves",
        "provision:vhc-2",
        id="bound and involved",
    ),
    Case(
        "disjoint-properties",
        add(REGISTER, ":p08 { event:village-compact-launch-afternoon mh:isOnMarginsOf event:village-compact-launch }"),
        REGISTER,
        "mh:isPartOfEvent",
        "event:village-compact-launch-afternoon",
    ),
    Case(
        "not-yet",
        replace(NOTICE, '"2031-04-02"^^xsd:date', '"2041-04-02"^^xsd:date'),
        NOTICE,
        '"2041-04-02"',
        "event:village-compact-launch",
    ),
    Case(
        "not-yet",
        add(NOTICE, 'source:riverside-launch-notice dcterms:issued "2032"^^xsd:gYear .'),
        NOTICE,
        "dcterms:issued",
        "source:riverside-launch-notice",
        id="source",
    ),
    Case(
        "same-content",
        add(REGISTER, f":p07 {{ {SECOND_COUNT} }}"),
        REGISTER,
        "figure:village-guests a",
        "figure:village-guests",
    ),
    Case(
        "precedes-in-order",
        add(
            REVIEW,
            ':para-20 { event:village-compact-launch mh:hasStartDate "2031-04"^^xsd:gYearMonth ;'
            " mh:precedes process:village-compact-day . process:village-compact-day a mh:Process ;"
            ' rdfs:label "A day of the villages"@en ; mh:hasStartDate "2030"^^xsd:gYear }',
        ),
        REVIEW,
        "mh:precedes process:village-compact-day",
        "event:village-compact-launch",
    ),
    Case(
        "step-within-process",
        replace(REVIEW, 'mh:hasStartDate "2031"^^xsd:gYear', 'mh:hasStartDate "2032"^^xsd:gYear'),
        REVIEW,
        "mh:isStepOf",
        "milestone:village-compact-adopted",
    ),
    Case(
        "step-within-process",
        add(REVIEW, ':para-20 { process:village-compact-review mh:hasEndDate "2031-02"^^xsd:gYearMonth }'),
        REVIEW,
        "mh:isStepOf",
        "milestone:village-compact-adopted",
        id="end",
    ),
    Case(
        "own-ordinal",
        add(
            REGISTER,
            ":p06 { event:village-compact-launch mh:hasOrdinal 1 . event:village-day a mh:Event ;"
            ' rdfs:label "Village day"@en ; mh:isInSeries series:village-health-days ; mh:hasOrdinal 1 }',
        ),
        REGISTER,
        "mh:hasOrdinal 1",
        "event:village-day",
    ),
    Case(
        "made-by-participant",
        replace(NOTICE, "mh:isHeldBy person:mara-venn", "mh:isHeldBy person:tobin-ash"),
        NOTICE,
        "mh:isMadeAt",
        "position:venn-water-first",
    ),
    Case(
        "unbinding-force",
        add(COMPACT, ":para-2-a { provision:vhc-1a mh:binds concept:constituency-villages }"),
        COMPACT,
        "mh:binds",
        "provision:vhc-1a",
    ),
    Case(
        "said-once",
        replace(
            COMPACT,
            '"Care for wells and have them tested"',
            '"The villages promise that each of them has a clinic by 2035"',
        ),
        COMPACT,
        "mh:says",
        "provision:vhc-2",
    ),
    Case(
        "title-language",
        replace(NOTICE, '"Village Health Compact launched"@en', '"Village Health Compact launched"@fr'),
        NOTICE,
        "dcterms:title",
        "source:riverside-launch-notice",
    ),
    Case(
        "judged-once",
        replace(
            BOARD,
            '"Both say who asks, and how often."',
            '"The launch was at the mill, and no other meeting there is told of."',
        ),
        BOARD,
        "mh:hasRationale",
        "judgement:review-tells-of-the-call",
    ),
    Case(
        "judged-once",
        add(BOARD, "judgement:review-tells-of-the-call { rec:test-wells mh:bearsOn provision:vhc-1 }"),
        BOARD,
        "mh:bearsOn",
        "judgement:wells-bear-on-vhc-1",
        id="content",
    ),
    Case(
        "needless-judgement",
        add(BOARD, "judgement:wells-bear-on-vhc-1 { event:village-compact-launch mh:bearsOn provision:vhc-1 }"),
        BOARD,
        "event:village-compact-launch mh:bearsOn",
        "event:village-compact-launch",
        id="weaker",
    ),
    Case(
        "own-place",
        replace(NOTICE, "mh:hasNumber 12", "mh:hasNumber 11"),
        NOTICE,
        "mh:hasNumber 11",
        "source:riverside-launch-notice#p12",
    ),
    Case(
        "own-place",
        replace(NOTICE, "#:~:text=Water%20is,said.", "#:~:text=Mara,mended."),
        NOTICE,
        "mh:hasTextFragment",
        "source:riverside-launch-notice#p11",
        id="fragment",
    ),
    Case(
        "seen-somewhere",
        replace(REVIEW, "concept:extent-excerpt", "concept:extent-none"),
        REVIEW,
        "mh:hasExtent",
        "source:valley-review#c1",
    ),
    Case(
        "one-value",
        replace(REVIEW, "mh:hasForce concept:force-duty", "mh:hasForce concept:force-duty , concept:force-call"),
        REVIEW,
        "mh:hasForce",
        "rec:valley-review-test-before-summer",
        id="force",
    ),
]

CONFORMING: list[tuple[str, Change]] = [
    ("a remark as a note", add(NOTICE, ':p03 { event:village-compact-launch skos:editorialNote "A remark."@en }')),
    ("a language tag with a region", replace(NOTICE, 'the valley in order"@en', 'the valley in order"@en-gb')),
    ("a decimal", replace(NOTICE, "mh:hasValue 120", "mh:hasValue 120.5")),
    ("a month", replace(NOTICE, '"2031-04-02"^^xsd:date', '"2031-04"^^xsd:gYearMonth')),
    ("a number that is no telephone number", replace(NOTICE, 'in order"@en', 'in order, as in 1244 (1999)"@en')),
    ("hidden files", add("data/sources/.gitkeep", "")),
    ("the backup of an editor", add("data/sources/valley-review.trig~", "")),
    (
        "two passages that disagree",
        add(REVIEW, ':para-20 { event:village-compact-launch mh:hasStartDate "2031-04-04"^^xsd:date }'),
    ),
    (
        "several values where there may be",
        add(REVIEW, ":para-4 { instrument:valley-review mh:cites provision:vhc-1 }"),
    ),
    ("things of two classes with one label", replace(ACTORS, "Valley Register", "Valley Health Network")),
    ("concepts of two schemes with one label", replace(CONCEPTS, '"Well water"@en', '"Islanders"@en')),
    ("a number that its paragraph's name does not fit", replace(NOTICE, "mh:hasNumber 12", "mh:hasNumber 14")),
    ("a paragraph that others are part of", several_lines),
    ("a paragraph that has its number only", replace(NOTICE, ":p12 a mh:Passage", ":last a mh:Passage")),
    ("a number beyond every text", replace(NOTICE, "mh:hasNumber 12", f"mh:hasNumber {'9' * 5000}")),
    ("labels that are the same in two languages", replace(ACTORS, "Conseil du village de Lakeside", "Valley Register")),
    ("a capture that does not say how much it shows", replace(REGISTER, "\tmh:hasExtent concept:extent-whole ;\n", "")),
    ("an unread paragraph", cut(NOTICE, ":p10 {")),
    (
        "a thing that only a judgement mentions",
        add(
            BOARD,
            "judgement:boat-bears-on-vhc-2 { practice:clinic-boat mh:serves process:village-compact-review }",
        ),
    ),
    ("a provision that nobody mentions", add(PROVISIONS, "provision:vhc-3 a mh:Provision .")),
    ("a body that nobody mentions", add(ACTORS, 'actor:hill a mh:Organization ; rdfs:label "Hill"@en .')),
    (
        "a statement that a rule makes as well",
        add(REVIEW, ":para-4 { actor:vale mh:takesPartIn event:village-compact-launch }"),
    ),
    ("a membership that only a judgement tells", judge_membership),
    (
        "an index of a passage without statements",
        add(NOTICE, ":p10-index { group:wells mh:hasTopic concept:topic-well-water }"),
    ),
    (
        "a body and a text with one acronym",
        add("data/entities/instrument/instrument.ttl", 'instrument:old-water-pact mh:hasAcronym "RHB"@en .'),
    ),
    ("bodies with one acronym that are held to be different", tell_acronyms_apart),
    (
        "a letter that its script cannot do without",
        replace(ACTORS, '"Valley Register"@en', '"Valley Register"@en , "ثبت دره\u200cها"@fa'),
    ),
    (
        "a meeting of another year that is announced",
        add(NOTICE, f':p04 {{ event:walk a mh:Event ; rdfs:label "Walk"@en ; {ANNOUNCED} }}'),
    ),
    (
        "an acronym that is all there is of a name",
        add(ACTORS, 'actor:lnv a mh:Organization ; rdfs:label "LNV"@en ; mh:hasAcronym "LNV"@en .'),
    ),
    (
        "a step in the month in which its process begins",
        replace(REVIEW, 'mh:hasStartDate "2031"^^xsd:gYear', 'mh:hasStartDate "2031-03"^^xsd:gYearMonth'),
    ),
    (
        "a judgement on what a passage tells with which its own is read",
        several_changes(
            replace(BOARD, "mh:restsOn riverside-launch-notice:p07 .", "mh:restsOn riverside-launch-notice:p08 ."),
            replace(NOTICE, '"#:~:text=to%20keep,river." ;', '"#:~:text=to%20keep,river." ;\n\tmh:isReadWith :p07 ;'),
        ),
    ),
    ("two parts of one meeting without an order", add(REGISTER, f":p08 {{ {PART} }}")),
    ("things with one label that are held to be different", tell_apart),
    (
        "a digest that looks like a telephone number",
        replace(
            REVIEW,
            'mh:hasDocumentLabel "para. 4"',
            f'mh:hasDigest "{"0012345678":0<64}" ;\n\tmh:hasDocumentLabel "para. 4"',
        ),
    ),
]
"""Changes that come near to breaking a rule and break none."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, small_project: Project) -> Path:
    """The small project, with an ontology of its own."""
    return shutil.copytree(small_project.root, tmp_path_factory.mktemp("base") / "project")


@pytest.fixture
def root(base: Path, tmp_path: Path) -> Path:
    """A copy of it to break."""
    return shutil.copytree(base, tmp_path / "project")


PARSED: dict[tuple[Path, bytes], ProjectFile] = {}
"""The files of all copies, by path and content: most are the same in each, and where their lines are is found once."""


def findings(root: Path) -> list[Finding]:
    parsed = parse_project(Project(root))
    return check(ParsedProject(parsed.project, [PARSED.setdefault((one.path, one.data), one) for one in parsed.files]))


def reformat(root: Path) -> None:
    """Bring the files into the canonical form, so that a change of text is a change of statements and nothing more."""
    for path in Project(root).data:
        path.write_bytes(canonical_file(parse_text(read_text(path), path), path))


def shown(found: list[Finding]) -> str:
    return "\n".join(
        f"{finding.file}:{finding.line} {finding.check} {finding.focus} {finding.message}" for finding in found
    )


def test_the_small_project_conforms(base: Path) -> None:
    found = findings(base)
    assert not found, shown(found)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}{f' ({case.id})' if case.id else ''}" for case in CASES])
def test_a_broken_rule_fires_alone_and_in_its_place(case: Case, root: Path) -> None:
    case.change(root)
    if case.reformat:
        reformat(root)
    found = findings(root)
    assert [finding.check for finding in found] == [f"integrity:{case.rule}"], shown(found)
    finding = found[0]
    assert finding.severity is (Severity.WARNING if case.rule in WARNINGS else Severity.VIOLATION)
    assert finding.file == Path(case.file)
    if (root / case.file).is_dir():
        assert (finding.line, case.at) == (None, "")
    else:
        assert finding.line is not None
        lines = [*read_text(root / case.file).split("\n"), ""]
        assert case.at in lines[finding.line - 1], shown(found)
    assert finding.focus == (from_curie(case.focus) if case.focus else "")
    assert finding.message.endswith(".")
    assert any(mark in finding.message for mark in (";", ","))


@pytest.mark.parametrize("change", [change for _, change in CONFORMING], ids=[name for name, _ in CONFORMING])
def test_what_comes_near_conforms(change: Change, root: Path) -> None:
    change(root)
    reformat(root)
    found = findings(root)
    assert not found, shown(found)


def test_an_undeclared_name_is_reported_wherever_it_stands(root: Path) -> None:
    text = read_text(root / NOTICE).replace("actor:riverside-health-board", "actor:riverside-helth-board")
    (root / NOTICE).write_text(text, encoding="utf-8")
    found = findings(root)
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if "helth" in line]
    assert len(lines) > 5
    assert [finding.line for finding in found if finding.check == "integrity:declared"] == lines
    assert {finding.message for finding in found if finding.check == "integrity:declared"} == {
        "actor:riverside-helth-board is not declared; fix the name (did you mean actor:riverside-health-board?), "
        "or give it a type in its entity file or in the passage that creates it."
    }


def test_a_thing_without_a_type_is_reported_once_where_it_is_described(root: Path) -> None:
    replace(ACTORS, "actor:valley-register a mh:Organization ;\n\trdfs:label", "actor:valley-register rdfs:label")(root)
    reformat(root)
    found = [finding for finding in findings(root) if finding.file == Path(ACTORS)]
    assert [finding.check for finding in found if finding.check == "integrity:declared"] == ["integrity:declared"]


def test_what_a_judgement_declares_is_said_of_its_type_alone(root: Path) -> None:
    label = 'rdfs:label "More boats"@en ; mh:isHeldBy actor:lakeside-council'
    add(BOARD, f"judgement:boat-bears-on-vhc-2 {{ position:boats a mh:Position ; {label} }}")(root)
    reformat(root)
    (finding,) = findings(root)
    assert finding.check == "integrity:declared"
    assert finding.message == (
        "A judgement cannot declare things; "
        "declare position:boats in data/entities/position, or in the passage that creates it."
    )
    assert "position:boats a mh:Position" in read_text(root / BOARD).split("\n")[(finding.line or 0) - 1]


def test_every_comment_is_reported(root: Path) -> None:
    text = read_text(root / NOTICE)
    (root / NOTICE).write_text(f"# one\n{text}# two\n\n  # three # four", encoding="utf-8")
    found = findings(root)
    last = text.count("\n") + 2
    assert [(finding.check, finding.line) for finding in found] == [
        ("integrity:comment", line) for line in (1, last, last + 2)
    ], shown(found)


def test_the_message_of_a_stray_file_says_where_it_belongs(root: Path) -> None:
    for place in ("judgements/a.ttl", "entities/actor/a.trig", "entities/a.ttl", "sources/2024/a.trig", "a.ttl"):
        add(f"data/{place}", "")(root)
    (root / "data" / "sources" / "gone.trig").symlink_to(root / "nowhere.trig")
    assert {
        str(finding.file): finding.message.removeprefix("The file is not read; ") for finding in findings(root)
    } == {
        "data/judgements/a.ttl": "the files of data/judgements end in .trig: rename it, or move it out of data/.",
        "data/entities/actor/a.trig": "the files of data/entities end in .ttl: rename it, or move it out of data/.",
        "data/entities/a.ttl": "files lie in a folder for their kind below data/entities and end in .ttl: "
        "move it there, "
        "or move it out of data/.",
        "data/sources/2024/a.trig": "files lie in data/sources itself and end in .trig: move it there, "
        "or move it out of data/.",
        "data/a.ttl": "move it to data/entities (*.ttl), data/sources (*.trig), data/judgements (*.trig), "
        "or move it out of data/.",
        "data/sources/gone.trig": "it is no file, or a link that leads nowhere: put the file in its place, "
        "or move it out of data/.",
    }


def test_a_foreign_term_is_reported_once_for_a_thing(root: Path) -> None:
    text = read_text(root / ACTORS).replace("rdfs:label", "rdfs:lable")
    (root / ACTORS).write_text(text, encoding="utf-8")
    found = [finding for finding in findings(root) if finding.check == "integrity:foreign-term"]
    assert text.count("rdfs:lable") > 2
    assert [finding.line for finding in found] == [
        number for number, line in enumerate(text.split("\n"), start=1) if "rdfs:lable" in line
    ]
    assert {finding.message for finding in found} == {
        "rdfs:lable is not a term in use here; fix the name (did you mean rdfs:label?), or say it with a term of ours."
    }


def test_missing_paragraphs_are_named(root: Path) -> None:
    for slug in ("p01", "p02"):
        cut(NOTICE, f":{slug} a")(root)
    reformat(root)
    (finding,) = findings(root)
    assert finding.message == "Paragraphs 1 to 2 are missing; put them back, for paragraphs are never renumbered."


def test_a_literal_is_shown_in_the_form_of_n_triples(root: Path) -> None:
    replace(NOTICE, 'the valley in order"@en', 'the valley  in order"@en')(root)
    replace(REGISTER, "mh:hasValue 140", "mh:hasValue 0140")(root)
    reformat(root)
    assert [finding.value for finding in findings(root)] == [
        '"Keep the wells of the valley  in order"@en',
        '"0140"^^<http://www.w3.org/2001/XMLSchema#integer>',
    ]


def test_every_rule_has_a_case() -> None:
    assert {case.rule for case in CASES} == RULES.keys()
    assert RULES.keys() > WARNINGS | UNKNOWN_NAMES


def test_every_rule_that_is_written_is_in_the_table() -> None:
    written = {
        function
        for module in (
            bodies,
            consistency,
            duplicates,
            files,
            form,
            graphs,
            judgements,
            names,
            passages,
            queries,
            unfinished,
            vocabulary,
        )
        for name, function in inspect.getmembers(module, inspect.isgeneratorfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    assert written == set(RULES.values())
    assert len(RULES) == len(written) > 25


@pytest.mark.slow
def test_the_shipped_data_conforms(shipped: Project) -> None:
    found = check(parse_project(shipped))
    assert not found, shown(found)
