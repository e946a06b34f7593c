#+ focus: source:lake-report
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
INSERT DATA { source:lake-report mh:hasRationale "Because it is so."@en }
