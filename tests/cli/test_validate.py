"""`mhgraph validate`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from mhgraph.checks import ENGINES
from mhgraph.graph import BaseGraph
from mhgraph.project.folders import Project
from mhgraph.release.build import build
from tests.cli.conftest import Call


@pytest.fixture
def broken(small_copy: Project) -> Path:
    """A file of a project in which a provision is part of nothing."""
    path = small_copy.root / "data" / "entities" / "provision" / "provision.ttl"
    text = path.read_text(encoding="utf-8")
    part = "\tdcterms:isPartOf provision:vhc-1 ;\n"
    assert part in text
    path.write_text(text.replace(part, ""), encoding="utf-8")
    return path


def test_warnings_conform_unless_they_are_to_fail(call: Call) -> None:
    ended = call("validate")
    assert (ended.code, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[-1].startswith("conforms: 0 violations, ")
    strict = call("validate", "--strict")
    assert strict.code == 1
    assert strict.stdout.splitlines()[-1].startswith("does not conform: 0 violations, ")


def test_a_violation_is_no(call: Call, broken: Path) -> None:
    ended = call("validate", "--format", "json", broken, root=broken.parents[3])
    assert ended.code == 1
    assert json.loads(ended.stdout)["violations"] == 1
    assert ended.complaint == "mhgraph: does not conform: 1 violation, 0 warnings"


def test_a_dump_in_place_of_the_project(call: Call, small: BaseGraph, tmp_path: Path) -> None:
    build(small, tmp_path)
    ended = call("validate", "--graph", tmp_path / "mhgraph.ttl")
    assert (ended.code, ended.stderr) == (0, "")
    assert str(tmp_path / "mhgraph.ttl") in ended.stdout


def test_files_and_a_graph_are_one_too_many(call: Call, broken: Path) -> None:
    ended = call("validate", "--graph", broken, broken)
    assert ended.code == 2
    assert "give one of the two" in ended.complaint


def test_without_the_fast_engine_one_line_says_so(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "own.nt"
    path.write_text("", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "pyshacl_turbo", None)
    ended = call("validate", "--graph", path)
    assert ended.code == 2
    first, complaint = ended.stderr.splitlines()
    assert (
        first == "mhgraph: the fast engine is not installed; pyshacl runs the shapes, with the same findings but slowly"
    )
    assert "nothing that the shapes look at" in complaint
    named = call("validate", "--graph", path, "--engine", ENGINES[1])
    assert "fast engine" not in named.stderr
    asked = call("validate", "--engine", ENGINES[0])
    assert (asked.code, asked.stdout) == (2, "")
    assert asked.complaint == "mhgraph: the engine 'turbo' is not installed; run: pip install pyshacl-turbo"


@pytest.mark.slow
def test_the_reference_finds_the_same(call: Call) -> None:
    assert call("validate", "--engine", "pyshacl") == call("validate")
