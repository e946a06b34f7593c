"""`mhgraph verify`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.cli.conftest import Call
from tests.conftest import SMALL


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
        "village-health-compact.txt": ("village-health-compact", "every digest matches"),
        "valley-review.txt": ("no source", "this text belongs to no source"),
    }


def test_a_missing_folder(call: Call, tmp_path: Path) -> None:
    ended = call("verify", tmp_path / "none")
    assert (ended.code, ended.stdout) == (2, "")
    assert ended.complaint == f"mhgraph: {tmp_path / 'none'}: no such folder; name the folder that holds the texts"
