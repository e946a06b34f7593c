#+ focus: position:wells-are-enough
#+ path: mh:hasTopic|mh:isAbout|mh:concerns|mh:addresses|mh:cites
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX position: <https://w3id.org/mhgraph/position/>
DELETE DATA { position:wells-are-enough mh:hasTopic concept:topic-water }
