#+ focus:
#+   - commitment:clean-wells
#+   - rec:test-the-wells
#+ path: mh:hasDeadline
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:hasDeadline ?old } INSERT { $this mh:hasDeadline "1031"^^xsd:gYear } WHERE { $this mh:hasDeadline ?old }
