#+ focus:
#+   - https://w3id.org/mhgraph/graph/identity-2
#+   - urn:of:https://w3id.org/mhgraph/graph/identity
#+ renames: https://w3id.org/mhgraph/graph/identity
