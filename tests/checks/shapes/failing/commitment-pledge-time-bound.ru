#+ focus: commitment:ten-wells
#+ path: mh:hasDeadline
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE DATA { commitment:ten-wells mh:hasDeadline "2033"^^xsd:gYear }
