#+ focus:
#+   - source:lake-report#p02
#+   - source:lake-speech#body-1
#+ path: mh:hasNumber
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasNumber ?old } WHERE { $this mh:hasNumber ?old }
