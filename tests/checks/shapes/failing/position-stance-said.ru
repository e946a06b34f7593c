#+ focus: position:wells-come-first
#+ path: mh:hasStance
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX position: <https://w3id.org/mhgraph/position/>
DELETE DATA { position:wells-come-first mh:hasStance concept:stance-affirms }
