#+ focus: instrument:lake-report
#+ path: mh:date
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX milestone: <https://w3id.org/mhgraph/milestone/>
INSERT DATA { milestone:report-noted mh:kind concept:milestone-adopted }
