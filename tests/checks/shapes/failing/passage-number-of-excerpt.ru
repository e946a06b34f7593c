#+ focus:
#+   - source:lake-letter#para-2
#+   - source:lake-note#para-1
#+ path: mh:hasNumber
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasNumber 2 }
