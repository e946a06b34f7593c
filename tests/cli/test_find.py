"""`mhgraph find`."""

from __future__ import annotations

import csv
import io

import pytest

from mhgraph.model import PERSON
from mhgraph.namespaces import to_curie
from mhgraph.tables import FORMATS
from tests.cli.conftest import Call


def test_finding(call: Call) -> None:
    ended = call("find", "eau", "de", "puits", "--format", "csv")
    assert ended.code == 0
    header, first, *_ = csv.reader(io.StringIO(ended.stdout))
    assert header == ["entity", "class", "name"]
    assert first == ["https://w3id.org/mhgraph/concept/topic-well-water", "skos:Concept", "Eau de puits"]


def test_finding_shows_short_names_to_people(call: Call) -> None:
    assert call("find", "mara", "venn").stdout.splitlines()[2].split()[:2] == [
        "person:mara-venn",
        to_curie(PERSON.value),
    ]


@pytest.mark.parametrize("words", ["meeting at the mill", "valley-review-mill-meeting"])
def test_what_was_merged_is_found_under_its_other_names(call: Call, words: str) -> None:
    _, first, *_ = csv.reader(io.StringIO(call("find", words, "--format", "csv").stdout))
    assert first[0] == "https://w3id.org/mhgraph/event/village-compact-launch"


def test_nothing_found_is_no(call: Call) -> None:
    ended = call("find", "zzz\x1b[31m", "qqq")
    assert (ended.code, ended.stdout) == (1, "")
    assert ended.complaint == "mhgraph: nothing is called 'zzz\ufffd[31m qqq'; try fewer or other words"


def test_finding_too_much_says_how_much_more(call: Call) -> None:
    ended = call("find", "village", "--limit", "2")
    assert len(ended.stdout.splitlines()) == 4
    assert ended.complaint.endswith(" more; see --limit")


@pytest.mark.parametrize("form", FORMATS)
def test_finding_in_every_format(call: Call, form: str) -> None:
    ended = call("find", "boat", "--format", form)
    assert ended.code == 0
    assert "clinic-boat" in ended.stdout
