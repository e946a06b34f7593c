"""How to break what only a query can say: for each shape with sh:sparql, a change of the data that it has to notice.

A recipe is what to take away and what to add around `?this`, for every `?this` of the pattern. A shape without a recipe
is an error, so that a new query gets one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from mhgraph.namespaces import BASE, PREFIXES
from mhgraph.stores import Store

_PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


@dataclass(frozen=True)
class Recipe:
    """A change in the words of SPARQL: `take` and `add` are templates, `where` binds their variables."""

    fault: str
    take: str = ""
    add: str = ""
    where: str = ""

    def foci(self, store: Store, target: str) -> list[NamedNode]:
        """Return the members of a class that the recipe can break, in a fixed order."""
        query = f"{_PROLOGUE}SELECT DISTINCT ?this WHERE {{ ?this a <{target}> . {self.where} }}"
        found = (node for (node,) in store.select(query).rows if isinstance(node, NamedNode))
        return sorted(found, key=lambda node: node.value)

    def change(self, store: Store, focus: NamedNode) -> tuple[frozenset[Triple], frozenset[Triple]]:
        """Return what is taken away around a focus node, and what is added."""
        return self._make(store, self.take, focus), self._make(store, self.add, focus)

    def _make(self, store: Store, template: str, focus: NamedNode) -> frozenset[Triple]:
        if not template:
            return frozenset()
        query = f"{_PROLOGUE}CONSTRUCT {{ {template} }} WHERE {{ VALUES ?this {{ {focus} }} {self.where} }}"
        return frozenset(store.construct(query))


def _pledge(lacks: str) -> tuple[Recipe, ...]:
    """A commitment becomes a pledge that lacks something."""
    return (
        Recipe("a pledge without it", lacks, "?this mh:hasKind concept:commitment-pledge", f"OPTIONAL {{ {lacks} }}"),
    )


_DATES = "?this mh:hasStartDate ?start ; mh:hasEndDate ?end ; mh:hasEarliestDay ?first ; mh:hasLatestDay ?last"
_EACH_DATE = " ".join(f"OPTIONAL {{ ?this mh:{a} ?{b} }}" for a, b in (
    ("hasStartDate", "start"), ("hasEndDate", "end"), ("hasEarliestDay", "first"), ("hasLatestDay", "last")
))  # fmt: skip


def _circle(predicate: str, other: str) -> tuple[Recipe, ...]:
    """A thing and another one that come after, or lie in, each other."""
    return (Recipe("circle", add=f"?this {predicate} {other} . {other} {predicate} ?this"),)


_BY_NAME: Mapping[str, tuple[Recipe, ...]] = {
    "builds-on-not-circular": _circle("mh:buildsOn", "instrument:mutant"),
    "commitment-pledge-kind": (
        Recipe(
            "a pledge of no such kind",
            "?this mh:hasKind ?kind",
            "?this mh:isPledgedBy actor:mutant",
            "OPTIONAL { ?this mh:hasKind ?kind }",
        ),
    ),
    "commitment-pledge-by": _pledge("?this mh:isPledgedBy ?agent"),
    "concept-name-fits-scheme": (
        Recipe(
            "foreign scheme",
            "?this skos:inScheme ?scheme",
            "?this skos:inScheme ?other",
            "?this skos:inScheme ?scheme BIND (IF(?scheme = scheme:mode, scheme:unit, scheme:mode) AS ?other)",
        ),
    ),
    "concept-broader-in-scheme": (
        Recipe("foreign scheme", add="?this skos:broader concept:mutant . concept:mutant skos:inScheme scheme:mutant"),
    ),
    "concept-not-broader-than-itself": _circle("skos:broader", "concept:mutant"),
    "concept-notation-fits": (
        Recipe(
            "bad form",
            "?this skos:notation ?old",
            '?this skos:notation "mutant"',
            "OPTIONAL { ?this skos:notation ?old }",
        ),
    ),
    "end-not-before-start": (
        Recipe(
            "out of range",
            _DATES,
            '?this mh:hasStartDate "2020"^^xsd:gYear ; mh:hasEndDate "2019"^^xsd:gYear ;'
            ' mh:hasEarliestDay "2020-01-01"^^xsd:date ; mh:hasLatestDay "2019-12-31"^^xsd:date',
            _EACH_DATE,
        ),
    ),
    "event-not-part-of-itself": _circle("mh:isPartOfEvent", "event:mutant"),
    "event-within-larger-event": (
        Recipe(
            "out of range",
            _DATES,
            '?this mh:hasStartDate "1950"^^xsd:gYear ; mh:hasEarliestDay "1950-01-01"^^xsd:date ;'
            ' mh:hasLatestDay "1950-12-31"^^xsd:date',
            f"?this mh:isPartOfEvent ?larger . ?larger mh:hasEarliestDay ?day {_EACH_DATE}",
        ),
    ),
    "instrument-address-fits": (
        Recipe(
            "foreign address",
            add="?this schema:sameAs <https://undocs.org/A/RES/0/0>",
            where='?this dcterms:identifier ?symbol FILTER (STRSTARTS(?symbol, "A/"))',
        ),
    ),
    "instrument-cites-no-later": (
        Recipe(
            "out of range",
            "?this mh:hasEarliestDay ?first . ?this mh:hasLatestDay ?last",
            '?this mh:hasLatestDay "1950-12-31"^^xsd:date ; mh:cites instrument:mutant .'
            ' instrument:mutant mh:hasEarliestDay "2050-01-01"^^xsd:date',
            _EACH_DATE,
        ),
    ),
    "passage-digest-of-text": (
        Recipe(
            "drop",
            "?this mh:hasDigest ?digest",
            where="?this mh:isSeenIn/mh:hasExtent ?extent ; mh:hasDigest ?digest"
            " FILTER (?extent IN (concept:extent-whole, concept:extent-body-only))",
        ),
    ),
    "passage-fragment-address": (
        Recipe(
            "drop",
            "?source schema:url ?address",
            where="?this mh:hasTextFragment ?fragment ; dcterms:isPartOf ?source . ?source schema:url ?address",
        ),
    ),
    "passage-fragment-of-statement": (
        Recipe(
            "contradiction",
            add="?this mh:holdsNoStatement concept:nothing-context",
            where="?this mh:hasTextFragment ?fragment",
        ),
    ),
    "passage-number-of-excerpt": (
        Recipe(
            "contradiction",
            "?capture mh:hasExtent ?extent",
            "?capture mh:hasExtent concept:extent-excerpt",
            "?this mh:hasNumber ?number ; mh:isSeenIn ?capture . ?capture mh:hasExtent ?extent",
        ),
    ),
    "passage-number-of-text": (
        Recipe(
            "drop", "?this mh:hasNumber ?number", '?this mh:hasDocumentLabel "para. 1"', "?this mh:hasNumber ?number"
        ),
    ),
    "passage-read-with-same-source": (Recipe("foreign passage", add=f"?this mh:isReadWith <{BASE}source/mutant#p01>"),),
    "passage-source-fits": (
        Recipe(
            "foreign source",
            "?this dcterms:isPartOf ?source",
            "?this dcterms:isPartOf source:mutant",
            "?this dcterms:isPartOf ?source",
        ),
    ),
    "provision-identifier-continues": (
        Recipe(
            "bad form",
            "?this dcterms:identifier ?old",
            '?this dcterms:identifier "A/RES/0/0, para. 999"',
            "?this dcterms:identifier ?old ; dcterms:isPartOf ?larger ."
            ' ?larger a mh:Provision ; dcterms:identifier ?outer FILTER (CONTAINS(STR(?outer), "para."))',
        ),
    ),
    "provision-identifier-fits-number": tuple(
        Recipe(
            "foreign number",
            "?this dcterms:identifier ?old",
            "?this dcterms:identifier ?new",
            f'?this dcterms:identifier ?old FILTER (REGEX(?old, "{ending}")) BIND (CONCAT(?old, "{more}") AS ?new)',
        )
        for ending, more in (("[)]$", " (z)"), ("(Goal|target) ", "9"))
    ),
    "provision-identifier-fits-place": (
        Recipe(
            "foreign symbol",
            "?this dcterms:identifier ?old",
            '?this dcterms:identifier "A/RES/0/0, para. 1"',
            "?this dcterms:identifier ?old ; dcterms:isPartOf+ ?text ."
            " ?text a mh:Instrument ; dcterms:identifier ?symbol",
        ),
    ),
    "provision-name-fits": (
        Recipe(
            "foreign provision",
            "?this dcterms:isPartOf ?larger",
            "?this dcterms:isPartOf provision:mutant . provision:mutant a mh:Provision",
            "?this dcterms:isPartOf ?larger . ?larger a mh:Provision",
        ),
    ),
    "provision-notation-fits-place": (
        Recipe(
            "bad form",
            "?this skos:notation ?old",
            '?this skos:notation "mutant"',
            "?this skos:notation ?old ; dcterms:isPartOf ?larger . ?larger a mh:Provision ; skos:notation ?number",
        ),
    ),
    "provision-notation-fits-slug": (
        Recipe("bad form", "?this skos:notation ?old", '?this skos:notation "mutant"', "?this skos:notation ?old"),
    ),
    "provision-right-level": tuple(
        Recipe(
            "wrong class",
            "?this dcterms:isPartOf ?larger",
            "?this dcterms:isPartOf place:mutant",
            f"?this dcterms:isPartOf ?larger ; mh:hasKind concept:provision-{kind}",
        )
        for kind in ("action", "objective")
    ),
    "provision-sdg-address-fits": (
        Recipe(
            "foreign address",
            add="?this skos:exactMatch <http://metadata.un.org/sdg/99>",
            where="?this skos:notation ?number",
        ),
    ),
    "reported-figure-percentage": (
        Recipe(
            "out of range",
            "?this mh:hasValue ?value ; mh:hasUnit ?unit",
            "?this mh:hasValue 101 ; mh:hasUnit concept:unit-percent",
            "?this mh:hasValue ?value ; mh:hasUnit ?unit",
        ),
    ),
    "reported-figure-value-not-negative": (
        Recipe("out of range", "?this mh:hasValue ?old", "?this mh:hasValue -1", "?this mh:hasValue ?old"),
    ),
    "capture-digest-of-text": (
        Recipe(
            "drop",
            "?this mh:hasDigest ?digest",
            where="?this mh:hasDigest ?digest ; mh:hasExtent ?extent"
            " FILTER (?extent IN (concept:extent-whole, concept:extent-body-only))",
        ),
    ),
    "capture-of-fits": (
        Recipe(
            "foreign source",
            "?this mh:isCaptureOf ?source",
            "?this mh:isCaptureOf source:mutant",
            "?this mh:isCaptureOf ?source",
        ),
    ),
    "different-thing": (Recipe("wrong class", add="?this mh:differentFrom rule:mutant . rule:mutant a mh:Rule"),),
    "not-in-series-of-larger-event": (
        Recipe(
            "contradiction",
            add="?this mh:isInSeries series:mutant ; mh:isPartOfEvent event:mutant ."
            " event:mutant a mh:Event ; mh:isInSeries series:mutant",
        ),
    ),
    "passage-last-number-after": (
        Recipe("out of range", add="?this mh:hasLastNumber ?number", where="?this mh:hasNumber ?number"),
    ),
    "passage-place-said": (
        Recipe(
            "drop",
            "?this mh:hasNumber ?number . ?this mh:hasDocumentLabel ?label",
            where="OPTIONAL { ?this mh:hasNumber ?number } OPTIONAL { ?this mh:hasDocumentLabel ?label }",
        ),
    ),
    "part-not-circular": _circle("dcterms:isPartOf", "place:mutant"),
    "part-of-body-not-circular": _circle("mh:isPartOfBody", "group:mutant"),
    "passage-record-name": (
        Recipe("wrong class", "?this a mh:Passage", "?this a mh:Record", "?this mh:hasNumber ?number"),
    ),
    "passage-seen-in-same-source": (
        Recipe(
            "foreign source",
            "?this mh:isSeenIn ?capture",
            f"?this mh:isSeenIn <{BASE}source/mutant#c1>",
            "?this mh:isSeenIn ?capture",
        ),
    ),
    "place-code-of-country": (
        Recipe(
            "contradiction", "?this mh:hasKind ?kind", '?this skos:notation "QQ"', "OPTIONAL { ?this mh:hasKind ?kind }"
        ),
    ),
    "place-code-once": (Recipe("duplicate", add='?this skos:notation "QQ" , "QX"'),),
    "place-codes-of-country": (
        Recipe(
            "drop",
            "?this skos:notation ?code",
            where="?this mh:hasKind concept:place-country ; skos:notation ?code FILTER (STRLEN(?code) = 2)",
        ),
    ),
    "precedes-not-circular": _circle("mh:precedes", "event:mutant"),
    "recommendation-label-short": (
        Recipe(
            "out of range",
            "?this rdfs:label ?old",
            f'?this rdfs:label "{"word " * 20}more"@en',
            "?this rdfs:label ?old",
        ),
    ),
    "milestone-happens-to-text": (
        Recipe(
            "wrong class",
            add="?this mh:hasKind concept:milestone-adopted ; mh:happensTo actor:mutant ."
            " actor:mutant a mh:Organization",
        ),
    ),
    "person-plain-name": (
        Recipe("contradiction", "?this rdfs:label ?old", '?this rdfs:label "Dr. Mutant"@en', "?this rdfs:label ?old"),
    ),
    "provision-heading-fits-number": (
        Recipe(
            "contradiction",
            "?this dcterms:title ?old",
            '?this dcterms:title "Objective 999: Mutants"@en',
            '?this skos:notation ?number FILTER (REGEX(STR(?number), "[0-9]")) OPTIONAL { ?this dcterms:title ?old }',
        ),
    ),
    "reported-figure-several": (
        Recipe(
            "out of range",
            "?this mh:hasValue ?old",
            "?this mh:measures concept:measure-events ; mh:isAbout event:mutant ; mh:hasValue 1 ;"
            " mh:hasPrecision concept:precision-exact . event:mutant a mh:EventSet",
            "OPTIONAL { ?this mh:hasValue ?old }",
        ),
    ),
    "subject-tag": (
        Recipe(
            "wrong class",
            add="?this dcterms:subject concept:mutant ."
            f" concept:mutant a skos:Concept ; skos:inScheme <{BASE}scheme/topic>",
        ),
    ),
    "reported-figure-whole": (
        Recipe(
            "out of range",
            "?this mh:hasValue ?old ; mh:hasUnit ?unit",
            "?this mh:hasValue 1.5 ; mh:hasUnit concept:unit-persons",
            "OPTIONAL { ?this mh:hasValue ?old } OPTIONAL { ?this mh:hasUnit ?unit }",
        ),
    ),
    "restates-other-text": (
        Recipe(
            "contradiction",
            add="?this mh:restates provision:mutant ; dcterms:isPartOf instrument:mutant ."
            " provision:mutant dcterms:isPartOf instrument:mutant",
        ),
    ),
    "succeeds-not-circular": _circle("mh:succeeds", "series:mutant"),
    "same-thing": (Recipe("wrong class", add="?this mh:sameAs rule:mutant . rule:mutant a mh:Rule"),),
}
RECIPES: Mapping[str, tuple[Recipe, ...]] = {f"{BASE}shape/{name}": recipes for name, recipes in _BY_NAME.items()}
"""The recipes of each shape with a query, by its IRI."""
