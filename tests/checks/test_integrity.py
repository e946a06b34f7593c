"""Each integrity rule, broken by one change of the small corpus: this rule fires, at this place, and nothing else."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from mhgraph.graph import Corpus, load_corpus
from mhgraph.files import read_text
from mhgraph.checks.integrity import RULES, WARNINGS, check, doubles, files, form, graphs, names, passages, vocabulary
from mhgraph.project.statements import read_material
from mhgraph.namespaces import MH, PREFIXES, SOURCE, from_curie
from mhgraph.project.folders import Project
from mhgraph.rdf.canonical import canonical
from mhgraph.rdf.turtle.parse import parse_text
from mhgraph.checks.finding import Finding, Severity

NOTICE = "data/sources/riverside-launch-notice.trig"
REGISTER = "data/sources/valley-register-launch.trig"
REVIEW = "data/sources/valley-review.trig"
JUDGEMENTS = "data/judgements/village-health.trig"
ACTORS = "data/entities/actor.ttl"
CONCEPTS = "data/entities/concept.ttl"
EVENTS = "data/entities/event.ttl"
WHOLE = "\tmh:captured concept:capture-whole ;\n"

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


def rename(old: str, new: str) -> Change:
    """Give a thing another name in all files."""

    def change(root: Path) -> None:
        paths = [path for path in (root / "data").rglob("*.t*") if old in read_text(path)]
        assert paths
        for path in paths:
            path.write_text(read_text(path).replace(old, new), encoding="utf-8")

    return change


def move(old: str, new: str) -> Change:
    """Move a file."""

    def change(root: Path) -> None:
        (root / old).rename(root / new)

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
    Case("stray-file", add("data/judgements/new.ttl", ""), "data/judgements/new.ttl", "", ""),
    Case("stray-file", add("data/entities/place.turtle", ""), "data/entities/place.turtle", "", "", id="ending"),
    Case("stray-file", add("data/sources/NEW.TRIG", ""), "data/sources/NEW.TRIG", "", "", id="upper case"),
    Case("stray-file", add("data/extra.ttl", ""), "data/extra.ttl", "", "", id="outside the folders"),
    Case("stray-file", add("data/sources/2024/x.trig", ""), "data/sources/2024/x.trig", "", "", id="below a folder"),
    Case("comment", add(NOTICE, "# a remark"), NOTICE, "# a remark", "", reformat=False),
    Case(
        "canonical-format",
        replace(NOTICE, '\tdcterms:language "en"', '  dcterms:language "en"'),
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
    Case("blank-node", replace(JUDGEMENTS, "concept:status-held", "_:held"), JUDGEMENTS, "_:held", "", reformat=False),
    Case(
        "blank-node",
        replace(JUDGEMENTS, "mh:hasStatus concept:status-held", "mh:hasStatus [ ]"),
        JUDGEMENTS,
        "[ ]",
        "",
        reformat=False,
        id="brackets",
    ),
    Case(
        "boolean",
        replace(REGISTER, "mh:hasValue 140", "mh:hasValue true"),
        REGISTER,
        "mh:hasValue true",
        "figure:village-compact-launch-attendance",
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
        "language-tag",
        replace(NOTICE, 'the valley in order"@en', 'the valley in order"@english'),
        NOTICE,
        "@english",
        "group:wells",
        id="no language",
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
        replace(REVIEW, '"2033"^^xsd:gYear', '"2033Z"^^xsd:gYear'),
        REVIEW,
        "2033Z",
        "commitment:second-boat",
        id="time zone",
    ),
    Case(
        "lexical-form",
        replace(NOTICE, '"2031-04-02"^^xsd:date', '"2031-04-31"^^xsd:date'),
        NOTICE,
        "2031-04-31",
        "event:village-compact-launch",
        id="no such day",
    ),
    Case(
        "lexical-form",
        replace(NOTICE, '"2031-04-02"^^xsd:date', '"2031-04-02T10:00:00"^^xsd:dateTime'),
        NOTICE,
        "T10:00:00",
        "event:village-compact-launch",
        id="datatype",
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
        replace(REGISTER, "<https://valley.example/register/17>", "<mailto:register@valley.example>"),
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
        replace(REGISTER, "valley.example/register/17", "valley.example/register?to=desk%40valley.example"),
        REGISTER,
        "desk%40valley",
        "source:valley-register-launch",
        id="within an address",
    ),
    Case("slug-form", rename("rec:test-wells", "rec:Test_Wells"), NOTICE, "rec:Test_Wells a", "rec:Test_Wells"),
    Case(
        "graph-described",
        replace(NOTICE, ":p09 a mh:Passage ;\n\tdcterms", ":p09 dcterms"),
        NOTICE,
        ":p09 {",
        "source:riverside-launch-notice#p09",
    ),
    Case(
        "graph-described",
        replace(
            JUDGEMENTS, "judgement:wells-bear-on-vhc-1 a mh:Judgement ;\n\trdfs", "judgement:wells-bear-on-vhc-1 rdfs"
        ),
        JUDGEMENTS,
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
        add(JUDGEMENTS, "rec:test-wells mh:hasTopic concept:topic-travelling-clinics ."),
        JUDGEMENTS,
        "mh:hasTopic",
        "rec:test-wells",
        id="judgements",
    ),
    Case(
        "outside-graph",
        add(
            NOTICE,
            "event:village-compact-launch mh:hasPlace place:riverside-mill-town ; mh:hasTopic concept:topic-well-water .",
        ),
        NOTICE,
        "mh:hasPlace",
        "event:village-compact-launch",
        id="once for a thing",
    ),
    Case(
        "outside-graph",
        add(REGISTER, "source:valley-register-launch mh:hasLostField mh:hasMode ."),
        REGISTER,
        "mh:hasLostField mh:hasMode",
        "source:valley-register-launch",
        id="about the record",
    ),
    Case(
        "inside-graph",
        add(JUDGEMENTS, 'judgement:boat-bears-on-vhc-2 { judgement:boat-bears-on-vhc-2 rdfs:label "Boats"@en }'),
        JUDGEMENTS,
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
        replace(REGISTER, "source:valley-register-launch mh:hasLostField", "source:valley-review mh:hasLostField"),
        REGISTER,
        "mh:hasLostField",
        "source:valley-review",
        id="another record",
    ),
    Case(
        "ledger",
        add(REGISTER, "judgement:boat-bears-on-vhc-2 { rec:keep-clinic-boat mh:addresses provision:vhc-1 }"),
        REGISTER,
        "judgement:boat-bears-on-vhc-2 {",
        "judgement:boat-bears-on-vhc-2",
    ),
    Case(
        "ledger",
        add(JUDGEMENTS, "rule:host-takes-part { actor:hillside-council mh:takesPartIn event:village-compact-launch }"),
        JUDGEMENTS,
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
        "source:valley-review\\#para-4 {",
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
        "one-value",
        replace(NOTICE, "mh:hasValue 120", "mh:hasValue 1,120"),
        NOTICE,
        "mh:hasValue 1 , 120",
        "figure:village-compact-launch-guests",
    ),
    Case(
        "one-value",
        replace(
            JUDGEMENTS, "mh:hasStatus concept:status-held", "mh:hasStatus concept:status-held , concept:status-announced"
        ),
        JUDGEMENTS,
        "mh:hasStatus",
        "event:village-compact-launch-afternoon",
        id="judgement",
    ),
    Case(
        "read-with",
        replace(
            NOTICE, "mh:hasNumber 7 ;\n\tmh:readWith :p06", "mh:hasNumber 7 ;\n\tmh:readWith source:valley-review\\#para-4"
        ),
        NOTICE,
        "mh:isReadWith source:valley-review",
        "source:riverside-launch-notice#p07",
    ),
    Case(
        "read-with",
        replace(NOTICE, "mh:hasNumber 7 ;\n\tmh:readWith :p06", "mh:hasNumber 7 ;\n\tmh:readWith :p66"),
        NOTICE,
        "mh:isReadWith :p66",
        "source:riverside-launch-notice#p07",
        id="not described",
    ),
    Case("paragraph-numbers", cut(REGISTER, ":p01 a"), REGISTER, "mh:hasNumber 2", "source:valley-register-launch#p02"),
    Case(
        "paragraph-numbers",
        replace(REGISTER, " ;\n\tmh:number 4 .", " ."),
        REGISTER,
        ":p04 a mh:Passage",
        "source:valley-register-launch#p04",
        id="none",
    ),
    Case(
        "paragraph-numbers",
        add(REVIEW, ":para-4 mh:hasNumber 4 ."),
        REVIEW,
        "mh:hasNumber 4",
        "source:valley-review#para-4",
        id="excerpt",
    ),
    Case(
        "paragraph-numbers",
        cut(NOTICE, ":p02 a"),
        NOTICE,
        "mh:hasNumber 3",
        "source:riverside-launch-notice#p03",
        id="gap",
    ),
    Case(
        "paragraph-numbers",
        replace(NOTICE, "mh:hasNumber 12", "mh:hasNumber 11"),
        NOTICE,
        "mh:hasNumber 11",
        "source:riverside-launch-notice#p12",
        id="twice",
    ),
    Case(
        "paragraph-numbers",
        replace(NOTICE, "mh:hasNumber 12", "mh:hasNumber 0"),
        NOTICE,
        "mh:hasNumber 0",
        "source:riverside-launch-notice#p12",
        id="nought",
    ),
    Case(
        "paragraph-numbers",
        replace(NOTICE, "mh:hasNumber 12", f"mh:hasNumber {'9' * 5000}"),
        NOTICE,
        "mh:hasNumber 99",
        "source:riverside-launch-notice#p12",
        id="beyond every text",
    ),
    Case(
        "passage-name",
        replace(NOTICE, ":p12 a mh:Passage", ":p13 a mh:Passage"),
        NOTICE,
        "mh:hasNumber 12",
        "source:riverside-launch-notice#p13",
    ),
    Case(
        "locator",
        replace(REVIEW, ' ;\n\tmh:documentLabel "para. 13"', ""),
        REVIEW,
        ":para-13 a mh:Passage",
        "source:valley-review#para-13",
    ),
    Case(
        "part-of-source",
        replace(
            REGISTER,
            ":p04 a mh:Passage ;\n\tdcterms:isPartOf source:valley-register-launch",
            ":p04 a mh:Passage ;\n\tdcterms:isPartOf source:valley-review",
        ),
        REGISTER,
        ":p04 a mh:Passage",
        "source:valley-register-launch#p04",
    ),
    Case(
        "digest-form",
        replace(REVIEW, 'mh:hasDocumentLabel "para. 4"', 'mh:hasDigest "0A1B" ;\n\tmh:documentLabel "para. 4"'),
        REVIEW,
        '"0A1B"',
        "source:valley-review#para-4",
    ),
    Case(
        "fragment-form",
        replace(NOTICE, '"#:~:text=About%20120%20people%20came."', '"#about"'),
        NOTICE,
        "#about",
        "source:riverside-launch-notice#p09",
    ),
    Case(
        "fragment-form",
        replace(NOTICE, "text=About%20120%20people%20came.", "text=a%20b%20c%20d%20e,f%20g%20h%20i"),
        NOTICE,
        "f%20g",
        "source:riverside-launch-notice#p09",
        id="nine words",
    ),
    Case(
        "fragment-place",
        add(NOTICE, ':p12 mh:hasTextFragment "#:~:text=Questions,desk" .'),
        NOTICE,
        "mh:hasTextFragment",
        "source:riverside-launch-notice#p12",
    ),
    Case(
        "fragment-place",
        add(REVIEW, ':para-4 mh:hasTextFragment "#:~:text=This,built" .'),
        REVIEW,
        "mh:hasTextFragment",
        "source:valley-review#para-4",
        id="no address",
    ),
    Case(
        "judgement-graph",
        cut(JUDGEMENTS, "judgement:boat-bears-on-vhc-2 {"),
        JUDGEMENTS,
        "judgement:boat-bears-on-vhc-2 a",
        "judgement:boat-bears-on-vhc-2",
    ),
    Case(
        "rests-on",
        replace(JUDGEMENTS, "valley-register-launch\\#p10", "valley-register-launch\\#p99"),
        JUDGEMENTS,
        "\\#p99",
        "judgement:afternoon-was-held",
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
        add(JUDGEMENTS, "judgement:boat-bears-on-vhc-2 { position:boats a mh:Position }"),
        JUDGEMENTS,
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
        "mentioned",
        add(ACTORS, 'actor:hilltop-council a mh:Organization ; rdfs:label "Hilltop Council"@en .'),
        ACTORS,
        "actor:hilltop-council a",
        "actor:hilltop-council",
    ),
    Case(
        "class-fits-name",
        replace(REGISTER, "a mh:EventSet", "a mh:EventSeries"),
        REGISTER,
        "a mh:EventSeries",
        "event:village-evening-talks",
    ),
    Case(
        "entity-predicate",
        add(ACTORS, "actor:lakeside-council mh:hasMember actor:hillside-council ."),
        ACTORS,
        "mh:hasMember",
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
        move("data/entities/place.ttl", "data/entities/practices.ttl"),
        "data/entities/practices.ttl",
        "place:riverside-mill-town a",
        "place:riverside-mill-town",
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
        "concept-scheme",
        replace(CONCEPTS, 'skos:inScheme scheme:topic ;\n\tskos:notation "well-water"', 'skos:notation "well-water"'),
        CONCEPTS,
        "concept:topic-well-water a",
        "concept:topic-well-water",
    ),
    Case(
        "concept-scheme",
        replace(
            CONCEPTS, 'scheme:topic ;\n\tskos:notation "well-water"', 'scheme:unit ;\n\tskos:notation "well-water"'
        ),
        CONCEPTS,
        "scheme:unit",
        "concept:topic-well-water",
        id="slug",
    ),
    Case(
        "date-unknown",
        add(
            EVENTS,
            "event:village-compact-launch mh:dateUnknownBecause <https://w3id.org/mhgraph/concept/unknown-lost> .",
        ),
        EVENTS,
        "mh:dateUnknownBecause",
        "event:village-compact-launch",
    ),
    Case(
        "date-unknown",
        add(JUDGEMENTS, 'judgement:boat-bears-on-vhc-2 { instrument:valley-review mh:hasDate "2032"^^xsd:gYear }'),
        "data/entities/instrument.ttl",
        "mh:dateUnknownBecause",
        "instrument:valley-review",
        id="judged",
    ),
    Case(
        "term-declared",
        replace(JUDGEMENTS, "mh:hasStatus", "mh:condition"),
        JUDGEMENTS,
        "mh:condition",
        "mh:condition",
    ),
    Case(
        "term-declared",
        add("queries/own.rq", "SELECT DISTINCT ?event WHERE { ?event mh:organiser ?body }"),
        "queries/own.rq",
        "mh:organiser",
        "mh:organiser",
        id="in a question",
    ),
    Case(
        "term-declared",
        add(
            "ontology/rules/own.rq",
            f"#+ label: A rule.\nCONSTRUCT {{ ?a <{MH}guest> ?b }} WHERE {{ ?a <{MH}host> ?b . ?a <{MH}mode> ?c }}",
        ),
        "ontology/rules/own.rq",
        "ontology#guest",
        "mh:guest",
        id="in a rule",
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
        add(REVIEW, ":para-13 { commitment:second-boat mh:addresses provision:vhc-2 }"),
        JUDGEMENTS,
        "commitment:second-boat mh:addresses",
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
        "term-used",
        replace("ontology/kept.ttl", f'<{MH}underAuspicesOf> <{MH}reserved> "Not in this corpus."@en .\n', ""),
        "ontology/mhgraph.ttl",
        "mh:isUnderAuspicesOf a",
        "mh:isUnderAuspicesOf",
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
    ("labels that are the same in two languages", replace(ACTORS, "Conseil du village de Lakeside", "Valley Register")),
    ("a whole capture that does not say so, which the shapes ask for", replace(REGISTER, WHOLE, "")),
    ("an excerpt that does not say so", replace(REVIEW, WHOLE.replace("whole", "excerpt"), "")),
    ("an unread paragraph", cut(NOTICE, ":p11 {")),
    (
        "a thing that only a judgement mentions",
        add(
            JUDGEMENTS,
            "judgement:boat-bears-on-vhc-2 { practice:clinic-boat mh:serves instrument:village-health-compact }",
        ),
    ),
    ("a provision that nobody mentions", add("data/entities/provision.ttl", "provision:vhc-3 a mh:Provision .")),
    ("a statement that a rule makes as well", add(REVIEW, ":para-4 { group:wells mh:hasMember actor:hillside-council }")),
    (
        "a digest that looks like a telephone number",
        replace(
            REVIEW, 'mh:hasDocumentLabel "para. 4"', f'mh:hasDigest "{"0012345678":0<64}" ;\n\tmh:documentLabel "para. 4"'
        ),
    ),
]
"""Changes that come near to breaking a rule and break none."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, small_project: Project) -> Path:
    """The small corpus with an ontology of its own, in which all terms are marked as kept, and nothing judged twice."""
    root = shutil.copytree(small_project.root, tmp_path_factory.mktemp("base") / "project")
    schema = parse_text(read_text(root / "ontology" / "mhgraph.ttl"), Path("mhgraph.ttl"))
    terms = sorted({quad.subject.value for quad in schema if isinstance(quad.subject, NamedNode)})
    kept = "".join(f'<{term}> <{MH}reserved> "Not in this corpus."@en .\n' for term in terms if term.startswith(MH))
    (root / "ontology" / "kept.ttl").write_text(kept, encoding="utf-8")
    replace(JUDGEMENTS, "provision:vhc-1 , provision:vhc-1a", "provision:vhc-1a")(root)
    return root


@pytest.fixture
def root(base: Path, tmp_path: Path) -> Path:
    """A copy of it to break."""
    return shutil.copytree(base, tmp_path / "project")


def findings(root: Path) -> list[Finding]:
    project = Project(root)
    return check(read_material(project, load_corpus(project)))


def reformat(root: Path) -> None:
    """Bring the files into the canonical form, so that a change of text is a change of statements and nothing more."""
    for path in Project(root).data:
        quads = parse_text(read_text(path), path)
        first = next((quad.subject for quad in quads if str(quad.object).endswith("#Source>")), None)
        key = str(first)[1:-1].removeprefix(SOURCE) if path.parent.name == "sources" else None
        path.write_bytes(canonical(quads, key=key))


def shown(found: list[Finding]) -> str:
    return "\n".join(f"{each.file}:{each.line} {each.check} {each.focus} {each.message}" for each in found)


def test_the_small_corpus_conforms(small_project: Project, small: Corpus) -> None:
    found = check(read_material(small_project, small))
    doubled = [("integrity:needless-judgement", from_curie("rec:test-wells"))]  # the corpus has one fact in two ledgers
    assert [(each.check, each.focus) for each in found] == doubled, shown(found)


def test_the_base_of_the_cases_conforms(base: Path) -> None:
    found = findings(base)
    assert not found, shown(found)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}{f' ({case.id})' if case.id else ''}" for case in CASES])
def test_a_broken_rule_fires_alone_and_in_its_place(case: Case, root: Path) -> None:
    case.change(root)
    if case.reformat:
        reformat(root)
    found = findings(root)
    assert [each.check for each in found] == [f"integrity:{case.rule}"], shown(found)
    finding = found[0]
    assert finding.severity is (Severity.WARNING if case.rule in WARNINGS else Severity.VIOLATION)
    assert finding.file == Path(case.file)
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


def messages(found: list[Finding]) -> list[tuple[int | None, str]]:
    return [(each.line, each.message) for each in found]


def test_an_undeclared_name_is_reported_wherever_it_stands(root: Path) -> None:
    text = read_text(root / NOTICE).replace("actor:riverside-health-board", "actor:riverside-helth-board")
    (root / NOTICE).write_text(text, encoding="utf-8")
    found = findings(root)
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if "helth" in line]
    assert len(lines) > 5
    assert [each.line for each in found if each.check == "integrity:declared"] == lines
    assert {each.message for each in found if each.check == "integrity:declared"} == {
        "actor:riverside-helth-board is not declared; mend the name (did you mean actor:riverside-health-board?), "
        "or give it a type in its entity file or in the passage that creates it."
    }


def test_a_thing_without_a_type_is_reported_once_where_it_is_described(root: Path) -> None:
    replace(ACTORS, "actor:valley-register a mh:Organization ;\n\trdfs:label", "actor:valley-register rdfs:label")(root)
    reformat(root)
    found = [each for each in findings(root) if each.file == Path(ACTORS)]
    assert [each.check for each in found if each.check == "integrity:declared"] == ["integrity:declared"]


def test_what_a_judgement_declares_is_said_of_its_type_alone(root: Path) -> None:
    label = 'rdfs:label "More boats"@en ; mh:isHeldBy actor:lakeside-council'
    add(JUDGEMENTS, f"judgement:boat-bears-on-vhc-2 {{ position:boats a mh:Position ; {label} }}")(root)
    reformat(root)
    (finding,) = findings(root)
    assert finding.check == "integrity:declared"
    assert finding.message == (
        "A judgement cannot declare things; "
        "declare position:boats in data/entities/position.ttl, or in the passage that creates it."
    )
    assert "position:boats a mh:Position" in read_text(root / JUDGEMENTS).split("\n")[(finding.line or 0) - 1]


def test_every_comment_is_reported(root: Path) -> None:
    text = read_text(root / NOTICE)
    (root / NOTICE).write_text(f"# one\n{text}# two\n\n  # three # four", encoding="utf-8")
    found = findings(root)
    last = text.count("\n") + 2
    assert [(each.check, each.line) for each in found] == [
        ("integrity:comment", line) for line in (1, last, last + 2)
    ], shown(found)


def test_the_message_of_a_stray_file_says_where_it_belongs(root: Path) -> None:
    for place in ("judgements/a.ttl", "entities/a.trig", "sources/2024/a.trig", "a.ttl"):
        add(f"data/{place}", "")(root)
    (root / "data" / "sources" / "gone.trig").symlink_to(root / "nowhere.trig")
    assert {str(each.file): each.message.removeprefix("The file is not read; ") for each in findings(root)} == {
        "data/judgements/a.ttl": "the files of data/judgements end in .trig: rename it, or move it out of data/.",
        "data/entities/a.trig": "the files of data/entities end in .ttl: rename it, or move it out of data/.",
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
    found = findings(root)
    assert text.count("rdfs:lable") > 2
    assert [each.line for each in found] == [
        number for number, line in enumerate(text.split("\n"), start=1) if "rdfs:lable" in line
    ]
    assert {each.message for each in found} == {
        "rdfs:lable is not a term in use here; mend the name (did you mean rdfs:label?), or say it with a term of ours."
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
    assert [each.value for each in findings(root)] == [
        '"Keep the wells of the valley  in order"@en',
        '"0140"^^<http://www.w3.org/2001/XMLSchema#integer>',
    ]


def test_every_rule_has_a_case() -> None:
    assert {case.rule for case in CASES} == RULES.keys()
    assert RULES.keys() > WARNINGS


def test_every_rule_that_is_written_is_in_the_table() -> None:
    written = {
        function
        for module in (doubles, files, form, graphs, names, passages, vocabulary)
        for name, function in inspect.getmembers(module, inspect.isgeneratorfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    assert written == set(RULES.values())
    assert len(RULES) == len(written) > 30


def test_a_linked_ontology_is_judged_where_it_lives(base: Path, tmp_path: Path) -> None:
    root = shutil.copytree(base, tmp_path / "project")
    shutil.rmtree(root / "ontology")
    (base / "ontology" / "kept.ttl").rename(tmp_path / "kept.ttl")
    try:
        (root / "ontology").symlink_to(base / "ontology")
        assert not findings(root)
        assert {each.check for each in findings(base)} == {"integrity:term-used"}
    finally:
        (tmp_path / "kept.ttl").rename(base / "ontology" / "kept.ttl")


def test_the_shipped_data_conforms(shipped: Project) -> None:
    found = check(read_material(shipped, load_corpus(shipped)))
    assert not found, shown(found)
