#+ focus: https://w3id.org/mhgraph/datasets
#+ renames: https://w3id.org/mhgraph/dataset
