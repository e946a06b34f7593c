#+ focus: source:lake-report#p01
#+ path: mh:digest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { <https://w3id.org/mhgraph/source/lake-report#p01> mh:digest "2222222222222222222222222222222222222222222222222222222222222222" }
