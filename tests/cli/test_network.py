"""`mhgraph network`: the page, the exports, and choosing a part."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mhgraph.cli.network import _SUFFIXES, network_command
from mhgraph.export import FORMATS
from tests.cli.conftest import Call


def page_data(path: Path) -> dict[str, Any]:
    match = re.search(r'id="data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    assert match is not None
    data: dict[str, Any] = json.loads(match[1])
    return data


def test_writes_the_page_and_says_so(call: Call, tmp_path: Path) -> None:
    ended = call("network", "--out", tmp_path / "n.html", "--title", "T <b>", "--lang", "fr")
    assert (ended.code, ended.stdout) == (0, "")
    assert f"the page is in {tmp_path / 'n.html'}" in ended.stderr
    data = page_data(tmp_path / "n.html")
    assert (data["title"], data["language"]) == ("T <b>", "fr")
    assert call("network", "--out", tmp_path / "o.html", "--ledger", "stated", "--focus", "vhc-1").code == 0
    assert page_data(tmp_path / "o.html")["ledgers"] == ["stated"]
    assert 'data-start="thing=provision:vhc-1"' in (tmp_path / "o.html").read_text(encoding="utf-8")


def test_the_default_name_stands_in_the_current_folder(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("network").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["network.html"]


@pytest.mark.parametrize("form", sorted(_SUFFIXES))
def test_writes_every_format(call: Call, tmp_path: Path, form: str) -> None:
    ended = call("network", "--format", form, "--out", tmp_path / f"n{_SUFFIXES[form]}")
    assert ended.code == 0
    assert list(tmp_path.iterdir())


def test_the_ending_of_the_file_is_the_format(call: Call, tmp_path: Path) -> None:
    assert call("network", "--out", tmp_path / "n.gexf").code == 0
    assert b"<gexf" in (tmp_path / "n.gexf").read_bytes()


def test_endings_are_those_of_the_exports() -> None:
    own = {form: suffix for form, suffix in _SUFFIXES.items() if form != "html"}
    assert own == {name: form.suffix for name, form in FORMATS.items()}


def test_standard_output(call: Call) -> None:
    assert call("network", "--out", "-").stdout.startswith("<!DOCTYPE html>")
    assert "<graphml" in call("network", "--out", "-", "--format", "graphml").stdout


def test_a_part_of_the_network(call: Call, tmp_path: Path) -> None:
    def nodes(name: str, *options: str) -> list[dict[str, Any]]:
        assert call("network", "--out", tmp_path / f"{name}.cyjs", *options).code == 0
        written: dict[str, Any] = json.loads((tmp_path / f"{name}.cyjs").read_text(encoding="utf-8"))
        return list(written["elements"]["nodes"])

    whole = len(nodes("all"))
    assert {node["data"]["class"] for node in nodes("kind", "--kind", "Event")} == {"Event"}
    assert 1 < len(nodes("focus", "--focus", "vhc-1", "--hops", "1")) < whole
    assert 1 < len(nodes("years", "--years", "1900-1901")) < whole


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--focus", "nobody-at-all"], "no entity is called"),
        (["--kind", "Event"], "the page has filters of its own"),
        (["--format", "gexf", "--hops", "2"], "--hops needs --focus"),
        (["--format", "gexf", "--kind", "Evnt"], "does not fit --kind"),
        (["--format", "gexf", "--years", "soon"], "does not fit --years"),
        (["--format", "gexf", "--years", "-"], "does not fit --years"),
        (["--format", "gexf", "--years", "2020-2016"], "the earlier year first"),
        (["--format", "gexf", "--title", "x"], "--title and --lang are of the page"),
        (["--format", "csv", "--out", "-"], "csv is two of them"),
        (["--out", ".."], "it is a folder"),
        (["--format", "gexf", "--focus", "source:valley-review"], "an entity that is in the network"),
        (["--focus", "source:valley-review"], "does not fit --focus"),
    ],
)
def test_bad_input_is_one_line(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], complaint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = call("network", *options)
    assert ended.code == 2
    assert complaint in ended.complaint
    assert not list(tmp_path.iterdir())


def test_nothing_left_is_said(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ended = call("network", "--format", "gexf", "--kind", "Place", "--focus", "mara-venn", "--hops", "1")
    assert ended.code == 1
    assert "nothing is left" in ended.complaint
    assert not list(tmp_path.iterdir())


def test_is_a_command_of_the_name_that_the_command_line_looks_up() -> None:
    assert network_command.name == "network"
