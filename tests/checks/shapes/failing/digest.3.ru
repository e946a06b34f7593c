#+ focus: source:lake-report#p01
#+ path: mh:hasDigest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasDigest ?old } INSERT { $this mh:hasDigest "x1111111111111111111111111111111111111111111111111111111111111111" } WHERE { $this mh:hasDigest ?old }
