#+ focus: participation:brook-lake-forum
#+ path: mh:role
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
INSERT DATA { participation:brook-lake-forum mh:role concept:status-held }
