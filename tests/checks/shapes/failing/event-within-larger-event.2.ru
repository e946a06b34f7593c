#+ focus: event:lake-forum-panel
#+ path: mh:partOfEvent
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:endDate ?old } INSERT { $this mh:endDate "2031-06-03"^^xsd:date } WHERE { $this mh:endDate ?old }
