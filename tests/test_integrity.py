"""Each integrity rule, broken by one change of the small corpus: this rule fires, at this place, and nothing else."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from mhgraph.corpus import Corpus, load_corpus
from mhgraph.files import read_text
from mhgraph.integrity import RULES, check, form, graphs, names, vocabulary
from mhgraph.namespaces import MH, PREFIXES, SOURCE, from_curie
from mhgraph.project import Project
from mhgraph.rdf import canonical, parse_text
from mhgraph.report import Finding, Severity

NOTICE = "data/sources/riverside-launch-notice.trig"
REGISTER = "data/sources/valley-register-launch.trig"
REVIEW = "data/sources/valley-review.trig"
JUDGEMENTS = "data/judgements/village-health.trig"
ACTORS = "data/entities/actor.ttl"
CONCEPTS = "data/entities/concept.ttl"
EVENTS = "data/entities/event.ttl"

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
        replace(JUDGEMENTS, "mh:status concept:status-held", "mh:status [ ]"),
        JUDGEMENTS,
        "[ ]",
        "",
        reformat=False,
        id="brackets",
    ),
    Case(
        "boolean",
        replace(REGISTER, "mh:value 140", "mh:value true"),
        REGISTER,
        "mh:value true",
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
        replace(NOTICE, "mh:value 120", "mh:value 0120"),
        NOTICE,
        "mh:value 0120",
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
    Case("slug-form", rename("rec:test-wells", "rec:Test_Wells"), NOTICE, "rec:Test_Wells a", "rec:Test_Wells"),
    Case(
        "graph-described",
        replace(NOTICE, ":p09 a mh:Passage ;\n\tdcterms", ":p09 dcterms"),
        NOTICE,
        "figure:village-compact-launch-guests a",
        "source:riverside-launch-notice#p09",
    ),
    Case(
        "graph-described",
        replace(
            JUDGEMENTS, "judgement:wells-bear-on-vhc-1 a mh:Judgement ;\n\trdfs", "judgement:wells-bear-on-vhc-1 rdfs"
        ),
        JUDGEMENTS,
        "rec:test-wells mh:addresses",
        "judgement:wells-bear-on-vhc-1",
        id="judgement",
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
        add(NOTICE, "event:village-compact-launch mh:mode concept:mode-in-person ."),
        NOTICE,
        "mh:mode",
        "event:village-compact-launch",
    ),
    Case(
        "outside-graph",
        add(JUDGEMENTS, "rec:test-wells mh:topic concept:topic-travelling-clinics ."),
        JUDGEMENTS,
        "mh:topic",
        "rec:test-wells",
        id="judgements",
    ),
    Case(
        "outside-graph",
        add(REGISTER, "source:valley-register-launch mh:lostField mh:mode ."),
        REGISTER,
        "mh:lostField mh:mode",
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
        add(REVIEW, ":para-4 { :para-4 mh:readWith :para-13 }"),
        REVIEW,
        "mh:readWith",
        "source:valley-review#para-4",
        id="passage",
    ),
    Case(
        "inside-graph",
        replace(REGISTER, "source:valley-register-launch mh:lostField", "source:valley-review mh:lostField"),
        REGISTER,
        "mh:lostField",
        "source:valley-review",
        id="another record",
    ),
    Case(
        "ledger",
        add(REGISTER, "judgement:boat-bears-on-vhc-2 { rec:keep-clinic-boat mh:addresses provision:vhc-1 }"),
        REGISTER,
        "rec:keep-clinic-boat mh:addresses",
        "judgement:boat-bears-on-vhc-2",
    ),
    Case(
        "ledger",
        add(JUDGEMENTS, "rule:host-takes-part { actor:hillside-council mh:takesPartIn event:village-compact-launch }"),
        JUDGEMENTS,
        "mh:takesPartIn",
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
        "rec:test-wells mh:addresses",
        "source:valley-review#para-4",
        id="another source",
    ),
    Case(
        "computed",
        add(REGISTER, ':p03 { event:village-compact-launch mh:earliest "2031-04-03"^^xsd:date }'),
        REGISTER,
        "mh:earliest",
        "event:village-compact-launch",
    ),
    Case(
        "read-with",
        replace(
            NOTICE, "mh:number 7 ;\n\tmh:readWith :p06", "mh:number 7 ;\n\tmh:readWith source:valley-review\\#para-4"
        ),
        NOTICE,
        "mh:readWith source:valley-review",
        "source:riverside-launch-notice#p07",
    ),
    Case(
        "read-with",
        replace(NOTICE, "mh:number 7 ;\n\tmh:readWith :p06", "mh:number 7 ;\n\tmh:readWith :p66"),
        NOTICE,
        "mh:readWith :p66",
        "source:riverside-launch-notice#p07",
        id="not described",
    ),
    Case("paragraph-numbers", cut(REGISTER, ":p01 a"), REGISTER, "mh:number 2", "source:valley-register-launch#p02"),
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
        add(REVIEW, ":para-4 mh:number 4 ."),
        REVIEW,
        "mh:number 4",
        "source:valley-review#para-4",
        id="excerpt",
    ),
    Case(
        "passage-name",
        replace(NOTICE, ":p12 a mh:Passage", ":p13 a mh:Passage"),
        NOTICE,
        "mh:number 12",
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
        replace(REVIEW, 'mh:documentLabel "para. 4"', 'mh:digest "0A1B" ;\n\tmh:documentLabel "para. 4"'),
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
        add(NOTICE, ':p12 mh:fragment "#:~:text=Questions,desk" .'),
        NOTICE,
        "mh:fragment",
        "source:riverside-launch-notice#p12",
    ),
    Case(
        "fragment-place",
        add(REVIEW, ':para-4 mh:fragment "#:~:text=This,built" .'),
        REVIEW,
        "mh:fragment",
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
        replace(REGISTER, "mh:host actor:lakeside-council", "mh:host actor:lakeside-councl"),
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
        add(ACTORS, "actor:lakeside-council mh:member actor:hillside-council ."),
        ACTORS,
        "mh:member",
        "actor:lakeside-council",
    ),
    Case(
        "entity-predicate",
        add(EVENTS, "event:village-compact-launch mh:kind <https://w3id.org/mhgraph/concept/event-panel> ."),
        EVENTS,
        "mh:kind",
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
        add(JUDGEMENTS, 'judgement:boat-bears-on-vhc-2 { instrument:valley-review mh:date "2032"^^xsd:gYear }'),
        "data/entities/instrument.ttl",
        "mh:dateUnknownBecause",
        "instrument:valley-review",
        id="judged",
    ),
    Case(
        "term-declared",
        replace(JUDGEMENTS, "mh:status", "mh:condition"),
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
        "term-used",
        replace("ontology/kept.ttl", f'<{MH}underAuspicesOf> <{MH}reserved> "Not in this corpus."@en .\n', ""),
        "ontology/mhgraph.ttl",
        "mh:underAuspicesOf a",
        "mh:underAuspicesOf",
    ),
]

CONFORMING: list[tuple[str, Change]] = [
    ("a remark as a note", add(NOTICE, ':p03 { event:village-compact-launch skos:editorialNote "A remark."@en }')),
    ("a language tag with a region", replace(NOTICE, 'the valley in order"@en', 'the valley in order"@en-gb')),
    ("a decimal", replace(NOTICE, "mh:value 120", "mh:value 120.5")),
    ("a month", replace(NOTICE, '"2031-04-02"^^xsd:date', '"2031-04"^^xsd:gYearMonth')),
    ("a number that is no telephone number", replace(NOTICE, 'in order"@en', 'in order, as in 1244 (1999)"@en')),
    ("an unread paragraph", cut(NOTICE, ":p11 {")),
    (
        "a thing that only a judgement mentions",
        add(
            JUDGEMENTS,
            "judgement:boat-bears-on-vhc-2 { practice:clinic-boat mh:supports instrument:village-health-compact }",
        ),
    ),
    ("a provision that nobody mentions", add("data/entities/provision.ttl", "provision:vhc-3 a mh:Provision .")),
    ("a statement that a rule makes as well", add(REVIEW, ":para-4 { group:wells mh:member actor:hillside-council }")),
    (
        "a digest that looks like a telephone number",
        replace(
            REVIEW, 'mh:documentLabel "para. 4"', f'mh:digest "{"0012345678":0<64}" ;\n\tmh:documentLabel "para. 4"'
        ),
    ),
]
"""Changes that come near to breaking a rule and break none."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, corpus_project: Project) -> Path:
    """The small corpus with an ontology of its own, in which all terms are marked as kept."""
    root = shutil.copytree(corpus_project.root, tmp_path_factory.mktemp("base") / "project")
    schema = parse_text(read_text(root / "ontology" / "mhgraph.ttl"), Path("mhgraph.ttl"))
    terms = sorted({quad.subject.value for quad in schema if isinstance(quad.subject, NamedNode)})
    kept = "".join(f'<{term}> <{MH}reserved> "Not in this corpus."@en .\n' for term in terms if term.startswith(MH))
    (root / "ontology" / "kept.ttl").write_text(kept, encoding="utf-8")
    return root


@pytest.fixture
def root(base: Path, tmp_path: Path) -> Path:
    """A copy of it to break."""
    return shutil.copytree(base, tmp_path / "project")


def findings(root: Path) -> list[Finding]:
    project = Project(root)
    return check(project, load_corpus(project))


def reformat(root: Path) -> None:
    """Bring the files into the canonical form, so that a change of text is a change of statements and nothing more."""
    for path in Project(root).data:
        quads = parse_text(read_text(path), path)
        first = next((quad.subject for quad in quads if str(quad.object).endswith("#Source>")), None)
        key = str(first)[1:-1].removeprefix(SOURCE) if path.parent.name == "sources" else None
        path.write_bytes(canonical(quads, key=key))


def shown(found: list[Finding]) -> str:
    return "\n".join(f"{each.file}:{each.line} {each.check} {each.focus} {each.message}" for each in found)


def test_the_small_corpus_conforms(corpus_project: Project, tiny: Corpus) -> None:
    found = check(corpus_project, tiny)
    assert not found, shown(found)


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
    assert finding.severity is Severity.VIOLATION
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


def test_every_rule_has_a_case() -> None:
    assert {case.rule for case in CASES} == RULES.keys()


def test_every_rule_that_is_written_is_in_the_table() -> None:
    written = {
        function
        for module in (form, graphs, names, vocabulary)
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
    found = check(shipped, load_corpus(shipped))
    assert not found, shown(found)
