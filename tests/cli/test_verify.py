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
    assert {row["what"] for row in json.loads(ended.stdout)} == {"clean"}


def test_texts_that_do_not(call: Call, tmp_path: Path) -> None:
    texts = shutil.copytree(SMALL / "texts", tmp_path / "texts")
    path = texts / "riverside-launch-notice.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("2 April", "3 April"), encoding="utf-8")
    (texts / "valley-review.txt").unlink()
    (texts / "sub").mkdir()
    (texts / "sub" / "other.txt").write_text("Something else.\n", encoding="utf-8")
    ended = call("verify", texts, "--format", "json")
    assert ended.code == 1
    looked_at = {"riverside-launch-notice", "valley-register-launch", "valley-review", "village-health-compact", None}
    rows = [tuple(row.values()) for row in json.loads(ended.stdout) if row["source"] in looked_at]
    assert rows == [
        ("riverside-launch-notice", path.name, None, "differs", "11 same, 1 differs"),
        ("riverside-launch-notice", path.name, "p03", "differs", "paragraph 3 differs, now paragraph 3"),
        ("valley-register-launch", "valley-register-launch.txt", None, "clean", "every digest matches (12)"),
        ("valley-review", None, None, "not at hand", "not checked"),
        ("village-health-compact", "village-health-compact.txt", None, "clean", "every digest matches (5)"),
        (None, "sub/other.txt", None, "no source", "it belongs to no source"),
    ]


def test_texts_of_no_source_are_one_line_for_people(call: Call, tmp_path: Path) -> None:
    texts = shutil.copytree(SMALL / "texts", tmp_path / "texts")
    for name in ("a", "b"):
        (texts / f"{name}.txt").write_text(f"Something else: {name}.\n", encoding="utf-8")
    ended = call("verify", texts)
    assert ended.code == 0
    assert ended.stdout.splitlines()[-1].split("  ")[-1] == "it belongs to no source: a.txt, b.txt"


def test_nothing_to_compare(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Something else.\n", encoding="utf-8")
    ended = call("verify", tmp_path)
    assert ended.code == 1
    assert ended.complaint == "mhgraph: nothing was compared: no text in the folder belongs to a source"


def test_texts_that_belong_to_nothing(call: Call, tmp_path: Path) -> None:
    (tmp_path / "shopping.txt").write_text("Bread\nWater\n", encoding="utf-8")
    ended = call("verify", tmp_path, "--format", "json")
    assert ended.code == 1
    assert {row["text"]: row["result"] for row in json.loads(ended.stdout)} == {
        "shopping.txt": "it belongs to no source",
        None: "not checked",
    }


def test_a_missing_folder(call: Call, tmp_path: Path) -> None:
    ended = call("verify", tmp_path / "none")
    assert (ended.code, ended.stdout) == (2, "")
    assert ended.complaint == f"mhgraph: {tmp_path / 'none'}: no such folder; name the folder that holds the texts"
