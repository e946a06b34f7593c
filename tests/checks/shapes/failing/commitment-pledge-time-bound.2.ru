#+ focus: commitment:quiet-boats
#+ path: mh:deadline
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE DATA { commitment:quiet-boats mh:deadline "2034"^^xsd:gYear }
