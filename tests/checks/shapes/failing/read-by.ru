#+ focus: source:lake-report
#+ path: mh:isReadBy
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:isReadBy concept:mode-in-person }
