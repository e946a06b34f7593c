#+ focus: membership:lake-union-ws-wells-member
#+ path: mh:hasRole
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasRole concept:role-speaker }
