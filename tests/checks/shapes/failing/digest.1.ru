#+ focus:
#+   - source:lake-report#c1
#+   - source:lake-report#p01
#+ path: mh:hasDigest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasDigest ?old } INSERT { $this mh:hasDigest "abc" } WHERE { $this mh:hasDigest ?old }
