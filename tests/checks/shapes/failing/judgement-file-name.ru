#+ focus: https://w3id.org/mhgraph/judgements/7
#+ renames: judgements:lake-report
