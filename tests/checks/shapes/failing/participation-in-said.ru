#+ focus: participation:brook-lake-forum
#+ path: mh:isIn
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
DELETE DATA { participation:brook-lake-forum mh:isIn event:lake-forum }
