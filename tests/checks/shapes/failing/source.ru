#+ focus: source:lake-report
#+ path: mh:rationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
INSERT DATA { source:lake-report mh:rationale "Because it is so."@en }
