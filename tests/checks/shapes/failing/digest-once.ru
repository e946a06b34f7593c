#+ focus:
#+   - source:lake-report#c1
#+   - source:lake-report#p01
#+ path: mh:hasDigest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasDigest "2222222222222222222222222222222222222222222222222222222222222222" }
