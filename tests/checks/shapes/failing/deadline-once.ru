#+ focus:
#+   - commitment:clean-wells
#+   - rec:test-the-wells
#+ path: mh:deadline
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { $this mh:deadline "2032"^^xsd:gYear }
