#+ focus: participation:brook-lake-forum
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
INSERT DATA { participation:brook-lake-forum mh:hasRationale "Because it is so."@en }
