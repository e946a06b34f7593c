#+ focus: source:lake-data
#+ renames: https://w3id.org/mhgraph/dataset
