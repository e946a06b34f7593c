#+ focus:
#+   - commitment:clean-wells
#+   - provision:lake-1
#+   - rec:test-the-wells
#+ path: mh:hasDeadline
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { $this mh:hasDeadline "2032"^^xsd:gYear }
