#+ focus: commitment:shore-rules
#+ path: mh:concerns|mh:addresses|mh:bearsOn
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
DELETE DATA { commitment:shore-rules mh:bearsOn provision:lake-2 }
