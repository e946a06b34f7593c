#+ focus: rec:test-the-wells
#+ path: mh:hasForce
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasForce concept:force-promise }
