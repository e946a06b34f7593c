#+ focus: event:lake-forum-talk
#+ path: mh:isPartOfEvent
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:hasStartDate ?old } INSERT { $this mh:hasStartDate "2031-05-05"^^xsd:date } WHERE { $this mh:hasStartDate ?old }
