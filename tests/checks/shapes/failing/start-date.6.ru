#+ focus: event:lake-forum
#+ path: mh:hasStartDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:hasStartDate ?old } INSERT { $this mh:hasStartDate "2031"^^xsd:gYearMonth } WHERE { $this mh:hasStartDate ?old }
