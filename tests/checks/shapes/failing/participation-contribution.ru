#+ focus: participation:brook-lake-forum
#+ path: mh:hasContribution
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
INSERT DATA { participation:brook-lake-forum mh:hasContribution "On wells" }
