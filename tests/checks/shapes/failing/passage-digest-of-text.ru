#+ focus: source:lake-report#p02
#+ path: mh:hasDigest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { <https://w3id.org/mhgraph/source/lake-report#p02> mh:hasDigest "3333333333333333333333333333333333333333333333333333333333333333" }
