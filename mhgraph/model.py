"""The model, read from the ontology: classes, families, kinds, phrases, traits. Terms of ours are named nowhere else.

Two things are here. Constants for the terms that code must write or ask for by name (`PASSAGE`, `RESTS_ON`): to rename
a term, change it in the files of the project and in this module. And `Model`, which tells everything else from what the
ontology says: which classes are agents, which properties place an event, how a relation reads between two names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.namespaces import BASE, CONCEPT, MH, OWL, RDFS
from mhgraph.rdf.terms import LABEL, TYPE


def _mh(name: str) -> NamedNode:
    return NamedNode(f"{MH}{name}")


# Evidence
EVIDENCE_UNIT = _mh("EvidenceUnit")
SOURCE_CLASS = _mh("Source")
PASSAGE = _mh("Passage")
JUDGEMENT_CLASS = _mh("Judgement")
RULE_CLASS = _mh("Rule")
DERIVATION = _mh("Derivation")
VIEW = _mh("View")
IS_DERIVED_BY = _mh("isDerivedBy")
RESTS_ON = _mh("restsOn")
RATIONALE = _mh("rationale")
CONFIDENCE = _mh("confidence")
CURATION_ROLE = _mh("curationRole")
CURATION_METHOD = _mh("curationMethod")
CURATION_DATE = _mh("curationDate")

# Sources and passages
CAPTURED = _mh("captured")
RECORD_OF = _mh("recordOf")
LOST_FIELD = _mh("lostField")
NUMBER = _mh("number")
DOCUMENT_LABEL = _mh("documentLabel")
DIGEST = _mh("digest")
FRAGMENT = _mh("fragment")
READ_WITH = _mh("readWith")
HOLDS_NO_STATEMENT = _mh("holdsNoStatement")

# Classes of things that analyses count by name
AGENT = _mh("Agent")
ORGANIZATION = _mh("Organization")
COORDINATION_BODY = _mh("CoordinationBody")
PERSON = _mh("Person")
EVENT = _mh("Event")
EVENT_SET = _mh("EventSet")
INSTRUMENT = _mh("Instrument")
PROVISION = _mh("Provision")
COMMITMENT = _mh("Commitment")
RECOMMENDATION = _mh("Recommendation")
POSITION = _mh("Position")
REPORTED_FIGURE = _mh("ReportedFigure")
PRACTICE = _mh("Practice")
PARTICIPATION = _mh("Participation")

# Properties that code asks for by name
KIND = _mh("kind")
ACRONYM = _mh("acronym")
TOPIC = _mh("topic")
STATUS = _mh("status")
VALUE = _mh("value")
ADDRESSES = _mh("addresses")
BINDS = _mh("binds")
PLEDGED_BY = _mh("pledgedBy")
ISSUED_BY = _mh("issuedBy")
CONTAINED_IN = _mh("containedIn")
SUPPORTS = _mh("supports")
ENDORSES = _mh("endorses")
ABOUT = _mh("about")
EVENT_OF = _mh("event")
PARTICIPANT = _mh("participant")
ON_BEHALF_OF = _mh("onBehalfOf")
TAKES_PART_IN = _mh("takesPartIn")
IS_ARRANGED_BY = _mh("isArrangedBy")
DATE = _mh("date")
START_DATE = _mh("startDate")
END_DATE = _mh("endDate")
DATE_UNKNOWN_BECAUSE = _mh("dateUnknownBecause")
EARLIEST = _mh("earliest")
LATEST = _mh("latest")

# How the ontology marks its terms
KIND_SCHEME = _mh("kindScheme")
RESERVED = _mh("reserved")
HAS_TRAIT = _mh("hasTrait")
PHRASE = _mh("phrase")
SLUG_PREFIX = _mh("slugPrefix")
FAMILY = _mh("family")
SYMBOL = _mh("symbol")

COMPUTED = frozenset({EARLIEST, LATEST})
"""What the loader writes and no file may say."""

_TRAIT = f"{CONCEPT}trait-"
_ABOVE = (NamedNode(f"{RDFS}subClassOf"), NamedNode(f"{RDFS}subPropertyOf"))


class Model:
    """What the ontology says of our terms. It is made from the triples of the ontology, whatever store they come from.

    >>> agent, body = NamedNode(f"{MH}Agent"), NamedNode(f"{MH}Organization")
    >>> model = Model([Triple(body, NamedNode(f"{RDFS}subClassOf"), agent)])
    >>> body in model.below(agent)
    True
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._said: dict[NamedNode, list[Triple]] = {}
        for triple in triples:
            if isinstance(triple.subject, NamedNode):
                self._said.setdefault(triple.subject, []).append(triple)

    @cached_property
    def terms(self) -> frozenset[NamedNode]:
        """Every declared term of ours: classes and properties."""
        named = ((term, triples) for term, triples in self._said.items() if term.value.startswith(MH))
        return frozenset(term for term, triples in named if any(t.predicate == TYPE for t in triples))

    @cached_property
    def classes(self) -> frozenset[NamedNode]:
        """The declared classes."""
        owl_class = NamedNode(f"{OWL}Class")
        return frozenset(term for term in self.terms if owl_class in self._objects(term, TYPE))

    def term(self, name: str) -> NamedNode | None:
        """Return the declared term of a local name, with or without `mh:`; None if there is none."""
        local = name.removeprefix("mh:")
        if not local.isidentifier():
            return None
        found = NamedNode(f"{MH}{local}")
        return found if found in self.terms else None

    def below(self, term: NamedNode) -> frozenset[NamedNode]:
        """Return a class or property with all its sub-classes or sub-properties, at any depth."""
        found, waiting = {term}, [term]
        while waiting:
            new = self._children.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return frozenset(found)

    def marked(self, trait: str) -> frozenset[NamedNode]:
        """Return the terms that the ontology marks with a trait, by its short name, such as `lasting`."""
        return self._by_trait.get(trait, frozenset())

    def labels(self, term: NamedNode) -> dict[str, str]:
        """Return the labels of a term by language; empty if it has none."""
        return self._texts(term, LABEL)

    def phrase(self, term: NamedNode, language: str) -> str | None:
        """Return how a relation reads between two names, if the ontology says more than its label."""
        return self._texts(term, PHRASE).get(language)

    def classes_named(self, prefix: str) -> frozenset[NamedNode]:
        """Return the classes whose things may have names with a prefix, such as `actor`."""
        return frozenset(term for term in self.terms if prefix in self._texts_of(term, SLUG_PREFIX))

    def family(self, term: NamedNode) -> str:
        """Return the family of a class, by which things are coloured; `other` if the ontology names none."""
        return min(self._texts_of(term, FAMILY), default="other")

    def symbol(self, term: NamedNode) -> str:
        """Return the shape in which things of a class are drawn; `hexagon` if the ontology names none."""
        return min(self._texts_of(term, SYMBOL), default="hexagon")

    def is_reserved(self, term: NamedNode) -> bool:
        """Return whether the ontology says why it keeps a term that nobody uses yet."""
        return any(triple.predicate == RESERVED for triple in self._said.get(term, ()))

    @cached_property
    def _children(self) -> Mapping[NamedNode, set[NamedNode]]:
        children: dict[NamedNode, set[NamedNode]] = {}
        for term, triples in self._said.items():
            for triple in triples:
                if triple.predicate in _ABOVE and isinstance(triple.object, NamedNode):
                    children.setdefault(triple.object, set()).add(term)
        return children

    @cached_property
    def _by_trait(self) -> Mapping[str, frozenset[NamedNode]]:
        marked: dict[str, set[NamedNode]] = {}
        for term in self._said:
            for value in self._objects(term, HAS_TRAIT):
                if isinstance(value, NamedNode):
                    marked.setdefault(value.value.removeprefix(_TRAIT), set()).add(term)
        return {trait: frozenset(terms) for trait, terms in marked.items()}

    def _objects(self, term: NamedNode, predicate: NamedNode) -> set[object]:
        return {triple.object for triple in self._said.get(term, ()) if triple.predicate == predicate}

    def _texts(self, term: NamedNode, predicate: NamedNode) -> dict[str, str]:
        found = [value for value in self._objects(term, predicate) if isinstance(value, Literal)]
        return {value.language or "": value.value for value in sorted(found, key=str)}

    def _texts_of(self, term: NamedNode, predicate: NamedNode) -> set[str]:
        return {value.value for value in self._objects(term, predicate) if isinstance(value, Literal)}


def local_name(term: NamedNode) -> str:
    """Return the name of a term without its namespace.

    >>> local_name(PASSAGE) == PASSAGE.value.rpartition("#")[2]
    True
    """
    return term.value.removeprefix(MH)


def is_ours(iri: str) -> bool:
    """Return whether an IRI is one of this project's, a term or an entity."""
    return iri.startswith(BASE)
