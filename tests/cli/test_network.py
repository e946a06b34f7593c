"""`mhgraph network`: the page, the exports, and choosing a part."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mhgraph.analysis.network import entity_network
from mhgraph.cli.network import _SUFFIXES, network_command
from mhgraph.explorer import page
from mhgraph.export import FORMATS
from mhgraph.graph import BaseGraph
from tests.cli.conftest import Call


def page_data(path: Path) -> dict[str, Any]:
    match = re.search(r'id="data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    assert match is not None
    data: dict[str, Any] = json.loads(match[1])
    return data


def test_writes_the_page_and_says_so(call: Call, small: BaseGraph, tmp_path: Path) -> None:
    ended = call("network", "--out", tmp_path / "n.html", "--title", "T <b>", "--lang", "fr")
    network = entity_network(small)
    assert (ended.code, ended.stdout) == (0, "")
    assert f"{len(network)} entities and {network.number_of_edges()} relations in {tmp_path / 'n.html'}" in ended.stderr
    data = page_data(tmp_path / "n.html")
    assert len(data["nodes"]) == len(network)
    assert (data["title"], data["language"]) == ("T <b>", "fr")


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


def test_a_part(call: Call, tmp_path: Path) -> None:
    for name, options in {
        "kind": ["--kind", "Event"],
        "focus": ["--focus", "vhc-1", "--hops", "1"],
        "years": ["--years", "1900-1901"],
        "ledger": ["--ledger", "stated"],
        "all": [],
    }.items():
        assert call("network", "--out", tmp_path / f"{name}.html", *options).code == 0
    whole = len(page_data(tmp_path / "all.html")["nodes"])
    assert {each["class"] for each in page_data(tmp_path / "kind.html")["nodes"]} == {"Event"}
    assert 1 < len(page_data(tmp_path / "focus.html")["nodes"]) < whole
    assert 1 < len(page_data(tmp_path / "years.html")["nodes"]) < whole
    assert page_data(tmp_path / "ledger.html")["ledgers"] == ["stated"]


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--focus", "nobody-at-all"], "no entity is called"),
        (["--hops", "2"], "--hops needs --focus"),
        (["--kind", "Evnt"], "does not fit --kind"),
        (["--years", "soon"], "does not fit --years"),
        (["--years", "-"], "does not fit --years"),
        (["--years", "2020-2016"], "the earlier year first"),
        (["--format", "gexf", "--title", "x"], "--title and --lang are of the page"),
        (["--format", "csv", "--out", "-"], "csv is two of them"),
        (["--out", ".."], "it is a folder"),
        (["--focus", "source:valley-review"], "an entity that is in the network"),
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


def test_what_a_page_cannot_draw_is_refused_with_the_options(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MOST_NODES", 3)
    ended = call("network", "--out", "-")
    assert (ended.code, ended.stdout) == (2, "")
    assert re.search(r"\d+ entities and \d+ relations are more than .*--focus, --kind or --years", ended.complaint)


def test_nothing_left_is_said(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ended = call("network", "--kind", "Place", "--focus", "mara-venn", "--hops", "1")
    assert ended.code == 1
    assert "nothing is left" in ended.complaint
    assert not list(tmp_path.iterdir())


def test_is_a_command_of_the_name_that_the_command_line_looks_up() -> None:
    assert network_command.name == "network"
