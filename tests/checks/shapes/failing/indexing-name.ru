#+ focus:
#+   - source:lake-report#p02-files
#+   - source:lake-report#p02-index_
#+   - urn:of:https://w3id.org/mhgraph/source/lake-report#p02-index
#+ renames: source:lake-report#p02-index
