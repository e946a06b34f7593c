#+ focus:
#+   - rec:test-the-wells_
#+   - urn:of:https://w3id.org/mhgraph/rec/test-the-wells
#+ renames: rec:test-the-wells
