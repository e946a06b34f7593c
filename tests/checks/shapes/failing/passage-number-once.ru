#+ focus: source:lake-report#p02
#+ path: mh:hasNumber
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasNumber 3 }
