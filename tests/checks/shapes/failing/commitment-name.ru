#+ focus:
#+   - commitment:clean-wells_
#+   - urn:of:https://w3id.org/mhgraph/commitment/clean-wells
#+ renames: commitment:clean-wells
