#+ focus: position:wells-come-first
#+ path: mh:hasLatestDay
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX position: <https://w3id.org/mhgraph/position/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { position:wells-come-first mh:hasLatestDay "2031"^^xsd:gYear }
