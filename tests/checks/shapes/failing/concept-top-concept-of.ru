#+ focus: concept:topic-water
#+ path: skos:topConceptOf
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX place: <https://w3id.org/mhgraph/place/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { concept:topic-water skos:topConceptOf place:lakeland }
