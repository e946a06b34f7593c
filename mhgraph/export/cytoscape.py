"""Cytoscape JSON (https://js.cytoscape.org), for Cytoscape and for pages that draw with its library."""

from __future__ import annotations

import json

from mhgraph.analysis.projections import AnyNetwork
from mhgraph.export.records import edge_records, node_records


def write_cytoscape(network: AnyNetwork) -> bytes:
    """Return the network as Cytoscape JSON; lists are lists, and every edge has an id of its own."""
    nodes = [{"data": {**record, "name": record["label"], "value": record["id"]}} for record in node_records(network)]
    edges = [
        {"data": {**record, "key": record["id"], "interaction": record["relation"]}} for record in edge_records(network)
    ]
    found = {
        "data": [],
        "directed": network.is_directed(),
        "multigraph": network.is_multigraph(),
        "elements": {"nodes": nodes, "edges": edges},
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
