#+ focus:
#+   - figure:boats-pledged
#+   - instrument:lake-compact
#+   - milestone:pact-noted
#+   - position:wells-come-first
#+   - rec:test-the-wells
#+ path: mh:hasDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:hasDate ?old } INSERT { $this mh:hasDate "1031"^^xsd:gYear } WHERE { $this mh:hasDate ?old }
