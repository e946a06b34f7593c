#+ focus: source:lake-report#p02
#+ path: mh:readWith
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { <https://w3id.org/mhgraph/source/lake-report#p02> mh:readWith <https://w3id.org/mhgraph/source/lake-report#p77> }
