#+ focus: membership:lake-union-ws-wells-member
#+ path: mh:hasRole
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasRole ?old } WHERE { $this mh:hasRole ?old }
