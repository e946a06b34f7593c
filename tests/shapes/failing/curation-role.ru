#+ focus: source:lake-report
#+ path: mh:curationRole
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
INSERT DATA { source:lake-report mh:curationRole concept:role-speaker }
