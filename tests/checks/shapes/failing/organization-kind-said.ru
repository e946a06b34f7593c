#+ focus: actor:lake-states
#+ path: mh:hasKind
#+ severity: warning
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { actor:lake-states mh:hasKind concept:organization-state }
