#+ focus: source:lake-note#para-1
#+ path: mh:hasTextFragment
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { <https://w3id.org/mhgraph/source/lake-note#para-1> mh:hasTextFragment "#:~:text=The%20lake" }
