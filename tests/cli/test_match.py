"""Tests: `mhgraph match`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mhgraph.project.folders import Project
from mhgraph.tables import FORMATS
from tests.cli.conftest import Call
from tests.conftest import SMALL


@pytest.fixture
def unmerged(tmp_path: Path) -> Path:
    """The small project without the judgement that the review tells of the Board's call."""
    root = tmp_path / "project"
    shutil.copytree(SMALL, root)
    path = root / "data" / "judgements" / "riverside-launch-notice.trig"
    text = path.read_text(encoding="utf-8")
    blocks = [block for block in text.split("\n\n") if not block.startswith("judgement:review-tells-of-the-call")]
    path.write_text("\n\n".join(blocks), encoding="utf-8")
    return root


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_works(form: str, call: Call, unmerged: Path) -> None:
    ended = call("--root", str(unmerged), "match", "--format", form)
    assert ended.code == 0
    assert "test-wells" in ended.stdout


def test_a_row_tells_both_what_speaks_for_them_and_what_against(call: Call, unmerged: Path) -> None:
    ended = call("--root", str(unmerged), "match", "--kind", "rec", "--format", "json")
    [row] = [row for row in json.loads(ended.stdout) if row["entity"].endswith("/test-wells")]
    assert (row["entity"], row["other"]) == (
        "https://w3id.org/mhgraph/rec/test-wells",
        "https://w3id.org/mhgraph/rec/valley-review-test-wells",
    )
    assert row["other_label"] == "Test the wells two times a year, as the Board asked"
    assert "is issued by: Riverside Health Board – both" in row["for"]
    assert row["against"] == []


def test_what_is_merged_is_not_proposed_and_nothing_is_an_answer(call: Call) -> None:
    assert "rec:test-wells" not in call("match").stdout
    ended = call("match", "--kind", "person")
    assert (ended.code, ended.stdout) == (0, "")
    assert ended.stderr == "mhgraph: no two names look like one thing\n"


def test_more_than_the_limit_are_counted(call: Call, shipped: Project) -> None:
    ended = call("--root", str(shipped.root), "match", "--limit", "1", "--format", "csv")
    assert len(ended.stdout.splitlines()) == 2
    assert "more; see --limit" in ended.stderr


def test_an_unknown_kind_is_one_line(call: Call) -> None:
    ended = call("match", "--kind", "evnt")
    assert ended.code == 2
    assert "--kind" in ended.complaint
