#+ focus: provision:lake-1
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
INSERT DATA { provision:lake-1 mh:hasRationale "Because it is so."@en }
