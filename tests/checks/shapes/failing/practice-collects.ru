#+ focus: practice:well-archive
#+ path: mh:collects
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX practice: <https://w3id.org/mhgraph/practice/>
INSERT DATA { practice:well-archive mh:collects concept:status-held }
