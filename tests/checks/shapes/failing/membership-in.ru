#+ focus: membership:lake-union-ws-wells-member
#+ path: mh:isIn
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isIn ?old } INSERT { $this mh:isIn event:lake-forum } WHERE { $this mh:isIn ?old }
