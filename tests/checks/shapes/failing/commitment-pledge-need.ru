#+ focus: commitment:ten-wells
#+ path: mh:hasTopic
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { commitment:ten-wells mh:hasTopic concept:topic-water }
