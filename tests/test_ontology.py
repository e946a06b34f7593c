"""The ontology and its vocabularies: every term is labelled, defined and shown; OWL tools load it without complaint."""

from __future__ import annotations

import re
from pathlib import Path

import pyhornedowl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

BASE = "https://w3id.org/mhgraph/"
MH = rdflib.Namespace(f"{BASE}ontology#")
CONCEPT = f"{BASE}concept/"
SCHEME = f"{BASE}scheme/"
SCHEMA = rdflib.Namespace("https://schema.org/")
XSD = "http://www.w3.org/2001/XMLSchema#"
ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology"
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
PROPERTIES = KINDS[1:]
LANGUAGES = {"en", "fr", "es"}
FILES = ("mhgraph.ttl", "alignments.ttl")
FAMILIES = (MH.Agent, MH.Gathering, MH.Text, MH.Utterance)


def _parsed(*paths: Path) -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


@pytest.fixture(scope="module")
def terms() -> rdflib.Graph:
    return _parsed(ONTOLOGY / "mhgraph.ttl")


@pytest.fixture(scope="module")
def schemes() -> dict[str, rdflib.Graph]:
    """The vocabularies by the name of their file."""
    return {path.stem: _parsed(path) for path in sorted((ONTOLOGY / "vocabularies").glob("*.ttl"))}


@pytest.fixture(scope="module")
def concepts(schemes: dict[str, rdflib.Graph]) -> rdflib.Graph:
    whole = rdflib.Graph()
    for graph in schemes.values():
        whole += graph
    return whole


def _ours(graph: rdflib.Graph, *kinds: URIRef) -> list[URIRef]:
    found = {term for kind in kinds or KINDS for term in graph.subjects(RDF.type, kind)}
    return sorted(term for term in found if isinstance(term, URIRef) and term.startswith(MH))


def _texts(graph: rdflib.Graph, term: URIRef, predicate: URIRef) -> dict[str, str]:
    literals = [value for value in graph.objects(term, predicate) if isinstance(value, rdflib.Literal)]
    assert len({literal.language for literal in literals}) == len(literals), f"two of one language: {term} {predicate}"
    return {str(literal.language): str(literal) for literal in literals}


def _abstract(graph: rdflib.Graph) -> set[URIRef]:
    """Return the terms that no data writes; this trait alone is not passed down."""
    return {URIRef(str(term)) for term in graph.subjects(MH.hasTrait, URIRef(f"{CONCEPT}trait-abstract"))}


def _with_trait(graph: rdflib.Graph, trait: str) -> set[URIRef]:
    """Return the terms with a trait, and all terms below them."""
    found: set[URIRef] = set()
    for term in graph.subjects(MH.hasTrait, URIRef(f"{CONCEPT}trait-{trait}")):
        for below in (RDFS.subClassOf, RDFS.subPropertyOf):
            found |= {URIRef(str(name)) for name in graph.transitive_subjects(below, term)}
    return found


def _names(terms: set[URIRef]) -> set[str]:
    return {term.removeprefix(MH) for term in terms}


def test_there_are_terms(terms: rdflib.Graph) -> None:
    assert len(_ours(terms)) > 100


def test_every_term_has_labels_and_definitions_in_three_languages_and_an_example(terms: rdflib.Graph) -> None:
    for term in _ours(terms):
        assert set(_texts(terms, term, RDFS.label)) == LANGUAGES, term
        assert set(_texts(terms, term, SKOS.definition)) == LANGUAGES, term
        assert set(_texts(terms, term, SKOS.example)) == {"en"}, term
        assert _texts(terms, term, SKOS.scopeNote)["en"].startswith("Not: "), term
        assert (term, RDFS.isDefinedBy, URIRef(MH.rstrip("#"))) in terms, term


def test_label_and_local_name_are_derivable_from_each_other(terms: rdflib.Graph) -> None:
    for term in _ours(terms):
        name = term.removeprefix(MH)
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
        expected = words[0].upper() + words[1:] if name[0].isupper() else words
        assert _texts(terms, term, RDFS.label)["en"] == expected


def test_a_property_is_a_verb_in_the_third_person_or_has_and_a_noun(terms: rdflib.Graph) -> None:
    """`sameAs` and `differentFrom` stay, as everybody knows them."""
    named = re.compile(r"(has|is|holds)[A-Z]\w*|[a-z]+s([A-Z][a-z]+)*")
    for term in set(_ours(terms, *PROPERTIES)) - {MH.sameAs, MH.differentFrom}:
        assert named.fullmatch(term.removeprefix(MH)), term


def test_a_definition_is_one_sentence_without_the_term(terms: rdflib.Graph) -> None:
    for term in _ours(terms):
        definitions = _texts(terms, term, SKOS.definition)
        for language, label in _texts(terms, term, RDFS.label).items():
            definition = definitions[language]
            assert definition.endswith("."), term
            assert not re.search(r"\.\s+[A-ZÉ]", definition), f"{term}: more than one sentence"
            if " " in label:
                assert label.lower() not in definition.lower(), f"{term}: the definition holds the term"


def test_labels_tell_terms_apart(terms: rdflib.Graph) -> None:
    for kinds in ((OWL.Class,), PROPERTIES):
        for language in LANGUAGES:
            labels = [_texts(terms, term, RDFS.label)[language] for term in _ours(terms, *kinds)]
            assert {label for label in labels if labels.count(label) > 1} == set(), language


def test_relations_read_both_ways_and_classes_have_plurals(terms: rdflib.Graph) -> None:
    for term in _ours(terms, OWL.ObjectProperty):
        assert set(_texts(terms, term, MH.hasInverseLabel)) == LANGUAGES, term
    for term in _ours(terms, OWL.Class):
        assert set(_texts(terms, term, MH.hasPluralLabel)) == LANGUAGES, term


def test_there_are_no_inverses_and_no_blank_nodes(terms: rdflib.Graph) -> None:
    assert not list(terms.triples((None, OWL.inverseOf, None)))
    assert not [node for triple in terms for node in triple if isinstance(node, rdflib.BNode)]


def test_the_families_are_disjoint(terms: rdflib.Graph) -> None:
    pairs = {frozenset(pair) for pair in terms.subject_objects(OWL.disjointWith)}
    assert pairs == {frozenset((one, other)) for one in FAMILIES for other in FAMILIES if one != other}
    for term in _ours(terms, OWL.Class):
        above = set(terms.transitive_objects(term, RDFS.subClassOf))
        assert len(above & set(FAMILIES)) <= 1, term


def test_a_reserved_term_says_why(terms: rdflib.Graph) -> None:
    reserved = list(terms.objects(None, MH.isReservedBecause))
    assert reserved
    assert all(str(reason).endswith(".") for reason in reserved)


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


def test_every_term_that_is_used_is_declared(concepts: rdflib.Graph) -> None:
    graph = _parsed(*(ONTOLOGY / name for name in FILES)) + concepts
    builtin = ("http://www.w3.org/1999/02/22-rdf", "http://www.w3.org/2000/01/rdf", "http://www.w3.org/2002/07/owl")
    declared = {str(subject) for subject in graph.subjects(RDF.type, None)}
    used = {str(predicate) for predicate in graph.predicates()}
    for predicate in (
        *(RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, SCHEMA.domainIncludes, SCHEMA.rangeIncludes),
        *(MH.hasTrait, MH.hasFamily, MH.hasLedger, MH.hasKindScheme, MH.isDescribedWith, MH.standsFor),
    ):
        used |= {str(value) for value in graph.objects(None, predicate)}
    assert {name for name in used - declared if not name.startswith((*builtin, XSD))} == set()


@pytest.mark.parametrize("name", FILES)
def test_an_owl_parser_reads_it_and_finds_every_class(name: str, tmp_path: Path) -> None:
    graph = _parsed(ONTOLOGY / name)
    target = tmp_path / "ontology.owl"
    graph.serialize(target, format="xml")
    loaded = pyhornedowl.open_ontology(str(target))
    assert {str(term) for term in graph.subjects(RDF.type, OWL.Class)} <= set(loaded.get_classes())
    properties = {str(term) for term in graph.subjects(RDF.type, OWL.ObjectProperty)}
    assert properties <= set(loaded.get_object_properties())


def test_no_property_is_of_two_kinds_and_no_property_stands_below_one_of_another_kind() -> None:
    graph = _parsed(*(ONTOLOGY / name for name in FILES))
    kinds = {
        term: {kind for kind in PROPERTIES if (term, RDF.type, kind) in graph}
        for term in graph.subjects(RDF.type, None)
    }
    assert [term for term, found in kinds.items() if len(found) > 1] == []
    assert [pair for pair in graph.subject_objects(RDFS.subPropertyOf) if kinds[pair[0]] != kinds[pair[1]]] == []


def test_a_file_holds_one_scheme_and_its_concepts(schemes: dict[str, rdflib.Graph]) -> None:
    assert len(schemes) > 30
    for name, graph in schemes.items():
        assert list(graph.subjects(RDF.type, SKOS.ConceptScheme)) == [URIRef(f"{SCHEME}{name}")]
        assert set(graph.objects(None, SKOS.inScheme)) == {URIRef(f"{SCHEME}{name}")}, name
        assert set(_texts(graph, URIRef(f"{SCHEME}{name}"), SKOS.prefLabel)) == LANGUAGES, name


def test_every_concept_is_named_defined_and_in_one_scheme(concepts: rdflib.Graph) -> None:
    found = sorted(str(concept) for concept in concepts.subjects(RDF.type, SKOS.Concept))
    assert len(found) > 500
    for iri in found:
        concept = URIRef(iri)
        assert set(_texts(concepts, concept, SKOS.prefLabel)) == LANGUAGES, iri
        assert _texts(concepts, concept, SKOS.definition)["en"].endswith("."), iri
        (scheme,) = concepts.objects(concept, SKOS.inScheme)
        (notation,) = concepts.objects(concept, SKOS.notation)
        assert iri == f"{CONCEPT}{str(scheme).removeprefix(SCHEME)}-{notation}"


def test_names_tell_the_concepts_of_a_scheme_apart(schemes: dict[str, rdflib.Graph]) -> None:
    """Field labels are told apart by their publisher."""
    for name, graph in schemes.items():
        for language in LANGUAGES:
            labels = [
                str(label)
                for label in graph.objects(None, SKOS.prefLabel)
                if getattr(label, "language", None) == language
            ]
            twice = {label for label in labels if labels.count(label) > 1}
            assert name == "field-label" or twice == set(), f"{name} {language}"


def test_broader_concepts_stand_in_the_same_scheme_and_no_circle(concepts: rdflib.Graph) -> None:
    for concept, broader in concepts.subject_objects(SKOS.broader):
        assert concepts.value(concept, SKOS.inScheme) == concepts.value(broader, SKOS.inScheme), concept
        above = set(concepts.transitive_objects(broader, SKOS.broader))
        assert concept not in above, concept


def test_ranks_are_an_order(schemes: dict[str, rdflib.Graph]) -> None:
    for name, graph in schemes.items():
        ranks = sorted(int(str(rank)) for rank in graph.objects(None, MH.hasRank))
        assert ranks == list(range(1, len(ranks) + 1)), name
    assert {name for name, graph in schemes.items() if list(graph.objects(None, MH.hasRank))} >= {
        "ledger",
        "confidence",
    }


def test_every_trait_is_used(terms: rdflib.Graph, schemes: dict[str, rdflib.Graph]) -> None:
    used = set(terms.objects(None, MH.hasTrait))
    for graph in schemes.values():
        used |= set(graph.objects(None, MH.hasTrait))
    assert used == set(schemes["trait"].subjects(RDF.type, SKOS.Concept))


def test_leaves_can_be_named_drawn_and_told_apart(terms: rdflib.Graph) -> None:
    """A class of things in the world has a prefix; its family and shape are its own."""
    drawn = []
    for term in set(_ours(terms, OWL.Class)) - _abstract(terms):
        if term in _with_trait(terms, "evidence"):
            continue
        above = list(terms.transitive_objects(term, RDFS.subClassOf))
        family = {value for name in above for value in terms.objects(name, MH.hasFamily)}
        assert list(terms.objects(term, MH.hasSlugPrefix)), term
        assert len(family) == 1, term
        drawn.append((family.pop(), terms.value(term, MH.hasShape)))
    assert len(drawn) == len(set(drawn)) == 18


def test_no_data_writes_what_only_stands_above(terms: rdflib.Graph) -> None:
    assert _names(_abstract(terms)) == {
        *("EvidenceUnit", "Agent", "Gathering", "Text", "Utterance"),
        *("touches", "comesFrom", "isArrangedBy"),
    }
    for term in _abstract(terms):
        below = [*terms.subjects(RDFS.subClassOf, term), *terms.subjects(RDFS.subPropertyOf, term)]
        assert len(below) > 1, term


def test_what_code_needs_to_know_is_there(terms: rdflib.Graph) -> None:
    assert _names(_with_trait(terms, "tie")) == {
        *("isArrangedBy", "hasHost", "hasOrganizer", "hasSponsor", "isSupportedBy"),
        *("takesPartIn", "isParticipationOf", "isOnBehalfOf", "isMembershipOf"),
    }
    assert _names(_with_trait(terms, "judged-only")) == {"bearsOn", "sameAs", "differentFrom"}
    assert _names(_with_trait(terms, "indexed")) == {"hasTopic"}
    assert _names(_with_trait(terms, "single-valued")) >= {"hasStartDate", "hasEndDate", "hasOrdinal", "hasValue"}
    assert _names(_with_trait(terms, "lasting")) >= {"Organization", "Person", "Provision", "EventSeries"}
    assert "Event" not in _names(_with_trait(terms, "lasting"))
    assert _names(_with_trait(terms, "text-relation")) >= {"cites", "restates", "informs", "takesUp"}
    promised = {str(term) for term in terms.transitive_subjects(RDFS.subPropertyOf, MH.binds)}
    assert promised == {str(MH.binds), str(MH.isPledgedBy)}


def test_what_stands_only_outside_graphs_is_in_the_description_of_its_domain(terms: rdflib.Graph) -> None:
    for term in _with_trait(terms, "description"):
        domains = {*terms.objects(term, RDFS.domain), *terms.objects(term, SCHEMA.domainIncludes)}
        assert domains, term
        for domain in domains:
            assert (domain, MH.isDescribedWith, term) in terms, (domain, term)


@pytest.mark.parametrize("path", sorted((ONTOLOGY / "rules").glob("*.rq")), ids=lambda path: path.stem)
def test_a_rule_names_terms_of_the_ontology_and_concludes_what_rules_may(path: Path, terms: rdflib.Graph) -> None:
    text = path.read_text(encoding="utf-8")
    named = {MH[name] for name in re.findall(r"\bmh:(\w+)", text)}
    assert named <= set(_ours(terms))
    (conclusion,) = re.findall(r"CONSTRUCT \{ \S+ mh:(\w+) \S+ \}", text)
    forbidden = {"abstract", "computed", "indexed", "judged-only", "description"}
    assert not {
        trait for trait in forbidden if (MH[conclusion], MH.hasTrait, URIRef(f"{CONCEPT}trait-{trait}")) in terms
    }
