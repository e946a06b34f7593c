#+ focus: participation:brook-lake-forum
#+ path: mh:isIn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
PREFIX process: <https://w3id.org/mhgraph/process/>
INSERT DATA { participation:brook-lake-forum mh:isIn process:lake-talks }
