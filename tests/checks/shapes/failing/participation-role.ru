#+ focus: participation:brook-lake-forum
#+ path: mh:hasRole
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
INSERT DATA { participation:brook-lake-forum mh:hasRole concept:status-held }
