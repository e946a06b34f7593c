"""`mhgraph query`."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from mhgraph.tables import FORMATS
from tests.cli.conftest import Call
from tests.conftest import SMALL
from tests.questions.cases import QUERIES, ask_in_three

NAMES = [path.stem for path in QUERIES]
SOURCES = len(list((SMALL / "data" / "sources").glob("*.trig")))


def test_without_a_question_they_are_listed_by_theme(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ended = call("query")
    assert ended.code == 0
    assert re.findall(r"^  ([a-z-]+)  ", ended.stdout, re.MULTILINE) == NAMES
    assert re.findall(r"^(\w+):$", ended.stdout, re.MULTILINE) == sorted(
        {path.parent.name.capitalize() for path in QUERIES}
    )
    assert "What has a body, person, event or text recommended, and to whom?" in " ".join(ended.stdout.split())
    assert all(len(line) <= 80 for line in ended.stdout.splitlines())
    assert ended.complaint.startswith(f"mhgraph: {len(NAMES)} questions; 'mhgraph query QUESTION --help' says")


def test_questions_are_listed_for_programs(call: Call) -> None:
    records = json.loads(call("query", "--format", "json", "--lang", "fr").stdout)
    assert [record["question"] for record in records] == NAMES
    assert records[0]["answers"].startswith("Quels documents")


def test_questions_are_searched_in_every_language(call: Call) -> None:
    for words in ("recommended whom", "recommandé"):
        assert "recommendations-by-issuer" in call("query", "--search", words).stdout
    ended = call("query", "--search", "xyzzy")
    assert (ended.code, ended.stdout) == (0, "")
    assert ended.complaint == "mhgraph: no question has these words; try others, or leave --search out"


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_help(call: Call, name: str) -> None:
    ended = call("query", name, "--help")
    assert ended.code == 0
    assert "?\n" in ended.stdout
    assert "Columns of the answer:\n" in ended.stdout
    assert all(option in ended.stdout for option in ("--ledger", "--format", "--lang"))


def test_help_shows_the_options_of_the_header(call: Call) -> None:
    text = " ".join(call("query", "positions", "--help").stdout.split())
    assert "--holder ENTITY Only those of this holder, or in this text or event. (several: any of them)" in text
    assert "--topic CONCEPT" in text
    assert "[required]" in call("query", "events-addressing", "--help").stdout


def test_choices_and_defaults_are_shown(call: Call, small_copy: object) -> None:
    from mhgraph.project.folders import Project

    assert isinstance(small_copy, Project)
    (small_copy.root / "queries" / "numbers.rq").write_text(
        f"""{ask_in_three("Which number?")}"""
        """\
#+ parameters:
#+   - {name: least_one, type: integer, default: 3, description: A number.}
#+   - {name: order, type: choice, choices: [up, down], description: Which way.}
#+ columns: [{name: least_one, type: number, description: The number.}]
SELECT DISTINCT ?least_one WHERE {
  VALUES ?least_one { 1 } # parameter least_one
  VALUES ?order { "up" } # parameter order
  FILTER(STRLEN(?order) <= ?least_one) # parameter order
  FILTER(?least_one > 0)
}
ORDER BY ?least_one
""",
        encoding="utf-8",
    )
    text = " ".join(call("query", "numbers", "--help", root=small_copy.root).stdout.split())
    assert "--least-one N A number. (several: any of them) [default: 3]" in text
    assert "--order up|down Which way." in text
    ended = call("query", "numbers", "--least-one", "7", "--least-one", "5", "--format", "csv", root=small_copy.root)
    assert ended.stdout == "least_one\n5\n7\n"
    assert call("query", "numbers", "--format", "csv", root=small_copy.root).stdout == "least_one\n3\n"


@pytest.mark.parametrize("form", FORMATS)
def test_every_format(call: Call, form: str) -> None:
    ended = call("query", "promises", "--instrument", "instrument:valley-review", "--format", form)
    is_for_people = form in ("table", "md")
    summary = "mhgraph: 1 row: the document says so; --evidence shows why, --wide all columns\n"
    assert (ended.code, ended.stderr) == (0, summary if is_for_people else "")
    text = ended.stdout
    iri = "https://w3id.org/mhgraph/commitment/second-boat"
    if form in ("csv", "tsv"):
        header, row = csv.reader(io.StringIO(text), delimiter="," if form == "csv" else "\t")
        assert dict(zip(header, row, strict=True))["promise"] == iri
    elif form in ("json", "jsonl"):
        record = json.loads(text)[0] if form == "json" else json.loads(text)
        assert record["promise"] == iri
        assert record["deadline"] == ["2033"]
    else:
        assert "Another boat for the islands" in text
        assert "Lakeside Village Council" in " ".join(text.split())


def test_labels_in_another_language(call: Call) -> None:
    question = ("query", "events-addressing", "vhc-1", "--format", "md")
    english, french = call(*question).stdout, call(*question, "--lang", "fr").stdout
    assert "Launch of the Village Health Compact" in english
    assert "Lancement du Pacte de santé des villages" in french
    assert "Conseil de santé de Riverside" in french


def test_several_values(call: Call) -> None:
    def ask(*roles: str) -> list[str]:
        given = [word for role in roles for word in ("--role", role)]
        return call("query", "speakers", *given, "--format", "csv").stdout.splitlines()[1:]

    chairs, speakers = ask("chair"), ask("speaker")
    assert chairs
    assert speakers
    assert sorted(ask("chair", "speaker")) == sorted([*chairs, *speakers])


def test_an_empty_answer_says_why(call: Call) -> None:
    ended = call("query", "events-addressing", "--provision", "vhc-1a")
    assert (ended.code, ended.stdout) == (0, "")
    assert ended.complaint == (
        f"mhgraph: no rows: none of the {SOURCES} sources read says so "
        "(ledgers: stated, indexed, judged, inferred); that does not mean it did not happen"
    )


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (
            ["recommendations-on", "--subject", "vhc-2", "--ledger", "stated"],
            "no rows: nothing is stated; with all ledgers, 1 row rests on what is indexed or judged or inferred",
        ),
        (
            ["recommendations-on", "--subject", "village-health-compact", "--ledger", "inferred"],
            "no rows: nothing is inferred; with all ledgers, 5 rows rest on what is stated or indexed or judged",
        ),
        (
            ["events-addressing", "--provision", "vhc-1a", "--ledger", "stated,judged"],
            f"no rows: none of the {SOURCES} sources read says so (ledgers: stated, judged); "
            "that does not mean it did not happen",
        ),
    ],
)
def test_an_answer_that_is_empty_for_its_ledgers_says_so(call: Call, arguments: list[str], reason: str) -> None:
    ended = call("query", *arguments)
    assert ended.code == 0
    assert ended.complaint == f"mhgraph: {reason}"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["eventz-addressing"], "no question is called 'eventz-addressing'; did you mean events-addressing, "),
        (["events-addressing"], "a value is missing: The objective, action or other provision, or "),
        (["events-addressing", "vhc-1", "--provision", "vhc-2"], "provision is given twice; leave one of the two out"),
        (["events-addressing", "--provison", "x"], "No such option"),
        (["events-addressing", "--provision", "vhc-9"], "no provision or instrument is called 'vhc-9'; nearest: "),
        (["speakers", "--role", "king"], "no role is called 'king'"),
        (["speakers", "extra"], "Got unexpected extra argument"),
    ],
)
def test_wrong_questions(call: Call, arguments: list[str], complaint: str) -> None:
    ended = call("query", *arguments)
    assert (ended.code, ended.stdout) == (2, "")
    assert ended.complaint.startswith(f"mhgraph: {complaint}")
