#+ focus: position:wells-are-enough
#+ path: mh:topic|mh:concerns|mh:addresses
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX position: <https://w3id.org/mhgraph/position/>
DELETE DATA { position:wells-are-enough mh:topic concept:topic-water }
