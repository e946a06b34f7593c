"""GraphML, for igraph, yEd, Cytoscape and R (http://graphml.graphdrawing.org)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import networkx as nx

from mhgraph.analysis.projections import AnyNetwork
from mhgraph.export.records import EDGE_FIELDS, NODE_FIELDS, Value, edge_records, legal_text, node_records

if TYPE_CHECKING:
    Plain = nx.MultiDiGraph[str] | nx.MultiGraph[str]


def write_graphml(network: AnyNetwork) -> bytes:
    """Return the network as GraphML. Lists are joined by a semicolon, edges are keyed by their number."""
    plain: Plain = nx.MultiDiGraph() if network.is_directed() else nx.MultiGraph()
    for record in node_records(network):
        plain.add_node(legal_text(record["id"]), **{field: _plain(record[field]) for field in NODE_FIELDS[1:]})
    for record in edge_records(network):
        number, source, target = (legal_text(record[field]) for field in EDGE_FIELDS[:3])
        plain.add_edge(source, target, key=number, **{field: _plain(record[field]) for field in EDGE_FIELDS[3:]})
    out = io.BytesIO()
    nx.write_graphml_xml(plain, out, named_key_ids=True)
    return out.getvalue() + b"\n"


def _plain(value: Value) -> str | int | float:
    return value if isinstance(value, int | float) else legal_text(value)
