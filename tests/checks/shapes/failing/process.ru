#+ focus: process:lake-talks
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX process: <https://w3id.org/mhgraph/process/>
INSERT DATA { process:lake-talks mh:hasRationale "Because it is so."@en }
