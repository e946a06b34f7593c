#+ focus: provision:lake-1
#+ path: mh:hasDeadline
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasDeadline ?old } INSERT { $this mh:hasDeadline "2035" } WHERE { $this mh:hasDeadline ?old }
