#+ focus: participation:brook-lake-forum
#+ path: mh:participant
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
PREFIX person: <https://w3id.org/mhgraph/person/>
DELETE DATA { participation:brook-lake-forum mh:participant person:ada-brook }
