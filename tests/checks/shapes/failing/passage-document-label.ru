#+ focus: source:lake-letter#para-2
#+ path: mh:hasDocumentLabel
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { <https://w3id.org/mhgraph/source/lake-letter#para-2> mh:hasDocumentLabel "paragraph 2"@en }
