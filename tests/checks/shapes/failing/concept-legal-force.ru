#+ focus: concept:topic-water
#+ path: mh:hasLegalForce
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasLegalForce concept:mode-in-person }
