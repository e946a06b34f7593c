#+ focus: event:lake-forum-panel
#+ path: mh:partOfEvent
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE DATA { event:lake-forum-panel mh:latest "2031-05-03"^^xsd:date } ;
INSERT DATA { event:lake-forum-panel mh:latest "2031-06-03"^^xsd:date }
