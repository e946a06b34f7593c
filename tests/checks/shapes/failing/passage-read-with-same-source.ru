#+ focus: source:lake-report#p02
#+ path: mh:isReadWith
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { <https://w3id.org/mhgraph/source/lake-report#p02> mh:isReadWith <https://w3id.org/mhgraph/source/lake-letter#para-2> }
