#+ focus: concept:precision-about
#+ path: skos:inScheme
#+ also:
#+   - concept:precision-exact
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX scheme: <https://w3id.org/mhgraph/scheme/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE DATA { scheme:precision rdf:type skos:ConceptScheme }
