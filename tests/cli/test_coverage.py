"""`mhgraph coverage`."""

from __future__ import annotations

import json
import re

import pytest

from mhgraph.model import LEAVES_OUT
from mhgraph.namespaces import to_curie
from mhgraph.project.folders import Project
from mhgraph.tables import FORMATS
from tests.cli.conftest import Call

NOTICE = "riverside-launch-notice"


def read_row(text: str) -> dict[str, object]:
    """Return the row of the notice."""
    [found] = [row for row in json.loads(text) if row["source"] == NOTICE]
    assert isinstance(found, dict)
    return found


@pytest.fixture
def unread(small_copy: Project) -> Project:
    """A project in which paragraph 9 of the notice is unread."""
    path = small_copy.root / "data" / "sources" / f"{NOTICE}.trig"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index(":p09 {")] + text[text.index(":p10 a ") :], encoding="utf-8")
    return small_copy


@pytest.mark.parametrize("form", FORMATS)
def test_coverage_in_every_format(call: Call, form: str) -> None:
    ended = call("coverage", "--format", form)
    assert (ended.code, ended.stderr) == (0, "")
    assert "read whole" in ended.stdout


def test_unread_paragraphs_are_no(call: Call, unread: Project) -> None:
    ended = call("coverage", "--format", "json", root=unread.root)
    assert ended.code == 1
    assert read_row(ended.stdout)["remark"] == "unread: p09"


def test_what_is_left_out_of_a_passage_is_owned_up_to(call: Call, small_copy: Project) -> None:
    path = small_copy.root / "data" / "sources" / f"{NOTICE}.trig"
    leaves_out = f"{to_curie(LEAVES_OUT.value)} concept:nothing-out-of-scope ;"
    before = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^:p09 a [\w:]+ ;$", rf"\g<0>\n\t{leaves_out}", before), encoding="utf-8")
    ended = call("coverage", "--format", "json", root=small_copy.root)
    assert ended.code == 0
    row = read_row(ended.stdout)
    assert (row["passages"], row["read"], row["in part"], row["with nothing"]) == (12, 8, 1, 4)
