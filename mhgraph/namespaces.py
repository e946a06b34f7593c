"""The names of the house: namespaces, prefixes, and IRI ↔ CURIE.

Plain strings, so that nothing heavy is imported. The `curies` library is not used here: it costs 0.1 s to import,
half of what a simple question may take.
"""

from __future__ import annotations

from functools import lru_cache

BASE = "https://w3id.org/mhgraph/"
MH = f"{BASE}ontology#"
SCHEME = f"{BASE}scheme/"
SOURCE = f"{BASE}source/"
JUDGEMENT = f"{BASE}judgement/"
RULE = f"{BASE}rule/"
CONCEPT = f"{BASE}concept/"
DATASET = f"{BASE}dataset"
DESCRIPTION_GRAPH = f"{BASE}graph/dataset"
FACTS_GRAPH = f"{BASE}graph/facts"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
SH = "http://www.w3.org/ns/shacl#"

ENTITY_KINDS = (
    "actor",
    "commitment",
    "concept",
    "event",
    "figure",
    "group",
    "instrument",
    "membership",
    "milestone",
    "participation",
    "person",
    "place",
    "position",
    "practice",
    "process",
    "provision",
    "rec",
    "series",
)
"""The entity prefixes; an entity's IRI is `BASE/<kind>/<slug>`."""

PREFIXES: dict[str, str] = {
    **{kind: f"{BASE}{kind}/" for kind in ENTITY_KINDS},
    "judgement": JUDGEMENT,
    "judgements": f"{BASE}judgements/",
    "rule": RULE,
    "scheme": SCHEME,
    "shape": f"{BASE}shape/",
    "source": SOURCE,
    "mh": MH,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "owl": OWL,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "schema": SCHEMA,
    "dcat": "http://www.w3.org/ns/dcat#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "fabio": "http://purl.org/spar/fabio/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "sdgo": "http://metadata.un.org/sdg/ontology#",
    "sh": SH,
    "undo": "https://w3id.org/un/ontology/undo/",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
}
"""Every prefix that the project binds, prefix → namespace."""

_BY_LENGTH = sorted(PREFIXES.items(), key=lambda pair: -len(pair[1]))


@lru_cache(maxsize=2**16)
def to_curie(iri: str) -> str:
    """Return the CURIE of an IRI of a bound namespace, else the IRI itself.

    >>> to_curie("https://w3id.org/mhgraph/provision/gcm-15")
    'provision:gcm-15'
    >>> to_curie("https://w3id.org/mhgraph/source/k#p08")
    'source:k#p08'
    >>> to_curie("https://example.org/x")
    'https://example.org/x'
    """
    for prefix, namespace in _BY_LENGTH:
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def from_curie(text: str) -> str | None:
    """Return the IRI of a CURIE with a bound prefix, or None.

    >>> from_curie("provision:gcm-15")
    'https://w3id.org/mhgraph/provision/gcm-15'
    >>> from_curie("Objective 15") is None
    True
    """
    prefix, colon, local = text.partition(":")
    namespace = PREFIXES.get(prefix)
    return f"{namespace}{local}" if colon and namespace and local else None


def passage_iri(key: str, fragment: str) -> str:
    """Return the IRI of a passage of the source `key`, e.g. `passage_iri("k", "p08")`.

    >>> passage_iri("k", "p08")
    'https://w3id.org/mhgraph/source/k#p08'
    """
    return f"{SOURCE}{key}#{fragment}"


def passage_name(iri: str) -> str:
    """Return the short name of a passage, `key#p08`, as tables show it.

    >>> passage_name("https://w3id.org/mhgraph/source/k#p08")
    'k#p08'
    """
    return iri.removeprefix(SOURCE)
