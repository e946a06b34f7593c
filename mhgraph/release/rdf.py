"""The dumps in RDF: Turtle, TriG, N-Quads, JSON-LD. All are written in the one order, each when it is its turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from typing import IO

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from mhgraph import __version__
from mhgraph.graph import BaseGraph, Ledger, list_ledgers, load_graph
from mhgraph.graph.coverage import CONFORMS_TO, VERSION, read_version
from mhgraph.model import HAS_LEDGER
from mhgraph.namespaces import DATASET, DCTERMS, DESCRIPTION_GRAPH, FACTS_GRAPH, PREFIXES, SKOS, XSD
from mhgraph.project.canonical import canonical_lines, order_quads
from mhgraph.rdf.terms import DEFAULT, TYPE
from mhgraph.release.json_ld import write_json_ld

_FACTS = NamedNode(FACTS_GRAPH)


class Quads:
    """The quads of a graph, with what the dump says of itself, in the order in which all dumps have them."""

    def __init__(self, graph: BaseGraph) -> None:
        self.graph = graph

    @cached_property
    def all(self) -> list[Quad]:
        """Facts, names and schema in the default graph; evidence in named graphs."""
        return order_quads([*self.graph.quads(), *_describe(self.graph)])

    @cached_property
    def flat(self) -> list[Quad]:
        """The default graph."""
        return [quad for quad in self.all if quad.graph_name == DEFAULT]

    @cached_property
    def flat_of_stated(self) -> list[Quad]:
        """The default graph of what is stated, as if the other ledgers did not exist."""
        if self.graph.ledgers == {Ledger.STATED}:
            return self.flat
        return Quads(load_graph(self.graph.project, [Ledger.STATED])).flat


def list_writers(quads: Quads) -> Mapping[str, Callable[[IO[bytes]], object]]:
    """Return what writes each dump in RDF, by its name."""
    writers: dict[str, Callable[[IO[bytes]], object]] = {
        "mhgraph.ttl": lambda file: _write_canonical(quads.flat, file),
        "mhgraph.trig": lambda file: _write_canonical(quads.all, file),
        "mhgraph.nq": partial(_write_quads, quads, is_union=False),
        "mhgraph-union.nq": partial(_write_quads, quads, is_union=True),
        "mhgraph.jsonld": lambda file: write_json_ld(quads.all, file),
    }
    if Ledger.STATED in quads.graph.ledgers:
        writers["mhgraph-stated.ttl"] = lambda file: _write_canonical(quads.flat_of_stated, file)
    return writers


def _write_canonical(ordered: Sequence[Quad], file: IO[bytes]) -> None:
    file.writelines(line.encode() for line in canonical_lines(ordered))


def _write_quads(quads: Quads, file: IO[bytes], *, is_union: bool) -> None:
    """Write N-Quads; for stores whose default graph is the union of all, with the facts in a graph of their own."""
    facts = (Quad(quad.subject, quad.predicate, quad.object, _FACTS) for quad in quads.flat)
    named = (quad for quad in quads.all if quad.graph_name != DEFAULT)
    serialize(chain(facts if is_union else quads.flat, named), output=file, format=RdfFormat.N_QUADS)


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
