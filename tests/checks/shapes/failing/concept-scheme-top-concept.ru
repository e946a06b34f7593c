#+ focus: scheme:topic
#+ path: skos:hasTopConcept
PREFIX place: <https://w3id.org/mhgraph/place/>
PREFIX scheme: <https://w3id.org/mhgraph/scheme/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { scheme:topic skos:hasTopConcept place:lakeland }
