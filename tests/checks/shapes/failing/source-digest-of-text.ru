#+ focus: source:lake-report
#+ path: mh:digest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
DELETE DATA { source:lake-report mh:digest "0000000000000000000000000000000000000000000000000000000000000000" }
