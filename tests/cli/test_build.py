"""`mhgraph build`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call


def test_building_says_what_was_written(call: Call, tmp_path: Path) -> None:
    ended = call("build", "--out", tmp_path / "dist")
    assert (ended.code, ended.stderr) == (0, "")
    names = ["mhgraph-union.nq", "mhgraph.jsonld", "mhgraph.nq", "mhgraph.trig", "mhgraph.ttl"]
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == names
    for path in (tmp_path / "dist").iterdir():
        assert f"{path}  " in ended.stdout
        assert str(path.stat().st_size) in ended.stdout


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
        f"mhgraph: {tmp_path / 'file' / 'mhgraph.ttl'}: cannot write: "
        "a part of the path is not a folder; choose another target"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
