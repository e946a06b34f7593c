#+ focus:
#+   - source:lake-report
#+   - source:lake-report#p01
#+ path: mh:digest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:digest ?old } INSERT { $this mh:digest "abc" } WHERE { $this mh:digest ?old }
