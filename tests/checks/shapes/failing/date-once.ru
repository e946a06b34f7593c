#+ focus:
#+   - commitment:clean-wells
#+   - figure:boats-pledged
#+   - instrument:lake-compact
#+   - milestone:pact-noted
#+   - position:wells-come-first
#+   - rec:test-the-wells
#+ path: mh:hasDate
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { $this mh:hasDate "2033"^^xsd:gYear }
