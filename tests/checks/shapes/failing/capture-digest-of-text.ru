#+ focus:
#+   - source:lake-report#c1
#+   - source:lake-speech#c1
#+ path: mh:hasDigest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasDigest ?old } WHERE { $this mh:hasDigest ?old }
