#+ focus: source:lake-report
#+ path: mh:captured
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
DELETE DATA { source:lake-report mh:captured concept:capture-whole } ;
INSERT DATA { source:lake-report mh:captured concept:status-held }
