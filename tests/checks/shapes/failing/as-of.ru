#+ focus: membership:lake-union-ws-wells-member
#+ path: mh:isAsOf
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isAsOf ?old } INSERT { $this mh:isAsOf "since 2031"@en } WHERE { $this mh:isAsOf ?old }
