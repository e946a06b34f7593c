#+ focus:
#+   - position:wells-come-first_
#+   - urn:of:https://w3id.org/mhgraph/position/wells-come-first
#+ renames: position:wells-come-first
