#+ focus: https://w3id.org/mhgraph/graph/identity-2
#+ renames: https://w3id.org/mhgraph/graph/identity
