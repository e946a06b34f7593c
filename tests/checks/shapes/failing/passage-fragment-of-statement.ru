#+ focus: source:lake-report#p01
#+ path: mh:hasTextFragment
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { <https://w3id.org/mhgraph/source/lake-report#p01> mh:hasTextFragment "#:~:text=The%20lake" }
