"""JSON-LD: expanded by the library, compacted with our prefixes here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import IO, Any

from pyoxigraph import Quad, RdfFormat, serialize

from mhgraph.namespaces import PREFIXES, to_curie
from mhgraph.rdf.terms import TYPE


def write_json_ld(quads: Sequence[Quad], file: IO[bytes]) -> None:
    """Write quads as JSON-LD with an inline context of our prefixes, one node a line.

    The serializer writes the expanded form only; with prefixes alone, compaction is a rewriting of IRIs
    (https://www.w3.org/TR/json-ld11/#compact-iris).
    """
    expanded = json.loads(serialize(quads, format=RdfFormat.JSON_LD) or b"[]")
    file.write(f'{{"@context": {json.dumps(dict(sorted(PREFIXES.items())))},\n"@graph": [\n'.encode())
    for number, node in enumerate(expanded):
        line = json.dumps(_compact(node), ensure_ascii=False, sort_keys=True)
        file.write(f"{',' if number else ''}{line}\n".encode())
    file.write(b"]}\n")


def _compact(node: Any) -> Any:
    if isinstance(node, list):
        return [_compact(item) for item in node]
    if not isinstance(node, dict):
        return node
    compact: dict[str, Any] = {}
    for key, value in node.items():
        if key == TYPE.value:
            compact["@type"] = [to_curie(item["@id"]) for item in value]
        elif key in ("@id", "@type"):
            compact[key] = [to_curie(item) for item in value] if isinstance(value, list) else to_curie(value)
        else:
            compact[key if key.startswith("@") else to_curie(key)] = _compact(value)
    return compact
