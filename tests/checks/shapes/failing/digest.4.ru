#+ focus: source:lake-report#p01
#+ path: mh:hasDigest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasDigest ?old } INSERT { $this mh:hasDigest "1111111111111111111111111111111111111111111111111111111111111111x" } WHERE { $this mh:hasDigest ?old }
