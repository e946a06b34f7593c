#+ focus: rec:test-the-wells
#+ path: mh:concerns
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:concerns instrument:old-pact }
