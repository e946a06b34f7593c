"""The ontology and its vocabularies: every term is labelled, defined and shown; OWL tools load it without complaint."""

from __future__ import annotations

import re
from pathlib import Path

import pyhornedowl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from mhgraph.model import HAS_TRAIT, RESERVED
from mhgraph.namespaces import MH, SCHEME, XSD
from mhgraph.project.folders import Project

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
LANGUAGES = {"en", "fr", "es"}
FILES = ("mhgraph.ttl", "alignments.ttl")


def _parsed(*names: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in names:
        graph.parse(ONTOLOGY / name, format="turtle")
    return graph


@pytest.fixture(scope="module")
def terms() -> rdflib.Graph:
    return _parsed("mhgraph.ttl")


@pytest.fixture(scope="module")
def concepts(shipped: Project) -> rdflib.Graph:
    graph = _parsed("vocabularies.ttl")
    return graph.parse(shipped.root / "data" / "entities" / "concept.ttl", format="turtle")


def _ours(graph: rdflib.Graph) -> list[URIRef]:
    found = {term for kind in KINDS for term in graph.subjects(RDF.type, kind)}
    return sorted(term for term in found if isinstance(term, URIRef) and term.startswith(MH))


def _texts(graph: rdflib.Graph, term: URIRef, predicate: URIRef) -> dict[str, str]:
    literals = [value for value in graph.objects(term, predicate) if isinstance(value, rdflib.Literal)]
    assert len({text.language for text in literals}) == len(literals), f"two of one language: {term} {predicate}"
    return {str(text.language): str(text) for text in literals}


def test_there_are_terms(terms: rdflib.Graph) -> None:
    assert len(_ours(terms)) > 100


def test_every_term_has_labels_and_definitions_in_three_languages_and_an_example(terms: rdflib.Graph) -> None:
    for term in _ours(terms):
        assert set(_texts(terms, term, RDFS.label)) == LANGUAGES, term
        assert set(_texts(terms, term, SKOS.definition)) == LANGUAGES, term
        assert "en" in _texts(terms, term, SKOS.example), term
        assert (term, RDFS.isDefinedBy, URIRef(MH.rstrip("#"))) in terms, term


def test_label_and_local_name_are_derivable_from_each_other(terms: rdflib.Graph) -> None:
    for term in _ours(terms):
        name = term.removeprefix(MH)
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
        expected = words[0].upper() + words[1:] if name[0].isupper() else words
        assert _texts(terms, term, RDFS.label)["en"] == expected


def test_a_definition_is_one_sentence_without_the_term(terms: rdflib.Graph) -> None:
    for term in _ours(terms):
        definition = _texts(terms, term, SKOS.definition)["en"]
        assert definition.endswith("."), term
        assert not re.search(r"\.\s+[A-Z]", definition), f"{term}: more than one sentence"
        label = _texts(terms, term, RDFS.label)["en"]
        if " " in label:
            assert label.lower() not in definition.lower(), f"{term}: the definition holds the term"


def test_there_are_no_inverses(terms: rdflib.Graph) -> None:
    assert not list(terms.triples((None, OWL.inverseOf, None)))


def test_a_reserved_term_says_why(terms: rdflib.Graph) -> None:
    reasons = list(terms.objects(None, URIRef(RESERVED.value)))
    assert reasons
    assert all(str(reason).endswith(".") for reason in reasons)


def test_the_header_is_complete(terms: rdflib.Graph) -> None:
    header = URIRef(MH.rstrip("#"))
    vann, dcterms = "http://purl.org/vocab/vann/", "http://purl.org/dc/terms/"
    for predicate in (
        OWL.versionIRI,
        OWL.versionInfo,
        URIRef(f"{dcterms}license"),
        URIRef(f"{dcterms}created"),
        URIRef(f"{dcterms}modified"),
        URIRef(f"{vann}preferredNamespacePrefix"),
        URIRef(f"{vann}preferredNamespaceUri"),
    ):
        assert len(list(terms.objects(header, predicate))) == 1, predicate


def test_every_term_that_is_used_is_declared() -> None:
    graph = _parsed(*FILES)
    builtin = ("http://www.w3.org/1999/02/22-rdf", "http://www.w3.org/2000/01/rdf", "http://www.w3.org/2002/07/owl")
    declared = {str(term) for term in graph.subjects(RDF.type, None)}
    used = {str(term) for term in graph.predicates()}
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range):
        used |= {str(term) for term in graph.objects(None, predicate)}
    assert {term for term in used - declared if not term.startswith((*builtin, XSD))} == set()


@pytest.mark.parametrize("name", FILES)
def test_an_owl_parser_reads_it_and_finds_every_class(name: str, tmp_path: Path) -> None:
    graph = _parsed(name)
    target = tmp_path / "ontology.owl"
    graph.serialize(target, format="xml")
    loaded = pyhornedowl.open_ontology(str(target))
    assert {str(term) for term in graph.subjects(RDF.type, OWL.Class)} <= set(loaded.get_classes())
    properties = {str(term) for term in graph.subjects(RDF.type, OWL.ObjectProperty)}
    assert properties <= set(loaded.get_object_properties())


def test_no_property_is_of_two_kinds() -> None:
    graph = _parsed(*FILES)
    for term in set(graph.subjects(RDF.type, None)):
        kinds = [kind for kind in KINDS[1:] if (term, RDF.type, kind) in graph]
        assert len(kinds) <= 1, term


def test_every_concept_has_one_scheme_and_one_name_per_language(concepts: rdflib.Graph) -> None:
    found = sorted(str(concept) for concept in concepts.subjects(RDF.type, SKOS.Concept))
    assert len(found) > 300
    for iri in found:
        concept = URIRef(iri)
        assert set(_texts(concepts, concept, SKOS.prefLabel)) == LANGUAGES, iri
        (scheme,) = concepts.objects(concept, SKOS.inScheme)
        assert (scheme, RDF.type, SKOS.ConceptScheme) in concepts, iri
        slug = str(scheme).removeprefix(SCHEME)
        assert iri.rsplit("/", 1)[-1].startswith(f"{slug}-"), iri


def test_broader_concepts_stand_in_the_same_scheme_and_no_circle(concepts: rdflib.Graph) -> None:
    for concept, broader in concepts.subject_objects(SKOS.broader):
        assert concepts.value(concept, SKOS.inScheme) == concepts.value(broader, SKOS.inScheme), concept
        above = set(concepts.transitive_objects(broader, SKOS.broader))
        assert concept not in above, concept


def test_traits_are_concepts_and_each_marks_a_term(terms: rdflib.Graph, concepts: rdflib.Graph) -> None:
    used = set(terms.objects(None, URIRef(HAS_TRAIT.value)))
    assert used
    assert used == set(concepts.subjects(SKOS.inScheme, URIRef(f"{SCHEME}trait")))
