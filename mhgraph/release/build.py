"""The dumps: what researchers load. The same graph gives the same bytes; no clock, no hash order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from mhgraph import __version__
from mhgraph.errors import UnwritableTarget
from mhgraph.files import write_folder
from mhgraph.graph import BaseGraph, list_ledgers
from mhgraph.graph.coverage import CONFORMS_TO, VERSION, read_version
from mhgraph.model import HAS_LEDGER
from mhgraph.namespaces import DATASET, DCTERMS, DESCRIPTION_GRAPH, FACTS_GRAPH, PREFIXES, SKOS, XSD, to_curie
from mhgraph.project.canonical import canonical
from mhgraph.rdf.terms import DEFAULT, TYPE, sort_quads, term_key

_FACTS = NamedNode(FACTS_GRAPH)


def build(graph: BaseGraph, folder: Path) -> list[Path]:
    """Return the paths of the dumps of a graph, after writing them into a folder. Raises what `write_folder` raises.

    `mhgraph.ttl` is the flat view (facts, names, schema) of the chosen ledgers, in which things that were merged have
    one name; `mhgraph.trig`, `mhgraph.nq` and `mhgraph.jsonld` hold it with the evidence graphs, as written, and with
    the graph that tells what was merged. `mhgraph-union.nq` is `mhgraph.nq` with the flat view in a named graph, for
    stores whose default graph is the union of all. Each says its ledgers, and what the data says of itself: version,
    licence.

    The dumps of one release come into the folder together. Whatever else is in it stays.

    Raises:
        UnwritableTarget: the folder holds the project.
    """
    if graph.project.root.resolve().is_relative_to(folder.resolve()):
        raise UnwritableTarget(folder, "the project is in it, and it is replaced as a whole")
    quads = _sort([*graph.quads(), *_describe(graph)])
    flat = [quad for quad in quads if quad.graph_name == DEFAULT]
    facts = [Quad(quad.subject, quad.predicate, quad.object, _FACTS) for quad in flat]
    dumps = {
        "mhgraph.ttl": canonical(flat),
        "mhgraph.trig": canonical(quads),
        "mhgraph.nq": serialize(quads, format=RdfFormat.N_QUADS) or b"",
        "mhgraph-union.nq": serialize([*facts, *quads[len(flat) :]], format=RdfFormat.N_QUADS) or b"",
        "mhgraph.jsonld": _compact_json_ld(serialize(quads, format=RdfFormat.JSON_LD) or b"[]"),
    }
    write_folder(folder, dumps)
    return [folder / name for name in dumps]


def _describe(graph: BaseGraph) -> list[Quad]:
    """Return what the dump says of itself beside what the data does."""
    dataset = NamedNode(DATASET)
    note = f"Ledgers: {list_ledgers(graph.ledgers)}. Made with mhgraph {__version__}."
    quads = [
        Quad(dataset, TYPE, NamedNode(f"{PREFIXES['dcat']}Dataset")),
        Quad(dataset, NamedNode(f"{SKOS}note"), Literal(note, language="en")),
    ]
    if graph.date:
        date = Literal(graph.date, datatype=NamedNode(f"{XSD}date"))
        quads.append(Quad(dataset, NamedNode(f"{DCTERMS}modified"), date))
    # in a graph of its own and nowhere else, so that who opens a store sees whether its default graph is a union
    holding = NamedNode(DESCRIPTION_GRAPH)
    quads += [Quad(dataset, HAS_LEDGER, ledger.concept, holding) for ledger in graph.ledgers]
    if graph.model.version:
        quads.append(Quad(dataset, CONFORMS_TO, NamedNode(graph.model.version), holding))
    if version := read_version(graph.store):
        quads.append(Quad(dataset, VERSION, Literal(version), holding))
    return quads


def _compact_json_ld(expanded: bytes) -> bytes:
    """Return expanded JSON-LD with an inline context of our prefixes, one node a line.

    The serializer writes the expanded form only; with prefixes alone, compaction is a rewriting of IRIs
    (https://www.w3.org/TR/json-ld11/#compact-iris).
    """
    nodes = [json.dumps(_compact(node), ensure_ascii=False, sort_keys=True) for node in json.loads(expanded)]
    context = json.dumps(dict(sorted(PREFIXES.items())))
    return ('{"@context": ' + context + ',\n"@graph": [\n' + ",\n".join(nodes) + "\n]}\n").encode()


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


def _sort(quads: Iterable[Quad]) -> list[Quad]:
    return sort_quads(
        set(quads), lambda graph, subject: (graph != DEFAULT, term_key(graph), term_key(subject)), term_key, term_key
    )
