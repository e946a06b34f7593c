"""The short text beside the dumps: which of them to take."""

from __future__ import annotations

from collections.abc import Collection

from mhgraph.graph import BaseGraph, list_ledgers
from mhgraph.graph.coverage import read_version

README = "README.txt"

_FILES = {
    "mhgraph.ttl": "Facts, names and terms in one graph. For rdflib, R, Jupyter and most SPARQL tools. It does not "
    "tell what a document says from what a curator concludes.",
    "mhgraph-stated.ttl": "The same, but only what documents say: take it if a curator's view must not count.",
    "mhgraph.trig": "Facts, and beside them each paragraph as a graph of its own: who says what, where, on what "
    "ground.",
    "mhgraph.nq": "The same as TriG, a statement a line. For SPARQL stores with a default graph of their own "
    "(Oxigraph, Fuseki).",
    "mhgraph-union.nq": "The same for SPARQL stores whose default graph is the union of all graphs (Virtuoso, GraphDB, "
    "RDF4J, Neptune, QLever).",
    "mhgraph.jsonld": "The same as TriG, as JSON-LD.",
    "mhgraph.owl": "For Protege and other OWL tools: an OWL 2 DL ontology. The axiom of a statement carries ledger, "
    "passage, link and confidence as annotations. Dates are strings in it.",
    "table-statements": "All statements, a row for each ground: for spreadsheets, R and pandas.",
    "table-": "The things of one class, a row each, such as events or organizations.",
    "codebook.csv": "What each column of each table means.",
}
"""What each file is for, by its name or by how it begins."""

_HEAD = """\
mhgraph, a knowledge graph of migration-health governance
Version of the data: {version}{date}. Ledgers: {ledgers}. Licence: CC BY 4.0.

WHICH FILE TO TAKE
"""
_FOOT = """
HOW TO READ THEM
A ledger says on what ground a statement stands. stated: the document says it. indexed: a curator files it under a
subject. judged: a curator concludes it, with a reason and a confidence (high, medium, low). inferred: a rule derives
it.
That something is not here does not mean that it did not happen: only that the documents read do not say so.
In tables, several values of a cell are joined by "; ". Values are exact: a spreadsheet may take one that begins with
=, +, - or @ for a formula, so import the columns as text.
"""


def render_readme(graph: BaseGraph, names: Collection[str]) -> bytes:
    """Return the text for a folder with the dumps `names`."""
    starts = [start for start in _FILES if any(name.startswith(start) for name in names)]
    described = [_describe(start, names) for start in starts]
    version, date = read_version(graph.store) or "unknown", f", {graph.date}" if graph.date else ""
    head = _HEAD.format(version=version, date=date, ledgers=list_ledgers(graph.ledgers))
    return "".join([head, *described, _FOOT]).encode()


def _describe(start: str, names: Collection[str]) -> str:
    import textwrap

    ends = sorted({name.rpartition(".")[2] for name in names if name.startswith(start)})
    name = start if start in names else f"{start}{'*' if start.endswith('-') else ''}.{', .'.join(ends)}"
    return textwrap.fill(_FILES[start], 110, initial_indent=f"{name}\n    ", subsequent_indent="    ") + "\n"
