#+ focus: participation:brook-lake-forum
#+ path: mh:hasOffice
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
INSERT DATA { participation:brook-lake-forum mh:hasOffice "Chair" }
