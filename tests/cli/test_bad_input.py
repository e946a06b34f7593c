"""The table of bad calls: one line on standard error with place and remedy, exit code 2, nothing half-written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from mhgraph.bounds import LITERAL
from mhgraph.project.folders import Project
from tests.cli.conftest import Call
from tests.conftest import REPOSITORY
from tests.questions.cases import ask_in_three

REVIEW = "data/sources/valley-review.trig"
TEXT = "texts/valley-review.txt"
QUERY = "queries/own.rq"
RULE = "ontology/rules/own.rq"

Spoil = Callable[[Path], object]


@dataclass(frozen=True)
class BadCall:
    """A call that is refused. `{}` in arguments is the project; `spoil` prepares it; `says` is on the one line."""

    name: str
    arguments: tuple[str, ...]
    says: tuple[str, ...]
    spoil: Spoil | None = None


def write(name: str, data: bytes | str) -> Spoil:
    """Write a file of the project."""
    return lambda root: (root / name).write_bytes(data.encode() if isinstance(data, str) else data)


def append(name: str, data: bytes | str) -> Spoil:
    """Add to a file of the project."""

    def spoil(root: Path) -> None:
        write(name, (root / name).read_bytes() + (data.encode() if isinstance(data, str) else data))(root)

    return spoil


def folder(name: str) -> Spoil:
    """Make a folder in the project."""
    return lambda root: (root / name).mkdir()


def bad_call(name: str, line: str, *says: str, spoil: Spoil | None = None) -> BadCall:
    return BadCall(name, tuple(part.replace("␣", " ").replace("␤", "\n") for part in line.split()), says, spoil)


NEW = f"source new k --text {{}}/{TEXT}"
ASK = "query events-addressing --provision"
SYNTAX = append(REVIEW, "\n:para-4 mh:isReadWith\n")
ASK_NOTHING = write("x.rq", "ASK {}")
FOREIGN = f"""{ask_in_three("Which?")}\
#+ columns:
#+   - {{name: thing, description: A thing.}}
SELECT DISTINCT ?thing WHERE {{
  ?thing ?how ?what FILTER(<http://e/f>(?what))
}} ORDER BY ?thing
"""
LATIN = append(REVIEW, b"\ncaf\xe9")

CALLS = [
    # data
    bad_call("syntax error, stats", "stats", f"{REVIEW}:", "not valid RDF", "; fix the syntax", spoil=SYNTAX),
    bad_call("syntax error, format", "format", f"{REVIEW}:", "not valid RDF", "; fix the syntax", spoil=SYNTAX),
    bad_call("syntax error, validate", "validate", f"{REVIEW}:", "not valid RDF", "; fix the syntax", spoil=SYNTAX),
    bad_call("syntax error, build", "build --out {}/dist", f"{REVIEW}:", "not valid RDF", spoil=SYNTAX),
    bad_call("not UTF-8, stats", "stats", f"{REVIEW}:", "not UTF-8 text; save it as UTF-8", spoil=LATIN),
    bad_call("not UTF-8, format", "format", f"{REVIEW}:", "not UTF-8 text; save it as UTF-8", spoil=LATIN),
    bad_call("a comment", "format", f"{REVIEW}:", "a comment", "; write the remark", spoil=append(REVIEW, "# aside\n")),
    bad_call(
        "a literal without end",
        "stats",
        f"{REVIEW}:",
        f"where {LITERAL:,} are allowed; leave the text",
        spoil=append(REVIEW, f':para-4 mh:hasTextFragment "{"a" * (LITERAL + 1)}" .\n'),
    ),
    bad_call(
        "a quoted triple",
        "stats",
        f"{REVIEW}:",
        "a quoted triple, which is not read here; fix",
        spoil=append(REVIEW, ":para-4 mh:hasTextFragment <<( :para-4 mh:hasNumber 4 )>> .\n"),
    ),
    bad_call(
        "no data left", "format --check {}/data/nowhere.trig", "nowhere.trig: no such file or folder; check the path"
    ),
    bad_call("a folder for a file", "format {}/data", "data: it is a folder; check the path"),
    bad_call(
        "RDF/XML",
        "format {}/data/sources/k.rdf",
        "k.rdf: a file that ends in '.rdf' is not read; give Turtle",
        spoil=write("data/sources/k.rdf", "<rdf:RDF/>"),
    ),
    bad_call("a text is no data", f"validate {{}}/{TEXT}", "does not fit FILE; expected a file below"),
    bad_call(
        "a graph and files",
        f"validate --graph g.ttl {{}}/{TEXT}",
        "--graph takes the place of FILES; give one of the two",
    ),
    bad_call(
        "no graph to validate", "validate --graph {}/nowhere.ttl", "nowhere.ttl: no such file or folder; check the path"
    ),
    bad_call(
        "a graph as JSON-LD",
        "validate --graph {}/g.jsonld",
        "g.jsonld: a file that ends in '.jsonld' is not read; give Turtle",
        spoil=write("g.jsonld", '{"@context": "http://127.0.0.1:1/"}'),
    ),
    bad_call("nothing to validate", "validate {}/nowhere", "nowhere: no such file; check the path"),
    bad_call(
        "shapes that do not parse",
        "validate",
        "shapes/own.ttl:1",
        "not valid RDF",
        spoil=write("shapes/own.ttl", "a <"),
    ),
    # names
    bad_call("unknown entity", "show nobody-of-this-name", "no entity is called 'nobody-of-this-name'; "),
    bad_call(
        "misspelt entity",
        "show riverside-helth-board",
        "'riverside-helth-board'; nearest: actor:riverside-health-board",
    ),
    bad_call(
        "ambiguous entity",
        "show Review␣of␣the␣Village␣Health␣Compact",
        "can mean 3 things; say which: instrument:valley-review, process:village-compact-review, valley-review",
    ),
    bad_call("no name", "show ''", "an argument is empty; write one, or leave it out; see", "--help"),
    bad_call("nothing to find", "find ␣", "an argument is empty; write one"),
    bad_call("no entity for a parameter", f"{ASK} nobody-of-this-name", "no provision or instrument is called"),
    bad_call("an entity of another class", f"{ASK} riverside-health-board", "no provision or instrument is called"),
    bad_call(
        "an ambiguous parameter", "query events-addressing --provision valley-review --provision objective", "objective"
    ),
    bad_call("a missing parameter", "query events-addressing", "a value is missing: The objective, action", "--help"),
    bad_call("unknown question", "query event-addressing", "'event-addressing'; did you mean events-addressing"),
    bad_call(
        "unknown ledger", f"{ASK} vhc-1 --ledger stated,guessed", "'stated,guessed' does not fit --ledger; expected one"
    ),
    bad_call("no ledger", f"{ASK} vhc-1 --ledger ,", "does not fit --ledger; expected one or more of stated"),
    bad_call("unknown format", "stats --format xml", "'xml' is not one of", "--help"),
    bad_call("unknown language", f"{ASK} vhc-1 --lang de", "'de' is not one of", "--help"),
    bad_call("unknown option", "stats --colour", "--colour", "--help"),
    bad_call("unknown command", "statistics", "'statistics'", "--help"),
    bad_call("no command", "source", "no command is given; see", "--help"),
    # questions and rules
    bad_call(
        "a header with an unknown key",
        "query own",
        f"{QUERY}:1: the header is wrong: ",
        "('colour' was unexpected); known: question",
        spoil=write(QUERY, "#+ colour: blue\nSELECT"),
    ),
    bad_call(
        "a header that is no YAML",
        "query own",
        f"{QUERY}:2: the header is not YAML",
        "; ",
        spoil=write(QUERY, "#+ question: [a\n#+ b: c\n"),
    ),
    bad_call(
        "a query without header", "query own", f"{QUERY}:1: no header; begin the file", spoil=write(QUERY, "SELECT")
    ),
    bad_call("a query that is not UTF-8", "query own", f"{QUERY}:1: not UTF-8 text; save", spoil=write(QUERY, b"\xff")),
    bad_call(
        "a rule with an unknown key",
        "stats",
        f"{RULE}:1: unknown key 'colour' in the header; known: label",
        spoil=write(RULE, "#+ colour: blue\n"),
    ),
    bad_call(
        "a rule of another form",
        "stats",
        f"{RULE}:2: a rule is CONSTRUCT",
        "; write it in that form",
        spoil=write(RULE, "#+ label: A rule.\nSELECT * WHERE { ?a ?b ?c }"),
    ),
    bad_call(
        "a rule with an unbound prefix",
        "stats",
        f"{RULE}: a rule holds plain triples only: ",
        "; write it without paths and filters",
        spoil=write(RULE, "#+ label: A rule.\nCONSTRUCT { ?a ?b ?c } WHERE { ?a nowhere:b ?c }"),
    ),
    bad_call(
        "a rule with a filter",
        "stats",
        f"{RULE}: a rule holds plain triples only: ",
        "; write it without paths and filters",
        spoil=write(RULE, "#+ label: A rule.\nCONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c FILTER(?a > 1) }"),
    ),
    # typed queries
    bad_call(
        "no such query",
        "sparql {}/nowhere.rq",
        "nowhere.rq' does not fit QUERY; expected a query, the name of a file",
    ),
    bad_call(
        "a query that does not parse", "sparql {}/x.rq", "the query does not parse", spoil=write("x.rq", "SELECT * {")
    ),
    bad_call("an empty query", "sparql {}/x.rq", "the query does not parse", spoil=write("x.rq", "")),
    bad_call(
        "a query in Latin-1", "sparql {}/x.rq", "expected a SPARQL query in UTF-8", spoil=write("x.rq", b"# caf\xe9")
    ),
    bad_call(
        "an update",
        "sparql {}/x.rq",
        "INSERT changes data; only SELECT",
        spoil=write("x.rq", "INSERT DATA { <a:a> <a:b> 1 }"),
    ),
    bad_call(
        "a prefix that nobody declared",
        "sparql {}/x.rq",
        "'ex:' is not declared (line 2)",
        spoil=write("x.rq", "ASK {\n?s a ex:a }"),
    ),
    bad_call(
        "a function of SQL",
        "sparql {}/x.rq",
        "LENGTH is no function",
        spoil=write("x.rq", "ASK { FILTER(LENGTH('a')) }"),
    ),
    bad_call(
        "a function of others",
        "sparql {}/x.rq",
        "the engine has no function <http://e/f>",
        spoil=write("x.rq", "ASK { FILTER(<http://e/f>(1)) }"),
    ),
    bad_call(
        "a function of others in a canned query",
        "query own",
        "the engine has no function <http://e/f>",
        spoil=write(QUERY, FOREIGN),
    ),
    bad_call(
        "another endpoint",
        "sparql {}/x.rq",
        "SERVICE is refused",
        "; load the other data",
        spoil=write("x.rq", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"),
    ),
    bad_call(
        "no number of seconds", "sparql --seconds nan {}/x.rq", "'nan' is not a number", "--help", spoil=ASK_NOTHING
    ),
    bad_call("seconds without end", "sparql --seconds inf {}/x.rq", "inf is not in the range", spoil=ASK_NOTHING),
    bad_call("seconds for ever", "sparql --seconds 1e308 {}/x.rq", "1e+308 is not in the range", spoil=ASK_NOTHING),
    bad_call(
        "more memory than there is", "sparql --memory 9999999999999 {}/x.rq", "is not in the range", spoil=ASK_NOTHING
    ),
    bad_call("no resolution", "analyze communities --resolution nan", "'nan' is not a number"),
    bad_call("no time", "sparql --seconds 0 {}/x.rq", "--seconds", "--help", spoil=ASK_NOTHING),
    # writing
    bad_call("a file as a folder", f"build --out {{}}/{TEXT}", f"{TEXT}: cannot write", "; choose another target"),
    bad_call(
        "a file in the way", f"build --out {{}}/{TEXT}/below", "cannot write: a part of the path", "; choose another"
    ),
    bad_call(
        "a folder in the way",
        "build --out {}/dist",
        "cannot write: it is a folder; choose another target",
        spoil=lambda root: (root / "dist" / "mhgraph.ttl").mkdir(parents=True),
    ),
    bad_call(
        "where nobody may write",
        "build --out /proc/mhgraph",
        "/proc/mhgraph",
        "cannot write",
        "; choose another target",
    ),
    bad_call(
        "a source that exists", f"source new valley-review --text {{}}/{TEXT} --title A", "valley-review.trig: exists"
    ),
    bad_call(
        "a key that is no slug",
        f"source new Valley --text {{}}/{TEXT} --title A",
        "'Valley' does not fit KEY; expected",
    ),
    bad_call("no title", f"{NEW} --title ''", "the value of --title is empty; write one, or leave it out"),
    bad_call("a title in parts", f"{NEW} --title=␣", "the value of --title is empty; write one"),
    bad_call("no publisher", f"{NEW} --title A --publisher ''", "the value of --publisher is empty; write one"),
    bad_call("no address", f"{NEW} --title A --address=", "the value of --address is empty; write one"),
    bad_call("no folder", "build --out ''", "the value of --out is empty; write one"),
    bad_call("no root", "--root '' stats", "the value of --root is empty; write one"),
    bad_call("nothing to check", "validate ''", "an argument is empty; write one"),
    bad_call("a title without end", f"{NEW} --title A{'a' * 1_001}B", "expected a title of at most 1,000"),
    bad_call("a key without end", f"source new {'k' * 101} --text {{}}/{TEXT} --title A", "does not fit KEY; expected"),
    bad_call(
        "an address without end",
        f"{NEW} --title A --address https://e.org/{'a' * 2_000}",
        "does not fit --address; exp",
    ),
    bad_call(
        "a language without end", f"{NEW} --title A --lang en{'-aaaaaaaa' * 250}", "does not fit --lang; expected"
    ),
    bad_call("a name without end", f"show {'a' * 3_000}", "expected at most 2,000 characters"),
    bad_call("words without end", f"find {'a' * 3_000}", "expected at most 2,000 characters"),
    bad_call(
        "no such text", "source new k --text {}/nowhere.txt --title A", "nowhere.txt: no such file or folder; check"
    ),
    bad_call(
        "a text without a paragraph",
        "source new k --text {}/x.txt --title A",
        "expected a text with at least one",
        spoil=write("x.txt", " \n\n"),
    ),
    bad_call(
        "a text in Latin-1",
        "source new k --text {}/x.txt --title A",
        "x.txt: not UTF-8 text, and nothing tells what else it is; save it as UTF-8",
        spoil=write("x.txt", b"one\ncaf\xe9"),
    ),
    bad_call("a language that is none", f"{NEW} --title A --lang e␣n", "expected a code of two letters"),
    bad_call(
        "an address that is none", f"{NEW} --title A --address no␣iri", "does not fit --address; expected an address"
    ),
    bad_call("an unknown publisher", f"{NEW} --title A --publisher nobody-of-this-name", "no body is called"),
    # texts
    bad_call("no folder of texts", "verify {}/nowhere", "nowhere: no such folder; name the folder"),
    bad_call("a file of texts", f"verify {{}}/{TEXT}", "no such folder; name the folder"),
    bad_call("a folder without texts", "verify {}/data", "data: no text (*.txt) in this folder; name the folder"),
]


def listing(root: Path) -> dict[str, bytes]:
    """Return every file and folder below a root, with what is in it."""
    return {
        str(path.relative_to(root)): path.read_bytes() if path.is_file() else b"" for path in sorted(root.rglob("*"))
    }


@pytest.mark.parametrize("bad", CALLS, ids=[bad.name for bad in CALLS])
def test_a_bad_call_is_one_line(bad: BadCall, small_copy: Project, call: Call) -> None:
    root = small_copy.root
    if bad.spoil:
        bad.spoil(root)
    before = listing(root)
    arguments = [part.replace("{}", str(root)).replace("''", "") for part in bad.arguments]
    ended = call(*arguments, root=root)
    assert ended.complaint.startswith("mhgraph: ")
    for part in bad.says:
        assert part in ended.complaint
    assert ended.code == 2
    assert ended.stdout == ""
    assert listing(root) == before


def test_every_call_has_a_name_of_its_own() -> None:
    assert len({bad.name for bad in CALLS}) == len(CALLS) > 50


@pytest.mark.parametrize("bad", [SYNTAX, LATIN, append(REVIEW, "\n\n# aside\n")], ids=["syntax", "bytes", "comment"])
def test_the_line_is_that_of_the_fault(bad: Spoil, small_copy: Project, call: Call) -> None:
    text = (small_copy.root / REVIEW).read_text(encoding="utf-8")
    bad(small_copy.root)
    match = re.search(r"\.trig:(\d+): ", call("format", root=small_copy.root).complaint)
    assert match is not None
    assert 0 < int(match[1]) - text.count("\n") <= 3


@pytest.mark.parametrize("root", ["nowhere", "data/sources", "texts/valley-review.txt"])
def test_a_root_that_is_no_project(root: str, small_copy: Project, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_copy.root.parent)
    ended = call("--root", small_copy.root / root, "stats", root=None)
    assert ended.complaint.endswith("no mhgraph project here; a project has ontology/mhgraph.ttl and data/")
    assert ended.code == 2


@pytest.mark.parametrize("command", [["show", "village-compact-launch"], ["stats"], ["query"]], ids=" ".join)
def test_a_pipe_that_closes(command: list[str], small_copy: Project) -> None:
    read, write_end = os.pipe()
    os.close(read)
    ended = subprocess.run(
        [sys.executable, "-m", "mhgraph", "--root", small_copy.root, *command],
        stdout=write_end,
        stderr=subprocess.PIPE,
        cwd=REPOSITORY,
        timeout=60,
        check=False,
    )
    os.close(write_end)
    assert ended.stderr == b"mhgraph: the reader of the output closed it before the end; write to a file instead\n"
    assert ended.returncode == 2


@pytest.mark.parametrize("command", [["show", "village-compact-launch"], ["stats"], ["validate"]], ids=" ".join)
def test_a_device_that_is_full(command: list[str], small_copy: Project) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "mhgraph", "--root", small_copy.root, *command],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=REPOSITORY,
            timeout=60,
            check=False,
        )
    last = ended.stderr.decode().splitlines()[-1]
    assert last == "mhgraph: cannot write the output: no space left on device"
    assert ended.returncode == 2


def test_debug_shows_where_it_went_wrong(small_copy: Project, call: Call) -> None:
    ended = call("--debug", "show", "nobody-of-this-name", root=small_copy.root)
    assert f"mhgraph: root {small_copy.root}" in ended.stderr
    assert "Traceback" in ended.stderr
    assert ended.code == 2
