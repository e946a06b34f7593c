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
RECORD = _mh("Record")
INDEXING = _mh("Indexing")
JUDGEMENT_FILE = _mh("JudgementFile")
DERIVATION = _mh("Derivation")
IDENTITY = _mh("Identity")
IS_DERIVED_BY = _mh("isDerivedBy")
RESTS_ON = _mh("restsOn")
IS_JUDGED_BY = _mh("isJudgedBy")
IS_MERGED_INTO = _mh("isMergedInto")
SAME_AS = _mh("sameAs")
DIFFERENT_FROM = _mh("differentFrom")
RATIONALE = _mh("hasRationale")
CONFIDENCE = _mh("hasConfidence")
CURATION_METHOD = _mh("hasCurationMethod")
CURATION_DATE = _mh("hasCurationDate")
IS_READ_BY = _mh("isReadBy")
HAS_LEDGER = _mh("hasLedger")
AXIOM_CONFIDENCE = _mh("hasAxiomConfidence")

# Sources and passages
CAPTURE = _mh("Capture")
IS_CAPTURE_OF = _mh("isCaptureOf")
IS_SEEN_IN = _mh("isSeenIn")
EXTENT = _mh("hasExtent")
STANDING = _mh("hasStanding")
LEAVES_OUT = _mh("leavesOut")
LAST_NUMBER = _mh("hasLastNumber")
SOURCE_OF = _mh("isSourceOf")
LOST_FIELD = _mh("hasLostField")
NUMBER = _mh("hasNumber")
DOCUMENT_LABEL = _mh("hasDocumentLabel")
DIGEST = _mh("hasDigest")
FRAGMENT = _mh("hasTextFragment")
READ_WITH = _mh("isReadWith")
HOLDS_NO_STATEMENT = _mh("holdsNoStatement")
AWAITS_READING = _mh("awaitsReading")

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
GATHERING = _mh("Gathering")
RECOMMENDATION = _mh("Recommendation")
POSITION = _mh("Position")
REPORTED_FIGURE = _mh("ReportedFigure")
PRACTICE = _mh("Practice")
PARTICIPATION = _mh("Participation")
MILESTONE = _mh("Milestone")
MEMBERSHIP = _mh("Membership")

# Properties that code asks for by name
KIND = _mh("hasKind")
ACRONYM = _mh("hasAcronym")
TOPIC = _mh("hasTopic")
STATUS = _mh("hasStatus")
VALUE = _mh("hasValue")
ADDRESSES = _mh("addresses")
BEARS_ON = _mh("bearsOn")
TOUCHES = _mh("touches")
TAKES_UP = _mh("takesUp")
RESTATES = _mh("restates")
CITES = _mh("cites")
BUILDS_ON = _mh("buildsOn")
SAYS = _mh("says")
HAS_COUNTRY = _mh("hasCountry")
ROLE = _mh("hasRole")
STANCE = _mh("hasStance")
IS_HELD_BY = _mh("isHeldBy")
AS_OF = _mh("isAsOf")
ORDINAL = _mh("hasOrdinal")
IN_SERIES = _mh("isInSeries")
PART_OF_EVENT = _mh("isPartOfEvent")
PRECEDES = _mh("precedes")
STEP_OF = _mh("isStepOf")
REACHED_THROUGH = _mh("isReachedThrough")
MADE_AT = _mh("isMadeAt")
HAS_PLACE = _mh("hasPlace")
PLACE = _mh("Place")
BINDS = _mh("binds")
INVOLVES = _mh("involves")
PLEDGED_BY = _mh("isPledgedBy")
ISSUED_BY = _mh("isIssuedBy")
COMES_FROM = _mh("comesFrom")
CONTAINED_IN = _mh("isSetDownIn")
SUPPORTS = _mh("serves")
IS_ABOUT = _mh("isAbout")
DEADLINE = _mh("hasDeadline")
ABOUT = _mh("happensTo")
IS_ACT_OF = _mh("isActOf")
OUTCOME = _mh("hasOutcome")
CONCERNS = _mh("concerns")
EVENT_OF = _mh("isIn")
PARTICIPANT = _mh("isParticipationOf")
IS_MEMBERSHIP_OF = _mh("isMembershipOf")
IMPLEMENTED_BY = _mh("isImplementedBy")
ON_BEHALF_OF = _mh("isOnBehalfOf")
ADDRESSED_TO = _mh("isAddressedTo")
FORCE = _mh("hasForce")
TAKES_PART_IN = _mh("takesPartIn")
IS_ARRANGED_BY = _mh("isArrangedBy")
HOST = _mh("hasHost")
ORGANIZER = _mh("hasOrganizer")
SPONSOR = _mh("hasSponsor")
AUDIENCE = _mh("hasAudience")
INTERPRETS = _mh("interprets")
DATE = _mh("hasDate")
START_DATE = _mh("hasStartDate")
END_DATE = _mh("hasEndDate")
PERIOD_LABEL = _mh("hasPeriodLabel")
EARLIEST = _mh("hasEarliestDay")
LATEST = _mh("hasLatestDay")

# How the ontology marks its terms
KIND_SCHEME = _mh("hasKindScheme")
RESERVED = _mh("isReservedBecause")
HAS_TRAIT = _mh("hasTrait")
DESCRIBED_WITH = _mh("isDescribedWith")
INVERSE_LABEL = _mh("hasInverseLabel")
SLUG_PREFIX = _mh("hasSlugPrefix")
FAMILY = _mh("hasFamily")
SYMBOL = _mh("hasShape")
PLURAL_LABEL = _mh("hasPluralLabel")
RANK = _mh("hasRank")
STANDS_FOR = _mh("standsFor")

_VERSION_IRI = NamedNode(f"{OWL}versionIRI")
COMPUTED = frozenset({EARLIEST, LATEST})
"""The days that the loader computes: no statements to show or to count."""

INDEX_SUFFIX = "-index"
"""How the name of a passage ends to make the name of its indexing graph."""

_TRAIT = f"{CONCEPT}trait-"
_FAMILY = f"{CONCEPT}family-"
ABOVE = (NamedNode(f"{RDFS}subClassOf"), NamedNode(f"{RDFS}subPropertyOf"))
"""How the ontology says that a class or property stands below another."""


class Model:
    """What the ontology says of our terms. It is made from the triples of the ontology, whatever store they come from.

    They are read when it is first asked.

    >>> agent, body = NamedNode(f"{MH}Agent"), NamedNode(f"{MH}Organization")
    >>> model = Model([Triple(body, NamedNode(f"{RDFS}subClassOf"), agent)])
    >>> body in model.below(agent)
    True
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._triples = triples

    @cached_property
    def _said(self) -> Mapping[NamedNode, list[Triple]]:
        said: dict[NamedNode, list[Triple]] = {}
        for triple in self._triples:
            if isinstance(triple.subject, NamedNode):
                said.setdefault(triple.subject, []).append(triple)
        self._triples = ()
        return said

    @cached_property
    def version(self) -> str:
        """The IRI of the version of the ontology; "" if it gives none."""
        named = (t.object.value for said in self._said.values() for t in said if t.predicate == _VERSION_IRI)  # type: ignore[union-attr] # it is an IRI
        return min(named, default="")

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

    def above(self, term: NamedNode) -> list[NamedNode]:
        """Return a class or property with all that is above it, the nearest first."""
        found = [term]
        for one in found:
            found += sorted((node for up in ABOVE for node in self._iris(one, up) if node not in found), key=str)
        return found

    def marked(self, trait: str) -> frozenset[NamedNode]:
        """Return the terms that the ontology marks with a trait, by a short name such as `lasting`, and all below."""
        marked = self._by_trait.get(trait, frozenset())
        return frozenset(term for one in marked for term in self.below(one))

    def labels(self, term: NamedNode) -> dict[str, str]:
        """Return the labels of a term by language; empty if it has none."""
        return self._texts(term, LABEL)

    def inverses(self, term: NamedNode) -> dict[str, str]:
        """Return how a relation reads from object to subject, by language; empty if the ontology does not say."""
        return self._texts(term, INVERSE_LABEL)

    def inverse(self, term: NamedNode, language: str) -> str | None:
        """Return how a relation reads from its object to its subject; None if the ontology does not say."""
        return self._texts(term, INVERSE_LABEL).get(language)

    def classes_named(self, prefix: str) -> frozenset[NamedNode]:
        """Return the classes whose things may have names with a prefix, such as `actor`."""
        return frozenset(term for term in self.terms if prefix in self._texts_of(term, SLUG_PREFIX))

    def family(self, term: NamedNode) -> str:
        """Return the family of a class, by which things are coloured: its own, or that of the class above it."""
        named = [iri.value.removeprefix(_FAMILY) for cls in self.above(term) for iri in self._iris(cls, FAMILY)]
        return named[0] if named else "other"

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The families of classes, in the order of their ranks."""
        found = {family for term in self.classes for family in self._iris(term, FAMILY)}
        return tuple(iri.value.removeprefix(_FAMILY) for iri in sorted(found, key=self.rank))

    def rank(self, concept: NamedNode) -> int:
        """Return the place of a concept in the order of its scheme, 1 for the first; a million, if it has none."""
        return min((int(text) for text in self._texts_of(concept, RANK) if text.isdecimal()), default=1_000_000)

    def plural(self, term: NamedNode, language: str) -> str:
        """Return what several things of a class are called; the class's local name, if the ontology does not say."""
        return self._texts(term, PLURAL_LABEL).get(language) or local_name(term)

    def symbol(self, term: NamedNode) -> str:
        """Return the shape in which things of a class are drawn; `hexagon` if the ontology names none."""
        return min(self._texts_of(term, SYMBOL), default="hexagon")

    def described_with(self, classes: Iterable[NamedNode]) -> frozenset[NamedNode]:
        """Return the properties that may describe a thing of some classes outside graphs, its class among them.

        A name may be given to whatever is no evidence.
        """
        named = frozenset(classes)
        above = {term for cls in named for term in self.above(cls)}
        found = frozenset({TYPE}).union(*(self._iris(term, DESCRIBED_WITH) for term in above))
        return found if named & self.marked("evidence") else found | self.marked("name")

    @cached_property
    def usable(self) -> frozenset[NamedNode]:
        """The classes, also of others, that data names: those whose things have names, or are described at all."""
        described = (
            term for term in self._said if self._iris(term, DESCRIBED_WITH) or self._texts_of(term, SLUG_PREFIX)
        )
        return frozenset(described) - self.abstract - self.marked("computed")

    @cached_property
    def abstract(self) -> frozenset[NamedNode]:
        """The terms that no data uses: what is written stands below them."""
        return self._by_trait.get("abstract", frozenset())

    @cached_property
    def borrowed(self) -> frozenset[NamedNode]:
        """The properties of other vocabularies that data may use; the class of a thing goes without saying."""
        return self.marked("borrowed") | {TYPE}

    def slug_prefixes(self, cls: NamedNode) -> frozenset[str]:
        """Return the prefixes that the names of things of a class have."""
        return frozenset(self._texts_of(cls, SLUG_PREFIX))

    def is_reserved(self, term: NamedNode) -> bool:
        """Return whether the ontology says why it keeps a term that nobody uses yet."""
        return any(triple.predicate == RESERVED for triple in self._said.get(term, ()))

    @cached_property
    def _children(self) -> Mapping[NamedNode, set[NamedNode]]:
        children: dict[NamedNode, set[NamedNode]] = {}
        for term, triples in self._said.items():
            for triple in triples:
                if triple.predicate in ABOVE and isinstance(triple.object, NamedNode):
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

    def _iris(self, term: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        return [value for value in self._objects(term, predicate) if isinstance(value, NamedNode)]

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
