"""`mhgraph find`."""

from __future__ import annotations

import csv
import io

import pytest

from mhgraph.model import PERSON
from mhgraph.namespaces import PREFIXES, to_curie
from mhgraph.tables import FORMATS
from tests.cli.conftest import Call


def test_finding(call: Call) -> None:
    ended = call("find", "eau", "de", "puits", "--format", "csv")
    assert ended.code == 0
    header, first, *_ = csv.reader(io.StringIO(ended.stdout))
    assert header == ["entity", "class", "name"]
    assert first == ["https://w3id.org/mhgraph/concept/topic-well-water", "skos:Concept", "Well water (Eau de puits)"]


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


def test_the_concepts_of_a_scheme_with_what_they_mean(call: Call) -> None:
    ended = call("find", "--scheme", "topic", "--format", "csv")
    assert (ended.code, ended.stderr) == (0, "")
    header, *rows = csv.reader(io.StringIO(ended.stdout))
    assert header == ["concept", "broader", "name", "definition"]
    assert len(rows) > 20
    names = [row[0] for row in rows]
    assert f"{PREFIXES['concept']}topic-well-water" in names
    under = {row[0]: row[1].split("; ")[0] for row in rows if row[1]}
    assert under
    assert all(names.index(above) < names.index(name) for name, above in under.items())


def test_the_concepts_of_a_scheme_that_are_near_words(call: Call) -> None:
    ended = call("find", "--scheme", "topic", "--format", "csv", "--limit", "1", "well", "water")
    _, row = csv.reader(io.StringIO(ended.stdout))
    assert row[2] == "Well water"
    assert call("find", "--scheme", "mode", "zzz", "qqq").code == 1


def test_a_scheme_that_nobody_knows_is_refused_with_the_nearest(call: Call) -> None:
    ended = call("find", "--scheme", "toppic")
    assert ended.code == 2
    assert ended.complaint == "mhgraph: no scheme is called 'toppic'; nearest: scheme:topic"


def test_to_find_something_takes_words_or_a_scheme(call: Call) -> None:
    ended = call("find")
    assert ended.code == 2
    assert "give some, or --scheme" in ended.complaint
