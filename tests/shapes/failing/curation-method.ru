#+ focus: source:lake-report
#+ path: mh:curationMethod
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
INSERT DATA { source:lake-report mh:curationMethod concept:role-speaker }
