#+ focus:
#+   - provision:lake-2_
#+   - urn:of:https://w3id.org/mhgraph/provision/lake-2
#+ renames: provision:lake-2
