#+ focus: position:wells-come-first
#+ path: mh:hasEarliestDay
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX position: <https://w3id.org/mhgraph/position/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { position:wells-come-first mh:hasEarliestDay "2031"^^xsd:gYear }
