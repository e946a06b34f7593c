"""`mhgraph coverage` and `mhgraph verify`: what they print, and how they end."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mhgraph.project.folders import Project
from mhgraph.tables.table import FORMATS
from tests.cli.conftest import Call
from tests.conftest import SMALL


@pytest.fixture
def unread(small_copy: Project) -> Project:
    """A project in which paragraph 9 of the notice is unread."""
    path = small_copy.sources[0]
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index(":p09 {")] + text[text.index(":p10 {") :], encoding="utf-8")
    return small_copy


@pytest.mark.parametrize("form", FORMATS)
def test_coverage_in_every_format(call: Call, form: str) -> None:
    ended = call("coverage", "--format", form)
    assert (ended.code, ended.stderr) == (0, "")
    assert "read whole" in ended.stdout


def test_unread_paragraphs_are_no(call: Call, unread: Project) -> None:
    ended = call("coverage", "--format", "json", root=unread.root)
    assert ended.code == 1
    assert json.loads(ended.stdout)[0]["remark"] == "unread: p09"


def test_texts_that_match(call: Call) -> None:
    ended = call("verify", SMALL / "texts", "--format", "json")
    assert (ended.code, ended.stderr) == (0, "")
    assert {row["result"] for row in json.loads(ended.stdout)} == {"every digest matches"}


def test_texts_that_do_not(call: Call, tmp_path: Path) -> None:
    texts = shutil.copytree(SMALL / "texts", tmp_path / "texts")
    path = texts / "riverside-launch-notice.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("2 April", "3 April"), encoding="utf-8")
    (texts / "valley-review.txt").write_text("Something else.\n", encoding="utf-8")
    ended = call("verify", texts, "--format", "json")
    assert ended.code == 1
    rows = {row["text"]: (row["source"], row["result"]) for row in json.loads(ended.stdout)}
    assert rows == {
        "riverside-launch-notice.txt": ("riverside-launch-notice", "paragraph 3 differs"),
        "valley-register-launch.txt": ("valley-register-launch", "every digest matches"),
        "not at hand": ("valley-review", "not checked"),
        "valley-review.txt": ("no source", "this text belongs to no source"),
    }


def test_a_missing_folder(call: Call, tmp_path: Path) -> None:
    ended = call("verify", tmp_path / "none")
    assert (ended.code, ended.stdout) == (2, "")
    assert ended.complaint == f"mhgraph: {tmp_path / 'none'}: no such folder; name the folder that holds the texts"
