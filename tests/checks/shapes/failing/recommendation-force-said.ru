#+ focus: rec:test-the-wells
#+ path: mh:hasForce
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasForce ?old } WHERE { $this mh:hasForce ?old }
