#+ focus: process:lake-talks
#+ path: mh:rationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX process: <https://w3id.org/mhgraph/process/>
INSERT DATA { process:lake-talks mh:rationale "Because it is so."@en }
