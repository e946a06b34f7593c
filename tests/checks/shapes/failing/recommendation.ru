#+ focus: rec:test-the-wells
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rec: <https://w3id.org/mhgraph/rec/>
INSERT DATA { rec:test-the-wells mh:hasRationale "Because it is so."@en }
