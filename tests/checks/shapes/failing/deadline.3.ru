#+ focus:
#+   - commitment:clean-wells
#+   - rec:test-the-wells
#+ path: mh:deadline
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:deadline ?old } INSERT { $this mh:deadline "1031"^^xsd:gYear } WHERE { $this mh:deadline ?old }
