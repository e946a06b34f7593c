#+ focus: source:lake-report#p02
#+ path: mh:hasNumber
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { <https://w3id.org/mhgraph/source/lake-report#p02> mh:hasNumber 2 }
