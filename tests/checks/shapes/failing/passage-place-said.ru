#+ focus: source:lake-letter#para-2
#+ path: mh:hasNumber
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { <https://w3id.org/mhgraph/source/lake-letter#para-2> mh:hasDocumentLabel "para. 2" }
