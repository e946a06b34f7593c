#+ focus: event:lake-forum
#+ path: mh:hasEndDate
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE DATA { event:lake-forum mh:hasEndDate "2031-05-04"^^xsd:date } ;
INSERT DATA { event:lake-forum mh:hasEndDate "2031-05-04" }
