"""Nodes and relationships for `neo4j-admin database import full`, with its headers (https://neo4j.com/docs)."""

from __future__ import annotations

import re

from mhgraph.analysis.projections import AnyNetwork
from mhgraph.export.delimited import write_rows
from mhgraph.export.records import EDGE_FIELDS, LISTS, NODE_FIELDS, Value, edge_records, is_derived, node_records

_CONTROL = re.compile(r"[\x00-\x1f]+")
_TYPES = {
    **dict.fromkeys(LISTS, "string[]"),
    **{"weight": "double", "passage_count": "int", "earliest": "date", "latest": "date"},
}
_NODE_VALUES = tuple(field for field in NODE_FIELDS if field not in ("id", "class"))
_EDGE_VALUES = tuple(field for field in EDGE_FIELDS if field not in ("id", "source", "target"))


def write_neo4j(network: AnyNetwork) -> dict[str, bytes]:
    """Return nodes and relationships as CSV.

    Labels are Entity and the class, types the relation in capitals (a relation `isPartOf` is IS_PART_OF). Lists are
    joined by a semicolon, its array delimiter; a semicolon inside a member becomes a comma, and line breaks, which the
    importer refuses by default, become spaces.
    """
    nodes = [
        [_cell(record["id"]), *(_cell(record[field]) for field in _NODE_VALUES), f"Entity;{record['class']}"]
        for record in node_records(network)
    ]
    derived = is_derived(network)
    edges = [
        [
            *(_cell(record[field]) for field in ("source", "target", *_EDGE_VALUES)),
            _cell("TIED_TO" if derived else _type_name(str(record["relation"]))),
        ]
        for record in edge_records(network)
    ]
    return {
        "-nodes": write_rows(("iri:ID", *map(_header, _NODE_VALUES), ":LABEL"), nodes),
        "-edges": write_rows((":START_ID", ":END_ID", *map(_header, _EDGE_VALUES), ":TYPE"), edges),
    }


def _header(field: str) -> str:
    return f"{field}:{_TYPES.get(field, 'string')}"


def _cell(value: Value) -> str:
    members = [member.replace(";", ",") for member in value] if isinstance(value, tuple) else [str(value)]
    return _CONTROL.sub(" ", ";".join(members))


def _type_name(relation: str) -> str:
    name = relation.partition(":")[2] or relation
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()
