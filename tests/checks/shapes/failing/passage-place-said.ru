#+ focus: source:lake-letter#para-2
#+ path: mh:number|mh:documentLabel
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { <https://w3id.org/mhgraph/source/lake-letter#para-2> mh:documentLabel "para. 2" }
