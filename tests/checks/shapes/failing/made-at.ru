#+ focus: rec:test-the-wells
#+ path: mh:isMadeAt
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:isMadeAt instrument:old-pact }
