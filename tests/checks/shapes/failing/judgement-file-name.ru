#+ focus:
#+   - judgements:7
#+   - judgements:lake-report_
#+   - urn:of:https://w3id.org/mhgraph/judgements/lake-report
#+ renames: judgements:lake-report
