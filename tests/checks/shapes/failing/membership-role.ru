#+ focus: membership:lake-union-ws-wells-member
#+ path: mh:hasRole
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasRole ?old } INSERT { $this mh:hasRole concept:mode-in-person } WHERE { $this mh:hasRole ?old }
