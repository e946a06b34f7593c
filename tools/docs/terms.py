"""`ontology.md` and `vocabularies.md`: every class, property, scheme and concept, from the files that define them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from mhgraph.files import read_text
from mhgraph.graph.labels import LANGUAGES
from mhgraph.model import KIND_SCHEME, RESERVED
from mhgraph.namespaces import MH, OWL, PREFIXES, RDFS, SCHEME, SKOS, to_curie
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import LABEL, TYPE, Term, natural_key
from mhgraph.rdf.turtle.parse import parse_file
from tools.docs.markdown import code, heading, page, plain, table

_ONTOLOGY_INTRO = """
Every term of ours, `mh:` = `https://w3id.org/mhgraph/ontology#`. French and Spanish definitions stand in
`ontology/mhgraph.ttl`. "Between" and "and" list the classes at both ends of a property; shapes check them, no reasoner
concludes anything from a list. What stands below the examples is read by programs:
[how to write the ontology](../../ontology/STYLE.md) says what for.
"""
_VOCABULARIES_INTRO = """
Every scheme and concept, `concept:` = `https://w3id.org/mhgraph/concept/`. Each scheme is a file in
`ontology/vocabularies/`. A concept is added when a document first needs it.
"""
_ONTOLOGY_PAGE = "ontology.md"
_PREFIX = re.compile(r"^@prefix\s+([\w-]*):\s*<([^<>]*)>", re.MULTILINE)
_RELATIONS = {
    f"{RDFS}subClassOf": "Subclass of",
    f"{RDFS}subPropertyOf": "Subproperty of",
    f"{OWL}equivalentClass": "Same as",
    f"{OWL}equivalentProperty": "Same as",
    f"{SKOS}exactMatch": "Exact match",
    f"{SKOS}closeMatch": "Close match",
    f"{SKOS}broadMatch": "Broader match",
    f"{SKOS}narrowMatch": "Narrower match",
    f"{SKOS}relatedMatch": "Related match",
    f"{SKOS}broader": "Broader",
    f"{SKOS}related": "Related",
    f"{RDFS}seeAlso": "See also",
    f"{OWL}disjointWith": "Nothing is also",
}
_BELOW = {f"{RDFS}subClassOf": "Above", f"{RDFS}subPropertyOf": "Above"}
"""Relations that are told from their other end, too."""

_ENDS = {
    f"{RDFS}domain": "Between",
    "https://schema.org/domainIncludes": "Between",
    f"{RDFS}range": "and",
    "https://schema.org/rangeIncludes": "and",
}
_SHOWN = {LABEL.value, TYPE.value, f"{SKOS}definition", f"{SKOS}example", f"{SKOS}scopeNote", f"{RDFS}isDefinedBy"}
_SHOWN |= {f"{SKOS}prefLabel", f"{SKOS}inScheme", f"{SKOS}notation", *_RELATIONS, *_ENDS}
_SHOWN |= {RESERVED.value, KIND_SCHEME.value}


@dataclass
class Terms:
    """What the files say, subject by subject, and the prefixes that they bind."""

    about: dict[str, dict[str, list[Term]]] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=lambda: dict(PREFIXES))

    def read(self, path: Path) -> None:
        """Add the triples and prefixes of a file. Raises UnreadableFile or RDFSyntaxError."""
        self.prefixes.update((name, iri) for name, iri in _PREFIX.findall(read_text(path)) if name)
        for quad in parse_file(path):
            if isinstance(quad.subject, NamedNode):
                self.about.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)

    def values(self, subject: str, *predicates: str) -> list[str]:
        """Return the IRIs and texts at the other end, sorted."""
        found = (term for predicate in predicates for term in self.about.get(subject, {}).get(predicate, []))
        return sorted({getattr(term, "value", str(term)) for term in found}, key=natural_key)

    def text(self, subject: str, predicate: str, language: str = LANGUAGES[0]) -> str:
        """Return the texts in a language, joined, or ""."""
        found = self.about.get(subject, {}).get(predicate, [])
        return " ".join(
            sorted(text.value for text in found if isinstance(text, Literal) and text.language in (language, None))
        )

    def of_type(self, *types: str) -> list[str]:
        """Return the subjects with one of these types, sorted."""
        wanted = set(types)
        return sorted((iri for iri in self.about if wanted & set(self.values(iri, TYPE.value))), key=natural_key)

    def short(self, iri: str) -> str:
        """Return the CURIE of an IRI, also with the prefixes that only the files bind."""
        for prefix, namespace in sorted(self.prefixes.items(), key=lambda pair: (-len(pair[1]), pair[0])):
            if iri.startswith(namespace) and len(iri) > len(namespace):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri


def read_terms(project: Project) -> Terms:
    """Return what the ontology, the vocabularies and the entity files of concepts define."""
    terms = Terms()
    for path in [*project.ontology, *(path for path in project.entities if path.parent.name == "concept")]:
        terms.read(path)
    return terms


def render_ontology(project: Project) -> str:
    """Return the page of classes and properties."""
    terms = read_terms(project)
    classes = _ours(terms.of_type(f"{OWL}Class"))
    kinds = [f"{OWL}{kind}" for kind in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")]
    properties = _ours(terms.of_type(*kinds))
    sections = [
        "## Classes",
        _tabulate(terms, classes, "class"),
        "## Properties",
        _tabulate(terms, properties, "property"),
    ]
    sections += [_render_term(terms, iri, "class") for iri in classes]
    sections += [_render_term(terms, iri, "property") for iri in properties]
    sections += ["## Terms of other vocabularies", _tabulate_foreign(terms)]
    return page("Ontology", _ONTOLOGY_INTRO, sections)


def render_vocabularies(project: Project) -> str:
    """Return the page of schemes and concepts."""
    terms = read_terms(project)
    members: dict[str, list[str]] = {scheme: [] for scheme in terms.of_type(f"{SKOS}ConceptScheme")}
    for concept in terms.of_type(f"{SKOS}Concept"):
        for scheme in terms.values(concept, f"{SKOS}inScheme"):
            members.setdefault(scheme, []).append(concept)
    index = [
        [f"[{_slug(scheme)}](#scheme-{_slug(scheme)})", plain(_label(terms, scheme)), str(len(concepts))]
        for scheme, concepts in members.items()
    ]
    sections = [table(["scheme", "what it lists", "concepts"], index)]
    sections += [_render_scheme(terms, scheme, concepts) for scheme, concepts in members.items()]
    return page("Vocabularies", _VOCABULARIES_INTRO, sections)


def _ours(iris: Iterable[str]) -> list[str]:
    return [iri for iri in iris if iri.startswith(MH)]


def _tabulate(terms: Terms, iris: Sequence[str], kind: str) -> str:
    rows = [[_link(terms, iri, kind), plain(terms.text(iri, f"{SKOS}definition"))] for iri in iris]
    return table([kind, "definition"], rows)


def _render_term(terms: Terms, iri: str, kind: str) -> str:
    labels = " · ".join(
        f"{plain(text)} ({language})" for language in LANGUAGES if (text := terms.text(iri, LABEL.value, language))
    )
    facts = [f"- Example: {plain(text)}" for text in filter(None, [terms.text(iri, f"{SKOS}example")])]
    facts += [f"- {plain(text)}" for text in filter(None, [terms.text(iri, f"{SKOS}scopeNote")])]
    facts += _list_ends(terms, iri)
    facts += [f"- Kinds: {_link_scheme(scheme)}" for scheme in terms.values(iri, KIND_SCHEME.value)]
    facts += [f"- {text}" for text in _list_relations(terms, iri)]
    facts += [f"- Reserved: {plain(text)}" for text in filter(None, [terms.text(iri, RESERVED.value)])]
    facts += [f"- {text}" for text in _list_others(terms, iri)]
    title = heading(3, to_curie(iri), _anchor(iri, kind))
    return "\n\n".join([title, labels, plain(terms.text(iri, f"{SKOS}definition")), "\n".join(facts)])


def _list_ends(terms: Terms, iri: str) -> list[str]:
    sides: dict[str, list[str]] = {}
    for predicate, side in _ENDS.items():
        sides.setdefault(side, []).extend(_link(terms, cls, "class") for cls in terms.values(iri, predicate))
    if not any(sides.values()):
        return []
    domain, range_ = (", ".join(found) or "any" for found in sides.values())
    return [f"- Between {domain} and {range_}"]


def _list_relations(terms: Terms, iri: str) -> Iterator[str]:
    kind = "class" if f"{OWL}Class" in terms.values(iri, TYPE.value) else "property"
    for predicate, words in _RELATIONS.items():
        values = terms.values(iri, predicate)
        if values:
            yield f"{words}: {', '.join(_link(terms, value, kind) for value in values)}"
    for predicate, words in _BELOW.items():
        below = [other for other in terms.about if iri in terms.values(other, predicate)]
        if below:
            yield f"{words}: {', '.join(_link(terms, other, kind) for other in sorted(below, key=natural_key))}"


def _list_others(terms: Terms, iri: str) -> Iterator[str]:
    """Yield what the files say and no other line shows, so that nothing is left out in silence."""
    for predicate in sorted(set(terms.about.get(iri, {})) - _SHOWN):
        label = terms.text(predicate, LABEL.value) if predicate.startswith(MH) else ""
        name = (
            f"[{plain(label)}]({_ONTOLOGY_PAGE}#{_anchor(predicate, 'property')})"
            if label
            else code(terms.short(predicate))
        )
        values = sorted(
            terms.about[iri][predicate], key=lambda value: (natural_key(getattr(value, "value", "")), str(value))
        )
        yield f"{name}: {', '.join(_show(terms, value) for value in values)}"


def _show(terms: Terms, value: Term) -> str:
    """Return a value in a line: a text with its language, anything else by its short name."""
    if isinstance(value, Literal):
        return plain(value.value) + (f" ({value.language})" if value.language else "")
    return code(terms.short(getattr(value, "value", str(value))))


def _tabulate_foreign(terms: Terms) -> str:
    kinds = [f"{OWL}{kind}" for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")]
    groups: dict[str, list[str]] = {}
    for iri in terms.of_type(*kinds):
        if not iri.startswith(MH):
            groups.setdefault(terms.short(iri).partition(":")[0], []).append(terms.short(iri))
    rows = [[code(prefix), ", ".join(code(name) for name in found)] for prefix, found in sorted(groups.items())]
    return table(["prefix", "terms that the data or the alignments use"], rows)


def _render_scheme(terms: Terms, scheme: str, concepts: Sequence[str]) -> str:
    title = heading(2, plain(_label(terms, scheme)), f"scheme-{_slug(scheme)}")
    parts = [title, plain(terms.text(scheme, f"{SKOS}definition")), code(to_curie(scheme))]
    columns = ["concept", "English", "French", "Spanish", "definition", "more"]
    rows = [_describe_concept(terms, concept) for concept in concepts]
    shown = 6 if any(row[5] for row in rows) else 5
    return "\n\n".join([*filter(None, parts), table(columns[:shown], [row[:shown] for row in rows])])


def _describe_concept(terms: Terms, iri: str) -> list[str]:
    labels = [plain(terms.text(iri, f"{SKOS}prefLabel", language)) for language in LANGUAGES]
    more = "; ".join([*_list_relations(terms, iri), *_list_others(terms, iri)])
    return [code(to_curie(iri)), *labels, plain(terms.text(iri, f"{SKOS}definition")), more]


def _label(terms: Terms, iri: str) -> str:
    return terms.text(iri, f"{SKOS}prefLabel") or terms.text(iri, LABEL.value) or to_curie(iri)


def _link(terms: Terms, iri: str, kind: str) -> str:
    """Return a term of ours as a link to its section, any other as code."""
    if iri.startswith(SCHEME):
        return _link_scheme(iri)
    return f"[{to_curie(iri)}](#{_anchor(iri, kind)})" if iri.startswith(MH) else code(terms.short(iri))


def _link_scheme(iri: str) -> str:
    return f"[{_slug(iri)}](vocabularies.md#scheme-{_slug(iri)})"


def _anchor(iri: str, kind: str) -> str:
    return f"{kind}-{iri.removeprefix(MH).lower()}"


def _slug(scheme: str) -> str:
    return scheme.rsplit("/", 1)[-1]
