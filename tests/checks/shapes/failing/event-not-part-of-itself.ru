#+ focus: event:lake-walk
#+ path: mh:partOfEvent
#+ also:
#+   - event:lake-walk-choir
#+   - event:lake-walk-song
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:lake-walk mh:partOfEvent event:lake-walk-song }
