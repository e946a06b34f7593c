#+ focus: instrument:lake-compact
#+ path: mh:hasDate
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE DATA { instrument:lake-compact mh:hasDate "2031-05-02"^^xsd:date } ;
INSERT DATA { instrument:lake-compact mh:hasDate "2031-05-02" }
