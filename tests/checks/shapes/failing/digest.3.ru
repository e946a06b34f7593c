#+ focus: source:lake-report#p01
#+ path: mh:digest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:digest ?old } INSERT { $this mh:digest "x1111111111111111111111111111111111111111111111111111111111111111" } WHERE { $this mh:digest ?old }
