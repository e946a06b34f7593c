#+ focus: participation:brook-lake-forum
#+ path: mh:rationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
INSERT DATA { participation:brook-lake-forum mh:rationale "Because it is so."@en }
