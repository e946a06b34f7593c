#+ focus: source:lake-letter#para-2
#+ path: mh:number
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { <https://w3id.org/mhgraph/source/lake-letter#para-2> mh:number "2" }
