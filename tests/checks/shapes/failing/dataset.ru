#+ focus:
#+   - https://w3id.org/mhgraph/datasets
#+   - urn:of:https://w3id.org/mhgraph/dataset
#+ renames: https://w3id.org/mhgraph/dataset
