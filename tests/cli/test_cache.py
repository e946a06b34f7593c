"""`mhgraph cache`, and what other commands keep compiled, and when."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mhgraph.graph import cache
from mhgraph.project.folders import Project
from tests.cli.conftest import Call
from tests.conftest import REPOSITORY
from tests.graph.tiny import write_tiny_project

COUNT = b"SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture(autouse=True)
def compile_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small a project is."""
    monkeypatch.setattr(cache, "LEAST_BYTES", 0)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache."""
    monkeypatch.delenv("MHGRAPH_NO_CACHE")
    monkeypatch.setenv("MHGRAPH_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def tiny_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that takes no time; read it, never write into it."""
    return write_tiny_project(tmp_path_factory.mktemp("tiny") / "project")


def test_what_is_loaded_once_is_opened(
    folder: Path, call: Call, tiny_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask() -> list[str]:
        ended = [call("stats", root=tiny_project.root), call("sparql", root=tiny_project.root, stdin=COUNT)]
        assert [(one.code, one.stderr) for one in ended] == [(0, ""), (0, "")]
        return [one.stdout for one in ended]

    first = ask()
    assert len(list(folder.iterdir())) == 1
    monkeypatch.setattr(cache, "load_graph", lambda *_, **__: pytest.fail("it is loaded again"))
    assert ask() == first


def test_it_is_shown_and_cleared(folder: Path, call: Call, tiny_project: Project) -> None:
    call("stats", root=tiny_project.root)
    call("sparql", "--ledger", "stated,judged", "--second-opinion", root=tiny_project.root, stdin=COUNT)
    (folder / ("b" * 64)).mkdir()
    shown = call("cache", "--format", "csv", root=None)
    rows = [line.split(",")[:2] for line in shown.stdout.splitlines()]
    root = str(tiny_project.root)
    assert rows[0] == ["project", "ledgers"]
    assert sorted(rows[1:]) == sorted([[root, "all"], [root, '"stated'], ["broken", ""]])
    assert '"stated, judged, second opinion"' in shown.stdout
    assert shown.complaint.startswith("mhgraph: 3 compiled, ")
    assert call("cache", "--clear", root=None).complaint == f"mhgraph: 3 compiled graphs removed from {folder}"
    assert list(folder.iterdir()) == []
    assert call("cache", root=None).complaint == f"mhgraph: 0 compiled, 0 bytes in {folder}; --clear removes all"


def test_it_can_be_gone_without(
    folder: Path, call: Call, tiny_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def require_none(*options: str) -> None:
        for command in (["stats"], ["sparql"]):
            assert call(*options, *command, root=tiny_project.root, stdin=COUNT).code == 0
        assert call(*options, "cache", root=None).complaint.startswith("mhgraph: nothing is kept: with --no-cache")
        assert not folder.exists()

    require_none("--no-cache")
    monkeypatch.setenv("MHGRAPH_NO_CACHE", "1")
    require_none()


def test_it_says_when_nothing_can_be_kept(folder: Path, call: Call, tiny_project: Project) -> None:
    folder.write_text("no folder", encoding="utf-8")
    assert call("stats", root=tiny_project.root).stderr == ""
    refused = f"{folder}: a part of the path is not a folder"
    noted = call("--debug", "stats", root=tiny_project.root).stderr.splitlines()
    assert noted[-1] == f"mhgraph: nothing is compiled: {refused}"
    assert call("cache", root=None).stderr.splitlines()[0] == f"mhgraph: nothing more is kept: {refused}"


@pytest.mark.parametrize("arguments", [["validate"], ["format", "--check"]], ids=" ".join)
def test_what_works_on_the_files_uses_none(folder: Path, call: Call, arguments: list[str]) -> None:
    assert call(*arguments).code in (0, 1)  # whatever it finds
    assert not folder.exists()


def test_after_an_error_nothing_is_compiled(folder: Path, call: Call, tiny_project: Project) -> None:
    assert call("show", "no such thing at all", root=tiny_project.root).code == 2
    assert list(folder.iterdir()) == []


def test_whoever_reads_the_answer_does_not_wait_for_the_compiling(tmp_path: Path, tiny_project: Project) -> None:
    """The output ends before the compiling begins, which waits here until its input ends."""
    program = "; ".join(
        [
            "import sys",
            "from mhgraph.graph import cache",
            "from mhgraph.__main__ import start",
            "cache.LEAST_BYTES = 0",
            "make = cache.make_folder",
            "cache.make_folder = lambda *arguments: (sys.stdin.read(), make(*arguments))",
            "start()",
        ]
    )
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "MHGRAPH_CACHE": str(tmp_path), "MHGRAPH_NO_CACHE": ""}
    with subprocess.Popen(
        [sys.executable, "-c", program, "--root", str(tiny_project.root), "stats"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None  # both are pipes
        assert process.stdin is not None
        assert b"flat view" in process.stdout.read()
        assert list(tmp_path.iterdir()) == []
        process.stdin.close()
    assert process.returncode == 0
    assert len(list(tmp_path.iterdir())) == 1
