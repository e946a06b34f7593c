#+ focus: source:lake-report#p02-index
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasRationale "Because it is so."@en }
