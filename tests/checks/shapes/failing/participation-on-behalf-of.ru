#+ focus: participation:brook-lake-forum
#+ path: mh:isOnBehalfOf
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
PREFIX person: <https://w3id.org/mhgraph/person/>
INSERT DATA { participation:brook-lake-forum mh:isOnBehalfOf person:ada-brook }
