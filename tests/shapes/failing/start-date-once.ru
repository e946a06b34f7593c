#+ focus: event:lake-forum
#+ path: mh:startDate
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { event:lake-forum mh:startDate "2032"^^xsd:gYear }
