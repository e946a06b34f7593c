"""`mhgraph cite`: footnotes, and the documents for BibTeX."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from mhgraph.cli.cite import _write_entry
from mhgraph.graph import BaseGraph
from mhgraph.graph.references import Reference
from tests.cli.conftest import Call
from tests.conftest import SMALL

SOURCES = sorted(path.stem for path in (SMALL / "data" / "sources").glob("*.trig"))


def test_a_passage_is_a_footnote(call: Call, small: BaseGraph) -> None:
    ended = call("cite", "valley-review#para-12-b")
    assert (ended.code, ended.stderr) == (0, "")
    [reference] = small.cite(["https://w3id.org/mhgraph/source/valley-review#para-12-b"]).values()
    assert ended.stdout == f"{reference}\n"
    assert "Valley" in ended.stdout


def test_a_name_is_that_of_a_document_first(call: Call) -> None:
    """An instrument has the name of its document."""
    ended = call("cite", "valley-review", "--format", "csv")
    assert [row["passage"] for row in csv.DictReader(io.StringIO(ended.stdout))] == [
        "https://w3id.org/mhgraph/source/valley-review"
    ]


def test_of_a_thing_every_passage_is_cited_that_says_something_of_it(call: Call) -> None:
    every = call("cite", "VHC", "--format", "csv")
    assert every.complaint == "mhgraph: VHC: Village Health Compact (instrument:village-health-compact)"
    stated = call("cite", "village-health-compact", "--format", "csv", "--ledger", "stated")
    passages = [row["passage"] for row in csv.DictReader(io.StringIO(every.stdout))]
    assert len(passages) == len(set(passages)) > len(stated.stdout.splitlines()) - 1 > 0


def test_what_nothing_is_said_of_has_no_reference(call: Call) -> None:
    ended = call("cite", "topic", "--ledger", "stated")
    assert (ended.code, ended.stdout) == (0, "")
    assert ended.complaint == "mhgraph: no passage in the chosen ledgers says anything of it"


def test_without_a_name_every_document_is_cited(call: Call) -> None:
    assert len(call("cite").stdout.splitlines()) == len(SOURCES)
    entries = re.findall(r"^@misc\{(.*),$", call("cite", "--format", "bib").stdout, re.MULTILINE)
    assert entries == SOURCES


def test_the_ending_says_that_they_are_for_bibtex(call: Call, tmp_path: Path) -> None:
    assert call("cite", "VHC", "--out", tmp_path / "a.bib").code == 0
    entries = re.findall(r"^@misc\{(.*),$", (tmp_path / "a.bib").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(entries) < set(SOURCES)
    assert len(entries) == len(set(entries)) > 1


def test_an_entry_holds_whatever_stands_in_a_text() -> None:
    reference = Reference("A & {B}", "50 % \\input{x} $y$ #1_~^", "1851-07", "", "https://e.example/a%20{b}", "0.2.0")
    assert _write_entry("https://w3id.org/mhgraph/source/key", reference) == (
        "@misc{key,\n"
        "  author = {{A \\& (B)}},\n"
        "  title = {{50 \\% \\textbackslash{}input(x) \\$y\\$ \\#1\\_\\textasciitilde{}\\textasciicircum{}}},\n"
        "  year = {1851},\n"
        "  month = jul,\n"
        "  url = {https://e.example/a%20b},\n"
        "  note = {mhgraph data 0.2.0},\n"
        "}\n"
    )


@pytest.mark.parametrize("name", ["nobody-knows", "valley-review#para-99"])
def test_what_there_is_not_is_said(call: Call, name: str) -> None:
    ended = call("cite", name)
    assert (ended.code, ended.stdout) == (2, "")
    assert name in ended.complaint
