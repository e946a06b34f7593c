#+ focus: rec:test-the-wells
#+ path: mh:concerns
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:concerns concept:mode-in-person }
