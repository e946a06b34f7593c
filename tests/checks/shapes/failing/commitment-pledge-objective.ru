#+ focus: commitment:ten-wells
#+ path: mh:addresses
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
DELETE DATA { commitment:ten-wells mh:addresses provision:lake-1 }
