"""Networks as plain records: what a spreadsheet, a database or Gephi can hold. All exports write the same records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import networkx as nx
from pyoxigraph import NamedNode

from mhgraph.analysis.network import choose_label
from mhgraph.analysis.projections import AnyNetwork
from mhgraph.graph.labels import LANGUAGES
from mhgraph.model import STATUS, TOPIC, local_name
from mhgraph.namespaces import to_curie
from mhgraph.text.characters import xml_text

Value: TypeAlias = "str | int | float | tuple[str, ...]"
Record: TypeAlias = dict[str, Value]

SEPARATOR = "; "
"""What stands between the members of a list where a format has no lists."""
NODE_FIELDS = (
    *("id", "curie", "label", "label_en", "label_fr", "label_es", "class", "kinds", "acronyms", "other_names"),
    *("status", "topics", "says", "earliest", "latest"),
)
EDGE_FIELDS = (
    *("id", "source", "target", "relation", "predicate", "label", "ledger", "confidence", "weight"),
    *("passage_count", "passages"),
    *("grounds", "through", "earliest", "latest"),
)
LISTS = frozenset({"kinds", "acronyms", "other_names", "status", "topics", "says", "passages", "grounds", "through"})
NUMBERS = {"weight": float, "passage_count": int}


def node_records(network: AnyNetwork) -> list[Record]:
    """Return one record a node, with NODE_FIELDS; what is not known is "", an empty list has no members."""
    return [_node(iri, data) for iri, data in network.nodes(data=True)]


def edge_records(network: AnyNetwork) -> list[Record]:
    """Return one record an edge, with EDGE_FIELDS. `id` is e0, e1 … in the order of the network.

    An edge of a derived network has all its predicates as relation, joined by a semicolon.
    """
    return [_edge(number, *edge) for number, edge in enumerate(network.edges(data=True))]


def join_list(value: Value) -> str:
    """Return a value as one text, the members of a list joined by a semicolon."""
    return SEPARATOR.join(value) if isinstance(value, tuple) else str(value)


def legal_text(value: Value) -> str:
    r"""Return a value as a text that XML can hold; see `xml_text`.

    >>> legal_text(("a\x1b[31mb\x00", "c"))
    'a␛[31mb␀; c'
    """
    return xml_text(join_list(value))


def is_derived(network: AnyNetwork) -> bool:
    """Return whether an edge of a network stands for several relations, and not for one."""
    return not isinstance(network, nx.MultiDiGraph)


def _node(iri: str, data: Mapping[str, Any]) -> Record:
    concepts = data["concepts"]
    labels = {f"label_{tag}": data["labels"].get(tag, "") for tag in LANGUAGES}
    return {
        "id": iri,
        "curie": data["curie"],
        "label": choose_label(data),
        **labels,
        "class": local_name(NamedNode(data["type"])),
        "kinds": _curies(data["kinds"]),
        "acronyms": data["acronyms"],
        "other_names": data["alt"],
        "status": _curies(concepts.get(STATUS.value, ())),
        "topics": _curies(concepts.get(TOPIC.value, ())),
        "says": data.get("says", ()),
        "earliest": data["earliest"] or "",
        "latest": data["latest"] or "",
    }


def _edge(number: int, source: str, target: str, data: Mapping[str, Any]) -> Record:
    predicates = (data["predicate"],) if "predicate" in data else data["predicates"]
    relation = join_list(_curies(predicates))
    return {
        "id": f"e{number}",
        "source": source,
        "target": target,
        "relation": relation,
        "predicate": join_list(predicates),
        "label": choose_label(data) if "labels" in data else relation,
        "ledger": data["ledger"],
        "confidence": data["confidence"],
        "weight": float(data.get("weight", 1)),
        "passage_count": len(data["passages"]),
        "passages": data["passages"],
        "grounds": tuple(dict.fromkeys(support.ground for support in data["supports"])),
        "through": data.get("through", ()),
        "earliest": data["earliest"] or "",
        "latest": data["latest"] or "",
    }


def _curies(iris: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(to_curie(iri) for iri in iris)
