#+ focus: participation:brook-lake-forum
#+ path: mh:hasStatus
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasStatus concept:status-running }
