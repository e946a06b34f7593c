#+ focus:
#+   - figure:boats-pledged
#+   - instrument:lake-compact
#+   - milestone:pact-noted
#+   - position:wells-come-first
#+   - rec:test-the-wells
#+ path: mh:date
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { $this mh:date "2033"^^xsd:gYear }
