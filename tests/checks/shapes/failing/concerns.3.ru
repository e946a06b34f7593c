#+ focus: rec:test-the-wells
#+ path: mh:concerns
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:concerns <urn:of:https://w3id.org/mhgraph/practice/well-school> }
