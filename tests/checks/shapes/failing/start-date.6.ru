#+ focus: event:lake-forum
#+ path: mh:startDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:startDate ?old } INSERT { $this mh:startDate "2031"^^xsd:gYearMonth } WHERE { $this mh:startDate ?old }
