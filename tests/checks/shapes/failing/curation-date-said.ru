#+ focus:
#+   - source:lake-report
#+   - judgements:lake-report
#+ path: mh:hasCurationDate
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE WHERE { $this mh:hasCurationDate ?day }
