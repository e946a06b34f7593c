"""`--endpoint`: the same commands on a graph behind an address, and those that need files."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from mhgraph.errors import AnswerCut
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.project.folders import Project
from mhgraph.release.build import build
from tests.cli.conftest import Call
from tests.endpoint import Server, serve_quads


@pytest.fixture(autouse=True)
def _warnings_as_before() -> Iterator[None]:
    """What a command does about warnings ends with the test."""
    with warnings.catch_warnings():
        yield


@pytest.fixture(scope="module")
def server(small: BaseGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An endpoint that holds the small project."""
    folder = tmp_path_factory.mktemp("dump")
    build(small, folder)
    with serve_quads(list(parse((folder / "mhgraph.nq").read_bytes(), format=RdfFormat.N_QUADS))) as running:
        yield running


@pytest.mark.parametrize(
    "command",
    [
        ["query"],
        ["query", "events-addressing", "--provision", "VHC"],
        ["query", "positions", "--holder", "Mara Venn", "--lang", "fr"],
        ["query", "speakers", "--event", "village-compact-launch", "--role", "speaker"],
        ["show", "village-compact-launch"],
        ["find", "well", "water"],
        ["gaps"],
        ["analyze", "centrality"],
        ["sparql", "--format", "json"],
        ["coverage"],
    ],
    ids=" ".join,
)
def test_a_command_says_the_same(call: Call, server: Server, command: list[str]) -> None:
    stdin = b"SELECT DISTINCT ?class WHERE { ?thing a ?class } ORDER BY ?class"
    assert call("--endpoint", server.url, *command, stdin=stdin) == call(*command, stdin=stdin)


@pytest.mark.parametrize(
    "command",
    [["validate"], ["format", "--check"], ["build"], ["source", "new", "k", "--text", "text", "--title", "T"]],
    ids=lambda command: command[0],
)
def test_a_command_on_files_is_refused(call: Call, server: Server, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "text").touch()
    asked = len(server.asked)
    ended = call("--endpoint", server.url, *[str(tmp_path / "text") if word == "text" else word for word in command])
    assert ended.code == 2
    assert "this command works on the files of a project, and an endpoint has none" in ended.complaint
    assert len(server.asked) == asked


def test_a_server_that_fails_is_one_line_and_2(call: Call) -> None:
    ended = call("--endpoint", "http://127.0.0.1:1/sparql", "stats")
    assert ended.code == 2
    assert ended.complaint.startswith("mhgraph: http://127.0.0.1:1/sparql does not answer; check the address")
    ended = call("--endpoint", "nowhere", "stats")
    assert ended.code == 2
    assert ended.complaint == (
        "mhgraph: 'nowhere' does not fit --endpoint; expected an address like https://data.example.org/sparql"
    )


def test_the_ledgers_of_an_endpoint(call: Call, small_project: Project, tmp_path: Path) -> None:
    build(load_graph(small_project, [Ledger.STATED]), tmp_path)
    quads = list(parse((tmp_path / "mhgraph.nq").read_bytes(), format=RdfFormat.N_QUADS))
    question = ["query", "events-addressing", "--provision", "VHC"]
    with serve_quads(quads) as server:
        place = ["--endpoint", server.url]
        assert call(*place, "find", "well").code == 0
        assert call(*place, *question, "--ledger", "stated").stdout == call(*question, "--ledger", "stated").stdout
        refused = call(*place, *question)
    assert refused.code == 2
    assert (
        "holds other ledgers (stated) than those asked for; load a dump that was built from these" in refused.complaint
    )


def test_an_answer_that_was_cut_is_a_remark(call: Call, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "mhgraph.stores.remote.RemoteStore._post",
        lambda store, query, *rest: _cut(
            store._client.post({"query": query}, "application/sparql-results+json", store._limits)
        ),
    )
    ended = call("--endpoint", server.url, "query", "taken-up", "--of", "rec:test-wells")
    assert ended.code == 0
    assert "cut the answer after" in ended.stderr
    assert all(line.startswith("mhgraph: ") for line in ended.stderr.splitlines())
    assert AnswerCut.__name__ not in ended.stderr


def _cut(response: object) -> object:
    return response._replace(headers={**response.headers, "X-SQL-State": "S1TAT"})  # type: ignore[attr-defined] # it is a Response
