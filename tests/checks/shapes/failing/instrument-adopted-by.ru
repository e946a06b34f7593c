#+ focus: instrument:old-pact
#+ path: mh:issuedBy
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX milestone: <https://w3id.org/mhgraph/milestone/>
INSERT DATA { milestone:pact-noted mh:kind concept:milestone-adopted }
