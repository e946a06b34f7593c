"""The dumps: what researchers load. The same corpus gives the same bytes; no clock, no hash order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from mhgraph import __version__
from mhgraph.graph import Corpus, Ledger
from mhgraph.graph.coverage import data_date
from mhgraph.files import write_atomic
from mhgraph.namespaces import DATASET, DCTERMS, OWL, PREFIXES, XSD, to_curie
from mhgraph.rdf.canonical import canonical
from mhgraph.rdf.terms import DEFAULT, LABEL, TYPE, term_key

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def build(corpus: Corpus, folder: Path) -> list[Path]:
    """Write the dumps of a corpus into `folder` and return their paths.

    `mhgraph.ttl` is the flat view (facts, names, schema) of the chosen ledgers; `mhgraph.trig`, `mhgraph.nq` and
    `mhgraph.jsonld` hold it with the evidence graphs. Each says its licence, version and ledgers. Raises
    UnwritableTarget.
    """
    quads = _sorted([*corpus.store, *_about(corpus)])
    flat = [quad for quad in quads if quad.graph_name == DEFAULT]
    dumps = {
        "mhgraph.ttl": canonical(flat),
        "mhgraph.trig": canonical(quads),
        "mhgraph.nq": serialize(quads, format=RdfFormat.N_QUADS) or b"",
        "mhgraph.jsonld": _compact_json_ld(serialize(quads, format=RdfFormat.JSON_LD) or b"[]"),
    }
    written = []
    for name, data in dumps.items():
        write_atomic(folder / name, data)
        written.append(folder / name)
    return written


def _about(corpus: Corpus) -> list[Quad]:
    """Return the description of the dump itself."""
    dataset = NamedNode(DATASET)
    ledgers = ", ".join(ledger.value for ledger in Ledger if ledger in corpus.ledgers)
    quads = [
        Quad(dataset, TYPE, NamedNode(f"{PREFIXES['void']}Dataset")),
        Quad(dataset, LABEL, Literal("mhgraph", language="en")),
        Quad(dataset, NamedNode(f"{DCTERMS}license"), NamedNode(LICENCE)),
        Quad(dataset, NamedNode(f"{OWL}versionInfo"), Literal(__version__)),
        Quad(dataset, NamedNode(f"{DCTERMS}description"), Literal(f"Ledgers: {ledgers}.", language="en")),
    ]
    date = data_date(corpus)
    if date:
        quads.append(Quad(dataset, NamedNode(f"{DCTERMS}modified"), Literal(date, datatype=NamedNode(f"{XSD}date"))))
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
        return [_compact(each) for each in node]
    if not isinstance(node, dict):
        return node
    compact: dict[str, Any] = {}
    for key, value in node.items():
        if key == TYPE.value:
            compact["@type"] = [to_curie(each["@id"]) for each in value]
        elif key in ("@id", "@type"):
            compact[key] = [to_curie(each) for each in value] if isinstance(value, list) else to_curie(value)
        else:
            compact[key if key.startswith("@") else to_curie(key)] = _compact(value)
    return compact


def _sorted(quads: Sequence[Quad]) -> list[Quad]:
    return sorted(
        set(quads),
        key=lambda quad: (quad.graph_name != DEFAULT, *(term_key(term) for term in (quad.graph_name, *quad.triple))),
    )
