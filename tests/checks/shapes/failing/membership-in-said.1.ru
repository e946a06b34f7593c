#+ focus: membership:lake-union-ws-wells-member
#+ path: mh:isIn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isIn ?old } WHERE { $this mh:isIn ?old }
