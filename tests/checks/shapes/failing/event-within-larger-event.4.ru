#+ focus: event:lake-forum-panel
#+ path: mh:partOfEvent
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:startDate ?old } INSERT { $this mh:startDate "2031-04"^^xsd:gYearMonth } WHERE { $this mh:startDate ?old }
