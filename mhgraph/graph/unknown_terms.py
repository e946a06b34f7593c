"""What a query that somebody typed names, and the ontology does not have."""

from __future__ import annotations

from mhgraph.model import Model
from mhgraph.namespaces import MH, to_curie
from mhgraph.rdf.sparql import list_iris
from mhgraph.text.likeness import did_you_mean


def find_unknown_terms(model: Model, query: str) -> list[str]:
    """Return which terms of ours a query names that the ontology does not have: a clause for each, with the nearest.

    >>> from mhgraph.graph import load_graph
    >>> from mhgraph.project.folders import find_project
    >>> model = load_graph(find_project()).model
    >>> find_unknown_terms(model, "PREFIX mh: <https://w3id.org/mhgraph/ontology#> ASK { ?x a mh:Evnt }")
    ['mh:Evnt is no term of the ontology (did you mean mh:Event?)']
    """
    known = {term.value for term in model.terms}
    named = [iri for iri in list_iris(query) if iri.startswith(MH) and iri != MH]
    unknown = [iri for iri in dict.fromkeys(named) if iri not in known]
    return [f"{to_curie(iri)} is no term of the ontology{did_you_mean(iri, known)}" for iri in unknown]
