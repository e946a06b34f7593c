#+ focus: source:lake-report#p02-index
#+ path: mh:restsOn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:restsOn <https://w3id.org/mhgraph/source/lake-report#p01> }
