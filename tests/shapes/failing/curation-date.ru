#+ focus: source:lake-report
#+ path: mh:curationDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE DATA { source:lake-report mh:curationDate "2031-07-01"^^xsd:date } ;
INSERT DATA { source:lake-report mh:curationDate "2031"^^xsd:gYear }
