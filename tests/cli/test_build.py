"""`mhgraph build`."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.project.folders import Project
from tests.cli.conftest import Call

NAMES = ["README.txt", "mhgraph-stated.ttl", "mhgraph-union.nq", "mhgraph.nq", "mhgraph.trig", "mhgraph.ttl"]


def test_building_says_what_was_written(call: Call, tmp_path: Path) -> None:
    ended = call("build", "--out", tmp_path / "dist")
    assert (ended.code, ended.stderr) == (0, "")
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == NAMES
    for path in (tmp_path / "dist").iterdir():
        assert f"{path}  " in ended.stdout
        assert str(path.stat().st_size) in ended.stdout


def test_what_is_asked_for_comes_too(call: Call, tmp_path: Path) -> None:
    ended = call("build", "--out", tmp_path / "dist", "--with", "owl", "--with", "tables")
    assert ended.code == 0
    written = {path.name for path in (tmp_path / "dist").iterdir()}
    assert {*NAMES, "mhgraph.owl", "codebook.csv", "table-statements.csv", "table-event.csv"} < written
    assert "mhgraph.jsonld" not in written
    assert not any(name.endswith(".parquet") for name in written)
    ended = call("build", "--out", tmp_path / "dist", "--with", "xlsx")
    assert ended.code == 2
    assert "'xlsx'" in ended.stderr
    assert {path.name for path in (tmp_path / "dist").iterdir()} == written


def test_the_folder_is_dist_unless_named(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("build").code == 0
    assert (tmp_path / "dist" / "mhgraph.ttl").is_file()


def test_building_chosen_ledgers(call: Call, tmp_path: Path) -> None:
    assert call("build", "--out", tmp_path, "--ledger", "stated").code == 0
    text = (tmp_path / "mhgraph.trig").read_text(encoding="utf-8")
    assert '"Ledgers: stated. Made with mhgraph' in text
    assert "a mh:Passage" in text
    assert "a mh:Judgement" not in text
    assert "a mh:Rule" not in text
    assert "a mh:Derivation" not in text


def test_a_target_that_cannot_be_written(call: Call, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = call("build", "--out", tmp_path / "file")
    assert ended.code == 2
    assert ended.complaint == (
        f"mhgraph: {tmp_path / 'file'}: cannot write: a part of the path is not a folder; choose another target"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_release_takes_the_place_of_the_other_and_of_nothing_else(call: Call, tmp_path: Path) -> None:
    assert call("build", "--out", tmp_path / "dist", "--ledger", "stated").code == 0
    (tmp_path / "dist" / "network.html").write_text("mine", encoding="utf-8")
    (tmp_path / "dist" / "mhgraph-own.csv").write_text("mine", encoding="utf-8")
    assert call("build", "--out", tmp_path / "dist").code == 0
    assert "Ledgers: stated, indexed, judged, inferred." in (tmp_path / "dist" / "mhgraph.ttl").read_text("utf-8")
    names = sorted([*NAMES, "mhgraph-own.csv", "network.html"])
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == names
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_standard_output_is_no_folder(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ended = call("build", "--out", "-")
    assert ended.code == 2
    assert ended.complaint == "mhgraph: '-' does not fit --out; expected a folder: the dumps are several files"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_somebody_needs_is_not_replaced(
    call: Call, small_copy: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    before = sorted(small_copy.root.iterdir())
    for out, reason in [
        (Path(), "you are in this folder, and it is replaced as a whole"),
        (small_copy.root, "the project is in it, and it is replaced as a whole"),
        (small_copy.root.parent, "the project is in it, and it is replaced as a whole"),
    ]:
        ended = call("build", "--out", out, root=small_copy.root)
        assert (ended.code, ended.complaint) == (2, f"mhgraph: {out}: cannot write: {reason}; choose another target")
    assert sorted(small_copy.root.iterdir()) == before
