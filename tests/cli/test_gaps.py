"""Tests: `mhgraph gaps`."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from mhgraph.cli.gaps import KINDS
from mhgraph.tables import FORMATS
from tests.cli.conftest import Call
from tests.conftest import SMALL


def rows(call: Call, *arguments: str) -> list[dict[str, Any]]:
    ended = call("gaps", "--format", "json", *arguments)
    assert ended.code == 0
    found = json.loads(ended.stdout)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_works_and_says_among_how_many_it_was_looked(call: Call, form: str) -> None:
    ended = call("gaps", "--format", form)
    assert ended.code == 0
    assert "without follow-up" in ended.stdout
    assert re.search(r"recommendation without follow-up: \d+ of \d+, in these documents", ended.stderr)
    sources = len(list((SMALL / "data" / "sources").glob("*.trig")))
    assert f"{sources} sources, data of 2031-06-02, ledgers: stated, indexed, judged, inferred" in ended.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_asked_for_and_none_is_an_error(call: Call, kind: str) -> None:
    assert isinstance(rows(call, "--of", kind), list)


def test_a_row_tells_the_gap_the_thing_what_is_known_and_the_passages(call: Call) -> None:
    [row] = rows(call, "--of", "sources")
    assert row == {
        "gap": "source without an address",
        "entity": "https://w3id.org/mhgraph/source/valley-review",
        "label": "Review of the Village Health Compact",
        "known": ["publisher: Valley Health Network"],
        "passage": [],
    }


def test_several_kinds_are_told_together(call: Call) -> None:
    found = {row["gap"] for row in rows(call, "--of", "sources", "--of", "fields")}
    assert found == {"source without an address", "field whose value was lost"}


def test_ledgers_that_are_left_out_leave_gaps(call: Call) -> None:
    assert len(rows(call, "--of", "recommendations", "--ledger", "stated")) > len(rows(call, "--of", "recommendations"))


def test_what_is_known_is_told_in_the_language(call: Call) -> None:
    found = rows(call, "--of", "events", "--lang", "fr")
    assert any("fait partie de l'événement" in known for row in found for known in row["known"])


def test_another_kind_is_refused(call: Call) -> None:
    ended = call("gaps", "--of", "everything")
    assert ended.code == 2
    assert "events" in ended.complaint
