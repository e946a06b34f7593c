#+ focus: source:lake-report#p01
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { <https://w3id.org/mhgraph/source/lake-report#p01> mh:hasRationale "Because it is so."@en }
