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

from mhgraph import optional
from mhgraph.analysis.network import Network, entity_network
from mhgraph.analysis.projections import PROJECTIONS, AnyNetwork
from mhgraph.errors import InvalidValue, MhgraphError, UnwritableTarget
from mhgraph.export import FORMATS, export_network
from mhgraph.export.delimited import write_csv
from mhgraph.export.gexf import write_gexf
from mhgraph.export.graphml import write_graphml
from mhgraph.export.records import EDGE_FIELDS, NODE_FIELDS, edge_records, legal_text, node_records
from mhgraph.graph import BaseGraph
from tests.analysis.small import add, entities, iri, joined, say

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


@pytest.fixture(scope="module")
def real(shipped_graph: BaseGraph) -> Network:
    return entity_network(shipped_graph)


@pytest.fixture(scope="module", params=sorted(PROJECTIONS))
def network(request: pytest.FixtureRequest, shipped_graph: BaseGraph, real: Network) -> AnyNetwork:
    return PROJECTIONS[request.param](real, shipped_graph.model)


def hostile() -> Network:
    network = entities("a", "b")
    for number, text in enumerate(HOSTILE):
        add(network, f"n{number}", labels={"en": text}, alt=(text,), acronyms=(text, text))
        say(network, "a", "dcterms:isPartOf", f"n{number}")
        network.edges["a", f"n{number}", iri("dcterms:isPartOf")]["labels"] = {"en": text}
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
    [path] = export_network(network, tmp_path / f"network{FORMATS[form].suffix}", form)
    assert READERS[form](path) == counts(network)


@pytest.mark.parametrize("form", ["csv", "neo4j", "parquet"])
def test_two_files_are_read_back_with_equal_counts(network: AnyNetwork, tmp_path: Path, form: str) -> None:
    paths = export_network(network, tmp_path / f"network{FORMATS[form].suffix}", form)
    assert [path.stem for path in paths] == ["network-nodes", "network-edges"]
    if form == "parquet":
        found = [pyarrow.parquet.read_table(path).num_rows for path in paths]
    else:
        found = [len(rows(path.read_bytes())) for path in paths]
    assert tuple(found) == counts(network)


def test_every_form_is_tested() -> None:
    assert set(FORMATS) == {*READERS, "csv", "neo4j", "parquet"}


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_network_gives_the_same_bytes(shipped_graph: BaseGraph, form: str) -> None:
    one, other = (FORMATS[form].write(entity_network(shipped_graph)) for _ in range(2))
    assert one == other
    assert all(len(data) > 1000 for data in one.values())


def test_gexf_is_1_3_with_time(real: Network) -> None:
    network = real
    root = ET.fromstring(write_gexf(network))
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
    assert b"lastmodified" not in write_gexf(network)


def test_records_carry_the_evidence(small: BaseGraph) -> None:
    network = entity_network(small)
    ends = (iri("practice:clinic-boat"), iri("mh:takesUp"), iri("rec:keep-clinic-boat"))
    [edge] = [
        record for record in edge_records(network) if (record["source"], record["predicate"], record["target"]) == ends
    ]
    assert (edge["ledger"], edge["label"]) == ("judged", "takes up")
    assert edge["grounds"] == (iri("judgement:clinic-boat-takes-up-the-call"),)
    places = ("riverside-launch-notice#p08", "valley-register-launch#p08")
    assert edge["passages"] == tuple(iri(f"source:{place}") for place in places)
    assert edge["passage_count"] == 2
    assert tuple(edge) == EDGE_FIELDS
    assert tuple(node_records(network)[0]) == NODE_FIELDS


def test_hostile_labels_survive_where_the_form_can_hold_them(tmp_path: Path) -> None:
    network = hostile()
    nodes, edges = FORMATS["csv"].write(network).values()
    assert [row["label"] for row in rows(nodes)][2:] == list(HOSTILE)
    assert [row["label"] for row in rows(edges)] == list(HOSTILE)
    found = json.loads(FORMATS["cytoscape"].write(network)[""])
    assert [node["data"]["label"] for node in found["elements"]["nodes"]][2:] == list(HOSTILE)
    [path, _] = export_network(network, tmp_path / "n.parquet", "parquet")
    assert pyarrow.parquet.read_table(path).column("label").to_pylist()[2:] == list(HOSTILE)


def test_hostile_labels_are_text_in_xml(tmp_path: Path) -> None:
    network = hostile()
    root = ET.fromstring(write_gexf(network))
    labels = [node.get("label") for node in root.iter(f"{GEXF}node")][2:]
    assert labels == [legal_text(text) for text in HOSTILE]
    assert not list(root.iter("script"))
    [path] = export_network(network, tmp_path / "n.graphml", "graphml")
    peer = igraph.Graph.Read_GraphML(str(path))
    assert peer.vs["label"][2:] == [legal_text(text) for text in HOSTILE]
    assert legal_text("a\x1bb\rc\ud800") == "a␛b␍c\ufffd"


def test_neo4j_has_its_headers_and_one_line_a_row() -> None:
    network = hostile()
    nodes, edges = (data.decode() for data in FORMATS["neo4j"].write(network).values())
    assert nodes.splitlines()[0].startswith("iri:ID,curie:string,label:string,")
    assert nodes.splitlines()[0].endswith("earliest:date,latest:date,:LABEL")
    assert edges.splitlines()[0].startswith(":START_ID,:END_ID,relation:string,predicate:string,")
    assert edges.splitlines()[0].endswith(",:TYPE")
    assert nodes.count("\n") == len(network) + 1
    assert edges.count("\n") == network.number_of_edges() + 1
    assert {row[":TYPE"] for row in rows(edges.encode())} == {"IS_PART_OF"}
    class_name = iri("mh:Organization").rpartition("#")[2]
    assert rows(nodes.encode())[0][":LABEL"] == f"Entity;{class_name}"
    for row in rows(nodes.encode()):
        assert row["acronyms:string[]"].count(";") in (0, 1)
        assert not re.search(r"[\x00-\x1f]", "".join(row.values()))


def test_ties_of_a_derived_network_are_typed_as_ties(shipped_graph: BaseGraph, real: Network) -> None:
    edges = rows(FORMATS["neo4j"].write(PROJECTIONS["actors"](real, shipped_graph.model))["-edges"])
    assert {row[":TYPE"] for row in edges} == {"TIED_TO"}
    assert all(row["through:string[]"] for row in edges)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_any_label_comes_back(text: str) -> None:
    network = joined([("a", "b")])
    network.nodes["a"]["labels"] = {"en": text}
    assert rows(write_csv(network)["-nodes"])[0]["label"] == text
    assert ET.fromstring(write_gexf(network)).findall(f".//{GEXF}node")[0].get("label") == legal_text(text)
    assert nx.parse_graphml(write_graphml(network).decode()).nodes["a"]["label"] == legal_text(text)


def test_an_empty_network_is_exported_too(tmp_path: Path) -> None:
    for form in FORMATS:
        for path in export_network(entities(), tmp_path / f"n{FORMATS[form].suffix}", form):
            assert path.stat().st_size


def test_an_unknown_form_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="one of gexf, graphml"):
        export_network(entities("a"), tmp_path / "n.dot", "dot")
    assert not list(tmp_path.iterdir())


def test_parquet_without_pyarrow_is_one_line_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(optional, "import_module", missing)
    with pytest.raises(MhgraphError) as caught:
        export_network(entities("a"), tmp_path / "n.parquet", "parquet")
    assert str(caught.value) == "Parquet needs pyarrow, which is not installed; run: pip install 'mhgraph[parquet]'"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("form", ["csv", "neo4j", "parquet"])
def test_two_files_have_no_place_beside_a_device(form: str) -> None:
    before = sorted(Path("/dev").iterdir())
    with pytest.raises(UnwritableTarget, match=f"{form} is two files, and this is none"):
        export_network(entities("a"), Path("/dev/null"), form)
    assert sorted(Path("/dev").iterdir()) == before
