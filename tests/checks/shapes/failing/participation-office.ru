#+ focus: participation:brook-lake-forum
#+ path: mh:office
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
INSERT DATA { participation:brook-lake-forum mh:office "Chair" }
