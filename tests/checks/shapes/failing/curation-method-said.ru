#+ focus:
#+   - source:lake-letter
#+   - judgement:wells-mean-lake-1
#+ path: mh:curationMethod
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE WHERE { $this mh:curationMethod ?method }
