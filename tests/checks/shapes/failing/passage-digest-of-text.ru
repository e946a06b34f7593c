#+ focus:
#+   - source:lake-report#p02
#+   - source:lake-speech#body-1
#+ path: mh:hasDigest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasDigest ?old } WHERE { $this mh:hasDigest ?old }
