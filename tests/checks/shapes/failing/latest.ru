#+ focus: position:wells-come-first
#+ path: mh:latest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX position: <https://w3id.org/mhgraph/position/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { position:wells-come-first mh:latest "2031"^^xsd:gYear }
