"""`mhgraph stats`."""

from __future__ import annotations

import json

import pytest

from mhgraph.model import SOURCE_CLASS
from mhgraph.namespaces import to_curie
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project
from mhgraph.rdf.terms import DEFAULT
from mhgraph.tables import FORMATS
from tests.cli.conftest import Call
from tests.conftest import SMALL


@pytest.mark.parametrize("form", FORMATS)
def test_the_numbers_in_every_format(call: Call, form: str) -> None:
    ended = call("stats", "--format", form)
    assert (ended.code, ended.stderr) == (0, "")
    for text in ("3.1", "2031-06-02", "Judgement", "indexed", "flat view"):
        assert text in ended.stdout


def test_the_numbers(call: Call) -> None:
    rows = json.loads(call("stats", "--format", "json").stdout)
    values = {(row["what"], row["name"]): row["value"] for row in rows}
    assert values["class", to_curie(SOURCE_CLASS.value)] == len(Project(SMALL).sources)
    assert [name for what, name in values if what == "statements"] == ["stated", "indexed", "judged", "inferred"]
    parsed = parse_project(Project(SMALL))
    graphs = [
        str(quad.graph_name).strip("<>")
        for file in parsed.of("sources")
        for quad in file.quads
        if quad.graph_name != DEFAULT
    ]
    judged = [quad for file in parsed.of("judgements") for quad in file.quads if quad.graph_name != DEFAULT]
    assert values["statements", "indexed"] == sum(graph.endswith("-index") for graph in graphs) > 0
    assert values["statements", "judged"] == len(judged) > 0
    assert (values["version", ""], values["dated", ""]) == ("3.1", "2031-06-02")
