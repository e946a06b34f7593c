#+ focus: source:lake-letter#para-2-and-3
#+ path: mh:number
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { <https://w3id.org/mhgraph/source/lake-letter#para-2-and-3> mh:number 3 }
