#+ focus: source:lake-report#p02
#+ path: mh:leavesOut
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:leavesOut concept:mode-in-person }
