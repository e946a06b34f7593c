"""Networks as plain records: what a spreadsheet, a database or Gephi can hold. All exports write the same records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

import networkx as nx

from mhgraph.graph.entities import LANGUAGES
from mhgraph.namespaces import MH, to_curie
from mhgraph.analysis.projections import AnyNetwork
from mhgraph.analysis.network import label

Value: TypeAlias = "str | int | float | tuple[str, ...]"
Record: TypeAlias = dict[str, Value]

NODE_FIELDS = (
    *("id", "curie", "label", "label_en", "label_fr", "label_es", "class", "kinds", "acronyms", "other_names"),
    *("status", "topics", "earliest", "latest"),
)
EDGE_FIELDS = (
    *("id", "source", "target", "relation", "predicate", "label", "ledger", "weight", "passage_count", "passages"),
    *("grounds", "through", "earliest", "latest"),
)
LISTS = frozenset({"kinds", "acronyms", "other_names", "status", "topics", "passages", "grounds", "through"})
NUMBERS = {"weight": float, "passage_count": int}

_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def node_records(network: AnyNetwork) -> list[Record]:
    """Return one record a node, with NODE_FIELDS; what is not known is "", an empty list has no members."""
    return [_node(iri, data) for iri, data in network.nodes(data=True)]


def edge_records(network: AnyNetwork) -> list[Record]:
    """Return one record an edge, with EDGE_FIELDS. `id` is e0, e1 … in the order of the network.

    An edge of a derived network has all its predicates as relation, joined by a semicolon.
    """
    if isinstance(network, nx.MultiDiGraph):
        edges = [(one, other, str(key), data) for one, other, key, data in network.edges(keys=True, data=True)]
    else:
        edges = [(one, other, "", data) for one, other, data in network.edges(data=True)]
    return [_edge(number, *edge) for number, edge in enumerate(edges)]


def legal(text: str) -> str:
    r"""Return a text that XML can hold: each character that it cannot is shown by its picture, as in U+241B for escape.

    A carriage return is legal but would come back as a line feed, so it is shown too.

    >>> legal("a\x1b[31mb\x00")
    'a␛[31mb␀'
    """
    return _ILLEGAL.sub(lambda match: chr(0x2400 + ord(match[0])) if ord(match[0]) < 0x20 else "\ufffd", text)


def _node(iri: str, data: Mapping[str, Any]) -> Record:
    concepts = data["concepts"]
    labels = {f"label_{tag}": data["labels"].get(tag, "") for tag in LANGUAGES}
    return {
        "id": iri,
        "curie": data["curie"],
        "label": label(data),
        **labels,
        "class": data["cls"],
        "kinds": tuple(to_curie(each) for each in data["kinds"]),
        "acronyms": data["acronyms"],
        "other_names": data["alt"],
        "status": tuple(to_curie(each) for each in concepts.get("mh:status", ())),
        "topics": tuple(to_curie(each) for each in concepts.get("mh:topic", ())),
        "earliest": data["earliest"] or "",
        "latest": data["latest"] or "",
    }


def _edge(number: int, source: str, target: str, key: str, data: Mapping[str, Any]) -> Record:
    relation = data.get("relation") or "; ".join(data["relations"])
    return {
        "id": f"e{number}",
        "source": source,
        "target": target,
        "relation": relation,
        "predicate": key or "; ".join(each.replace("mh:", MH) for each in data["relations"]),
        "label": label(data) if "labels" in data else relation,
        "ledger": data["ledger"],
        "weight": float(data.get("weight", 1)),
        "passage_count": len(data["passages"]),
        "passages": data["passages"],
        "grounds": tuple(ground.graph for ground in data["grounds"]),
        "through": data.get("through", ()),
        "earliest": data["earliest"] or "",
        "latest": data["latest"] or "",
    }
