"""The concepts of a scheme, with what they mean: what a curator chooses from."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from mhgraph.graph.base import BaseGraph
from mhgraph.graph.labels import LANGUAGES, choose
from mhgraph.namespaces import SKOS

SCHEME_CLASS = NamedNode(f"{SKOS}ConceptScheme")


class Concept(NamedTuple):
    """A concept: its IRI, the IRIs of its broader concepts in the scheme, its name and its definition ("" without)."""

    iri: str
    broader: tuple[str, ...]
    name: str
    definition: str


def list_concepts(graph: BaseGraph, scheme: str, language: str = LANGUAGES[0]) -> list[Concept]:
    """Return the concepts of a scheme by name, each behind the broader one that it stands under: two queries.

    `scheme` is a name of it, such as `topic`. Raises UnknownName or AmbiguousName, with the nearest schemes.
    """
    found = graph.resolve(scheme, [SCHEME_CLASS], expected="scheme")
    query = f"""SELECT DISTINCT ?x ?broader ?definition WHERE {{
      ?x <{SKOS}inScheme> {found} .
      OPTIONAL {{ ?x <{SKOS}broader> ?broader . ?broader <{SKOS}inScheme> {found} }}
      OPTIONAL {{ ?x <{SKOS}definition> ?definition }} }}"""
    broader: dict[str, set[str]] = {}
    definitions: dict[str, set[Literal]] = {}
    for concept, above, definition in graph.select(query).rows:
        if isinstance(concept, NamedNode):
            broader.setdefault(concept.value, set()).update([above.value] if isinstance(above, NamedNode) else [])
            definitions.setdefault(concept.value, set()).update([definition] if isinstance(definition, Literal) else [])
    labels = graph.labels(broader, language)

    def list_path(iri: str, seen: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
        """Return the names from the top down to a concept; a circle ends where it began."""
        first = min(broader[iri] - seen - {iri}, default=None)
        return [*(list_path(first, seen | {iri}) if first else []), (labels[iri].casefold(), iri)]

    return [
        Concept(
            iri,
            tuple(sorted(broader[iri])),
            labels[iri],
            choose(definitions[iri], language) if definitions[iri] else "",
        )
        for iri in sorted(broader, key=list_path)
    ]
