"""The network for other programs: Gephi, Cytoscape, igraph, R, Neo4j, a spreadsheet. Equal networks, equal bytes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import networkx as nx

from mhgraph.errors import InvalidValue
from mhgraph.files import write_atomic
from mhgraph.analysis.projections import AnyNetwork
from mhgraph.optional import load_extra
from mhgraph.export.records import EDGE_FIELDS, LISTS, NODE_FIELDS, NUMBERS, Record, edge_records, legal, node_records

if TYPE_CHECKING:
    Plain = nx.MultiDiGraph[str] | nx.MultiGraph[str]

SEPARATOR = "; "
_GEXF = "http://gexf.net/1.3"
_GEXF_TYPES: Mapping[type, str] = {float: "double", int: "integer"}
_CONTROL = re.compile(r"[\x00-\x1f]+")


def write(network: AnyNetwork, path: Path, form: str) -> list[Path]:
    """Write a network in a form of FORMS and return the files.

    `gexf`, `graphml` and `cytoscape` write `path`. `csv`, `parquet` and `neo4j` write two files beside it, whose names
    end in `-nodes` and `-edges`. Nodes and edges carry the fields of `mhgraph.export.records`. Raises InvalidValue for
    another form, MissingLibrary for Parquet without pyarrow, UnwritableTarget; then nothing is left behind.
    """
    if form not in FORMS:
        raise InvalidValue("--format", form, "one of " + ", ".join(FORMS))
    files = FORMS[form](network)
    targets = {path if not end else path.with_name(f"{path.stem}{end}{path.suffix}"): files[end] for end in files}
    for target, data in targets.items():
        write_atomic(target, data)
    return list(targets)


def gexf(network: AnyNetwork) -> bytes:
    """Return the network as GEXF 1.3, for Gephi, with time: dated nodes and edges begin and end, the others are always.

    Written here, because networkx writes the day of writing into the file and no time format without a dated attribute.
    """
    root = ET.Element(
        "gexf",
        {
            "xmlns": _GEXF,
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": f"{_GEXF} {_GEXF}/gexf.xsd",
            "version": "1.3",
        },
    )
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "mhgraph"
    directed = "directed" if network.is_directed() else "undirected"
    time = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    graph = ET.SubElement(root, "graph", {"defaultedgetype": directed, "idtype": "string", **time})
    nodes, edges = node_records(network), edge_records(network)
    for kind, fields in (("node", _NODE_VALUES), ("edge", _EDGE_VALUES)):
        declared = ET.SubElement(graph, "attributes", {"class": kind, "mode": "static"})
        for field in fields:
            named = {"id": field, "title": field, "type": _GEXF_TYPES.get(NUMBERS.get(field, str), "string")}
            ET.SubElement(declared, "attribute", named)
    holder = ET.SubElement(graph, "nodes")
    for record in nodes:
        named = {field: _xml(record[field]) for field in ("id", "label")}
        element = ET.SubElement(holder, "node", {**named, **_time(record)})
        _values(element, record, _NODE_VALUES)
    holder = ET.SubElement(graph, "edges")
    for record in edges:
        named = {field: _xml(record[field]) for field in ("id", "source", "target", "label", "weight")}
        element = ET.SubElement(holder, "edge", {**named, "kind": _xml(record["relation"]), **_time(record)})
        _values(element, record, _EDGE_VALUES)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def graphml(network: AnyNetwork) -> bytes:
    """Return the network as GraphML, for igraph, yEd, Cytoscape and R. Lists are joined by a semicolon."""
    out = io.BytesIO()
    nx.write_graphml_xml(_plain(network), out, named_key_ids=True)
    return out.getvalue() + b"\n"


def cytoscape(network: AnyNetwork) -> bytes:
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


def tables(network: AnyNetwork) -> dict[str, bytes]:
    """Return nodes and edges as CSV (UTF-8, comma, double quotes doubled), lists joined by a semicolon."""
    files = {"-nodes": (NODE_FIELDS, node_records(network)), "-edges": (EDGE_FIELDS, edge_records(network))}
    return {
        end: _csv(fields, ([_joined(record[field]) for field in fields] for record in records))
        for end, (fields, records) in files.items()
    }


def parquet(network: AnyNetwork) -> dict[str, bytes]:
    """Return nodes and edges as Parquet; lists are lists. Raises MissingLibrary without pyarrow.

    The bytes are equal for equal networks with the same version of pyarrow, which writes its version into the file.
    """
    arrow = load_extra("pyarrow", wish="Parquet", extra="parquet")
    writer = load_extra("pyarrow.parquet", wish="Parquet", extra="parquet")
    text = arrow.string()
    types = {**dict.fromkeys(LISTS, arrow.list_(text)), "weight": arrow.float64(), "passage_count": arrow.int64()}

    def file(fields: Iterable[str], records: list[Record]) -> bytes:
        schema = arrow.schema([(field, types.get(field, text)) for field in fields])
        rows = [{field: _listed(value) for field, value in record.items()} for record in records]
        out = io.BytesIO()
        writer.write_table(arrow.Table.from_pylist(rows, schema=schema), out)
        return out.getvalue()

    return {"-nodes": file(NODE_FIELDS, node_records(network)), "-edges": file(EDGE_FIELDS, edge_records(network))}


def neo4j(network: AnyNetwork) -> dict[str, bytes]:
    """Return nodes and relationships for `neo4j-admin database import full`, with its headers.

    Labels are Entity and the class, types the relation in capitals (`mh:partOfBody` is PART_OF_BODY). Lists are joined
    by a semicolon, its array delimiter; a semicolon inside a member becomes a comma, and line breaks, which the
    importer refuses by default, become spaces.
    """
    nodes = [field for field in NODE_FIELDS if field not in ("id", "class")]
    edges = [field for field in EDGE_FIELDS if field not in ("id", "source", "target")]
    return {
        "-nodes": _csv(
            ("iri:ID", *map(_neo4j_header, nodes), ":LABEL"),
            (
                [_neo4j(record["id"]), *(_neo4j(record[field]) for field in nodes), f"Entity;{record['class']}"]
                for record in node_records(network)
            ),
        ),
        "-edges": _csv(
            (":START_ID", ":END_ID", *map(_neo4j_header, edges), ":TYPE"),
            (
                [
                    *(_neo4j(record[end]) for end in ("source", "target")),
                    *(_neo4j(record[field]) for field in edges),
                    _neo4j_type(str(record["relation"]), derived=not network.is_multigraph()),
                ]
                for record in edge_records(network)
            ),
        ),
    }


FORMS: Mapping[str, Callable[[AnyNetwork], Mapping[str, bytes]]] = {
    "gexf": lambda network: {"": gexf(network)},
    "graphml": lambda network: {"": graphml(network)},
    "cytoscape": lambda network: {"": cytoscape(network)},
    "csv": tables,
    "parquet": parquet,
    "neo4j": neo4j,
}
"""The forms by the name under which commands know them: network → end of the file name → bytes."""

SUFFIXES = {
    **{"gexf": ".gexf", "graphml": ".graphml", "cytoscape": ".cyjs"},
    **{"csv": ".csv", "parquet": ".parquet", "neo4j": ".csv"},
}
"""The usual ending of the file names of each form."""

_NODE_VALUES = tuple(field for field in NODE_FIELDS if field not in ("id", "label", "earliest", "latest"))
_EDGE_VALUES = tuple(
    field for field in EDGE_FIELDS if field not in ("id", "source", "target", "label", "weight", "earliest", "latest")
)


def _plain(network: AnyNetwork) -> Plain:
    """Return the network with plain values that XML can hold, edges keyed by their number."""
    plain: Plain = nx.MultiDiGraph() if network.is_directed() else nx.MultiGraph()
    for record in node_records(network):
        plain.add_node(_xml(record["id"]), **{field: _xml_value(record[field]) for field in NODE_FIELDS[1:]})
    for record in edge_records(network):
        number, source, target = (_xml(record[field]) for field in EDGE_FIELDS[:3])
        plain.add_edge(source, target, key=number, **{field: _xml_value(record[field]) for field in EDGE_FIELDS[3:]})
    return plain


def _values(element: ET.Element, record: Record, fields: Iterable[str]) -> None:
    holder = ET.SubElement(element, "attvalues")
    for field in fields:
        if record[field] not in ("", ()):
            ET.SubElement(holder, "attvalue", {"for": field, "value": _xml(record[field])})


def _time(record: Record) -> dict[str, str]:
    bounds = {"start": record["earliest"], "end": record["latest"]}
    return {name: str(day) for name, day in bounds.items() if day}


def _xml(value: Any) -> str:
    return legal(_joined(value))


def _xml_value(value: Any) -> str | int | float:
    return value if isinstance(value, int | float) else _xml(value)


def _joined(value: Any) -> str:
    return SEPARATOR.join(value) if isinstance(value, tuple) else str(value)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _csv(fields: Iterable[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    plain = csv.writer(out, lineterminator="\n")
    quoted = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    plain.writerow(fields)
    for row in rows:  # a lone carriage return is not quoted by the library, and would end the row for its readers
        (quoted if any("\r" in cell for cell in row) else plain).writerow(row)
    return out.getvalue().encode()


def _neo4j_header(field: str) -> str:
    kinds = {**dict.fromkeys(LISTS, "string[]"), "weight": "double", "passage_count": "int"}
    return f"{field}:{kinds.get(field, 'date' if field in ('earliest', 'latest') else 'string')}"


def _neo4j(value: Any) -> str:
    members = [each.replace(";", ",") for each in value] if isinstance(value, tuple) else [str(value)]
    return _CONTROL.sub(" ", ";".join(members))


def _neo4j_type(relation: str, *, derived: bool) -> str:
    name = "TIED_TO" if derived else relation.partition(":")[2] or relation
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()
