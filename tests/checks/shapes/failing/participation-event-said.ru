#+ focus: participation:brook-lake-forum
#+ path: mh:event
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
DELETE DATA { participation:brook-lake-forum mh:event event:lake-forum }
