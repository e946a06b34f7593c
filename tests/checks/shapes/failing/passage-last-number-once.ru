#+ focus: source:lake-report#p04
#+ path: mh:hasLastNumber
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasLastNumber 6 }
