#+ focus:
#+   - source:lake-report
#+   - source:lake-report#p01
#+ path: mh:digest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:digest "2222222222222222222222222222222222222222222222222222222222222222" }
