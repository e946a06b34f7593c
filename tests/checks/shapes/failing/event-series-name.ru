#+ focus:
#+   - series:lake-forums_
#+   - urn:of:https://w3id.org/mhgraph/series/lake-forums
#+ renames: series:lake-forums
