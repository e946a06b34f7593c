#+ focus: event:lake-forum
#+ path: mh:hasStartDate
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE DATA { event:lake-forum mh:hasStartDate "2031-05-02"^^xsd:date } ;
INSERT DATA { event:lake-forum mh:hasStartDate "2031-05-02Z"^^xsd:date }
