"""The page as a file: the same bytes, nothing that points outside, words in every language."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhgraph.analysis.network import entity_network
from mhgraph.errors import InvalidValue
from mhgraph.explorer.answers import list_asked
from mhgraph.explorer.page import as_script_data, write_page
from mhgraph.explorer.page_data import collect_page_data
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.model import PROVISION, local_name
from mhgraph.project.folders import Project
from tests.conftest import REPOSITORY
from tests.counting import CountingStore

PROVISION_NAME = local_name(PROVISION)
TEMPLATE = resources.files("mhgraph.explorer") / "template"


@pytest.fixture(scope="module")
def text(small: BaseGraph) -> str:
    return write_page(small, title="A <title> & more").decode()


def script(text: str, name: str) -> Any:
    match = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', text, re.DOTALL)
    assert match is not None
    return json.loads(match[1])


@pytest.mark.slow
def test_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import hashlib, sys; from pathlib import Path; from mhgraph.graph import load_graph;"
        "from mhgraph.explorer.page import write_page;"
        "from mhgraph.project.folders import Project; graph = load_graph(Project(Path(sys.argv[1])));"
        "print(hashlib.sha256(write_page(graph)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code, str(REPOSITORY)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(REPOSITORY)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(digests) == 1


def test_allows_only_its_own_scripts_and_style(text: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    blocks = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", text, re.DOTALL)
    digests = {base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in blocks}
    assert len(blocks) == 4
    assert digests == set(re.findall(r"'sha256-([^']*)'", policy[1]))


def test_loads_nothing(text: str) -> None:
    assert not re.search(r"<(?:link|img|iframe)\b|\bsrc\s*=\s*[\"']|@import|sourceMappingURL|cdnjs|url\(", text)


def test_writes_the_title_as_text(text: str) -> None:
    assert "<title>A &lt;title&gt; &amp; more</title>" in text
    assert script(text, "data")["title"] == "A <title> & more"


def test_holds_every_thing_relation_and_statement(text: str, small: BaseGraph) -> None:
    network = entity_network(small, concepts=True, every_provision=True)
    data = script(text, "data")
    assert [node["id"] for node in data["nodes"]] == [node["curie"] for _, node in network.nodes(data=True)]
    assert len(data["edges"]) == network.number_of_edges()
    for subject, relation, value, supports in data["statements"][: data["count"]]:
        assert isinstance(subject, int)
        assert data["relations"][relation]["id"]
        assert isinstance(value, int | dict)
        assert supports
    for edge, (_, _, attributes) in zip(data["edges"], network.edges(data=True), strict=True):
        if edge[3] < 0:
            assert not attributes["ledger"]
        else:
            strongest = min(data["grounds"][support[0]][0] for support in data["statements"][edge[3]][3])
            assert data["ledgers"][strongest] == attributes["ledger"]


def test_every_provision_is_there_with_its_state(text: str) -> None:
    data = script(text, "data")
    state = {node["id"]: node["spoken"] for node in data["nodes"] if node["class"] == PROVISION_NAME}
    assert state["provision:vhc-1"] == "yes"
    assert set(state.values()) <= {"yes", "own", "no"}
    assert {node["spoken"] for node in data["nodes"] if node["class"] != PROVISION_NAME} == {"yes"}


def test_says_how_much_of_each_document_was_read(text: str, small: BaseGraph) -> None:
    sources = {source["key"]: source for source in script(text, "data")["sources"]}
    assert set(sources) == {source.key for source in small.coverage()}
    notice = sources["riverside-launch-notice"]
    assert (notice["extent"], notice["passages"], notice["read"]) == ("whole", 12, 8)
    assert notice["publishers"]["en"] == "Riverside Health Board"


def test_shows_the_premises_of_what_is_inferred(text: str) -> None:
    data = script(text, "data")
    inferred = [
        support
        for *_, supports in data["statements"]
        for support in supports
        if data["grounds"][support[0]][0] == data["ledgers"].index("inferred")
    ]
    assert inferred
    assert all(len(support) > 1 for support in inferred)


def test_leaves_out_the_ledgers_that_were_not_chosen(small_project: Project) -> None:
    graph = load_graph(small_project, [Ledger.STATED])
    data = script(write_page(graph).decode(), "data")
    assert data["ledgers"] == ["stated"]
    assert not data["complete"]
    assert {ground[0] for ground in data["grounds"]} == {0}


def test_opens_at_a_thing_that_it_has(small: BaseGraph) -> None:
    text = write_page(small, focus=small.resolve("vhc-1").value).decode()
    assert 'data-start="thing=provision:vhc-1"' in text
    with pytest.raises(InvalidValue, match="focus"):
        write_page(small, focus="https://w3id.org/mhgraph/concept/force-call")


def test_draws_every_class_of_the_ontology_in_its_own_way(shipped_graph: BaseGraph) -> None:
    model = shipped_graph.model
    drawn = [cls for cls in model.classes - model.marked("evidence") if model.below(cls) == {cls}]
    looks = {(model.family(cls), model.symbol(cls)) for cls in drawn}
    assert len(looks) == len(drawn) > 10
    assert {family for family, _ in looks} == set(model.families)
    style = (TEMPLATE / "page.css").read_text(encoding="utf-8")
    assert all(f"--{family}:" in style for family in model.families)


def test_gives_each_class_its_names_family_and_symbol(text: str) -> None:
    data = script(text, "data")
    assert {entry["name"] for entry in data["classes"]} == {node["class"] for node in data["nodes"]}
    assert all(entry["family"] in data["families"] for entry in data["classes"])
    assert all(entry["shape"] and entry["labels"]["fr"] and entry["plurals"]["es"] for entry in data["classes"])


def test_asks_the_graph_as_often_however_large_it_is(small_project: Project, shipped: Project) -> None:
    calls = []
    for project in (small_project, shipped):
        graph = load_graph(project)
        store = CountingStore(graph.store)
        graph.store = store
        collect_page_data(graph)
        calls.append(store.calls)
    assert max(calls) < 12 * len(list_asked())


def test_says_every_word_in_three_languages_and_uses_each() -> None:
    words = json.loads((TEMPLATE / "words.json").read_text(encoding="utf-8"))
    assert set(words) == {"en", "fr", "es"}
    assert len({frozenset(each) for each in words.values()}) == 1
    for key, text in words["en"].items():
        holes = set(re.findall(r"\{\w+\}", text))
        assert all(set(re.findall(r"\{\w+\}", words[tag][key])) == holes for tag in words), key
    code = "".join(
        each.read_text(encoding="utf-8") for each in TEMPLATE.iterdir() if each.name.endswith((".js", ".html"))
    )
    asked = re.findall(r"word\(\"([\w:]+)\"", code) + re.findall(r"data-(?:word|label|placeholder)=\"(\w+)", code)
    assert set(asked) <= set(words["en"])
    for key in words["en"]:
        stem = key.removesuffix("_one").removesuffix("_other")
        family = key.partition("_")[0]
        assert ":" in key or re.search(rf"\"{stem}\"|`{family}_\$\{{", code), key


@given(st.text())
def test_data_cannot_end_its_element(value: str) -> None:
    written = as_script_data({"a": value})
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written)["a"] == value
