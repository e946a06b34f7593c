#+ focus:
#+   - practice:well-archive_
#+   - urn:of:https://w3id.org/mhgraph/practice/well-archive
#+ renames: practice:well-archive
