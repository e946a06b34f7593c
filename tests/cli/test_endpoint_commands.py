"""Every command with `--endpoint`, on a server of others: it says what it says of the files, or why it needs them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from mhgraph.cli import cli
from mhgraph.graph import BaseGraph
from mhgraph.project.folders import Project
from mhgraph.release.build import build
from tests.cli.conftest import Call
from tests.cli.test_analyze import COMMANDS as ANALYSES
from tests.conftest import SMALL as PROJECT
from tests.questions.cases import SMALL as QUESTIONS
from tests.servers import run_oxigraph

pytestmark = pytest.mark.server

WORKING: dict[str, list[list[str]]] = {
    "query": [
        [],
        *(
            [name, *(word for key, texts in values.items() for text in texts for word in (f"--{key}", text))]
            for name, values in QUESTIONS.items()
        ),
    ],
    "find": [["well", "water"], ["VHC"]],
    "show": [["village-compact-launch"], ["VHC"], ["valley-review#para-20"]],
    "sparql": [["--format", "json"], []],
    "cite": [[], ["valley-review#para-20"], ["village-health-compact", "--format", "bib"]],
    "coverage": [[]],
    "gaps": [[]],
    "match": [[]],
    "verify": [[str(PROJECT / "texts")]],
    "analyze": [[name, *values] for name, values in ANALYSES.items()],
    "network": [["--out", "-", "--format", "cytoscape"], ["--out", "-", "--format", "gexf"]],
}
COUNTING = {"stats"}
"""A dump has one statement more than the files, which says what it holds."""
NEEDING_FILES: dict[str, list[list[str]]] = {
    "validate": [[]],
    "format": [[], ["--check"]],
    "build": [[]],
    "source": [
        ["new", "k", "--text", "TEXT", "--title", "T"],
        ["update", "valley-review", "--text", "TEXT", "--extent", "whole"],
    ],
}
OTHER = {"cache", "completion"}
"""They speak of this machine, and of no graph."""


def _name(value: str | list[str]) -> str:
    return value if isinstance(value, str) else " ".join(value)


COMMANDS = [(name, arguments) for name, calls in WORKING.items() for arguments in calls]


@pytest.fixture(scope="module")
def url(small: BaseGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an Oxigraph server that holds the small project."""
    folder = tmp_path_factory.mktemp("served")
    build(small, folder / "dumps")
    with run_oxigraph(folder, folder / "dumps" / "mhgraph.nq") as address:
        yield address


def test_every_command_is_here() -> None:
    assert {*WORKING, *COUNTING, *NEEDING_FILES, *OTHER} == set(cli.list_commands(click.Context(cli)))


@pytest.mark.parametrize(("name", "arguments"), COMMANDS, ids=_name)
def test_it_says_the_same(call: Call, url: str, name: str, arguments: list[str]) -> None:
    stdin = b"SELECT DISTINCT ?class WHERE { ?thing a ?class } ORDER BY ?class"
    there, here = (call(*place, name, *arguments, stdin=stdin) for place in (["--endpoint", url], []))
    assert there == here
    assert there.code in (0, 1)
    assert there.stdout or there.stderr


def test_its_page_has_the_same_answers_and_no_switch(call: Call, url: str) -> None:
    """What documents say alone cannot be told from the rest of what an endpoint holds."""
    pages = [call(*before, "network", "--out", "-").stdout for before in ((), ("--endpoint", url))]
    data = [json.loads(page.partition('id="data">')[2].partition("</script>")[0]) for page in pages]
    assert [one["switch"] for one in data] == [True, False]
    rows = [[(answer["question"], answer["of"]) for answer in one["answers"]] for one in data]
    assert rows[0] == rows[1]


def test_it_counts_the_same(call: Call, url: str) -> None:
    there, here = (
        {
            (row["what"], row["name"]): row["value"]
            for row in json.loads(call(*place, "stats", "--format", "json").stdout)
        }
        for place in (["--endpoint", url], [])
    )
    flat_view = ("triples", "flat view")
    assert there.pop(flat_view) == here.pop(flat_view) + 1
    assert there == here


@pytest.mark.parametrize(
    ("name", "arguments"),
    [(name, arguments) for name, calls in NEEDING_FILES.items() for arguments in calls],
    ids=_name,
)
def test_it_says_why_it_needs_files(
    call: Call, url: str, small_copy: Project, tmp_path: Path, name: str, arguments: list[str]
) -> None:
    text = tmp_path / "text"
    text.write_text("One paragraph.\n", encoding="utf-8")
    words = [str(text) if word == "TEXT" else word for word in arguments]
    ended = call("--endpoint", url, name, *words, root=small_copy.root)
    assert ended.code == 2
    assert "this command works on the files of a project, and an endpoint has none" in ended.complaint
