#+ focus: event:lake-forum-panel
#+ path: mh:isPartOfEvent
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:hasEndDate ?old } INSERT { $this mh:hasEndDate "2031-06-03"^^xsd:date } WHERE { $this mh:hasEndDate ?old }
