#+ focus:
#+   - source:lake-report
#+   - judgement:wells-mean-lake-1
#+ path: mh:curationRole
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE WHERE { $this mh:curationRole ?role }
