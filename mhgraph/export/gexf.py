"""GEXF 1.3, for Gephi (https://gexf.net): a network with time.

Written here, because networkx writes the day of writing into the file and no time format without a dated attribute.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from mhgraph.analysis.projections import AnyNetwork
from mhgraph.export.records import EDGE_FIELDS, NODE_FIELDS, NUMBERS, Record, edge_records, legal_text, node_records

_NAMESPACE = "http://gexf.net/1.3"
_TYPES: Mapping[type, str] = {float: "double", int: "integer"}
_OWN = frozenset({"id", "source", "target", "label", "weight", "earliest", "latest"})
"""The fields for which GEXF has a place of its own; all others are attributes that the file declares."""


def write_gexf(network: AnyNetwork) -> bytes:
    """Return the network as GEXF: dated nodes and edges begin and end, the others are always."""
    root = ET.Element(
        "gexf",
        {
            "xmlns": _NAMESPACE,
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": f"{_NAMESPACE} {_NAMESPACE}/gexf.xsd",
            "version": "1.3",
        },
    )
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "mhgraph"
    directed = "directed" if network.is_directed() else "undirected"
    time = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    graph = ET.SubElement(root, "graph", {"defaultedgetype": directed, "idtype": "string", **time})
    _add_declarations(graph, "node", NODE_FIELDS)
    _add_declarations(graph, "edge", EDGE_FIELDS)
    nodes = ET.SubElement(graph, "nodes")
    for record in node_records(network):
        element = ET.SubElement(nodes, "node", {**_texts(record, "id", "label"), **_time(record)})
        _add_values(element, record, NODE_FIELDS)
    edges = ET.SubElement(graph, "edges")
    for record in edge_records(network):
        named = _texts(record, "id", "source", "target", "label", "weight")
        element = ET.SubElement(edges, "edge", {**named, "kind": legal_text(record["relation"]), **_time(record)})
        _add_values(element, record, EDGE_FIELDS)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add_declarations(graph: ET.Element, kind: str, fields: Iterable[str]) -> None:
    declared = ET.SubElement(graph, "attributes", {"class": kind, "mode": "static"})
    for field in fields:
        if field not in _OWN:
            type_ = _TYPES.get(NUMBERS.get(field, str), "string")
            ET.SubElement(declared, "attribute", {"id": field, "title": field, "type": type_})


def _add_values(element: ET.Element, record: Record, fields: Iterable[str]) -> None:
    holder = ET.SubElement(element, "attvalues")
    for field in fields:
        if field not in _OWN and record[field] not in ("", ()):
            ET.SubElement(holder, "attvalue", {"for": field, "value": legal_text(record[field])})


def _texts(record: Record, *fields: str) -> dict[str, str]:
    return {field: legal_text(record[field]) for field in fields}


def _time(record: Record) -> dict[str, str]:
    bounds = {"start": record["earliest"], "end": record["latest"]}
    return {name: str(day) for name, day in bounds.items() if day}
