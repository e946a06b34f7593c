"""The OWL file: facts, names and schema as one OWL 2 DL ontology, whose axioms carry the evidence as annotations.

RDF/XML, because every OWL tool reads it. A statement that stands on three grounds is three annotated axioms, as OWL has
it: equal but for what is said of them (https://www.w3.org/TR/owl2-mapping-to-rdf/, section 3.2.2).

What OWL 2 DL does not allow is written otherwise, so that reasoners take the file. A day, month or year is a string:
its datatypes are not in OWL's map, and reasoners refuse the whole file. Headers of other ontologies are gone. A
property or class that nobody declared is declared. Characters that XML cannot hold are shown by their pictures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from mhgraph.graph import BaseGraph
from mhgraph.graph.coverage import read_version
from mhgraph.graph.evidence import Location, Support
from mhgraph.model import AXIOM_CONFIDENCE, HAS_LEDGER
from mhgraph.namespaces import BASE, CONCEPT, DATASET, DCTERMS, OWL, PREFIXES, RDF, RDFS, XSD
from mhgraph.rdf.terms import TYPE
from mhgraph.text.characters import xml_text

ONTOLOGY = NamedNode(f"{BASE}graph/owl")
"""The ontology that the file is; our own terms are a part of it."""

_OWL_ONTOLOGY = NamedNode(f"{OWL}Ontology")
_OF_HEADERS = frozenset(NamedNode(f"{OWL}{name}") for name in ("imports", "versionIRI"))
_AXIOM = NamedNode(f"{OWL}Axiom")
_PARTS = tuple(NamedNode(f"{OWL}annotated{part}") for part in ("Source", "Property", "Target"))
_SOURCE = NamedNode(f"{DCTERMS}source")
_SEE_ALSO = NamedNode(f"{RDFS}seeAlso")
_COMMENT = NamedNode(f"{RDFS}comment")
_RANGE = NamedNode(f"{RDFS}range")
_STRING = NamedNode(f"{XSD}string")
_NOT_IN_OWL = frozenset(NamedNode(f"{XSD}{name}") for name in ("date", "gYear", "gYearMonth"))
_BUILT_IN = (RDF, RDFS, OWL, XSD)
_NOTE = (
    "Made from the knowledge graph mhgraph. The axiom of a statement carries as annotations its ledger (on what ground "
    "we know it), its passage (dcterms:source), a link to where that can be read (rdfs:seeAlso), how sure a curator "
    "is, and why (rdfs:comment). Days, months and years are strings, for OWL has no datatypes for them."
)


def write_owl(graph: BaseGraph, facts: Sequence[Triple], file: IO[bytes]) -> None:
    """Write the flat view of a graph, with the evidence of its statements, as an OWL 2 ontology in RDF/XML.

    `facts` is the flat view in the order in which it is to be written.
    """
    serialize(_list_triples(graph, facts), output=file, format=RdfFormat.RDF_XML, prefixes=PREFIXES)


def _list_triples(graph: BaseGraph, facts: Sequence[Triple]) -> Iterator[Triple]:
    yield from _describe_ontology(graph)
    yield from _declare(facts)
    yield from filter(None, map(to_owl, facts))
    statements = graph.statements()
    passages = {passage for supports in statements.values() for support in supports for passage in support.passages}
    locations = graph.locate(passages)
    number = 0
    for statement, supports in statements.items():
        axiom = to_owl(statement)
        if axiom is not None:
            for annotations in dict.fromkeys(tuple(_annotate(support, locations)) for support in supports):
                yield from _reify(BlankNode(f"a{number}"), axiom, annotations)
                number += 1


def to_owl(triple: Triple) -> Triple | None:
    """Return a triple as OWL 2 DL allows it; None for one that has no place in an ontology (another one's header).

    >>> day = Literal("2018-12", datatype=NamedNode(f"{XSD}gYearMonth"))
    >>> print(to_owl(Triple(ONTOLOGY, _COMMENT, day)).object)
    "2018-12"
    """
    if triple.predicate in _OF_HEADERS or triple.object == _OWL_ONTOLOGY:
        return None
    value = triple.object
    if isinstance(value, Literal):
        return Triple(triple.subject, triple.predicate, _literal(value))
    if value in _NOT_IN_OWL and triple.predicate == _RANGE:
        return Triple(triple.subject, triple.predicate, _STRING)
    return triple


def _literal(value: Literal) -> Literal:
    text = xml_text(value.value)
    if value.language is not None:
        return Literal(text, language=value.language)
    return Literal(text) if value.datatype in _NOT_IN_OWL else Literal(text, datatype=value.datatype)


def _describe_ontology(graph: BaseGraph) -> Iterator[Triple]:
    yield Triple(ONTOLOGY, TYPE, _OWL_ONTOLOGY)
    yield Triple(ONTOLOGY, _COMMENT, Literal(_NOTE, language="en"))
    yield Triple(ONTOLOGY, _SEE_ALSO, NamedNode(DATASET))
    if version := read_version(graph.store):
        yield Triple(ONTOLOGY, NamedNode(f"{OWL}versionInfo"), Literal(version))


def _declare(facts: Iterable[Triple]) -> Iterator[Triple]:
    """Yield declarations of classes and properties that the facts use and nobody declares."""
    declared: set[object] = set()
    classes: set[NamedNode] = set()
    properties: set[NamedNode] = set()
    for triple in facts:
        properties.add(triple.predicate)
        if triple.predicate == TYPE:
            assert isinstance(triple.object, NamedNode)
            if triple.object.value.startswith(OWL):
                declared.add(triple.subject)
            else:
                classes.add(triple.object)
    for terms, kind in ((classes, "Class"), (properties, "AnnotationProperty")):
        unknown = (term for term in terms - declared if not term.value.startswith(_BUILT_IN))
        yield from (Triple(term, TYPE, NamedNode(f"{OWL}{kind}")) for term in sorted(unknown, key=str))


def _annotate(support: Support, locations: dict[str, Location]) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    """Yield what an axiom says of the ground on which it stands."""
    yield HAS_LEDGER, support.ledger.concept
    yield from ((_SOURCE, NamedNode(passage)) for passage in support.passages)
    links = dict.fromkeys(locations[passage].link for passage in support.passages)
    yield from ((_SEE_ALSO, _to_address(link)) for link in links if link)
    if support.confidence:
        yield AXIOM_CONFIDENCE, NamedNode(f"{CONCEPT}confidence-{support.confidence}")
    if support.reason:
        yield _COMMENT, Literal(xml_text(support.reason), language="en")


def _to_address(link: str) -> NamedNode | Literal:
    """Return a link as an IRI, which tools can follow; as text, if it is none."""
    try:
        return NamedNode(link)
    except ValueError:
        return Literal(link)


def _reify(
    node: BlankNode, axiom: Triple, annotations: Iterable[tuple[NamedNode, NamedNode | Literal]]
) -> Iterator[Triple]:
    yield Triple(node, TYPE, _AXIOM)
    for part, term in zip(_PARTS, (axiom.subject, axiom.predicate, axiom.object), strict=True):
        yield Triple(node, part, term)
    yield from (Triple(node, predicate, value) for predicate, value in annotations)
