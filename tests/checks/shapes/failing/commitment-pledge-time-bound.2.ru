#+ focus: commitment:quiet-boats
#+ path: mh:hasDeadline
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE DATA { commitment:quiet-boats mh:hasDeadline "2034"^^xsd:gYear }
