#+ focus: event:lake-walk
#+ path: mh:partOfEvent
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:lake-walk mh:partOfEvent event:lake-walk }
