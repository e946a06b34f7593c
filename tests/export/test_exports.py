"""Tests: exports, each read back by another program with equal counts; hostile labels stay text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import igraph  # type: ignore[import-untyped]
import networkx as nx
import pyarrow.parquet  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhgraph.graph import load_corpus
from mhgraph.errors import InvalidValue, MhgraphError
from mhgraph.analysis import exports, extras
from mhgraph.analysis.projections import PROJECTIONS, AnyNetwork
from mhgraph.export.exports import FORMS, SUFFIXES, write
from mhgraph.export.records import EDGE_FIELDS, NODE_FIELDS, edge_records, legal, node_records
from mhgraph.analysis.network import Network, everything
from mhgraph.project.folders import Project
from tests.analysis.small import add, entities, joined, say

GEXF = "{http://gexf.net/1.3}"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]>&amp;&#0;",
    "a\x00b\x01c\x1b[31md\x7fe\x9f",
    "line\nbreak\r\nand\ttab",
    '=HYPERLINK("https://x.example")',
    "semi;colon, comma \"quote\" 'single'",
    "right\u202eto left \u2028 \ufeff \ufffe \uffff",
    "🧿 émigré 移民",
    '{"json": [1]}',
    "",
    " ",
)


@pytest.fixture(scope="module", params=sorted(PROJECTIONS))
def network(request: pytest.FixtureRequest, shipped: Project) -> AnyNetwork:
    return PROJECTIONS[request.param](everything(load_corpus(shipped)))


def hostile() -> Network:
    network = entities("a", "b")
    for number, text in enumerate(HOSTILE):
        add(network, f"n{number}", labels={"en": text}, alt=(text,), acronyms=(text, text))
        say(network, "a", "partOfBody", f"n{number}")
        network.edges["a", f"n{number}", "https://w3id.org/mhgraph/ontology#partOfBody"]["labels"] = {"en": text}
    return network


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def from_gexf(path: Path) -> tuple[int, int]:
    found = nx.read_gexf(path, version="1.3")
    return found.number_of_nodes(), found.number_of_edges()


def from_graphml(path: Path) -> tuple[int, int]:
    found, peer = nx.read_graphml(path, force_multigraph=True), igraph.Graph.Read_GraphML(str(path))
    assert (found.number_of_nodes(), found.number_of_edges()) == (peer.vcount(), peer.ecount())
    assert found.is_directed() == peer.is_directed()
    return peer.vcount(), peer.ecount()


def from_cytoscape(path: Path) -> tuple[int, int]:
    found = nx.cytoscape_graph(json.loads(path.read_text(encoding="utf-8")))
    return found.number_of_nodes(), found.number_of_edges()


READERS: dict[str, Callable[[Path], tuple[int, int]]] = {
    "gexf": from_gexf,
    "graphml": from_graphml,
    "cytoscape": from_cytoscape,
}


def counts(network: AnyNetwork) -> tuple[int, int]:
    return network.number_of_nodes(), network.number_of_edges()


@pytest.mark.parametrize("form", sorted(READERS))
def test_one_file_is_read_back_with_equal_counts(network: AnyNetwork, tmp_path: Path, form: str) -> None:
    [path] = write(network, tmp_path / f"network{SUFFIXES[form]}", form)
    assert READERS[form](path) == counts(network)


@pytest.mark.parametrize("form", ["csv", "neo4j", "parquet"])
def test_two_files_are_read_back_with_equal_counts(network: AnyNetwork, tmp_path: Path, form: str) -> None:
    paths = write(network, tmp_path / f"network{SUFFIXES[form]}", form)
    assert [path.stem for path in paths] == ["network-nodes", "network-edges"]
    if form == "parquet":
        found = [pyarrow.parquet.read_table(path).num_rows for path in paths]
    else:
        found = [len(rows(path.read_bytes())) for path in paths]
    assert tuple(found) == counts(network)


def test_every_form_is_tested() -> None:
    assert set(FORMS) == set(SUFFIXES) == {*READERS, "csv", "neo4j", "parquet"}


@pytest.mark.parametrize("form", sorted(FORMS))
def test_the_same_network_gives_the_same_bytes(shipped: Project, form: str) -> None:
    one, other = (FORMS[form](everything(load_corpus(shipped))) for _ in range(2))
    assert one == other
    assert all(len(data) > 1000 for data in one.values())


def test_gexf_is_1_3_with_time(shipped: Project) -> None:
    network = everything(load_corpus(shipped))
    root = ET.fromstring(exports.gexf(network))
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.3")
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    wanted = {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    assert {name: graph.get(name) for name in wanted} == wanted
    assert [child.tag.removeprefix(GEXF) for child in graph] == ["attributes", "attributes", "nodes", "edges"]
    nodes = {node.get("id"): node for node in graph.iter(f"{GEXF}node")}
    event = nodes["https://w3id.org/mhgraph/event/iom-council-109"]
    assert (event.get("start"), event.get("end")) == ("2018-11-01", "2018-11-30")
    undated = nodes["https://w3id.org/mhgraph/actor/who"]
    assert "start" not in undated.attrib
    declared = {
        each.get("class"): {attribute.get("id") for attribute in each} for each in graph.iter(f"{GEXF}attributes")
    }
    for kind in ("node", "edge"):
        used = {value.get("for") for each in graph.iter(f"{GEXF}{kind}") for value in each.iter(f"{GEXF}attvalue")}
        assert used <= declared[kind]
    ids = [edge.get("id") for edge in graph.iter(f"{GEXF}edge")]
    assert len(ids) == len(set(ids)) == network.number_of_edges()
    assert all(edge.get("source") in nodes and edge.get("target") in nodes for edge in graph.iter(f"{GEXF}edge"))
    assert b"lastmodified" not in exports.gexf(network)


def test_records_carry_the_evidence(shipped: Project) -> None:
    network = everything(load_corpus(shipped))
    [edge] = [
        record
        for record in edge_records(network)
        if record["relation"] == "mh:addresses" and record["ledger"] == "stated" and "figure" in str(record["source"])
    ]
    assert edge["passages"] == ("https://w3id.org/mhgraph/source/unnm-uhc-statement-2023#p06",)
    assert edge["passage_count"] == 1
    assert tuple(edge) == EDGE_FIELDS
    assert tuple(node_records(network)[0]) == NODE_FIELDS


def test_hostile_labels_survive_where_the_form_can_hold_them(tmp_path: Path) -> None:
    network = hostile()
    nodes, edges = FORMS["csv"](network).values()
    assert [row["label"] for row in rows(nodes)][2:] == list(HOSTILE)
    assert [row["label"] for row in rows(edges)] == list(HOSTILE)
    found = json.loads(FORMS["cytoscape"](network)[""])
    assert [node["data"]["label"] for node in found["elements"]["nodes"]][2:] == list(HOSTILE)
    [path, _] = write(network, tmp_path / "n.parquet", "parquet")
    assert pyarrow.parquet.read_table(path).column("label").to_pylist()[2:] == list(HOSTILE)


def test_hostile_labels_are_text_in_xml(tmp_path: Path) -> None:
    network = hostile()
    root = ET.fromstring(exports.gexf(network))
    labels = [node.get("label") for node in root.iter(f"{GEXF}node")][2:]
    assert labels == [legal(text) for text in HOSTILE]
    assert not list(root.iter("script"))
    [path] = write(network, tmp_path / "n.graphml", "graphml")
    peer = igraph.Graph.Read_GraphML(str(path))
    assert peer.vs["label"][2:] == [legal(text) for text in HOSTILE]
    assert legal("a\x1bb\rc\ud800") == "a␛b␍c\ufffd"


def test_neo4j_has_its_headers_and_one_line_a_row() -> None:
    network = hostile()
    nodes, edges = (data.decode() for data in FORMS["neo4j"](network).values())
    assert nodes.splitlines()[0].startswith("iri:ID,curie:string,label:string,")
    assert nodes.splitlines()[0].endswith("earliest:date,latest:date,:LABEL")
    assert edges.splitlines()[0].startswith(":START_ID,:END_ID,relation:string,predicate:string,")
    assert edges.splitlines()[0].endswith(",:TYPE")
    assert nodes.count("\n") == len(network) + 1
    assert edges.count("\n") == network.number_of_edges() + 1
    assert {row[":TYPE"] for row in rows(edges.encode())} == {"PART_OF_BODY"}
    assert rows(nodes.encode())[0][":LABEL"] == "Entity;Organization"
    for row in rows(nodes.encode()):
        assert row["acronyms:string[]"].count(";") in (0, 1)
        assert not re.search(r"[\x00-\x1f]", "".join(row.values()))


def test_ties_of_a_derived_network_are_typed_as_ties(shipped: Project) -> None:
    edges = rows(FORMS["neo4j"](PROJECTIONS["actors"](everything(load_corpus(shipped))))["-edges"])
    assert {row[":TYPE"] for row in edges} == {"TIED_TO"}
    assert all(row["through:string[]"] for row in edges)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_any_label_comes_back(text: str) -> None:
    network = joined([("a", "b")])
    network.nodes["a"]["labels"] = {"en": text}
    assert rows(exports.tables(network)["-nodes"])[0]["label"] == text
    assert ET.fromstring(exports.gexf(network)).findall(f".//{GEXF}node")[0].get("label") == legal(text)
    assert nx.parse_graphml(exports.graphml(network).decode()).nodes["a"]["label"] == legal(text)


def test_an_empty_network_is_exported_too(tmp_path: Path) -> None:
    for form in FORMS:
        for path in write(entities(), tmp_path / f"n{SUFFIXES[form]}", form):
            assert path.stat().st_size


def test_an_unknown_form_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="one of gexf, graphml"):
        write(entities("a"), tmp_path / "n.dot", "dot")
    assert not list(tmp_path.iterdir())


def test_parquet_without_pyarrow_is_one_line_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(MhgraphError) as caught:
        write(entities("a"), tmp_path / "n.parquet", "parquet")
    assert str(caught.value) == "Parquet needs pyarrow, which is not installed; run: pip install 'mhgraph[parquet]'"
    assert not list(tmp_path.iterdir())
