#+ focus: participation:brook-lake-forum
#+ path: mh:isParticipationOf
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX participation: <https://w3id.org/mhgraph/participation/>
PREFIX person: <https://w3id.org/mhgraph/person/>
DELETE DATA { participation:brook-lake-forum mh:isParticipationOf person:ada-brook }
