#+ focus: group:ws-wells
#+ path: mh:hasKind
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX group: <https://w3id.org/mhgraph/group/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { group:ws-wells mh:hasKind concept:body-workstream }
