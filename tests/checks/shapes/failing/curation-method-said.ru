#+ focus:
#+   - source:lake-letter
#+   - judgements:lake-report
#+ path: mh:hasCurationMethod
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE WHERE { $this mh:hasCurationMethod ?method }
